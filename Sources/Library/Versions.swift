import GRDB
public import Model

extension Library {
    /// How many earlier versions of an article are kept, the last ones.
    public static let keptVersions = 20

    /// What an article said before, the last version first; empty where it has not changed.
    public func versions(of id: ArticleID) throws(LibraryError) -> [ArticleVersion] {
        try read { db in try Versions(db: db).of(id) }
    }
}

/// The table of earlier versions.
struct Versions {
    let db: Database

    func of(_ id: ArticleID) throws -> [ArticleVersion] {
        let sql = "SELECT at, title, text, layout FROM version WHERE article = ? ORDER BY number DESC"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { row in
            ArticleVersion(
                replaced: Timestamp(seconds: row[0]), title: row[1], text: row[2],
                blocks: try Layout(decoding: row[3]).blocks)
        }
    }

    /// Keeps what an article said until now, and lets the oldest versions go that are too many.
    func keep(_ old: StoredArticle, of id: ArticleID, at moment: Timestamp) throws {
        try db.cachedStatement(sql: "INSERT INTO version (article, at, title, text, layout) VALUES (?, ?, ?, ?, ?)")
            .execute(arguments: [id, moment.seconds, old.title, old.text, old.layout])
        let sql = """
            DELETE FROM version WHERE number IN (SELECT number FROM version WHERE article = ?
                ORDER BY number DESC LIMIT -1 OFFSET \(Library.keptVersions))
            """
        try db.cachedStatement(sql: sql).execute(arguments: [id])
    }
}
