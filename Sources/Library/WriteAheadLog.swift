import Foundation
import GRDB

/// Turns a database to a write-ahead log, beside others that may be doing the same.
enum WriteAheadLog {
    /// How long another program may keep us from it, as long as for any other lock.
    private static let patience = Duration.seconds(5)

    /// Has the database keep a log from now on.
    ///
    /// SQLite does not wait here: to change the mode it holds a lock on the file that the other program needs, and waiting would
    /// never end, so that the busy handler is not asked (`sqlite3_busy_handler`, "deadlock"). Each attempt that fails lets go of
    /// all locks; then one of the programs comes through.
    static func begin(in db: Database) throws {
        let deadline = ContinuousClock.now + patience
        while true {
            do {
                _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
                return
            } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && .now < deadline {
                Thread.sleep(forTimeInterval: Double.random(in: 0.002...0.02))
            }
        }
    }
}
