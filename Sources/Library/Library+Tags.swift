import GRDB
public import Model

/// The user's tags on articles; those of sources are part of the source.
extension Library {
    /// Gives articles a tag, or takes it away; how many of them that changed. An empty tag changes none.
    @discardableResult
    public func tag(_ ids: [ArticleID], _ tag: String, _ isSet: Bool = true) throws(LibraryError) -> Int {
        let name = tag.withoutNUL
        guard !name.isEmpty else { return 0 }
        return try write { db in
            if isSet {
                try db.cachedStatement(sql: "INSERT OR IGNORE INTO tag (name) VALUES (?)").execute(arguments: [name])
            }
            let articles = "SELECT slot FROM article WHERE id IN (SELECT value FROM json_each(?))"
            let sql =
                isSet
                ? "INSERT OR IGNORE INTO tagging (tag, slot) SELECT t.id, a.slot FROM tag AS t, (\(articles)) AS a WHERE t.name = ?"
                : "DELETE FROM tagging WHERE slot IN (\(articles)) AND tag = (SELECT id FROM tag WHERE name = ?)"
            try db.cachedStatement(sql: sql).execute(arguments: [JSONList(ids).text, name])
            let changed = db.changesCount
            try db.cachedStatement(sql: "DELETE FROM tag WHERE id NOT IN (SELECT tag FROM tagging)").execute()
            return changed
        }
    }

    /// The tags of an article, in order of name.
    public func tags(of id: ArticleID) throws(LibraryError) -> [String] {
        try read { db in
            let sql = """
                SELECT t.name FROM article AS a JOIN tagging AS g ON g.slot = a.slot JOIN tag AS t ON t.id = g.tag
                WHERE a.id = ? ORDER BY t.name
                """
            return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
        }
    }

    /// The tags that articles or sources have, in order of name: for completion.
    public func tags() throws(LibraryError) -> [String] {
        try read { db in
            let own = try String.fetchAll(db.cachedStatement(sql: "SELECT name FROM tag"))
            let sources = try String.fetchAll(db.cachedStatement(sql: "SELECT tags FROM source WHERE tags <> ''"))
            return Set(own + sources.flatMap { $0.split(separator: "\n").map(String.init) }).sorted()
        }
    }
}
