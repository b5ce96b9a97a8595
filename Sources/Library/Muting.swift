import GRDB
import Model

/// The table of articles that are hidden from lists.
struct Muting {
    let db: Database

    /// Up to when articles are hidden that are so without an end.
    static let forEver = Timestamp(seconds: .max)

    /// Hides articles until a moment, by a rule; those that were not hidden.
    func hide(_ ids: [ArticleID], until: Timestamp, by rule: String, now: Timestamp) throws -> [ArticleID] {
        let sql = """
            SELECT DISTINCT a.slot, a.id FROM json_each(?) AS j CROSS JOIN article AS a ON a.id = j.value
            WHERE NOT EXISTS (SELECT 1 FROM muted AS m WHERE m.slot = a.slot AND m.lifted = 0 AND m.until > ?)
            """
        let new = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [JSONList(ids).text, now.seconds])
        let insert = try db.cachedStatement(sql: "INSERT OR REPLACE INTO muted (slot, until, rule) VALUES (?, ?, ?)")
        for row in new {
            try insert.execute(arguments: [row[0] as Int64, until.seconds, rule])
        }
        return new.map { $0[1] }
    }

    /// Whether any article is hidden.
    func isAny(now: Timestamp) throws -> Bool {
        let sql = "SELECT 1 FROM muted WHERE lifted = 0 AND until > ? LIMIT 1"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [now.seconds]) != nil
    }

    /// Those of some articles that are hidden.
    func inForce(_ ids: [ArticleID], now: Timestamp) throws -> [ArticleID] {
        let sql = """
            SELECT DISTINCT a.id FROM json_each(?) AS j CROSS JOIN article AS a ON a.id = j.value
                CROSS JOIN muted AS m ON m.slot = a.slot
            WHERE m.lifted = 0 AND m.until > ?
            """
        return try ArticleID.fetchAll(
            db.cachedStatement(sql: sql), arguments: [JSONList(ids).text, now.seconds])
    }

    /// How many hidden articles each company, outlet or source has: these counters have them in them.
    ///
    /// More than so many hidden articles are not counted, so that it takes a moment at most.
    func counts(by column: String, of table: String, now: Timestamp) throws -> [Int64: Count] {
        guard try isAny(now: now) else { return [:] }
        let sql = """
            SELECT t.\(column), count(*), sum(s.read = 0)
            FROM (SELECT slot FROM muted WHERE lifted = 0 AND until > ? LIMIT \(Muting.mostCounted)) AS m
                CROSS JOIN \(table) AS t ON t.slot = m.slot CROSS JOIN state AS s ON s.slot = m.slot
            WHERE t.\(column) IS NOT NULL GROUP BY t.\(column)
            """
        let rows = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [now.seconds])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], Count(total: $0[1], unread: $0[2])) })
    }

    private static let mostCounted = 20_000

    /// Shows articles again, or hides them as they were before; the number of those that this changed.
    func lift(_ ids: [ArticleID], isMuted: Bool) throws -> Int {
        let sql = """
            UPDATE muted SET lifted = ?
            WHERE lifted <> ? AND slot IN (SELECT a.slot FROM json_each(?) AS j JOIN article AS a ON a.id = j.value)
            """
        try db.cachedStatement(sql: sql).execute(arguments: [!isMuted, !isMuted, JSONList(ids).text])
        return db.changesCount
    }
}
