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

    /// The outlets that have articles and are not a source's own: by unread articles, by articles, by name.
    ///
    /// A source's own outlet is that of its newest article, unless other articles have it too.
    public func outletsOfNoSource() throws(LibraryError) -> [SourceRow] {
        try read { db in
            let sql = """
                WITH own AS MATERIALIZED (
                    SELECT s.articles, (
                        SELECT a.outlet FROM origin AS o JOIN article AS a ON a.slot = o.slot
                        WHERE o.source = s.id ORDER BY o.slot DESC LIMIT 1
                    ) AS outlet FROM source AS s)
                SELECT name, unread, articles FROM outlet
                WHERE articles > 0 AND NOT EXISTS (
                    SELECT 1 FROM own WHERE own.outlet = outlet.id AND own.articles >= outlet.articles)
                ORDER BY unread DESC, articles DESC, name
                """
            return try Row.fetchAll(db.cachedStatement(sql: sql)).map {
                SourceRow(name: $0[0], unread: $0[1], articles: $0[2])
            }
        }
    }
}
