import Glibc

/// The first bytes of a database file, which tell a library of ours without opening a database.
///
/// Layout: "The Database Header" in SQLite's file format, offsets 0, 18, 19, 60 and 68.
///
/// Not for a file that this program has open as a database: closing it again takes away the locks that SQLite has on it.
enum FileHeader {
    /// What the first bytes tell.
    enum Finding {
        /// There is no file yet.
        case none
        /// A library in a form that this program knows, with a write-ahead log.
        case ours
        /// A closer look is needed: what a program has written lately may still stand in the log.
        case doubtful
    }

    private static let magic = Array("SQLite format 3\0".utf8)

    /// Looks at the header of the file at a path.
    static func look(at path: String) -> Finding {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return errno == ENOENT ? .none : .doubtful }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: 72)
        guard read(file, &header, header.count) == header.count, header.starts(with: magic) else { return .doubtful }
        let hasLog = header[18] == 2 && header[19] == 2
        let isOurs = number(at: 68, in: header) == Schema.application && number(at: 60, in: header) <= Schema.version
        return hasLog && isOurs ? .ours : .doubtful
    }

    /// The form of a library in the file at a path, as far as it stands in the file and not only in its log; `nil` for another
    /// file.
    static func form(at path: String) -> Int? {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: 72)
        guard read(file, &header, header.count) == header.count, header.starts(with: magic),
            number(at: 68, in: header) == Schema.application
        else { return nil }
        return number(at: 60, in: header)
    }

    /// A big-endian number of four bytes.
    private static func number(at offset: Int, in header: [UInt8]) -> Int {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
