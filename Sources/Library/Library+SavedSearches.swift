import GRDB
public import Model

/// Searches that the user keeps under names, for `search:"name"` in queries.
extension Library {
    /// The saved searches in the user's order.
    public func savedSearches() throws(LibraryError) -> [SavedSearch] {
        try read { db in try SavedSearches(db: db).rows().map(\.search) }
    }

    /// Changes the saved searches, to be undone with `undo()`; `nil` when all stands so already.
    ///
    /// - Throws: `LibraryError.badSearch` for a name that is none or taken, for a search that there is not, and for one
    ///   that would ask for itself or for one that there is not.
    @discardableResult
    public func arrange(_ change: SearchChange) throws(LibraryError) -> Change? {
        let moment = now()
        return try write { db in
            guard let done = try SavedSearches(db: db).make(change) else { return nil }
            return try Journal(db: db).record(
                .arranged, number: db.nextNumber(.lastChange), ids: done.ids, subject: done.words, at: moment)
        }
    }

    /// What is wrong with the saved searches that a query asks for, which then find nothing; `nil` when all is well.
    public func searchFault(of query: Query) throws(LibraryError) -> SearchFault? {
        guard !query.savedNames.isEmpty else { return nil }
        return try read { db in query.searchFault(try search(in: db)) }
    }

    /// How many unread articles a query matches, counted beside all other reading: in the background.
    public func unreadCount(_ query: Query) throws(LibraryError) -> Int {
        let unread = query.and(.state(.unread))
        do {
            return try connections.forCounting().read { db in
                try Counting(finder: finder(db)).count(filter(unread, builtAt: nil, in: db)).total
            }
        } catch {
            throw LibraryError(error, path: path)
        }
    }

    /// A query with what saved searches ask for in place of their names; those that there are not find nothing.
    func expanded(_ query: Query, in db: Database) throws -> Query {
        query.savedNames.isEmpty ? query : query.expanded(try search(in: db)).query
    }

    /// The saved search of a name.
    private func search(in db: Database) throws -> (String) -> Query? {
        let saved = try SavedSearches(db: db).lookup()
        return { [searches] name in saved(name) ?? searches(name) }
    }
}
