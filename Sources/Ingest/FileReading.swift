import Glibc
public import Model

extension Reader {
    /// The articles in a file that a walk found.
    public func articles(in file: FoundFile) throws(IngestError) -> [ParsedArticle] {
        try readFile(path: file.path, folder: file.folder)
    }

    /// The articles in the file at a path, or on standard input where the path is `-`.
    ///
    /// Pipes, devices and sockets are refused without opening them for reading, files over the limit without reading
    /// them.
    public func readFile(path: String, folder: String? = nil) throws(IngestError) -> [ParsedArticle] {
        try readContents(path: path, folder: folder).articles
    }

    /// The articles in a file as `readFile` gives them, and what was left out of it.
    public func readContents(path: String, folder: String? = nil) throws(IngestError) -> ParsedFeed {
        if path == "-" {
            return try contents(of: try bytes(from: STDIN_FILENO, expected: 0), named: path)
        }
        guard try FileFacts(path: path).kind == .file else { throw .notAFile }
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(reason(errno)) }
        defer { close(descriptor) }
        // Asked again of the open file: the name may lead elsewhere by now.
        let facts = try FileFacts(descriptor: descriptor)
        guard facts.kind == .file else { throw .notAFile }
        guard facts.size <= limit else { throw .tooLarge(bytes: facts.size, limit: limit) }
        let bytes = try bytes(from: descriptor, expected: facts.size)
        return try contents(of: bytes, named: path, modified: facts.modified, folder: folder)
    }

    /// All bytes up to the end of a file, which may grow meanwhile but not over the limit.
    private func bytes(from descriptor: Int32, expected: Int) throws(IngestError) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(expected)
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            if count < 0 {
                guard errno == EINTR else { throw .unreadable(reason(errno)) }
                continue
            }
            bytes.append(contentsOf: chunk[..<count])
            guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        }
    }
}

/// What the system knows of a file.
struct FileFacts {
    /// What a path leads to.
    enum Kind {
        case file, folder, other
    }

    /// A file or folder, whatever its names.
    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    var kind: Kind
    /// In bytes.
    var size: Int
    var modified: Timestamp
    /// When it last changed in any way, its name and place included.
    var changed: Timestamp
    var identity: Identity

    /// The facts of what a path leads to, links followed.
    init(path: String) throws(IngestError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unreadable(reason(errno)) }
        self.init(status)
    }

    /// The facts of an open file.
    init(descriptor: Int32) throws(IngestError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(reason(errno)) }
        self.init(status)
    }

    private init(_ status: stat) {
        kind =
            switch status.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            default: .other
            }
        size = Int(status.st_size)
        modified = Timestamp(seconds: Int64(status.st_mtim.tv_sec))
        changed = Timestamp(seconds: Int64(status.st_ctim.tv_sec))
        identity = Identity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }
}

/// An error number of the system in plain English.
func reason(_ number: Int32) -> String {
    switch number {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "you have no permission to read it"
    case ELOOP: "its links lead in a circle"
    case ENOTDIR: "a part of its path is no folder"
    default: String(cString: strerror(number))
    }
}
