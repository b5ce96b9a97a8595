import GRDB

/// Companies' parts in articles that are not written yet: in order of the table's key, and many a statement, they take half as
/// long as one by one.
struct AppearanceWriter {
    private struct Row {
        var company: Int64
        var slot: Int64
        var part: StoredArticle.Part

        var values: [Int64] { [company, slot, Int64(part.salience), Int64(part.mentions)] }
    }

    private var rows: [Row] = []
    /// How many rows a statement writes.
    private static let group = 16

    mutating func insert(_ parts: [Int64: StoredArticle.Part], at slot: Int64) {
        for (company, part) in parts { rows.append(Row(company: company, slot: slot, part: part)) }
    }

    /// Writes them; has to come before the table is read.
    mutating func apply(in db: Database) throws {
        rows.sort { ($0.company, $0.slot) < ($1.company, $1.slot) }
        var rest = rows[...]
        while !rest.isEmpty {
            let part = rest.prefix(rest.count < AppearanceWriter.group ? 1 : AppearanceWriter.group)
            let values = repeatElement("(?, ?, ?, ?)", count: part.count).joined(separator: ", ")
            try db.cachedStatement(
                sql: "INSERT INTO appearance (company, slot, salience, mentions) VALUES \(values)"
            ).execute(arguments: StatementArguments(part.flatMap(\.values)))
            rest = rest.dropFirst(part.count)
        }
        rows.removeAll(keepingCapacity: true)
    }
}
