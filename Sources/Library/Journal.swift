import Foundation
import GRDB
import Model

/// The record of the user's changes, from which they are undone and redone.
///
/// Every change, undo and redo takes the next number of the journal, so a list that was built at a number knows what
/// has changed since. A new change ends what could be redone.
struct Journal {
    /// Whether a change holds, is undone, or was undone and can no longer be redone.
    private enum Standing: Int {
        case done, undone, dropped
    }

    /// A change with the articles or companies that it changed.
    struct Entry {
        var change: Change
        var ids: [Int64]
        /// Whether it is one step with the change before it.
        var continues = false
    }

    let db: Database

    /// Records a change of `ids`, not empty, under a number taken before; one that `continues` is one step with the one before.
    func record(
        _ action: Change.Action, number: Int64, ids: [Int64], subject: String?, at moment: Timestamp,
        continues: Bool = false
    ) throws -> Change {
        var numbers = Numbers.Encoder()
        for id in ids { numbers.add(id) }
        return try record(
            action, number: number, &numbers, subject: subject, at: moment, continues: continues)
    }

    /// Records a change of those that were put down.
    func record(
        _ action: Change.Action, number: Int64, _ numbers: inout Numbers.Encoder, subject: String?,
        at moment: Timestamp, continues: Bool = false
    ) throws -> Change {
        let count = numbers.count
        try db.cachedStatement(sql: "UPDATE journal SET standing = ? WHERE standing = ?")
            .execute(arguments: [Standing.dropped.rawValue, Standing.undone.rawValue])
        try db.cachedStatement(
            sql: "INSERT INTO journal (id, at, action, ids, count, subject, continues) VALUES (?, ?, ?, ?, ?, ?, ?)"
        ).execute(
            arguments: [number, moment.seconds, action.rawValue, numbers.finish(), count, subject, continues])
        return Change(id: number, action: action, count: count, subject: subject)
    }

    /// The last change that holds.
    func lastDone() throws -> Entry? {
        try entry("SELECT max(id) FROM journal WHERE standing = ?", .done)
    }

    /// The first change that is undone.
    private func firstUndone() throws -> Entry? {
        try entry("SELECT min(id) FROM journal WHERE standing = ?", .undone)
    }

    /// Notes that the last step is undone; its changes, the last one first.
    func undoStep() throws -> [Entry] {
        var step: [Entry] = []
        while step.last?.continues ?? true, let entry = try lastDone() {
            try mark(entry.change, isUndone: true)
            step.append(entry)
        }
        return step
    }

    /// Notes that the step undone last holds again; its changes, the first one first.
    func redoStep() throws -> [Entry] {
        var step: [Entry] = []
        while let entry = try firstUndone(), step.isEmpty || entry.continues {
            try mark(entry.change, isUndone: false)
            step.append(entry)
        }
        return step
    }

    /// Notes that a change is undone, or holds again.
    private func mark(_ change: Change, isUndone: Bool) throws {
        try db.cachedStatement(sql: "UPDATE journal SET standing = ? WHERE id = ?")
            .execute(arguments: [(isUndone ? Standing.undone : .done).rawValue, change.id])
    }

    /// The last changes, the newest first.
    func history(limit: Int) throws -> [HistoryRow] {
        let sql = "SELECT id, action, count, subject, at, standing FROM journal ORDER BY id DESC LIMIT ?"
        return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [limit]).compactMap { row in
            Journal.change(row).map {
                HistoryRow(
                    change: $0, at: Timestamp(seconds: row[4]), isUndone: row[5] != Standing.done.rawValue)
            }
        }
    }

    private func entry(_ number: String, _ standing: Standing) throws -> Entry? {
        let sql = "SELECT id, action, count, subject, ids, continues FROM journal WHERE id = (\(number))"
        let found = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [standing.rawValue])
        guard let found, let change = Journal.change(found) else { return nil }
        return Entry(change: change, ids: try Numbers.decode(found[4]), continues: found[5])
    }

    private static func change(_ row: Row) -> Change? {
        Change.Action(rawValue: row[1]).map { Change(id: row[0], action: $0, count: row[2], subject: row[3]) }
    }
}
