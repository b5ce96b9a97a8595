import Glibc

/// The first bytes of a database file, which tell a library of ours without opening a database.
///
/// Layout: "The Database Header" in SQLite's file format, offsets 0, 60 and 68.
enum FileHeader {
    private static let magic = Array("SQLite format 3\0".utf8)

    /// Whether the file says that it is a library in a form that this program knows, or is not there yet.
    ///
    /// `false` means only that a closer look is needed: what a program has written lately may still stand in the log.
    static func isOurs(path: String) -> Bool {
        let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard file >= 0 else { return errno == ENOENT }
        defer { close(file) }
        var header = [UInt8](repeating: 0, count: 72)
        guard read(file, &header, header.count) == header.count, header.starts(with: magic) else { return false }
        return number(at: 68, in: header) == Schema.application && number(at: 60, in: header) <= Schema.version
    }

    /// A big-endian number of four bytes.
    private static func number(at offset: Int, in header: [UInt8]) -> Int {
        header[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
    }
}
