import Foundation
import GRDB
public import Model
import Synchronization

/// The user's articles, their state and their companies, in one SQLite file.
///
/// All work is done at the call, so call it from a background thread. Several threads and several programs may use one
/// file: each change is one transaction, complete or not made at all, and survives the end of the program at any moment.
///
/// ```swift
/// let library = try Library(path: "library.sqlite")
/// try library.store([(article, annotation)])              // [.added(1)]
/// try library.mark(.read, matching: .state(.unread))      // Change(id: 1, action: .read, count: 1, ...)
/// try library.undo()                                      // the same change, taken back
/// ```
public final class Library: Sendable {
    /// The file, as it was named; `:memory:` for a library without one.
    public let path: String

    let connections: Connections
    let now: @Sendable () -> Timestamp
    let zone: Zone
    let updatedIsUnread: @Sendable () -> Bool
    let resolve: @Sendable (String) -> [String]
    let searches: @Sendable (String) -> Query?
    let folder: String
    let limits: FindingLimits
    let rules = Mutex<@Sendable () -> [Rule]>({ [] })

    /// Opens the library in a file, made where there is none.
    ///
    /// - Parameters:
    ///   - path: The file; its folder must exist.
    ///   - folder: Where the names of articles' files start from; by default the working folder.
    ///   - now: The clock, for new articles, the journal and days such as `today`.
    ///   - zone: The user's time zone, for days in queries.
    ///   - updatedIsUnread: Whether an article that has changed is unread again; asked when one has, never before.
    ///   - resolve: The canonical names that a company's text in a query leads to, subsidiaries included; the library
    ///     adds companies of its own whose folded name is the text.
    ///   - searches: Searches of a name beside those that are saved, for `search:"name"` in queries.
    ///   - progress: Hears how far a library of an older form has been brought to this one, which may take minutes.
    /// - Throws: `LibraryError` where the file is something else, of a newer form, not writable or locked.
    public convenience init(
        path: String, folder: String? = nil, now: @escaping @Sendable () -> Timestamp, zone: Zone = .utc,
        updatedIsUnread: @escaping @Sendable () -> Bool = { false },
        resolve: @escaping @Sendable (String) -> [String] = { [$0] },
        searches: @escaping @Sendable (String) -> Query? = { _ in nil }, progress: (Migration) -> Void = { _ in }
    ) throws(LibraryError) {
        do {
            self.init(
                path: path, connections: try Opening.file(path: path, progress: progress), folder: folder, now: now,
                zone: zone,
                updatedIsUnread: updatedIsUnread, resolve: resolve, searches: searches)
        } catch {
            throw LibraryError(error, path: path)
        }
    }

    /// A library in memory, gone when it is released. The parameters are those of `init(path:)`.
    public static func inMemory(
        folder: String? = nil, now: @escaping @Sendable () -> Timestamp, zone: Zone = .utc,
        updatedIsUnread: @escaping @Sendable () -> Bool = { false },
        resolve: @escaping @Sendable (String) -> [String] = { [$0] },
        searches: @escaping @Sendable (String) -> Query? = { _ in nil }
    ) throws(LibraryError) -> Library {
        let path = ":memory:"
        do {
            return Library(
                path: path, connections: try Opening.memory(), folder: folder, now: now, zone: zone,
                updatedIsUnread: updatedIsUnread, resolve: resolve, searches: searches)
        } catch {
            throw LibraryError(error, path: path)
        }
    }

    /// A library in memory that finds with other limits: for tests.
    package static func inMemory(
        folder: String, now: @escaping @Sendable () -> Timestamp,
        searches: @escaping @Sendable (String) -> Query?, limits: FindingLimits
    ) throws -> Library {
        Library(
            path: ":memory:", connections: try Opening.memory(), folder: folder, now: now, zone: .utc,
            resolve: { [$0] }, searches: searches, limits: limits)
    }

    private init(
        path: String, connections: Connections, folder: String?, now: @escaping @Sendable () -> Timestamp,
        zone: Zone, updatedIsUnread: @escaping @Sendable () -> Bool = { false },
        resolve: @escaping @Sendable (String) -> [String],
        searches: @escaping @Sendable (String) -> Query?, limits: FindingLimits = FindingLimits()
    ) {
        self.path = path
        self.connections = connections
        self.folder = folder ?? FileManager.default.currentDirectoryPath
        self.now = now
        self.zone = zone
        self.updatedIsUnread = updatedIsUnread
        self.resolve = resolve
        self.searches = searches
        self.limits = limits
    }
}

extension Library {
    /// Reads from one unchanging view of the library, as long as somebody has the patience.
    ///
    /// - Parameter isSlow: Whether it may take long: then nothing else waits for it.
    func read<Value>(
        _ patience: Patience? = nil, isSlow: Bool = false, _ body: (Database) throws -> Value
    ) throws(LibraryError) -> Value {
        do {
            let connection = isSlow ? try connections.forSlowReading() : connections.forReading
            return try connection.read(patience, body)
        } catch {
            throw LibraryError(error, path: path)
        }
    }

    /// Changes the library in one transaction.
    func write<Value>(_ body: (Database) throws -> Value) throws(LibraryError) -> Value {
        do {
            return try connections.forChanging().write(body)
        } catch {
            throw LibraryError(error, path: path)
        }
    }
}

extension Library {
    /// A number that changes when another program has changed the library, and only then.
    ///
    /// Ask it every now and then; when it differs from the last answer, read again what is on the screen. One's own
    /// changes do not count. Always 0 in memory. The call waits for a change that is being made.
    public func dataVersion() throws(LibraryError) -> Int {
        do {
            return try connections.forWatching.writeWithoutTransaction { db in
                try Int.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
            }
        } catch {
            throw LibraryError(error, path: path)
        }
    }
}
