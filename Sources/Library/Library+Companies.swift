import GRDB
public import Model

extension Library {
    /// How many weeks a company's row covers, up to now.
    public static let weeks = 12

    /// Companies that are followed or have articles: those followed first, then by unread articles, by articles, by
    /// name; at most `limit`, and with `named` only these canonical names.
    public func companies(limit: Int = .max, named names: [String]? = nil) throws(LibraryError) -> [CompanyRow] {
        let week = now().week
        return try read { db in
            let only = names == nil ? "" : "AND name IN (SELECT value FROM json_each(:names))"
            let sql = """
                SELECT id, name, followed, unread, articles FROM company WHERE (articles > 0 OR followed = 1) \(only)
                ORDER BY followed DESC, unread DESC, articles DESC, name LIMIT :limit
                """
            var arguments: StatementArguments = ["limit": limit]
            if let names { arguments += ["names": JSONList(names).text] }
            return try Companies(db: db, week: week)
                .rows(db.cachedStatement(sql: sql), arguments, less: hiddenByCompany(in: db))
                .filter { $0.articles > 0 || $0.isFollowed }
        }
    }

    private func hiddenByCompany(in db: Database) throws -> [Int64: Count] {
        try Muting(db: db).counts(by: "company", of: "appearance", now: now())
    }

    /// The companies of the articles that a query matches, counted in these articles alone: the most frequent first.
    public func companies(matching query: Query) throws(LibraryError) -> [CompanyRow] {
        let week = now().week
        return try read { db in
            guard let list = try list(query, builtAt: nil, isWhole: true, in: db) else { return [] }
            let sql: SQL = """
                SELECT c.id, c.name, c.followed, sum(s.read = 0) AS unread, count(*) AS articles
                FROM (\(try list.plan.slots(by: list.finder))) AS m CROSS JOIN appearance AS p ON p.slot = m.slot
                    CROSS JOIN state AS s ON s.slot = m.slot CROSS JOIN company AS c ON c.id = p.company
                GROUP BY c.id ORDER BY articles DESC, unread DESC, c.name
                """
            let (statement, arguments) = try sql.build(db)
            return try Companies(db: db, week: week).rows(db.makeStatement(sql: statement), arguments)
        }
    }

    /// A company by its canonical name, also one without articles; `nil` where the library does not know it.
    public func company(_ name: String) throws(LibraryError) -> CompanyRow? {
        let week = now().week
        return try read { db in
            let sql = "SELECT id, name, followed, unread, articles FROM company WHERE name = ?"
            return try Companies(db: db, week: week)
                .rows(db.cachedStatement(sql: sql), [name], less: hiddenByCompany(in: db)).first
        }
    }

    /// What a function makes of each company with articles or followed, in order of name, without its weeks: for the picker.
    public func companyNames<Named>(_ named: (CompanyRow) throws -> Named) throws(LibraryError) -> [Named] {
        try read { db in
            let sql = """
                SELECT name, followed, unread, articles FROM company WHERE articles > 0 OR followed = 1 ORDER BY name
                """
            var names: [Named] = []
            let rows = try Row.fetchCursor(db.cachedStatement(sql: sql))
            while let row = try rows.next() {
                names.append(
                    try named(CompanyRow(name: row[0], isFollowed: row[1], unread: row[2], articles: row[3])))
            }
            return names
        }
    }

    /// The outlets that have articles: by unread articles, by articles, by name.
    public func outlets() throws(LibraryError) -> [SourceRow] {
        try read { db in
            let sql = """
                SELECT name, unread, articles FROM outlet WHERE articles > 0
                ORDER BY unread DESC, articles DESC, name
                """
            return try Row.fetchAll(db.cachedStatement(sql: sql)).map {
                SourceRow(name: $0[0], unread: $0[1], articles: $0[2])
            }
        }
    }
}

extension Library {
    /// How many companies have articles or are followed.
    public func companyCount() throws(LibraryError) -> Int {
        try read { db in
            let sql = "SELECT count(*) FROM company WHERE articles > 0 OR followed = 1"
            return try Int.fetchOne(db.cachedStatement(sql: sql)) ?? 0
        }
    }
}
