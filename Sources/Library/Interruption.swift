import GRDB
import GRDBSQLite
import Synchronization

/// Breaks off what one connection reads, once nobody waits for it.
///
/// SQLite asks between its steps (`sqlite3_progress_handler`). Unlike `sqlite3_interrupt` that cannot come too late and hit
/// what is read next.
final class Interruption: Sendable {
    private let patience = Mutex<Patience?>(nil)
    /// After how many steps SQLite asks: some microseconds.
    private static let steps: Int32 = 250

    /// Has a connection ask; it must be closed before this value goes.
    func watch(_ connection: SQLiteConnection?) {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_progress_handler(
            connection, Interruption.steps,
            { context in
                guard let context else { return 0 }
                return Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().isDue ? 1 : 0
            }, context)
    }

    /// Reads as long as somebody has the patience.
    func within<Value>(_ new: Patience?, _ body: () throws -> Value) rethrows -> Value {
        patience.withLock { $0 = new }
        defer { patience.withLock { $0 = nil } }
        return try body()
    }

    private var isDue: Bool {
        patience.withLock { $0?.isOver ?? false }
    }
}
