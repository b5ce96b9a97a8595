import GRDB

/// Opens the databases of libraries.
enum Opening {
    /// A database in a file.
    static func file(path: String, progress: (Library.Migration) -> Void) throws -> Connections {
        let header = FileHeader.look(at: path)
        if header == .doubtful { try inspect(path: path) }
        let writer = try DatabaseQueue(path: path, configuration: configuration)
        try writer.writeWithoutTransaction { db in
            // A file that has its log keeps it; setting the mode again would write to it.
            if header != .ours { try WriteAheadLog.begin(in: db) }
            try Schema.migrate(db, progress: progress)
        }
        return try Connections(writer: writer) {
            var reading = configuration
            reading.readonly = true
            return try DatabaseQueue(path: path, configuration: reading)
        }
    }

    /// A database in memory.
    static func memory() throws -> Connections {
        let queue = try DatabaseQueue(configuration: configuration)
        try queue.writeWithoutTransaction { db in try Schema.migrate(db) }
        return try Connections(writer: queue) { nil }
    }

    /// Refuses a file that is no library of ours before anything in it is touched.
    private static func inspect(path: String) throws {
        var readOnly = Configuration()
        readOnly.readonly = true
        readOnly.busyMode = .timeout(5)
        do {
            try DatabaseQueue(path: path, configuration: readOnly).read { db in try inspect(db, path: path) }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
            return
        } catch let error as DatabaseError where error.resultCode == .SQLITE_IOERR {
            throw LibraryError.cannotOpen(path: path)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_READONLY {
            // A program ended while it changed the file: what it left is taken back by one that may write.
            var writing = Configuration()
            writing.busyMode = .timeout(5)
            try DatabaseQueue(path: path, configuration: writing).read { db in try inspect(db, path: path) }
        }
    }

    private static func inspect(_ db: Database, path: String) throws {
        let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
        let form = try Schema.form(of: db)
        let isEmpty = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") == 0
        guard application == Schema.application || isEmpty else { throw LibraryError.notALibrary(path: path) }
        guard form <= Schema.version else { throw LibraryError.newer(path: path, form: form) }
    }

    /// Commits survive the end of the program; after a power cut the last ones may be gone, but the file is whole
    /// (`synchronous = NORMAL` with WAL). Pages are cached by the connection and not mapped, since a fault in a mapped
    /// file ends the program. Foreign keys are on by GRDB's default.
    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "library"
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { db in
            try db.execute(
                sql: """
                    PRAGMA synchronous = NORMAL; PRAGMA secure_delete = FAST;
                    PRAGMA wal_autocheckpoint = 4000;
                    PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = \(db.configuration.readonly ? -2000 : -8000)
                    """)
            if !db.configuration.readonly {
                try db.execute(sql: "CREATE TEMP TABLE changed (slot INTEGER PRIMARY KEY, id INTEGER NOT NULL)")
            }
        }
        return configuration
    }
}
