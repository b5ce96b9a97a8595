import GRDB
import Model

/// The table of sources.
struct Sources {
    let db: Database

    private static let columns = """
        id, kind, address, title, site, tags, fetchesPages, last, success, due, problem, failures, gone, entityTag,
        modified, articles, unread, barredUntil
        """

    func all() throws -> [Source] {
        try Row.fetchAll(db.cachedStatement(sql: "SELECT \(Sources.columns) FROM source")).compactMap(Sources.source)
    }

    func source(_ id: SourceID) throws -> Source? {
        let sql = "SELECT \(Sources.columns) FROM source WHERE id = ?"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]).flatMap(Sources.source)
    }

    func source(at address: String) throws -> Source? {
        let sql = "SELECT \(Sources.columns) FROM source WHERE address = ?"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [Sources.stored(address)])
            .flatMap(Sources.source)
    }

    func insert(_ source: Source) throws -> Source {
        let address = Sources.stored(source.address)
        try db.cachedStatement(
            sql: """
                INSERT INTO source (kind, address, scope, title, site, tags, fetchesPages) VALUES (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                source.kind.rawValue, address, address, source.title?.withoutNUL, source.site?.withoutNUL,
                Sources.written(source.tags), source.fetchesPages,
            ])
        var stored = source
        stored.id = db.lastInsertedRowID
        try note(source.visits, of: stored.id)
        return try self.source(stored.id) ?? stored
    }

    func note(_ visits: Visits, of id: SourceID) throws {
        try db.cachedStatement(
            sql: """
                UPDATE source SET last = ?, success = ?, due = ?, problem = ?, failures = ?, gone = ?, entityTag = ?,
                    modified = ?, barredUntil = ? WHERE id = ?
                """
        ).execute(
            arguments: [
                visits.last?.seconds, visits.success?.seconds, visits.due?.seconds, visits.problem?.withoutNUL,
                max(0, visits.failures), visits.isGone, visits.entityTag?.withoutNUL, visits.modified?.withoutNUL,
                visits.barredUntil?.seconds, id,
            ])
    }

    func remove(_ id: SourceID) throws -> Bool {
        try db.cachedStatement(sql: "DELETE FROM source WHERE id = ?").execute(arguments: [id])
        return db.changesCount > 0
    }

    func move(_ id: SourceID, to address: String) throws -> SourceID? {
        guard let moved = try source(id) else { return nil }
        guard let other = try source(at: address), other.id != id else {
            try db.cachedStatement(sql: "UPDATE source SET address = ? WHERE id = ?")
                .execute(arguments: [Sources.stored(address), id])
            return id
        }
        try db.cachedStatement(
            sql: """
                UPDATE source SET title = coalesce(title, ?), site = coalesce(site, ?), tags = ?,
                    fetchesPages = max(fetchesPages, ?) WHERE id = ?
                """
        ).execute(
            arguments: [
                moved.title, moved.site, Sources.written(other.tags + moved.tags), moved.fetchesPages, other.id,
            ])
        try db.cachedStatement(sql: "UPDATE OR IGNORE origin SET source = ? WHERE source = ?")
            .execute(arguments: [other.id, id])
        _ = try remove(id)
        try recount(other.id)
        return other.id
    }

    func recount(_ id: SourceID) throws {
        try db.cachedStatement(
            sql: """
                UPDATE source SET (articles, unread) =
                    (SELECT count(*), coalesce(sum(s.read = 0), 0)
                    FROM origin AS o CROSS JOIN state AS s ON s.slot = o.slot WHERE o.source = source.id)
                WHERE id = ?
                """
        ).execute(arguments: [id])
    }
}

extension Sources {
    /// An address as it is stored: that of a feed in one form, a folder's path as it is.
    static func stored(_ address: String) -> String {
        (CanonicalAddress.ofFeed(address) ?? address).withoutNUL
    }

    /// Tags as the table holds them, a line each.
    static func written(_ tags: [String]) -> String {
        var seen: Set<String> = []
        return tags.map { $0.withoutNUL.split(whereSeparator: \.isNewline).joined(separator: " ") }
            .filter { !$0.isEmpty && seen.insert($0).inserted }.joined(separator: "\n")
    }

    private static func source(_ row: Row) -> Source? {
        guard let kind = Source.Kind(rawValue: row[1]) else { return nil }
        func moment(_ column: Int) -> Timestamp? { (row[column] as Int64?).map { Timestamp(seconds: $0) } }
        let visits = Visits(
            last: moment(7), success: moment(8), due: moment(9), problem: row[10], failures: row[11], isGone: row[12],
            entityTag: row[13], modified: row[14], barredUntil: moment(17))
        return Source(
            id: row[0], kind: kind, address: row[2], title: row[3], site: row[4],
            tags: (row[5] as String).split(separator: "\n").map(String.init), fetchesPages: row[6], visits: visits,
            articles: row[15], unread: row[16])
    }
}
