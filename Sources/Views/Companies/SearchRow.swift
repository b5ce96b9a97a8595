public import Model

/// A saved search as the left pane shows it.
public struct SearchRow: Equatable, Sendable {
    /// What is saved.
    public var search: SavedSearch
    /// How many of its articles are unread; `nil` until they have been counted.
    public var unread: Int?

    /// A search, perhaps not yet counted.
    public init(_ search: SavedSearch, unread: Int? = nil) {
        self.search = search
        self.unread = unread
    }
}

extension CompaniesState {
    /// Takes the saved searches in, in the user's order; the cursor stays on the entry that it was on.
    public mutating func replace(searches new: [SavedSearch]) {
        let known = searches
        keepingCursor {
            $0.searches = new.map { search in SearchRow(search, unread: known.first { $0.search == search }?.unread) }
        }
        knowsSearches = true
    }

    /// Takes in how many articles of saved searches are unread, by their names.
    public mutating func count(searches counts: [String: Int]) {
        for (index, row) in searches.enumerated() {
            if let count = counts[row.search.name] { searches[index].unread = count }
        }
    }

    /// Puts the cursor on a saved search, where there is one of this name.
    public mutating func choose(search name: String) {
        if let row = searches.firstIndex(where: { $0.search.name == name }) { cursor = firstSearch + row }
    }

    /// The query of a saved search; `nil` where there is none of this name.
    public func query(ofSearch name: String) -> Query? {
        let folded = Folding.fold(name)
        return searches.first { Folding.fold($0.search.name) == folded }?.search.query
    }
}
