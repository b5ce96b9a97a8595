public import Model

extension Library {
    /// What the names of a query lead to: what to mark in texts, and what to say of names that lead nowhere.
    public func meaning(of query: Query) throws(LibraryError) -> QueryMeaning {
        let expanded = query.expanded(searches).query
        return try read { db in
            let resolver = try resolver(in: db)
            var companies: [String: [String]] = [:]
            for name in expanded.companyNames where companies[name] == nil {
                companies[name] = try resolver.names(of: resolver.ids(of: name))
            }
            return QueryMeaning(query: expanded, companies: companies)
        }
    }

    /// The names that a query can hold apart from companies, for completion: outlets and sources by their articles, tags.
    public func queryNames() throws(LibraryError) -> QueryCompletion.Names {
        let sources = try sources().map { $0.title ?? $0.address }
        var seen: Set<String> = []
        let places = (try outlets().map(\.name) + sources).filter { seen.insert($0).inserted }
        return QueryCompletion.Names(sources: places, tags: try tags(), searches: try savedSearches().map(\.name))
    }
}
