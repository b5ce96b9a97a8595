import GRDB
import GRDBSQLite

/// Counts the rows that statements pass by going through tables or indexes, as SQLite tells it when each has ended.
private final class ScanCounter {
    var rows = 0

    func count(on connection: SQLiteConnection?, while body: () throws -> Void) rethrows {
        let context = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_trace_v2(
            connection, UInt32(SQLITE_TRACE_PROFILE),
            { _, context, statement, _ in
                guard let context, let statement else { return 0 }
                let steps = sqlite3_stmt_status(OpaquePointer(statement), SQLITE_STMTSTATUS_FULLSCAN_STEP, 1)
                Unmanaged<ScanCounter>.fromOpaque(context).takeUnretainedValue().rows += Int(steps)
                return 0
            }, context)
        defer { sqlite3_trace_v2(connection, 0, nil, nil) }
        try body()
    }
}

extension Library {
    /// How many rows are passed by scans while something is done to a library in memory: for tests, that what a key asks for
    /// does not take as long as the library is large.
    package func scannedRows(while body: () throws -> Void) throws -> Int {
        let counter = ScanCounter()
        let connection = try connections.forChanging().inDatabase(\.sqliteConnection)
        try counter.count(on: connection, while: body)
        return counter.rows
    }
}
