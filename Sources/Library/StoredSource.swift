import GRDB
import Model

/// A source as far as storing its articles needs it.
struct StoredSource {
    var id: SourceID
    var kind: Source.Kind
    /// In what identifiers of its own are unique: its first address, which stays when it moves.
    var scope: String
    /// What its site's address is known by; no article has it.
    var siteKey: String?

    /// The source of a number; `nil` where it is there no more.
    init?(_ id: SourceID, in db: Database) throws {
        let sql = "SELECT kind, scope, site FROM source WHERE id = ?"
        guard let row = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]),
            let kind = Source.Kind(rawValue: row[0])
        else { return nil }
        self.id = id
        self.kind = kind
        scope = row[1]
        siteKey = (row[2] as String?).flatMap { CanonicalAddress($0)?.key }
    }
}
