/// Why a saved search in a query finds nothing.
public enum SearchFault: Error, Hashable, Sendable {
    /// There is none of this name; `within` is the saved search that asks for it.
    case missing(String, within: String?)
    /// It asks for itself, perhaps through others.
    case circle(String)
}

extension SearchFault: CustomStringConvertible {
    /// What is wrong, as a sentence.
    public var description: String {
        switch self {
        case .missing(let name, nil): "There is no saved search “\(name)”."
        case .missing(let name, let other?): "The saved search “\(other)” asks for “\(name)”, which there is not."
        case .circle(let name): "The saved search “\(name)” asks for itself."
        }
    }
}

extension Query {
    /// The first thing that is wrong with the saved searches that the query asks for; `nil` where all find something.
    ///
    /// - Parameter search: The saved search of a name.
    public func searchFault(_ search: (String) -> Query?) -> SearchFault? {
        searchFault(search, within: [])
    }

    private func searchFault(_ search: (String) -> Query?, within: [String]) -> SearchFault? {
        for name in savedNames {
            let folded = Folding.fold(name)
            if let same = within.first(where: { Folding.fold($0) == folded }) { return .circle(same) }
            guard let found = search(name) else { return .missing(name, within: within.last) }
            if let fault = found.searchFault(search, within: within + [name]) { return fault }
        }
        return nil
    }

    /// The names of the saved searches that the query itself asks for, in order.
    public var savedNames: [String] {
        switch self {
        case .saved(let name): [name]
        case .not(let query): query.savedNames
        case .all(let parts), .any(let parts): parts.flatMap(\.savedNames)
        default: []
        }
    }

    /// Whether the query or a part of it passes a test.
    public func contains(where test: (Query) -> Bool) -> Bool {
        if test(self) { return true }
        switch self {
        case .not(let query): return query.contains(where: test)
        case .all(let parts), .any(let parts): return parts.contains { $0.contains(where: test) }
        default: return false
        }
    }

    /// The query with another name where it asks for a saved search of a name.
    public func renamingSearch(_ name: String, to other: String) -> Query {
        switch self {
        case .saved(let found) where Folding.fold(found) == Folding.fold(name): .saved(other)
        case .not(let query): .not(query.renamingSearch(name, to: other))
        case .all(let parts): .all(parts.map { $0.renamingSearch(name, to: other) })
        case .any(let parts): .any(parts.map { $0.renamingSearch(name, to: other) })
        default: self
        }
    }
}

extension Query {
    /// Reads a query's text, and says at which column a saved search is none that finds something.
    public static func parse(_ text: String, searches: (String) -> Query?) throws(QueryError) -> Query {
        var parser = QueryParser(text)
        let query = try parser.parse()
        for (name, column) in parser.searches {
            guard let fault = Query.saved(name).searchFault(searches) else { continue }
            let expected =
                switch fault {
                case .missing(_, nil): "the name of a saved search"
                case .missing(let other, _):
                    "a saved search that finds something; it asks for “\(other)”, which there is not"
                case .circle: "a saved search that does not ask for itself"
                }
            throw QueryError(column: column, found: name, expected: expected)
        }
        return query
    }
}
