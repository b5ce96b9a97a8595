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
        guard replacing || access(file, F_OK) != 0 else { throw .exists(path: file) }
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

    /// Has the system put a file, or a folder's names, on the disk.
    private static func sync(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LibraryError.cannotOpen(path: path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw LibraryError.full(path: path) }
    }
}
