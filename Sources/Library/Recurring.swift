import Foundation
import GRDB
import Model

/// The table of what recurs in the articles of each outlet, read as it is asked for.
struct Recurring {
    let db: Database
    private let learnedOnly: Bool
    private var known: [Int64: RecurringBlocks] = [:]
    private var changed: Set<Int64> = []
    /// What was known for furniture when an outlet was first asked for.
    private var learnedBefore: [Int64: Set<UInt32>] = [:]
    /// How many of an outlet's last articles are looked through when something new is learned.
    private static let looked = 64

    /// - Parameter learnedOnly: For asking only, not for learning.
    init(_ db: Database, learnedOnly: Bool = false) {
        self.db = db
        self.learnedOnly = learnedOnly
    }

    /// What recurs in an outlet's articles.
    mutating func blocks(of outlet: Int64) throws -> RecurringBlocks {
        if let blocks = known[outlet] { return blocks }
        let sql = "SELECT blocks FROM recurring WHERE outlet = ?"
        let data = try Data.fetchOne(db.cachedStatement(sql: sql), arguments: [outlet])
        let blocks = try data.map { try RecurringBlocks(decoding: $0, learnedOnly: learnedOnly) } ?? RecurringBlocks()
        known[outlet] = blocks
        learnedBefore[outlet] = blocks.learned
        return blocks
    }

    /// Which blocks of an outlet's article are furniture.
    mutating func furniture(in prints: BlockPrints, of outlet: Int64?) throws -> FoldedBlocks {
        guard let outlet else { return FoldedBlocks() }
        return try blocks(of: outlet).furniture(in: prints)
    }

    /// Learns from an article that is new, or whose text is, an earlier state aside.
    mutating func take(_ prints: BlockPrints, of outlet: Int64?, except known: Set<UInt32> = []) throws {
        guard let outlet else { return }
        _ = try blocks(of: outlet)
        self.known[outlet]?.take(prints, except: known)
        changed.insert(outlet)
    }

    /// Writes what was learned; articles in which that shows are to be read again.
    func apply() throws {
        for outlet in changed {
            guard var blocks = known[outlet] else { continue }
            blocks.trim()
            try db.cachedStatement(sql: "INSERT OR REPLACE INTO recurring (outlet, blocks) VALUES (?, ?)")
                .execute(arguments: [outlet, blocks.encoded])
            if !blocks.learned.isSubset(of: learnedBefore[outlet] ?? []) { try markStale(outlet, blocks) }
        }
    }

    private func markStale(_ outlet: Int64, _ blocks: RecurringBlocks) throws {
        let sql = """
            SELECT a.slot, b.text, b.layout, b.folded FROM article AS a JOIN body AS b ON b.slot = a.slot
            WHERE a.outlet = ? ORDER BY a.slot DESC LIMIT \(Recurring.looked)
            """
        for row in try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [outlet]) {
            let prints = BlockPrints(text: row[1], blocks: try Layout(decoding: row[2]).blocks)
            guard blocks.furniture(in: prints) != (try FoldedBlocks(decoding: row[3])) else { continue }
            try db.cachedStatement(sql: "UPDATE article SET knowledge = 0 WHERE slot = ?").execute(arguments: [row[0]])
        }
    }
}

extension Library {
    /// How many bytes are remembered of what recurs, in all: for tests.
    package func recurringSize() throws(LibraryError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT coalesce(sum(length(blocks)), 0) FROM recurring") ?? 0 }
    }
}
