import GRDB

/// The slots of a selection, read along its index.
///
/// Asked for one slot after the other it goes on along the index as long as that is near, and else looks the slot up: of a
/// frequent word beside a rare one that takes a thirtieth of a millisecond, however many articles have it.
final class RowStream: SlotStream {
    private let selection: Selection
    private let db: Database
    private let limits: FindingLimits
    private let isTowardsNewer: Bool
    private var window: Window
    private var cursor: FastDatabaseValueCursor<Int64>?
    private var current: Int64?
    private var test: (statement: Statement, arguments: StatementArguments)?
    /// How many steps along the index may be gone; a slot that is asked for gives some more.
    private var steps: Int
    /// How many slots are looked up before it is tried again to go along the index.
    private var lookups = 0

    init(_ selection: Selection, _ window: Window, _ finder: Finder) throws {
        self.selection = selection
        self.window = window
        db = finder.db
        limits = finder.limits
        steps = limits.stepsAtFirst
        isTowardsNewer = window.isTowardsNewer
        self.window.limit = .max
        if selection.lookup == .byKey { lookups = .max }
    }

    func next() throws -> Int64? {
        if cursor == nil { try open(window) }
        return try cursor?.next()
    }

    func has(_ slot: Int64) throws -> Bool {
        guard lookups == 0 else {
            if lookups < .max { lookups -= 1 }
            return try lookUp(slot)
        }
        if cursor == nil {
            try open(Window(from: slot, isInclusive: true, isTowardsNewer: isTowardsNewer, limit: .max))
            current = try cursor?.next()
            steps = limits.stepsAtFirst
        }
        steps = min(steps + limits.stepsASlot, limits.mostSteps)
        while let place = current, isTowardsNewer ? place < slot : place > slot {
            guard steps > 0 || selection.lookup == .never else {
                cursor = nil
                lookups = limits.lookupsInARow
                return try lookUp(slot)
            }
            steps -= 1
            current = try cursor?.next()
        }
        return current == slot
    }

    private func open(_ window: Window) throws {
        cursor = try SQLRequest<Int64>(literal: selection.slots(in: window)).fetchCursor(db)
    }

    private func lookUp(_ slot: Int64) throws -> Bool {
        let (statement, arguments) = try test ?? makeTest()
        return try Int.fetchOne(statement, arguments: arguments + ["slot": slot]) != nil
    }

    private func makeTest() throws -> (statement: Statement, arguments: StatementArguments) {
        let (sql, arguments) = try selection.test.build(db)
        let made = (try db.makeStatement(sql: sql), arguments)
        test = made
        return made
    }
}
