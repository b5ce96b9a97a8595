import GRDB
import Model

/// By outlet's name, case and accents aside, the newest first within each; articles of no outlet last.
struct SourceOrder: ListOrder {
    private let finder: Finder
    private let filter: Filter
    /// The outlets in order; `nil` is none.
    private let outlets: [Int64?]
    private let places: [Int64?: Int]
    /// All slots in order, where they are few.
    private let few: [Int64]?

    init(_ plan: Plan, _ filter: Filter, by finder: Finder) throws {
        self.finder = finder
        let db = finder.db
        self.filter = filter
        let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT id, name FROM outlet WHERE articles > 0"))
        let named = rows.map { (name: Folding.fold($0[1] as String), id: $0[0] as Int64) }.sorted { $0 < $1 }
        outlets = named.map(\.id) + [nil]
        places = Dictionary(uniqueKeysWithValues: outlets.enumerated().map { ($1, $0) })
        let slots = try plan.slots(Window(limit: finder.limits.mostSorted + 1), by: finder)
        guard slots.count <= finder.limits.mostSorted else {
            few = nil
            return
        }
        let order = try SourceOrder.places(of: slots, places, in: db)
        few = slots.sorted { (order[$0] ?? .max, -$0) < (order[$1] ?? .max, -$1) }
    }

    func slots(_ window: Window) throws -> [Int64] {
        if let few { return SourceOrder.slots(window, of: few) }
        var found: [Int64] = []
        var place = try window.from.map { try self.place(of: $0) } ?? (window.isTowardsNewer ? outlets.count - 1 : 0)
        var from = window.from
        while found.count < window.limit, outlets.indices.contains(place) {
            let part: Filter = outlets[place].map { .places(outlets: [$0], sources: []) } ?? .outletless
            if let plan = try Planner(finder).plan(.conjunction(of: [filter, part])) {
                var rest = window.with(limit: window.limit - found.count)
                rest.from = from
                found += try plan.slots(rest, by: finder)
            }
            from = nil
            place += window.isTowardsNewer ? -1 : 1
        }
        return found
    }

    private func place(of slot: Int64) throws -> Int {
        try SourceOrder.places(of: [slot], places, in: finder.db)[slot] ?? outlets.count - 1
    }

    /// A window of slots that are all there.
    private static func slots(_ window: Window, of all: [Int64]) -> [Int64] {
        let place = window.from.flatMap { all.firstIndex(of: $0) }
        if window.isTowardsNewer {
            let end = place.map { $0 + (window.isInclusive ? 1 : 0) } ?? (window.from == nil ? all.count : 0)
            return all[..<end].reversed().prefix(window.limit) + []
        }
        let start = place.map { $0 + (window.isInclusive ? 0 : 1) } ?? 0
        return Array(all[start...].prefix(window.limit))
    }

    /// The place of each slot's outlet.
    private static func places(of slots: [Int64], _ places: [Int64?: Int], in db: Database) throws -> [Int64: Int] {
        let statement = try db.cachedStatement(sql: "SELECT outlet FROM article WHERE slot = ?")
        var found: [Int64: Int] = [:]
        for slot in slots {
            let row = try Row.fetchOne(statement, arguments: [slot])
            found[slot] = places[row?[0] as Int64?] ?? places.count
        }
        return found
    }
}
