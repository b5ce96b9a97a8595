import Model

/// A query in the terms of the tables: names are numbers, days are moments, neighbouring text terms are one search.
///
/// Negations stand only at the leaves, so that a state that keeps its rows (`Flag.Test`) keeps them under a `not` too.
indirect enum Filter: Equatable {
    case everything
    case nothing
    /// A search in the words of articles.
    case search(SearchExpression)
    /// A search in their names by kind, authors, languages and sums.
    case facet(SearchExpression)
    /// What only the article itself can tell.
    case check(ContentCheck)
    case companies([Int64], atLeast: Salience)
    /// Articles that mention companies so often, all of these together.
    case often([Int64], times: Int)
    /// Articles of outlets or from sources.
    case places(outlets: [Int64], sources: [Int64])
    /// Articles of no outlet.
    case outletless
    /// Articles with tags or from sources.
    case tagged([Int64], sources: [Int64])
    case language(String)
    case flag(Flag.Test)
    case updated
    /// Articles that are hidden beyond a moment, in seconds.
    case muted(Int64)
    /// Articles in these slots.
    case among([Int64])
    case since(Timestamp)
    case before(Timestamp)
    case not(Filter)
    case all([Filter])
    case any([Filter])
}

extension Filter {
    /// What all of the parts let through, in the simplest form.
    static func conjunction(of parts: [Filter]) -> Filter {
        var (searches, facets) = (Searches(), Searches())
        var others: [Filter] = []
        for part in flattened(parts, { if case .all(let inner) = $0 { inner } else { nil } }) {
            switch part {
            case .everything: continue
            case .nothing: return .nothing
            case .search(let search): searches.found.append(search)
            case .not(.search(let search)): searches.excluded.append(search)
            case .facet(let search): facets.found.append(search)
            case .not(.facet(let search)): facets.excluded.append(search)
            default: others.append(part)
            }
        }
        others.insert(contentsOf: searches.filters(Filter.search) + facets.filters(Filter.facet), at: 0)
        return others.isEmpty ? .everything : others.count == 1 ? others[0] : .all(others)
    }

    /// The searches in one index that a conjunction asks for or excludes, as one each.
    private struct Searches {
        var found: [SearchExpression] = []
        var excluded: [SearchExpression] = []

        func filters(_ filter: (SearchExpression) -> Filter) -> [Filter] {
            if !found.isEmpty { return [filter(.all(found, except: excluded))] }
            return excluded.isEmpty ? [] : [.not(filter(.any(excluded)))]
        }
    }

    /// What one of the parts lets through, in the simplest form.
    static func alternatives(of parts: [Filter]) -> Filter {
        var (searches, facets): ([SearchExpression], [SearchExpression]) = ([], [])
        var others: [Filter] = []
        for part in flattened(parts, { if case .any(let inner) = $0 { inner } else { nil } }) {
            switch part {
            case .nothing: continue
            case .everything: return .everything
            case .search(let search): searches.append(search)
            case .facet(let search): facets.append(search)
            default: others.append(part)
            }
        }
        if !facets.isEmpty { others.insert(.facet(.any(facets)), at: 0) }
        if !searches.isEmpty { others.insert(.search(.any(searches)), at: 0) }
        return others.isEmpty ? .nothing : others.count == 1 ? others[0] : .any(others)
    }

    private static func flattened(
        _ parts: [Filter], _ inner: (Filter) -> [Filter]?
    ) -> [Filter] {
        parts.flatMap { inner($0) ?? [$0] }
    }

    /// What the filter does not let through.
    var negated: Filter {
        switch self {
        case .everything: .nothing
        case .nothing: .everything
        case .not(let filter): filter
        case .flag(let test): .flag(test.negated)
        case .all(let parts): .alternatives(of: parts.map(\.negated))
        case .any(let parts): .conjunction(of: parts.map(\.negated))
        default: .not(self)
        }
    }

    /// Whether rows of tables tell it: no text index and no article has to be asked.
    var isRowTest: Bool {
        switch self {
        case .search, .facet, .check: false
        case .not(let filter): filter.isRowTest
        case .all(let parts), .any(let parts): parts.allSatisfy(\.isRowTest)
        default: true
        }
    }
}
