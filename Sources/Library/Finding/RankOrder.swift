import GRDB
import Model

/// The best first: the newest matches and those with the words in their titles by rank, then all others by date.
///
/// Ranking everything would take as long as the library is large; this takes as long as a thousand articles do.
struct RankOrder: ListOrder {
    private let finder: Finder
    private let plan: Plan
    /// What is ranked, the best first.
    private let head: [Int64]
    /// The place of each of them.
    private let places: [Int64: Int]
    /// What is older than this and not in the head follows by date; `nil` where all is in the head.
    private let bound: Int64?

    /// - Parameter titles: What finds the matches that have the words in their titles.
    init(_ plan: Plan, titles: Plan?, _ ranking: Ranking, by finder: Finder) throws {
        self.finder = finder
        self.plan = plan
        let isAlone = plan.isSearchAlone
        let most = isAlone ? finder.limits.mostRankedAlone : finder.limits.mostRanked
        var newest = try plan.slots(Window(limit: most + 1), by: finder)
        bound = newest.count > most ? newest[most - 1] : nil
        if bound != nil { newest.removeLast() }
        var scores = try ranking.scores(of: newest, isEveryMatch: isAlone)
        if let bound, let titles {
            let best = try titles.slots(Window(from: bound, limit: finder.limits.mostRankedTitles), by: finder)
            scores.merge(try ranking.scores(of: best, isEveryMatch: false)) { first, _ in first }
        }
        head = scores.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.map(\.key)
        places = Dictionary(uniqueKeysWithValues: head.enumerated().map { ($1, $0) })
    }

    func slots(_ window: Window) throws -> [Int64] {
        window.isTowardsNewer ? try before(window) : try after(window)
    }

    private func after(_ window: Window) throws -> [Int64] {
        var found: [Int64] = []
        var rest = window
        if let from = window.from, places[from] == nil, let bound, from < bound {
            rest = window
        } else {
            let start = window.from.flatMap { places[$0] }.map { $0 + (window.isInclusive ? 0 : 1) } ?? 0
            found = Array(head[start...].prefix(window.limit))
            rest.from = bound
            rest.isInclusive = false
        }
        guard found.count < window.limit, bound != nil else { return found }
        return found + (try tail(rest.with(limit: window.limit - found.count)))
    }

    private func before(_ window: Window) throws -> [Int64] {
        var found: [Int64] = []
        var end = head.count
        if let place = window.from.flatMap({ places[$0] }) {
            end = place + (window.isInclusive ? 1 : 0)
        } else if let bound, window.from ?? bound - 1 < bound {
            found = try tail(window)
        } else if window.from != nil {
            end = 0
        }
        return found + head[..<end].reversed().prefix(window.limit - found.count)
    }

    /// The slots of a window below the bound that are not ranked.
    private func tail(_ window: Window) throws -> [Int64] {
        guard let bound else { return [] }
        let stream = try plan.stream(window, by: finder)
        var found: [Int64] = []
        while found.count < window.limit, let slot = try stream.next(), slot < bound {
            if places[slot] == nil { found.append(slot) }
        }
        return found
    }
}

extension Plan {
    /// Whether it is a search in the words of articles and nothing else.
    fileprivate var isSearchAlone: Bool {
        if case .rows(let selection) = self, case .search = selection.lead, selection.conditions.isEmpty {
            true
        } else {
            false
        }
    }
}
