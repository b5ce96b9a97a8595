import Foundation
import GRDB
import Model

/// Reads articles by slot or number.
struct Rows {
    let db: Database

    private static let columns = """
        SELECT a.slot, a.id, a.title, o.name, a.published, a.language, a.words, s.read, s.starred, a.about, a.updated,
            (SELECT group_concat(t.name, char(10)) FROM tagging AS g JOIN tag AS t ON t.id = g.tag WHERE g.slot = a.slot)
        FROM article AS a JOIN state AS s ON s.slot = a.slot LEFT JOIN outlet AS o ON o.id = a.outlet
        """

    /// The rows of articles, in the order of their slots as given.
    func rows(at slots: some Sequence<Int64>) throws -> [ArticleRow] {
        try slots.compactMap { try row(at: $0) }
    }

    /// The row of the article in a slot.
    func row(at slot: Int64) throws -> ArticleRow? {
        let sql = "\(Rows.columns) WHERE a.slot = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [slot]) else { return nil }
        return ArticleRow(
            id: row[1], slot: row[0], title: row[2], outlet: row[3], published: Timestamp(seconds: row[4]),
            language: (row[5] as String?).map(Language.init), words: row[6], isRead: row[7], isStarred: row[8],
            companies: try AboutCodec.decode(row[9]), updated: (row[10] as Int64?).map { Timestamp(seconds: $0) },
            tags: Rows.tags(row[11]))
    }

    /// Tags from a list with line ends between them, in order of name, case aside.
    private static func tags(_ list: String?) -> [String] {
        guard let list else { return [] }
        return list.split(separator: "\n").map { (Folding.fold($0), String($0)) }.sorted { $0 < $1 }.map(\.1)
    }

    /// An article by its number.
    func article(_ id: ArticleID) throws -> Article? {
        let sql = """
            SELECT a.slot, a.author, a.url, b.text, b.layout, b.mentions, a.summary, b.folded
            FROM article AS a JOIN body AS b ON b.slot = a.slot WHERE a.id = ?
            """
        guard let found = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]),
            let row = try row(at: found[0])
        else { return nil }
        let layout = try Layout(decoding: found[4])
        let article = Article(
            row: row, author: found[1], url: found[2], text: found[3],
            blocks: try FoldedBlocks(decoding: found[7]).folding(layout.blocks), links: layout.links,
            mentions: try MentionCodec.decode(found[5]), companies: try companies(at: row.slot),
            sources: try sources(at: row.slot), isSummary: found[6])
        guard article.isWhole else { throw ByteReader.Malformed() }
        return article
    }

    /// The names of the sources from which an article came.
    private func sources(at slot: Int64) throws -> [String] {
        let sql = """
            SELECT coalesce(s.title, s.address) FROM origin AS o JOIN source AS s ON s.id = o.source
            WHERE o.slot = ? ORDER BY s.id
            """
        return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [slot])
    }

    /// The companies of an article, the most salient first.
    private func companies(at slot: Int64) throws -> [Appearance] {
        let sql = """
            SELECT c.name, p.salience, p.mentions FROM appearance AS p JOIN company AS c ON c.id = p.company
            WHERE p.slot = ? ORDER BY p.salience DESC, p.mentions DESC, c.name
            """
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [slot]).map {
            Appearance(company: $0[0], salience: Salience(rawValue: $0[1]) ?? .passing, mentions: $0[2])
        }
    }
}

extension Article {
    /// Whether blocks, links and mentions lie within the text, between characters: in a damaged file they may not, nor may the
    /// text be as long as it was.
    fileprivate var isWhole: Bool {
        let ranges = blocks.lazy.map(\.range) + links.lazy.map(\.range) + mentions.lazy.map(\.range)
        let utf8 = text.utf8
        return utf8.withContiguousStorageIfAvailable { bytes in
            ranges.allSatisfy { range in
                range.lowerBound >= 0 && range.upperBound <= bytes.count && bytes.isBoundary(range.lowerBound)
                    && bytes.isBoundary(range.upperBound)
            }
        } ?? ranges.allSatisfy { $0.lowerBound >= 0 && $0.upperBound <= utf8.count }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether no character goes on at a place.
    fileprivate func isBoundary(_ place: Int) -> Bool {
        place == count || self[place] & 0xC0 != 0x80
    }
}
