import GRDB
import Model

/// The table of the user's tags on articles.
struct Tagging {
    let db: Database

    /// Gives articles a tag, or takes it away; those that this changed.
    func set(_ tag: String, _ isSet: Bool, on ids: [ArticleID]) throws -> [ArticleID] {
        if isSet {
            try db.cachedStatement(sql: "INSERT OR IGNORE INTO tag (name) VALUES (?)").execute(arguments: [tag])
        }
        let sql = """
            SELECT DISTINCT a.slot, a.id FROM json_each(?) AS j CROSS JOIN article AS a ON a.id = j.value
            WHERE \(isSet ? "NOT" : "") EXISTS
                (SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag WHERE g.slot = a.slot AND t.name = ?)
            """
        let changed = try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [JSONList(ids).text, tag])
        let change = try db.cachedStatement(
            sql: isSet
                ? "INSERT INTO tagging (slot, tag) SELECT ?, id FROM tag WHERE name = ?"
                : "DELETE FROM tagging WHERE slot = ? AND tag = (SELECT id FROM tag WHERE name = ?)")
        for row in changed { try change.execute(arguments: [row[0] as Int64, tag]) }
        if !isSet || changed.isEmpty {
            try db.cachedStatement(
                sql: "DELETE FROM tag WHERE name = ? AND NOT EXISTS (SELECT 1 FROM tagging WHERE tag = tag.id)"
            ).execute(arguments: [tag])
        }
        return changed.map { $0[1] }
    }
}
