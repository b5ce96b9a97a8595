import GRDB
import Model

/// Sources that go, and come back as they were.
struct Departures {
    let db: Database

    /// What is kept of a source; its counts follow from its articles.
    private static let columns = """
        id, kind, address, scope, title, site, tags, fetchesPages, last, success, due, barredUntil, problem, failures, gone,
        entityTag, modified
        """

    /// Has a source go; `false` where it is not there.
    func leave(_ id: SourceID) throws -> Bool {
        guard try Sources(db: db).source(id) != nil else { return false }
        try db.cachedStatement(sql: "DELETE FROM departed WHERE id = ?").execute(arguments: [id])
        try db.cachedStatement(
            sql: "INSERT INTO departed (\(Departures.columns)) SELECT \(Departures.columns) FROM source WHERE id = ?"
        ).execute(arguments: [id])
        try db.cachedStatement(
            sql: """
                INSERT INTO departedOrigin (source, article, print)
                SELECT o.source, a.id, o.print FROM origin AS o CROSS JOIN article AS a ON a.slot = o.slot WHERE o.source = ?
                """
        ).execute(arguments: [id])
        return try Sources(db: db).remove(id)
    }

    /// Has a source come back, with the articles that came from it; `false` where it never went.
    ///
    /// Where its address has been added anew meanwhile, that source gets the articles.
    func comeBack(_ id: SourceID) throws -> Bool {
        let address = try String.fetchOne(
            db.cachedStatement(sql: "SELECT address FROM departed WHERE id = ?"), arguments: [id])
        guard let address else { return false }
        let sources = Sources(db: db)
        let known = try sources.source(at: address)
        if known == nil {
            try db.cachedStatement(
                sql:
                    "INSERT INTO source (\(Departures.columns)) SELECT \(Departures.columns) FROM departed WHERE id = ?"
            ).execute(arguments: [id])
        }
        let there = known?.id ?? id
        try db.cachedStatement(
            sql: """
                INSERT OR IGNORE INTO origin (source, slot, print)
                SELECT ?, a.slot, d.print FROM departedOrigin AS d CROSS JOIN article AS a ON a.id = d.article
                WHERE d.source = ?
                """
        ).execute(arguments: [there, id])
        try sources.recount(there)
        if known == nil { try db.cachedStatement(sql: "DELETE FROM departed WHERE id = ?").execute(arguments: [id]) }
        return true
    }
}
