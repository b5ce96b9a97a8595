import GRDB
import Model

/// How the articles of a filter are found, always in order of slots and as far as they are asked for.
///
/// The smallest part leads: a text index, the appearances of companies, the articles of outlets and sources, those that are
/// starred or unread, or else all. Rows of tables are tested by SQL beside it; other searches, alternatives and the
/// articles themselves are asked candidate by candidate (`SlotStream`). Nothing is ever found as a whole to take a window
/// of it.
indirect enum Plan {
    /// What one table finds.
    case rows(Selection)
    /// What a plan finds and all of the others have.
    case both(Plan, [Plan])
    /// What one of the plans finds.
    case either([Plan])
    /// What the first finds and the second does not.
    case without(Plan, Plan)
    /// What a plan finds of which checks hold.
    case checked(Plan, [Filter])
}

/// Makes plans.
struct Planner {
    private let sizes: Sizes
    private let limits: FindingLimits

    init(_ finder: Finder) {
        sizes = Sizes(db: finder.db)
        limits = finder.limits
    }

    /// The way to find a filter's articles; `nil` where it lets nothing through.
    func plan(_ filter: Filter) throws -> Plan? {
        guard filter != .nothing else { return nil }
        var parts = Parts()
        let conjuncts = if case .all(let inner) = filter { inner } else { [filter] }
        for part in conjuncts {
            if part == .nothing { return nil }
            parts.add(part)
        }
        guard var plan = try lead(&parts) else { return nil }
        let beside = try parts.indexes.map { try self.plan($0) }
        guard !beside.contains(where: { $0 == nil }) else { return nil }
        if !beside.isEmpty { plan = .both(plan, beside.compactMap { $0 }) }
        for excluded in parts.excluded {
            if let other = try self.plan(excluded) { plan = .without(plan, other) }
        }
        return parts.checks.isEmpty ? plan : .checked(plan, parts.checks)
    }

    /// The parts of a conjunction by how they are asked.
    private struct Parts {
        /// Tests of rows.
        var tests: [Filter] = []
        /// Searches, and alternatives with searches or checks among them.
        var indexes: [Filter] = []
        /// What must not be found.
        var excluded: [Filter] = []
        var checks: [Filter] = []

        mutating func add(_ part: Filter) {
            switch part {
            case .check, .not(.check): checks.append(part)
            case .not(let filter) where !filter.isRowTest: excluded.append(filter)
            case _ where part.isRowTest: tests.append(part)
            default: indexes.append(part)
            }
        }
    }

    /// The plan of the smallest part, with the tests of rows; the part is taken out of the others.
    private func lead(_ parts: inout Parts) throws -> Plan? {
        let index = try smallestTest(of: parts.tests)
        guard !parts.indexes.isEmpty, index.map({ $0.size > limits.fewRows }) ?? true else {
            return try rows(parts.tests, leading: index?.place)
        }
        let limit = min(index?.size ?? limits.mostCounted, limits.mostCounted)
        var best: (place: Int, size: Int)?
        if parts.indexes.count == 1, index == nil {
            best = (0, 0)
        } else {
            for (place, part) in parts.indexes.enumerated() {
                let size = try sizes.rows(of: part, limit: limit)
                if size < best?.size ?? limit { best = (place, size) }
            }
        }
        guard let place = best?.place ?? (index == nil ? 0 : nil) else {
            return try rows(parts.tests, leading: index?.place)
        }
        switch parts.indexes.remove(at: place) {
        case .search(let search): return .rows(try Selection(.search(search), where: parts.tests, sizes))
        case .facet(let search): return .rows(try Selection(.facet(search), where: parts.tests, sizes))
        case .any(let alternatives):
            let tests = parts.tests
            let plans = try alternatives.compactMap { try plan(.conjunction(of: [$0] + tests)) }
            return plans.isEmpty ? nil : plans.count == 1 ? plans[0] : .either(plans)
        case let other: return try plan(other)
        }
    }

    /// The test whose own table has the fewest rows.
    private func smallestTest(of tests: [Filter]) throws -> (place: Int, size: Int)? {
        var best: (place: Int, size: Int)?
        for (place, test) in tests.enumerated() {
            guard let size = try size(of: test) else { continue }
            if size < best?.size ?? .max { best = (place, size) }
        }
        return best
    }

    /// How many rows a test finds when it leads; `nil` where it cannot.
    private func size(of test: Filter) throws -> Int? {
        if case .any(let parts) = test {
            let sizes = try parts.map { try size(of: $0) }
            return sizes.contains(nil) ? nil : sizes.reduce(0) { $0 + ($1 ?? 0) }
        }
        return try Selection.Lead(test).map { try sizes.rows(of: $0, limit: limits.mostCounted) }
    }

    /// What tests of rows find, led by one of them.
    private func rows(_ tests: [Filter], leading place: Int?) throws -> Plan? {
        guard let place else {
            return .rows(try Selection(tests.contains(where: \.isFlag) ? .states : .articles, where: tests, sizes))
        }
        var others = tests
        let test = others.remove(at: place)
        if case .any(let parts) = test {
            let plans = try parts.compactMap { try plan(.conjunction(of: [$0] + others)) }
            return plans.isEmpty ? nil : .either(plans)
        }
        return try Selection.Lead(test).map { .rows(try Selection($0, where: others, sizes)) }
    }
}
