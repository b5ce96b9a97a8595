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
        let folded = try folded(of: id)
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [id]).map { row in
            let blocks = try Layout(decoding: row[3]).blocks
            let known = folded.isEmpty ? [] : BlockPrints(text: row[2], blocks: blocks).prints
            return ArticleVersion(
                replaced: Timestamp(seconds: row[0]), title: row[1], text: row[2],
                blocks: FoldedBlocks(known.filter { folded.contains($0.hash) }.map(\.index)).folding(blocks))
        }
    }

    /// The blocks of an article that are furniture by what was learned: they are in its versions too.
    private func folded(of id: ArticleID) throws -> Set<UInt32> {
        let sql = """
            SELECT b.text, b.layout, b.folded FROM article AS a JOIN body AS b ON b.slot = a.slot
            WHERE a.id = ? AND b.folded IS NOT NULL
            """
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]) else { return [] }
        let indices = Set(try FoldedBlocks(decoding: row[2]).indices)
        let prints = BlockPrints(text: row[0], blocks: try Layout(decoding: row[1]).blocks).prints
        return Set(prints.filter { indices.contains($0.index) }.map(\.hash))
    }

    /// Keeps what an article said until now, and lets the oldest versions go that are too many.
    func keep(_ old: StoredArticle, of id: ArticleID, at moment: Timestamp) throws {
        try db.cachedStatement(sql: "INSERT INTO version (article, at, title, text, layout) VALUES (?, ?, ?, ?, ?)")
            .execute([id, moment.seconds, old.title, old.text, old.layout], with: old.text)
        let sql = """
            DELETE FROM version WHERE number IN (SELECT number FROM version WHERE article = ?
                ORDER BY number DESC LIMIT -1 OFFSET \(Library.keptVersions))
            """
        try db.cachedStatement(sql: sql).execute(arguments: [id])
    }
}
