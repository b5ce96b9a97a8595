import GRDB
public import Model

extension Library {
    /// Which way a list is followed.
    public enum Direction: Sendable {
        case newer, older
    }

    /// A window of a list, newest first. The time it takes depends on the window, not on the library.
    ///
    /// A list that was built at a number of the journal keeps the articles whose state has changed since.
    public func page(_ request: PageRequest) throws(LibraryError) -> Page {
        try read { db in
            guard let list = try list(request.query, builtAt: request.builtAt, in: db) else {
                return Page(rows: [], hasNewer: false, hasOlder: false)
            }
            return try list.page(request.anchor, limit: max(1, request.limit))
        }
    }

    /// The next article of a list in a direction from a slot, which need not be in the list any more.
    ///
    /// With `unreadOnly`, the next one that is not read now.
    public func neighbour(
        of slot: Int64, _ direction: Direction, in query: Query = .everything, unreadOnly: Bool = false,
        builtAt: Int64? = nil
    ) throws(LibraryError) -> ArticleRow? {
        try read { db in
            let test = unreadOnly ? Flag.Test(flag: .read, value: false) : nil
            guard let list = try list(query, builtAt: builtAt, and: test, in: db) else { return nil }
            let window = Window(from: slot, isTowardsNewer: direction == .newer, limit: 1)
            return try list.slots(window).first.flatMap { try Rows(db: db).row(at: $0) }
        }
    }

    /// How many articles a query matches, and how many of these are unread.
    ///
    /// At once for everything, a state, a company without subsidiaries and outlets; else in proportion to the matches.
    public func count(_ query: Query, builtAt: Int64? = nil) throws(LibraryError) -> Count {
        try read { db in
            let filter = try filter(query, builtAt: builtAt, in: db)
            return try Counting(db: db).count(filter)
        }
    }

    /// How many articles of a list are newer than a slot: the place of that slot's row, from 0.
    ///
    /// In proportion to these articles; a list asks only when it jumps.
    public func position(
        of slot: Int64, in query: Query = .everything, builtAt: Int64? = nil
    ) throws(LibraryError) -> Int {
        try read { db in
            let window = Window(from: slot, isTowardsNewer: true, limit: .max)
            guard let list = try list(query, builtAt: builtAt, in: db) else { return 0 }
            let sql: SQL = "SELECT count(*) FROM (\(list.selection.slots(in: window)))"
            return try SQLRequest<Int>(literal: sql).fetchOne(db) ?? 0
        }
    }

    /// A stored article, whole; `nil` where there is none of this number.
    public func article(_ id: ArticleID) throws(LibraryError) -> Article? {
        try read { db in try Rows(db: db).article(id) }
    }

    /// How SQLite finds the articles of a query, a line for each step: for tests and benchmarks.
    package func explain(_ query: Query, newerThan slot: Int64? = nil) throws(LibraryError) -> [String] {
        try read { db in
            let window = Window(from: slot, isTowardsNewer: slot != nil, limit: 50)
            guard let list = try list(query, builtAt: nil, in: db) else { return [] }
            let sql: SQL = "EXPLAIN QUERY PLAN \(list.selection.slots(in: window))"
            return try SQLRequest<Row>(literal: sql).fetchAll(db).map { $0["detail"] }
        }
    }
}

extension Library {
    /// A query in the terms of the tables.
    func filter(_ query: Query, builtAt: Int64?, in db: Database) throws -> Filter {
        let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT lastChange FROM library")) ?? 0
        let resolver = Resolver(
            db: db, now: now(), zone: zone, companyNames: resolve,
            builtAt: builtAt.flatMap { $0 < last ? $0 : nil })
        return try resolver.filter(query)
    }

    /// The list of a query and perhaps a test of state; `nil` where it is surely empty.
    func list(
        _ query: Query, builtAt: Int64?, and test: Flag.Test? = nil, in db: Database
    ) throws -> List? {
        let filter = try filter(query, builtAt: builtAt, in: db)
        let whole = test.map { .conjunction(of: [filter, .flag($0)]) } ?? filter
        return try Selection(whole, in: db).map { List(db: db, selection: $0) }
    }
}
