extension Library {
    /// How far a library of an older form has come on the way to this one's.
    public struct Migration: Equatable, Sendable {
        /// The step that begins, from 1.
        public var step: Int
        /// How many steps there are.
        public var steps: Int
    }

    /// Whether the file at a path is a library of an older form, so that opening it takes long.
    ///
    /// Ask before the library is opened in this program, never while it is: closing a file takes away all locks that the program
    /// has on it (POSIX, `fcntl`), also those by which SQLite tells other programs that it is there.
    public static func isOlder(path: String) -> Bool {
        FileHeader.form(at: path).map { $0 > 0 && $0 < Schema.version } ?? false
    }
}
