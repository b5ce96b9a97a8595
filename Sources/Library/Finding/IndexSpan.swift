import Foundation
import GRDB

/// About how much of the text index words with one beginning take: how far their first and last one lie apart in the
/// pages of each of its pieces, by FTS5's own table of contents.
///
/// It is an estimate for choosing between two ways to the same answer, so nothing else depends on the form of that table
/// (`search_idx`: the first word of a page after a byte for the main index, and twice the page's number).
struct IndexSpan {
    let db: Database

    func pages(beginning word: String) throws -> Int {
        let first = Data([0x30]) + Data(word.utf8)
        let end = first + [0xFF]
        let sql = """
            SELECT (SELECT pgno FROM search_idx AS i WHERE i.segid = s.segid AND i.term <= :first
                    ORDER BY i.term DESC LIMIT 1),
                (SELECT pgno FROM search_idx AS i WHERE i.segid = s.segid AND i.term > :end ORDER BY i.term LIMIT 1)
            FROM (WITH RECURSIVE piece (segid) AS (
                SELECT min(segid) FROM search_idx
                UNION ALL SELECT (SELECT min(segid) FROM search_idx AS i WHERE i.segid > piece.segid) FROM piece
                WHERE piece.segid IS NOT NULL) SELECT segid FROM piece WHERE segid IS NOT NULL) AS s
            """
        let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: ["first": first, "end": end])
        var pages = 0
        while let row = try rows.next() {
            let start = row[0] as Int? ?? 0
            // Whole pages between the one in which such words begin and the one in which others do. Where no others
            // come the end is not known: the last letters of the alphabet count as few.
            pages += max(0, ((row[1] as Int? ?? start) - start) / 2 - 1)
        }
        return pages
    }
}
