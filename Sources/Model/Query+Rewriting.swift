extension Query {
    /// The query with something else in place of each of its parts for which that is given.
    public func replacing(_ other: (Query) -> Query?) -> Query {
        if let found = other(self) { return found }
        switch self {
        case .not(let query): return .not(query.replacing(other))
        case .all(let parts): return .all(parts.map { $0.replacing(other) })
        case .any(let parts): return .any(parts.map { $0.replacing(other) })
        default: return self
        }
    }

    /// The query without what it says of its order.
    public var unsorted: Query {
        let parts = conjuncts.filter { if case .sorted = $0 { false } else { true } }
        return parts.isEmpty ? .everything : parts.count == 1 ? parts[0] : .all(parts)
    }

    /// The same query in an order; by date is as it is without saying.
    public func inOrder(_ order: Order) -> Query {
        order == .date ? unsorted : unsorted.and(.sorted(order))
    }

    /// A query's text with another order: the words stay as the user wrote them, where that is possible.
    ///
    /// `chips sort:rank` by source is `chips sort:source`.
    public static func text(_ text: String, inOrder order: Order) -> String {
        guard let query = try? Query.parse(text) else { return text }
        let words = text.split(separator: " ").filter { !$0.lowercased().hasPrefix("sort:") }
        let bare = words.joined(separator: " ")
        let new = order == .date ? bare : (bare.isEmpty ? "" : bare + " ") + "sort:\(order.rawValue)"
        let wanted = query.inOrder(order)
        return (try? Query.parse(new)) == wanted ? new : wanted.description
    }
}
