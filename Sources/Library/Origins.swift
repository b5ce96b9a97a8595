import GRDB
import Model

/// Which sources an article came from, and what each of them said of it last.
struct Origins {
    /// A source of an article.
    struct Origin {
        var source: SourceID
        /// The hash of what it said last; `nil` where that is the article's text.
        var print: Int64?
    }

    let db: Database

    /// The sources of the article in a slot.
    func of(_ slot: Int64) throws -> [Origin] {
        let sql = "SELECT source, print FROM origin WHERE slot = ?"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [slot]).map {
            Origin(source: $0[0], print: $0[1])
        }
    }

    func add(_ source: SourceID, at slot: Int64, print: Int64?) throws {
        try db.cachedStatement(sql: "INSERT INTO origin (source, slot, print) VALUES (?, ?, ?)")
            .execute(arguments: [source, slot, print])
    }

    /// Notes what a source said of an article, which is not the article's text.
    func note(_ print: Int64, of source: SourceID, at slot: Int64) throws {
        try db.cachedStatement(sql: "UPDATE origin SET print = ? WHERE source = ? AND slot = ?")
            .execute(arguments: [print, source, slot])
    }

    /// Notes that the article's text is a source's own from now on (or a file's, where it is `nil`), and no longer that
    /// of the source before, which said `old`.
    func give(_ slot: Int64, to source: SourceID?, from old: Int64) throws {
        try db.cachedStatement(sql: "UPDATE origin SET print = ? WHERE slot = ? AND print IS NULL")
            .execute(arguments: [old, slot])
        guard let source else { return }
        try db.cachedStatement(sql: "UPDATE origin SET print = NULL WHERE source = ? AND slot = ?")
            .execute(arguments: [source, slot])
    }
}
