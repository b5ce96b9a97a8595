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
            var writer = ArticleWriter(db, now: moment, folder: folder, knowledge: knowledge)
            let changed = try items.filter { try writer.annotate($0, $1) }.map(\.0.id)
            try writer.finish()
            return changed
        }
    }

    /// How many articles a change of corrections can reach.
    public func count(within reach: Corrections.Reach) throws(LibraryError) -> Int {
        try read { db in
            guard let within = reach.condition else { return try Counting(db: db).count(.everything).total }
            return try SQLRequest<Int>(literal: "SELECT count(*) FROM article WHERE \(within)").fetchOne(db) ?? 0
        }
    }

    /// Notes that articles need not be read again after a change of corrections, since it does not reach them: at most
    /// `limit` of those read with `old` are as if they were read with `new`.
    ///
    /// - Returns: How many they were; fewer than `limit` when all are done.
    public func renumber(
        from old: Int64, to new: Int64, outside reach: Corrections.Reach, limit: Int
    ) throws(LibraryError) -> Int {
        guard let within = reach.condition else { return 0 }
        return try write { db in
            try db.execute(
                literal: """
                    UPDATE article SET knowledge = \(new) WHERE slot IN (
                        SELECT slot FROM article WHERE knowledge = \(old) AND NOT (\(within)) LIMIT \(limit))
                    """)
            return db.changesCount
        }
    }
}

extension Corrections.Reach {
    /// More words than this are not searched for: then every article counts as reached.
    private static let mostSurfaces = 100

    /// The test whether an article is reached; `nil` where every article has to be taken for it.
    fileprivate var condition: SQL? {
        guard surfaces.count <= Self.mostSurfaces else { return nil }
        let searches = surfaces.sorted().map { SearchExpression(TextTerm($0, .phrase)) }
        guard !searches.contains(nil) else { return nil }
        var tests: [SQL] = ["FALSE"]
        if !searches.isEmpty {
            let text = SearchExpression.any(searches.compactMap { $0 }).text
            tests.append("slot IN (SELECT rowid FROM search WHERE search MATCH \(text))")
        }
        if !companies.isEmpty {
            let names = JSONList(companies.sorted()).text
            tests.append(
                """
                slot IN (SELECT p.slot FROM company AS c JOIN appearance AS p ON p.company = c.id
                    WHERE c.name IN (SELECT value FROM json_each(\(names))))
                """)
        }
        return tests.joined(separator: " OR ")
    }
}
