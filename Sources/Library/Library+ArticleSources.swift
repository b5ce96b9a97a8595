import GRDB
public import Model

extension Library {
    /// The sources from which an article came, in the order in which they were added.
    public func sources(of id: ArticleID) throws(LibraryError) -> [Source] {
        try read { db in
            let sql = """
                SELECT o.source FROM article AS a JOIN origin AS o ON o.slot = a.slot WHERE a.id = ? ORDER BY o.source
                """
            let sources = Sources(db: db)
            return try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).compactMap {
                try sources.source($0)
            }
        }
    }

    /// The outlets that have articles of no source: by unread articles, by articles, by name.
    ///
    /// Only the newest and oldest few articles of each are looked at, so that it takes no longer with a large library.
    public func outletsOfNoSource() throws(LibraryError) -> [SourceRow] {
        func isApart(_ order: String) -> String {
            """
            EXISTS (SELECT 1 FROM (SELECT slot FROM article WHERE outlet = t.id ORDER BY slot \(order) LIMIT 8) AS a
                WHERE NOT EXISTS (SELECT 1 FROM origin AS o WHERE o.slot = a.slot))
            """
        }
        return try read { db in
            let sql = """
                SELECT name, unread, articles, id FROM outlet AS t
                WHERE articles > 0 AND (NOT EXISTS (SELECT 1 FROM source) OR \(isApart("DESC")) OR \(isApart("ASC")))
                ORDER BY unread DESC, articles DESC, name
                """
            let hidden = try Muting(db: db).counts(by: "outlet", of: "article", now: now())
            return try Row.fetchAll(db.cachedStatement(sql: sql)).map {
                let less = hidden[$0[3]] ?? Count(total: 0, unread: 0)
                let (unread, articles): (Int, Int) = ($0[1], $0[2])
                return SourceRow(name: $0[0], unread: unread - less.unread, articles: articles - less.total)
            }
        }
    }
}
