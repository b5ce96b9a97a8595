import GRDB
import Synchronization

/// The connections to a library's database: one that changes it, and one that reads beside it and never waits for a
/// change (WAL).
///
/// The second is opened with the first change: until then there is nothing to wait for, and a reader that starts, or a
/// command that only lists, does with one. GRDB's pool would do as much, but at every opening it writes to the log, syncs
/// it twice, and asks the system who the user is: a fifth of the time from start to screen.
final class Connections: Sendable {
    private let writer: DatabaseQueue
    private let reader = Mutex<DatabaseQueue?>(nil)
    private let counter = Mutex<DatabaseQueue?>(nil)
    private let openReader: @Sendable () throws -> DatabaseQueue

    /// Connections of which the second is opened by a function; in memory it gives the first.
    init(writer: DatabaseQueue, reader: @escaping @Sendable () throws -> DatabaseQueue) {
        self.writer = writer
        openReader = reader
    }

    /// The last to be closed folds the log into the file, which a connection that only reads cannot.
    deinit {
        try? counter.withLock { $0 }?.close()
        try? reader.withLock { $0 }?.close()
        try? writer.close()
    }

    /// The connection to read with.
    var forReading: DatabaseQueue {
        reader.withLock { $0 } ?? writer
    }

    /// The connection to change with; from now on reading goes beside it.
    func forChanging() throws -> DatabaseQueue {
        try reader.withLock { reader in
            if reader == nil { reader = try openReader() }
        }
        return writer
    }

    /// A connection for what takes long and nobody waits for; opened when first asked for.
    func forCounting() throws -> DatabaseQueue {
        try counter.withLock { counter in
            let known = try counter ?? openReader()
            counter = known
            return known
        }
    }

    /// Writes all that the database holds into a new file. A connection of its own reads, so that marks are made meanwhile.
    func backUp(to file: String) throws {
        try openReader().writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM INTO ?", arguments: [file])
        }
    }

    /// The connection that sees the changes of other programs only.
    var forWatching: DatabaseQueue { writer }
}
