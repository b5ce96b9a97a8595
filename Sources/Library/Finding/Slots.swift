import GRDB
import Model

extension Plan {
    /// The slots of a window, those next to its beginning first.
    func slots(_ window: Window, by finder: Finder) throws -> [Int64] {
        if case .rows(let selection) = self {
            return try SQLRequest<Int64>(literal: selection.slots(in: window), cached: true).fetchAll(finder.db)
        }
        let stream = try stream(window, by: finder)
        var slots: [Int64] = []
        while slots.count < window.limit, let slot = try stream.next() { slots.append(slot) }
        return slots
    }

    /// All slots, each once, in any order, as a table with the one column `slot`.
    func slots(by finder: Finder) throws -> SQL {
        if case .rows(let selection) = self { return selection.slots }
        return "SELECT value AS slot FROM json_each(\(JSONList(try slots(Window(limit: .max), by: finder)).text))"
    }

    /// How many slots are in a window.
    func count(_ window: Window, by finder: Finder) throws -> Int {
        if case .rows(let selection) = self {
            let sql: SQL = "SELECT count(*) FROM (\(selection.slots(in: window)))"
            return try SQLRequest<Int>(literal: sql).fetchOne(finder.db) ?? 0
        }
        return try slots(window, by: finder).count
    }

    /// Whether the article in a slot is found.
    func has(_ slot: Int64, by finder: Finder) throws -> Bool {
        try stream(Window(limit: 1), by: finder).has(slot)
    }

    /// How SQLite finds the articles, a line for each step.
    func explanation(_ window: Window, by finder: Finder) throws -> [String] {
        switch self {
        case .rows(let selection):
            let sql: SQL = "EXPLAIN QUERY PLAN \(selection.slots(in: window))"
            return try SQLRequest<Row>(literal: sql).fetchAll(finder.db).map { $0["detail"] }
        case .both(let lead, let others):
            return try ([lead] + others).flatMap { try $0.explanation(window, by: finder) }
        case .either(let plans): return try plans.flatMap { try $0.explanation(window, by: finder) }
        case .without(let lead, let other):
            return try lead.explanation(window, by: finder) + other.explanation(window, by: finder)
        case .checked(let plan, _): return try plan.explanation(window, by: finder)
        }
    }
}
