import GRDB
public import Model

/// Feeds and folders from which articles keep coming.
extension Library {
    /// All sources in order of name, case and accents aside; hidden articles are not in their counts.
    public func sources() throws(LibraryError) -> [Source] {
        try read { db in
            let hidden = try Muting(db: db).counts(by: "source", of: "origin", now: now())
            let all = try Sources(db: db).all().map { $0.without(hidden[$0.id]) }
            return all.map { (Folding.fold($0.name), $0) }.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }
                .map(\.1)
        }
    }

    /// A source by its number; `nil` where there is none.
    public func source(_ id: SourceID) throws(LibraryError) -> Source? {
        try read { db in try Sources(db: db).source(id) }
    }

    /// The source of an address, in any way to write it; `nil` where there is none.
    public func source(at address: String) throws(LibraryError) -> Source? {
        try read { db in try Sources(db: db).source(at: address) }
    }

    /// Adds a source under the next number; its counters start at 0, whatever `source` says.
    ///
    /// - Returns: The source as it is stored, and whether it is new: one of the same address is left as it is.
    @discardableResult
    public func addSource(_ source: Source) throws(LibraryError) -> (source: Source, isNew: Bool) {
        try write { db in
            let sources = Sources(db: db)
            if let known = try sources.source(at: source.address) { return (known, false) }
            return (try sources.insert(source), true)
        }
    }

    /// Removes a source; the articles that came from it stay. To be undone with `undo()`; `nil` where there is none of this
    /// number.
    @discardableResult
    public func removeSource(_ id: SourceID) throws(LibraryError) -> Change? {
        let moment = now()
        return try write { db in
            guard let source = try Sources(db: db).source(id), try Departures(db: db).leave(id) else { return nil }
            return try Journal(db: db).record(
                .removed, number: db.nextNumber(.lastChange), ids: [id], subject: source.name, at: moment)
        }
    }
}

extension Library {
    /// Gives a source the user's name for it; `nil` or an empty one takes it away, until the source names itself.
    public func renameSource(_ id: SourceID, _ title: String?) throws(LibraryError) {
        try set("title", to: title.flatMap { $0.isEmpty ? nil : $0.withoutNUL }, of: id)
    }

    /// Takes in the name and the site that a source gives itself, where it has none.
    public func describeSource(_ id: SourceID, title: String?, site: String?) throws(LibraryError) {
        try write { db in
            try db.cachedStatement(
                sql: "UPDATE source SET title = coalesce(title, ?), site = coalesce(site, ?) WHERE id = ?"
            ).execute(arguments: [title.flatMap { $0.isEmpty ? nil : $0.withoutNUL }, site?.withoutNUL, id])
        }
    }

    /// Gives a source these tags, in order, in place of those it had; one that is empty or listed twice is left out.
    public func tagSource(_ id: SourceID, _ tags: [String]) throws(LibraryError) {
        try set("tags", to: Sources.written(tags), of: id)
    }

    /// Has the whole page fetched for each new item of a feed, or no longer.
    public func setFetchesPages(_ id: SourceID, _ fetchesPages: Bool) throws(LibraryError) {
        try set("fetchesPages", to: fetchesPages, of: id)
    }

    /// Remembers how the last visits to a source ended.
    public func note(_ visits: Visits, of id: SourceID) throws(LibraryError) {
        try write { db in try Sources(db: db).note(visits, of: id) }
    }

    /// Gives a source another address, to which its own leads for good.
    ///
    /// - Returns: The number under which it goes on: that of the source which has the address already, to which its
    ///   articles, its tags and a name then go; `nil` where there is no such source.
    @discardableResult
    public func moveSource(_ id: SourceID, to address: String) throws(LibraryError) -> SourceID? {
        try write { db in try Sources(db: db).move(id, to: address) }
    }

    private func set(_ column: String, to value: (any DatabaseValueConvertible)?, of id: SourceID) throws(LibraryError)
    {
        try write { db in
            try db.cachedStatement(sql: "UPDATE source SET \(column) = ? WHERE id = ?").execute(arguments: [value, id])
        }
    }
}

extension Source {
    /// The source with so many articles less in its counts.
    fileprivate func without(_ hidden: Count?) -> Source {
        var copy = self
        copy.articles -= hidden?.total ?? 0
        copy.unread -= hidden?.unread ?? 0
        return copy
    }
}
