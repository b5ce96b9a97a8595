import GRDB
public import Model

extension Library {
    /// How many articles were read with something else than what is known now, which has this number.
    ///
    /// The number is the program's: it stands for catalogue, rules and corrections, and two alike are read alike.
    public func staleCount(knowledge: Int64) throws(LibraryError) -> Int {
        try read { db in
            let sql = "SELECT (SELECT articles FROM library) - count(*) FROM article WHERE knowledge = ?"
            return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [knowledge]) ?? 0
        }
    }

    /// Articles that were read with something else, at most `limit`, the newest first.
    public func staleArticles(knowledge: Int64, limit: Int) throws(LibraryError) -> [StaleArticle] {
        try read { db in
            let part = { (test: String) in
                """
                SELECT slot FROM (SELECT slot FROM article WHERE knowledge \(test) :knowledge
                    ORDER BY knowledge DESC, slot DESC LIMIT :limit)
                """
            }
            let slots = "\(part("<")) UNION ALL \(part(">")) LIMIT :limit"
            return try StaleArticle.fetch("a.slot IN (\(slots))", ["knowledge": knowledge, "limit": limit], in: db)
        }
    }

    /// An article to be read again, whatever it was read with; `nil` where there is none of this number.
    public func staleArticle(_ id: ArticleID) throws(LibraryError) -> StaleArticle? {
        try read { db in try StaleArticle.fetch("a.id = :id", ["id": id], in: db).first }
    }

    /// Puts what is recognised now in place of what was, in one transaction; state, dates and texts stay.
    ///
    /// - Returns: The articles in which anything became different.
    @discardableResult
    public func annotate(
        _ items: [(StaleArticle, Annotation)], knowledge: Int64
    ) throws(LibraryError) -> [ArticleID] {
        let moment = now()
        return try write { db in
            var writer = try ArticleWriter(db, ArticleWriter.Setting(now: moment, knowledge: knowledge))
            let changed = try items.filter { try writer.annotate($0, $1) }.map(\.0.id)
            try writer.finish()
            return changed
        }
    }

    /// How many articles a change of corrections can reach.
    public func count(within reach: Corrections.Reach) throws(LibraryError) -> Int {
        try read { db in
            guard let within = reach.condition(in: Int64.min...Int64.max) else {
                return try Counting(finder: finder(db)).count(.everything).total
            }
            return try SQLRequest<Int>(literal: "SELECT count(*) FROM article WHERE \(within)").fetchOne(db) ?? 0
        }
    }

    /// Notes that articles need not be read again after a change of corrections, since it does not reach them: they are
    /// as if they were read with `new` and not with `old`. Goes through at most `limit` articles, from a slot on.
    ///
    /// - Returns: The slot from which to go on; `nil` when all are done.
    public func renumber(
        from old: Int64, to new: Int64, outside reach: Corrections.Reach, after slot: Int64, limit: Int
    ) throws(LibraryError) -> Int64? {
        guard reach.isSearchable else { return nil }
        return try write { db in
            let sql = "SELECT slot FROM article WHERE knowledge = ? AND slot > ? ORDER BY slot LIMIT ?"
            let slots = try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [old, slot, limit])
            guard let first = slots.first, let last = slots.last else { return nil }
            guard let within = reach.condition(in: first...last) else { return nil }
            try db.execute(
                literal: """
                    UPDATE article SET knowledge = \(new)
                    WHERE slot IN (SELECT value FROM json_each(\(JSONList(slots).text))) AND NOT (\(within))
                    """)
            return slots.count < limit ? nil : last
        }
    }
}

extension Corrections.Reach {
    /// More words than this are not searched for.
    private static let mostSurfaces = 100

    /// The words as one search; `nil` where one of them is in no text index.
    private var search: SearchExpression? {
        let searches = surfaces.sorted().map { SearchExpression(TextTerm($0, .phrase)) }
        return searches.contains(nil) ? nil : SearchExpression.any(searches.compactMap { $0 })
    }

    /// Whether the library can tell which articles are reached; else every article has to be taken for it.
    fileprivate var isSearchable: Bool {
        surfaces.isEmpty || (surfaces.count <= Self.mostSurfaces && search != nil)
    }

    /// The test whether an article in a range of slots is reached; `nil` where it cannot be told.
    fileprivate func condition(in slots: ClosedRange<Int64>) -> SQL? {
        guard isSearchable else { return nil }
        let (first, last) = (slots.lowerBound, slots.upperBound)
        var tests: [SQL] = ["FALSE"]
        if !surfaces.isEmpty, let search {
            tests.append(
                """
                slot IN (SELECT rowid FROM search
                    WHERE search MATCH \(search.text) AND rowid BETWEEN \(first) AND \(last))
                """)
        }
        if !companies.isEmpty {
            let names = JSONList(companies.sorted()).text
            tests.append(
                """
                slot IN (SELECT p.slot FROM company AS c JOIN appearance AS p ON p.company = c.id
                    WHERE c.name IN (SELECT value FROM json_each(\(names))) AND p.slot BETWEEN \(first) AND \(last))
                """)
        }
        return tests.joined(separator: " OR ")
    }
}
