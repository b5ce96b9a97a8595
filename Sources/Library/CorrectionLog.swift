import GRDB
import Model

/// The log of the user's corrections: only ever added to, an entry taken back is marked.
struct CorrectionLog {
    let db: Database

    /// All entries, the oldest first.
    func entries() throws -> [LoggedCorrection] {
        let sql = "SELECT id, at, surface, verdict, value, origin, undone FROM correction ORDER BY id"
        return try Row.fetchAll(db.cachedStatement(sql: sql)).compactMap { row in
            Correction.Verdict(word: row[3], value: row[4], origin: row[5]).map {
                LoggedCorrection(
                    id: row[0], made: Timestamp(seconds: row[1]), correction: Correction(row[2], $0), isUndone: row[6])
            }
        }
    }

    /// Adds corrections; their numbers.
    func add(_ corrections: [Correction], at moment: Timestamp) throws -> [Int64] {
        let sql = "INSERT INTO correction (at, surface, verdict, value, origin) VALUES (?, ?, ?, ?, ?)"
        let statement = try db.cachedStatement(sql: sql)
        return try corrections.map { correction in
            let verdict = correction.verdict
            try statement.execute(
                arguments: [
                    moment.seconds, correction.surface.withoutNUL, verdict.word, verdict.value?.withoutNUL,
                    verdict.origin?.withoutNUL,
                ])
            return db.lastInsertedRowID
        }
    }

    /// Takes corrections back, or has them hold again; the number of those for which that is new.
    func set(isUndone: Bool, _ ids: [Int64]) throws -> Int {
        let sql = """
            UPDATE correction SET undone = ? WHERE id IN (SELECT value FROM json_each(?)) AND undone <> ?
            """
        try db.cachedStatement(sql: sql).execute(arguments: [isUndone, JSONList(ids).text, isUndone])
        return db.changesCount
    }
}
