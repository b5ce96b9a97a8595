import Foundation
import GRDB
import Glibc

extension Library {
    /// Writes the library as it stands into another file, packed, while it goes on being used.
    ///
    /// The copy is made beside its place and moved there when it is whole and on the disk: a backup that is broken off leaves no file,
    /// and an earlier one as it was. It opens as any library does.
    ///
    /// - Parameters:
    ///   - file: Where to; a file that is there is an error unless `replacing`.
    ///   - replacing: Whether a file that is there may be replaced.
    /// - Returns: Its size in bytes.
    @discardableResult
    public func backUp(to file: String, replacing: Bool = false) throws(LibraryError) -> Int {
        if access(file, F_OK) == 0 {
            guard replacing else { throw .exists(path: file) }
            try Library.release(file, except: path)
        }
        let part = "\(file).\(getpid()).part"
        unlink(part)
        do {
            try connections.backUp(to: part)
            try Library.sync(part)
            guard rename(part, file) == 0 else { throw LibraryError.cannotOpen(path: file) }
            try Library.sync(URL(fileURLWithPath: file).deletingLastPathComponent().path)
            var facts = stat()
            stat(file, &facts)
            return Int(facts.st_size)
        } catch {
            unlink(part)
            throw LibraryError(error, path: file)
        }
    }

    /// Sees that a file can be replaced: that it is no library in use, and has no log that would be taken for the new one's.
    private static func release(_ file: String, except own: String) throws(LibraryError) {
        var (facts, ownFacts) = (stat(), stat())
        stat(file, &facts)
        if stat(own, &ownFacts) == 0, facts.st_ino == ownFacts.st_ino, facts.st_dev == ownFacts.st_dev {
            throw .inUse(path: file)
        }
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        do {
            // Only the last connection to a database can do without its log.
            try DatabaseQueue(path: file, configuration: configuration).writeWithoutTransaction { db in
                let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
                guard mode == "delete" else { throw LibraryError.inUse(path: file) }
            }
        } catch let error as DatabaseError
            where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode.primaryResultCode)
        {
            // No library, or none any more: nothing of its log may stay.
        } catch {
            throw .inUse(path: file)
        }
        for end in ["-wal", "-shm", "-journal"] { unlink(file + end) }
    }

    /// Has the system put a file, or a folder's names, on the disk.
    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LibraryError.cannotOpen(path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw LibraryError.full(path: path) }
    }
}
