import GRDB
import Model

/// A list of articles, read by windows.
struct List {
    let finder: Finder
    let plan: Plan
    let order: any ListOrder

    /// A list in order of time.
    init(finder: Finder, plan: Plan) {
        self.init(finder: finder, plan: plan, order: DateOrder(finder: finder, plan: plan))
    }

    init(finder: Finder, plan: Plan, order: any ListOrder) {
        self.finder = finder
        self.plan = plan
        self.order = order
    }

    /// The slots of a window, those next to its beginning first.
    func slots(_ window: Window) throws -> [Int64] {
        try order.slots(window)
    }

    func page(_ anchor: PageRequest.Anchor, limit: Int) throws -> Page {
        switch anchor {
        case .newest: try page(Window(limit: limit))
        case .oldest: try page(Window(isTowardsNewer: true, limit: limit))
        case .olderThan(let slot): try page(Window(from: slot, limit: limit))
        case .from(let slot): try page(Window(from: slot, isInclusive: true, limit: limit))
        case .newerThan(let slot): try page(Window(from: slot, isTowardsNewer: true, limit: limit))
        case .around(let slot): try page(around: slot, limit: limit)
        }
    }

    /// The page of a window. One row more than asked for tells whether the list goes on.
    private func page(_ window: Window) throws -> Page {
        var found = try slots(window.with(limit: window.limit + 1))
        let goesOn = found.count > window.limit
        if goesOn { found.removeLast() }
        let hasBefore = try hasRows(behind: found.first, window)
        return Page(
            rows: try Rows(db: finder.db).rows(at: window.isTowardsNewer ? found.reversed() : found),
            hasNewer: window.isTowardsNewer ? goesOn : hasBefore,
            hasOlder: window.isTowardsNewer ? hasBefore : goesOn)
    }

    /// Whether the list has rows on the side from which a window comes.
    private func hasRows(behind first: Int64?, _ window: Window) throws -> Bool {
        guard let from = window.from else { return false }
        let behind = Window(
            from: first ?? from, isInclusive: first == nil, isTowardsNewer: !window.isTowardsNewer, limit: 1)
        return try !slots(behind).isEmpty
    }

    /// Half of the rows newer than a slot, the rest from the slot on; where one side is short the other has more.
    private func page(around slot: Int64, limit: Int) throws -> Page {
        let newer = try slots(Window(from: slot, isTowardsNewer: true, limit: limit + 1))
        let older = try slots(Window(from: slot, isInclusive: true, limit: limit + 1))
        let newerCount = min(newer.count, max(limit / 2, limit - older.count))
        let olderCount = min(older.count, limit - newerCount)
        return Page(
            rows: try Rows(db: finder.db).rows(at: newer.prefix(newerCount).reversed() + older.prefix(olderCount)),
            hasNewer: newer.count > newerCount, hasOlder: older.count > olderCount)
    }
}

extension Window {
    func with(limit: Int) -> Window {
        var copy = self
        copy.limit = limit
        return copy
    }
}

/// In which order a list holds its slots. A window towards newer ones goes towards the beginning of the list.
protocol ListOrder {
    /// The slots of a window, those next to its beginning first.
    func slots(_ window: Window) throws -> [Int64]
}

/// The newest first.
struct DateOrder: ListOrder {
    let finder: Finder
    let plan: Plan

    func slots(_ window: Window) throws -> [Int64] {
        try plan.slots(window, by: finder)
    }
}
