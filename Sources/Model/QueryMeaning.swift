/// What the names of a query lead to in a library.
public struct QueryMeaning: Equatable, Sendable {
    /// The query, with what saved searches ask for in place of their names.
    public var query: Query
    /// The canonical names of the library's companies, by what the user calls them; subsidiaries are among them.
    public var companies: [String: [String]]

    /// What the names of a query lead to.
    public init(query: Query, companies: [String: [String]]) {
        self.query = query
        self.companies = companies
    }

    /// The names of companies that lead to none of the library's.
    public var unknown: [String] {
        companies.filter(\.value.isEmpty).keys.sorted()
    }
}
