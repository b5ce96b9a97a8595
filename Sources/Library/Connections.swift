import GRDB
import Synchronization

/// The connections to a library's database: one that changes it, one that reads beside it and never waits for a change
/// (WAL), and one for what may take long, so that nothing else waits for it.
///
/// The second is opened with the first change, the third at its first use: until then there is nothing to wait for, and a
/// reader that starts, or a command that only lists, does with one. GRDB's pool would do as much, but at every opening it
/// writes to the log, syncs it twice, and asks the system who the user is: a fifth of the time from start to screen.
final class Connections: Sendable {
    /// A connection and what breaks off its reading.
    struct Connection: Sendable {
        let queue: DatabaseQueue
        let interruption = Interruption()

        init(_ queue: DatabaseQueue) throws {
            self.queue = queue
            let interruption = interruption
            queue.inDatabase { interruption.watch($0.sqliteConnection) }
        }

        /// Reads as long as somebody has the patience.
        func read<Value>(_ patience: Patience?, _ body: (Database) throws -> Value) throws -> Value {
            try queue.read { db in
                guard let patience else { return try body(db) }
                return try interruption.within(patience) { try body(db) }
            }
        }
    }

    private let writer: Connection
    private let reader = Mutex<Connection?>(nil)
    private let slowReader = Mutex<Connection?>(nil)
    private let counter = Mutex<DatabaseQueue?>(nil)
    private let openReader: @Sendable () throws -> DatabaseQueue?

    /// Connections of which the others are opened by a function; in memory it gives none.
    init(writer: DatabaseQueue, reader: @escaping @Sendable () throws -> DatabaseQueue?) throws {
        self.writer = try Connection(writer)
        openReader = reader
    }

    /// The last to be closed folds the log into the file, which a connection that only reads cannot.
    deinit {
        try? counter.withLock { $0 }?.close()
        try? slowReader.withLock { $0 }?.queue.close()
        try? reader.withLock { $0 }?.queue.close()
        try? writer.queue.close()
    }

    /// The connection to read with.
    var forReading: Connection {
        reader.withLock { $0 } ?? writer
    }

    /// The connection to read with what may take long.
    func forSlowReading() throws -> Connection {
        try slowReader.withLock { try Connections.opened(&$0, by: openReader) } ?? writer
    }

    /// The connection to change with; from now on reading goes beside it.
    func forChanging() throws -> DatabaseQueue {
        _ = try reader.withLock { try Connections.opened(&$0, by: openReader) }
        return writer.queue
    }

    /// A connection for what takes long and nobody waits for; opened when first asked for.
    func forCounting() throws -> DatabaseQueue {
        try counter.withLock { counter in
            let known = try counter ?? openReader() ?? writer.queue
            counter = known
            return known
        }
    }

    /// Writes all that the database holds into a new file. A connection of its own reads, so that marks are made meanwhile.
    func backUp(to file: String) throws {
        try (openReader() ?? writer.queue).writeWithoutTransaction { db in
            try db.execute(sql: "VACUUM INTO ?", arguments: [file])
        }
    }

    /// The connection that sees the changes of other programs only.
    var forWatching: DatabaseQueue { writer.queue }

    private static func opened(
        _ connection: inout Connection?, by open: () throws -> DatabaseQueue?
    ) throws -> Connection? {
        if connection == nil { connection = try open().map(Connection.init) }
        return connection
    }
}
