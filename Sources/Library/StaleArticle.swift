import Foundation
import GRDB
public import Model

/// A stored article as far as a recogniser reads it.
public struct StaleArticle: Sendable {
    /// Its number.
    public let id: ArticleID
    /// Plain text with `\n` as line end.
    public let text: String
    /// The pieces of `text` in order.
    public let blocks: [Block]
    /// The language it is written in.
    public let language: Language?
    /// Which of the blocks are furniture by what has been learned until now.
    let folded: FoldedBlocks
    /// The blocks and links as they are stored, by which a change meanwhile is known.
    let layout: Data

    /// The articles for which a condition holds, the newest first.
    static func fetch(_ condition: String, _ arguments: StatementArguments, in db: Database) throws -> [StaleArticle] {
        let sql = """
            SELECT a.id, b.text, b.layout, a.language, a.outlet FROM article AS a JOIN body AS b ON b.slot = a.slot
            WHERE \(condition) ORDER BY a.slot DESC
            """
        var recurring = Recurring(db, learnedOnly: true)
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: arguments).map { row in
            let blocks = try Layout(decoding: row[2]).blocks
            let folded = try recurring.furniture(in: BlockPrints(text: row[1], blocks: blocks), of: row[4])
            return StaleArticle(
                id: row[0], text: row[1], blocks: folded.folding(blocks),
                language: (row[3] as String?).map(Language.init), folded: folded, layout: row[2])
        }
    }
}
