import GRDB
import Model

/// The table of saved searches.
struct SavedSearches {
    /// A search that holds.
    struct Row: Equatable {
        var id: Int64
        var search: SavedSearch
        var place: Int64
    }

    let db: Database

    /// Those that hold, in the user's order.
    func rows() throws -> [Row] {
        let sql = "SELECT id, name, text, place FROM saved WHERE holds = 1 ORDER BY place, id"
        return try GRDB.Row.fetchAll(db.cachedStatement(sql: sql)).map {
            Row(id: $0[0], search: SavedSearch(name: $0[1], text: $0[2]), place: $0[3])
        }
    }

    /// The query of each name.
    func lookup() throws -> (String) -> Query? {
        let texts = Dictionary(try rows().map { (Folding.fold($0.search.name), $0.search.text) }) { $1 }
        return { name in texts[Folding.fold(name)].flatMap { try? Query.parse($0) } }
    }

    /// Has rows hold that did not, and the other way round.
    func turnOver(_ ids: [Int64]) throws {
        let list = JSONList(ids).text
        let sql = "SELECT id FROM saved WHERE holds = 1 AND id IN (SELECT value FROM json_each(?))"
        let held = try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [list])
        // Those that end first, so that no name holds twice at any moment.
        try hold(held, false)
        try hold(ids.filter { !held.contains($0) }, true)
    }

    private func hold(_ ids: [Int64], _ holds: Bool) throws {
        try db.cachedStatement(sql: "UPDATE saved SET holds = ? WHERE id IN (SELECT value FROM json_each(?))")
            .execute(arguments: [holds, JSONList(ids).text])
    }

    /// Adds a row that does not hold yet; its number.
    private func add(_ search: SavedSearch, _ place: Int64) throws -> Int64 {
        try db.cachedStatement(sql: "INSERT INTO saved (name, folded, text, place, holds) VALUES (?, ?, ?, ?, 0)")
            .execute(arguments: [search.name, Folding.fold(search.name), search.text, place])
        return db.lastInsertedRowID
    }
}

/// Changes, each of which turns some rows over.
extension SavedSearches {
    /// What a change came to: the rows turned over, and in words.
    struct Done {
        var ids: [Int64]
        var words: String
    }

    /// Makes a change; `nil` where all stands so already.
    func make(_ change: SearchChange) throws -> Done? {
        let done: Done? =
            switch change {
            case .save(let name, let query): try save(SearchName.checked(name), query)
            case .rename(let name, let other): try rename(name, to: SearchName.checked(other))
            case .remove(let name): try remove(row(name))
            case .move(let name, let places): try move(row(name), by: places)
            }
        guard let done, !done.ids.isEmpty else { return nil }
        try turnOver(done.ids)
        return done
    }

    private func row(_ name: String) throws -> Row {
        let folded = Folding.fold(name)
        guard let row = try rows().first(where: { Folding.fold($0.search.name) == folded }) else {
            throw LibraryError.badSearch("\(SearchFault.missing(name, within: nil))")
        }
        return row
    }

    private func remove(_ row: Row) -> Done {
        Done(ids: [row.id], words: "Search “\(row.search.name)” removed")
    }

    private func save(_ name: String, _ query: Query) throws -> Done? {
        let all = try rows()
        try SearchName.check(query, as: name, beside: lookup())
        let search = SavedSearch(name: name, text: query.description)
        let words = "Search “\(name)” saved"
        guard let old = all.first(where: { Folding.fold($0.search.name) == Folding.fold(name) }) else {
            return Done(ids: [try add(search, (all.last?.place ?? 0) + 1)], words: words)
        }
        guard old.search != search else { return nil }
        return Done(ids: [old.id, try add(search, old.place)], words: words + " in place of what it was")
    }

    private func rename(_ name: String, to other: String) throws -> Done? {
        let old = try row(name)
        guard old.search.name != other else { return nil }
        let all = try rows()
        if all.contains(where: { $0.id != old.id && Folding.fold($0.search.name) == Folding.fold(other) }) {
            throw LibraryError.badSearch("There is a saved search “\(other)” already.")
        }
        var ids = [old.id, try add(SavedSearch(name: other, text: old.search.text), old.place)]
        for row in all where row.id != old.id {
            guard let query = row.search.query else { continue }
            let renamed = query.renamingSearch(name, to: other)
            guard renamed != query else { continue }
            ids += [row.id, try add(SavedSearch(name: row.search.name, text: renamed.description), row.place)]
        }
        return Done(ids: ids, words: "Search “\(old.search.name)” is “\(other)” now")
    }

    private func move(_ row: Row, by places: Int) throws -> Done? {
        let before = try rows()
        var after = before
        guard let from = after.firstIndex(of: row) else { return nil }
        let to = min(max(0, from + places), after.count - 1)
        after.insert(after.remove(at: from), at: to)
        var ids: [Int64] = []
        // The places stay what they are, and other searches stand in them.
        for (moved, place) in zip(after, before.map(\.place)) where moved.place != place {
            ids += [moved.id, try add(moved.search, place)]
        }
        return Done(ids: ids, words: "Search “\(row.search.name)” moved \(places < 0 ? "up" : "down")")
    }
}
