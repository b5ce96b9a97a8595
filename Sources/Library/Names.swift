import GRDB
import Model

/// The table of names: which article an identifier, address or place in a file names.
struct Names {
    let db: Database

    /// The article of a name; `nil` where the name is new or several articles have had it.
    func article(_ name: Int64) throws -> ArticleID? {
        let sql = "SELECT article FROM name WHERE hash = ?"
        let id = try ArticleID.fetchOne(db.cachedStatement(sql: sql), arguments: [name])
        return id == 0 ? nil : id
    }

    /// Gives a name to an article, unless another one has it or several have had it.
    func give(_ name: Int64, to id: ArticleID) throws {
        try db.cachedStatement(sql: "INSERT OR IGNORE INTO name (hash, article) VALUES (?, ?)")
            .execute(arguments: [name, id])
    }

    /// Notes that a name is no article's.
    func share(_ name: Int64) throws {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO name (hash, article) VALUES (?, 0)")
            .execute(arguments: [name])
    }
}
