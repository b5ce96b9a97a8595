import Glibc
public import Model

/// A file that may hold articles.
public struct FoundFile: Equatable, Sendable {
    /// The path, as the user named it or as it continues a named folder; `-` for standard input.
    public var path: String
    /// The name of the folder it lies in, where it was found in a folder; `nil` for a file named by itself.
    public var folder: String?

    /// A file at a path.
    public init(path: String, folder: String? = nil) {
        self.path = path
        self.folder = folder
    }
}

/// Walks the files under named paths, folders to any depth, one at a time and in a stable order: paths as named, the
/// entries of a folder by the bytes of their names.
///
/// Hidden entries are skipped; so are files in folders that are no articles by their ending (images, archives,
/// programs). A file named by itself is given whatever its name. A folder that links lead to again is walked once.
///
/// ```swift
/// for step in FileWalk(["articles", "note.txt"]) { … }
/// ```
public struct FileWalk: Sequence, IteratorProtocol, Sendable {
    /// What a walk meets.
    public enum Step: Equatable, Sendable {
        /// A file to read.
        case file(FoundFile)
        /// A path that leads nowhere or to nothing readable, and why.
        case problem(path: String, IngestError)
    }

    /// A path still to visit.
    private struct Place {
        var path: String
        var folder: String?
        var isNamed: Bool
        /// Whether the name is text: paths are kept as text, and one that is not cannot be.
        var isText = true
    }

    /// Files that have not changed since this moment are left out, those named by themselves too; `nil` leaves out none.
    ///
    /// A file changes when it is written, renamed or moved (`st_ctime`).
    public var since: Timestamp?

    /// The next one last.
    private var pending: [Place]
    private var visited: Set<FileFacts.Identity> = []

    /// A walk under paths in order.
    public init(_ paths: [String]) {
        pending = paths.reversed().map { Place(path: $0, folder: nil, isNamed: true) }
    }

    /// A walk under paths that have changed in a folder that is watched: as if it had come upon them there.
    public init(changed paths: [String]) {
        pending = paths.reversed().map { path in
            Place(path: path, folder: FileWalk.folderName(of: FileWalk.folder(of: path)), isNamed: false)
        }
    }

    /// The path of the folder in which a path leads to something.
    private static func folder(of path: String) -> String {
        let folder = path.prefix(path.utf8.count - lastPart(of: path).utf8.count)
        return folder.isEmpty ? "." : String(folder)
    }

    /// The next file or problem; `nil` at the end.
    public mutating func next() -> Step? {
        while let place = pending.popLast() {
            do throws(IngestError) {
                if let step = try visit(place) { return step }
            } catch {
                return .problem(path: place.path, error)
            }
        }
        return nil
    }

    private mutating func visit(_ place: Place) throws(IngestError) -> Step? {
        if place.path == "-", place.isNamed { return .file(FoundFile(path: "-")) }
        if !place.isNamed, FileWalk.foreign.contains(fileEnding(of: place.path)) { return nil }
        guard place.isText else { throw .unreadable("its name is not UTF-8; rename it") }
        let facts = try FileFacts(path: place.path)
        switch facts.kind {
        case .file:
            if let since, facts.changed < since { return nil }
            return .file(FoundFile(path: place.path, folder: place.folder))
        case .folder:
            if visited.insert(facts.identity).inserted { try enter(place.path) }
            return nil
        case .other: throw .notAFile
        }
    }

    private mutating func enter(_ path: String) throws(IngestError) {
        let folder = FileWalk.folderName(of: path)
        let prefix = path.hasSuffix("/") ? path : path + "/"
        for name in try FileWalk.entries(of: path).reversed() {
            let text = String(decoding: name, as: UTF8.self)
            let isText = text.utf8.elementsEqual(name)
            pending.append(Place(path: prefix + text, folder: folder, isNamed: false, isText: isText))
        }
    }

    /// The last part of a folder's path, with `.` and `..` resolved.
    private static func folderName(of path: String) -> String? {
        let name = lastPart(of: path)
        if !name.isEmpty, name != ".", name != ".." { return String(name) }
        guard let whole = realpath(path, nil) else { return nil }
        defer { free(whole) }
        let resolved = lastPart(of: String(cString: whole))
        return resolved.isEmpty ? nil : String(resolved)
    }

    /// The names in a folder that are not hidden, in order of their bytes.
    private static func entries(of path: String) throws(IngestError) -> [[UInt8]] {
        guard let stream = opendir(path) else { throw .unreadable(reason(errno)) }
        defer { closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            if name.first != UInt8(ascii: ".") { names.append(name) }
        }
        return names.sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// Endings of files that hold no articles.
    private static let foreign: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "ico", "bmp", "tif", "tiff", "heic", "avif", "psd", "mp3", "m4a",
        "ogg",
        "flac", "wav", "opus", "mp4", "mkv", "avi", "mov", "webm", "zip", "gz", "bz2", "xz", "zst", "7z", "rar", "tar",
        "tgz",
        "iso", "dmg", "deb", "rpm", "exe", "dll", "so", "dylib", "o", "a", "class", "jar", "pyc", "wasm", "bin", "ttf",
        "otf", "woff", "woff2", "eot", "css", "js", "mjs", "ts", "map", "json", "jsonl", "tsv", "csv", "sqlite", "db",
        "sqlite3", "toml", "yaml", "yml", "ini", "lock", "log", "bak", "tmp", "swp", "py", "swift", "c", "h", "cpp",
        "rs", "go",
        "java", "rb", "sh", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "epub", "mobi",
        "eml", "mbox", "ics", "vcf", "urls",
    ]
}
