import GRDB

/// What a transaction changes in the text index, written at its end in order of slots.
///
/// FTS5 writes out what it holds in memory whenever a row comes before the last one, so order is speed. The index keeps
/// no text of its own: to take a row out it must be given the very words that were put in.
struct IndexChanges {
    /// What is searched of an article.
    struct Document: Equatable {
        var title: String
        var text: String
    }

    private var removed: [Int64: Document] = [:]
    private var inserted: [Int64: Document] = [:]
    private var removedFacets: [Int64: String] = [:]
    private var insertedFacets: [Int64: String] = [:]

    mutating func insert(_ document: Document, at slot: Int64) {
        inserted[slot] = document
    }

    mutating func remove(_ document: Document, at slot: Int64) {
        if inserted.removeValue(forKey: slot) == nil { removed[slot] = document }
    }

    /// Notes what an article is searched by apart from its words.
    mutating func insert(facets: String, at slot: Int64) {
        insertedFacets[slot] = facets
    }

    mutating func remove(facets: String, at slot: Int64) {
        if insertedFacets.removeValue(forKey: slot) == nil { removedFacets[slot] = facets }
    }

    func apply(in db: Database) throws {
        try write(removedFacets, with: "INSERT INTO facet (facet, rowid, tokens) VALUES ('delete', ?, ?)", in: db)
        try write(insertedFacets, with: "INSERT INTO facet (rowid, tokens) VALUES (?, ?)", in: db)
        try write(removed, with: "INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)", in: db)
        try write(inserted, with: "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", in: db)
    }

    private func write(_ documents: [Int64: Document], with sql: String, in db: Database) throws {
        let statement = try db.cachedStatement(sql: sql)
        for (slot, document) in documents.sorted(by: { $0.key < $1.key }) {
            try statement.execute([slot, document.title, document.text], with: document.text)
        }
    }

    private func write(_ facets: [Int64: String], with sql: String, in db: Database) throws {
        let statement = try db.cachedStatement(sql: sql)
        for (slot, tokens) in facets.sorted(by: { $0.key < $1.key }) {
            try statement.execute(arguments: [slot, tokens])
        }
    }
}
