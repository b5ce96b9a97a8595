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
    public func page(_ request: PageRequest, patience: Patience? = nil) throws(LibraryError) -> Page {
        try read(patience) { db in
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
    ///
    /// - Parameter isSlow: Whether it may take long: then nothing else waits for it.
    public func count(
        _ query: Query, builtAt: Int64? = nil, patience: Patience? = nil, isSlow: Bool = false
    ) throws(LibraryError) -> Count {
        try read(patience, isSlow: isSlow) { db in
            let filter = try filter(query, builtAt: builtAt, in: db)
            return try Counting(finder: finder(db)).count(filter)
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
            guard let list = try list(query, builtAt: builtAt, isWhole: true, in: db) else { return 0 }
            return try list.order is DateOrder ? list.plan.count(window, by: list.finder) : list.slots(window).count
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
            return try list(query, builtAt: nil, in: db)?.plan.explanation(window, by: finder(db)) ?? []
        }
    }
}

extension Library {
    func finder(_ db: Database) -> Finder {
        Finder(db: db, limits: limits)
    }

    /// What puts queries into the terms of the tables.
    func resolver(builtAt: Int64? = nil, isWhole: Bool = false, in db: Database) throws -> Resolver {
        let last = try Int64.fetchOne(db.cachedStatement(sql: "SELECT lastChange FROM library")) ?? 0
        return Resolver(
            finder: finder(db), now: now(), zone: zone, companyNames: resolve,
            builtAt: builtAt.flatMap { $0 < last ? $0 : nil }, isWhole: isWhole)
    }

    /// A query in the terms of the tables, to find all of its articles. A saved search that there is not finds nothing.
    func filter(_ query: Query, builtAt: Int64?, in db: Database) throws -> Filter {
        let expanded = try expanded(query, in: db)
        return try visible(resolver(builtAt: builtAt, isWhole: true, in: db).filter(expanded), of: expanded, in: db)
    }

    /// The list of a query and perhaps a test of state; `nil` where it is surely empty.
    ///
    /// - Parameter isWhole: Whether all of it is wanted, or windows.
    func list(
        _ query: Query, builtAt: Int64?, and test: Flag.Test? = nil, isWhole: Bool = false, in db: Database
    ) throws -> List? {
        let resolver = try resolver(builtAt: builtAt, isWhole: isWhole, in: db)
        let expanded = try expanded(query, in: db)
        let filter = try visible(resolver.filter(expanded), of: expanded, in: db)
        let whole = test.map { .conjunction(of: [filter, .flag($0)]) } ?? filter
        let finder = finder(db)
        let planner = Planner(finder)
        guard let plan = try planner.plan(whole) else { return nil }
        switch expanded.order {
        case .date: return List(finder: finder, plan: plan)
        case .source: return List(finder: finder, plan: plan, order: try SourceOrder(plan, whole, by: finder))
        case .rank:
            let titles = try resolver.titles(of: expanded)
            let inTitle = try titles.isEmpty ? nil : planner.plan(.conjunction(of: [whole, .search(.any(titles))]))
            let ranking = Ranking(
                finder: finder, now: now(), terms: try resolver.searches(of: expanded),
                companies: try expanded.companyNames.flatMap { try resolver.ids(of: $0) })
            return List(finder: finder, plan: plan, order: try RankOrder(plan, titles: inTitle, ranking, by: finder))
        }
    }
}

extension Resolver {
    /// The searches of a query's words, those under a `not` left out.
    fileprivate func searches(of query: Query) throws -> [SearchExpression] {
        try query.textTerms.compactMap { try search($0) }
    }

    /// The searches of the words that may stand anywhere, in titles only.
    fileprivate func titles(of query: Query) throws -> [SearchExpression] {
        try query.textTerms.filter { $0.place == .anywhere && $0.form != .near }.compactMap { term in
            var term = term
            term.place = .title
            return try search(term)
        }
    }
}
