import Model

/// A query in the terms of the tables: names are numbers, days are moments, neighbouring text terms are one search.
///
/// Negations stand only at the leaves, so that a state that keeps its rows (`Flag.Test`) keeps them under a `not` too.
indirect enum Filter: Equatable {
    case everything
    case nothing
    case search(SearchExpression)
    case companies([Int64], atLeast: Salience)
    /// Articles of outlets or from sources.
    case places(outlets: [Int64], sources: [Int64])
    case language(String)
    case flag(Flag.Test)
    case since(Timestamp)
    case before(Timestamp)
    case not(Filter)
    case all([Filter])
    case any([Filter])
}

extension Filter {
    /// What all of the parts let through, in the simplest form.
    static func conjunction(of parts: [Filter]) -> Filter {
        var searches: [SearchExpression] = []
        var excluded: [SearchExpression] = []
        var others: [Filter] = []
        for part in flattened(parts, { if case .all(let inner) = $0 { inner } else { nil } }) {
            switch part {
            case .everything: continue
            case .nothing: return .nothing
            case .search(let search): searches.append(search)
            case .not(.search(let search)): excluded.append(search)
            default: others.append(part)
            }
        }
        if !searches.isEmpty {
            others.insert(.search(.all(searches, except: excluded)), at: 0)
        } else if !excluded.isEmpty {
            others.append(.not(.search(.any(excluded))))
        }
        return others.isEmpty ? .everything : others.count == 1 ? others[0] : .all(others)
    }

    /// What one of the parts lets through, in the simplest form.
    static func alternatives(of parts: [Filter]) -> Filter {
        var searches: [SearchExpression] = []
        var others: [Filter] = []
        for part in flattened(parts, { if case .any(let inner) = $0 { inner } else { nil } }) {
            switch part {
            case .nothing: continue
            case .everything: return .everything
            case .search(let search): searches.append(search)
            default: others.append(part)
            }
        }
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
}
