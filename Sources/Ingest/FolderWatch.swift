import Dispatch
import Glibc
import Synchronization

/// Watches folders to any depth and says which files in them have changed, until it is stopped (inotify(7)).
///
/// What changes within a moment is told at once, so that a file that is written piece by piece is read once. Where the
/// system cannot say what has changed (it has lost events, or a folder came with files in it), the folder itself is
/// named, to be walked again.
///
/// ```swift
/// let watch = try FolderWatch(["/home/ada/articles"]) { paths in … }
/// watch.stop()
/// ```
public final class FolderWatch: Sendable {
    /// The end of the pipe whose closing ends the watch; `nil` once it was closed.
    private let stopper: Mutex<Int32?>
    private let thread = DispatchQueue(label: "rassegna.watch", qos: .utility)

    /// How long nothing must happen before changes are told, in milliseconds.
    private static let rest: Int32 = 300
    /// How many changes are told at most at once.
    private static let most = 4096

    /// Begins to watch. `changed` is called on a thread of its own with paths in order: files that were written or moved
    /// in, and folders to be walked again. Folders that cannot be watched are left out.
    public init(_ folders: [String], changed: @escaping @Sendable ([String]) -> Void) throws(IngestError) {
        let queue = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
        guard queue >= 0 else { throw .unreadable(reason(errno)) }
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else {
            let why = reason(errno)
            close(queue)
            throw .unreadable(why)
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let stop = ends[0]
        stopper = Mutex(ends[1])
        var tree = WatchedTree(queue: queue)
        for folder in folders { tree.watch(folder) }
        thread.async { [tree] in
            var tree = tree
            while !FolderWatch.ready([stop, queue], timeout: -1).contains(stop) {
                repeat {
                    tree.takeEvents()
                } while tree.changes.count < FolderWatch.most
                    && FolderWatch.ready([stop, queue], timeout: FolderWatch.rest) == [queue]
                guard FolderWatch.ready([stop], timeout: 0).isEmpty else { break }
                let paths = tree.takeChanges()
                if !paths.isEmpty { changed(paths) }
            }
            close(queue)
            close(stop)
        }
    }

    /// Ends the watch, and waits for changes that are being told; not to be called while telling them.
    public func stop() {
        end()
        thread.sync {}
    }

    deinit { end() }

    private func end() {
        stopper.withLock { stopper in
            if let end = stopper { close(end) }
            stopper = nil
        }
    }

    /// Those of some descriptors on which there is something to read or whose other end was closed; waits for the first
    /// so many milliseconds, for ever where negative.
    private static func ready(_ descriptors: [Int32], timeout: Int32) -> [Int32] {
        var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        guard poll(&polled, nfds_t(polled.count), timeout) > 0 else { return [] }
        return polled.filter { $0.revents != 0 }.map(\.fd)
    }
}

/// The folders that are watched, and what has changed in them.
struct WatchedTree: Sendable {
    /// Where the system puts its events.
    let queue: Int32
    /// Paths that have changed since they were last taken.
    private(set) var changes: Set<String> = []
    /// The folders' paths by their watches' numbers.
    private var folders: [Int32: String] = [:]
    private var roots: [String] = []
    /// How many folders are watched at most; the system has a limit for all programs together.
    private static let most = 16384
    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR | IN_EXCL_UNLINK | IN_DELETE_SELF)

    /// An empty tree on an inotify queue.
    init(queue: Int32) {
        self.queue = queue
    }

    /// Watches a folder and the folders in it, hidden ones and those behind links left out.
    mutating func watch(_ root: String) {
        roots.append(root)
        watchTree(root)
    }

    /// The paths that have changed, in order, each once.
    mutating func takeChanges() -> [String] {
        defer { changes = [] }
        return changes.sorted()
    }

    /// Takes in the events that are there.
    mutating func takeEvents() {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(queue, &bytes, bytes.count)
            guard count > 0 else { return }
            let header = MemoryLayout<inotify_event>.size
            var offset = 0
            while offset + header <= count {
                let event = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: inotify_event.self) }
                let name = bytes[offset + header..<min(count, offset + header + Int(event.len))].prefix { $0 != 0 }
                take(event, name: String(validating: name, as: UTF8.self))
                offset += header + Int(event.len)
            }
        }
    }

    private mutating func take(_ event: inotify_event, name: String?) {
        if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { changes.formUnion(roots) }
        if event.mask & UInt32(IN_IGNORED) != 0 { folders[event.wd] = nil }
        guard let folder = folders[event.wd], let name, !name.isEmpty, !name.hasPrefix(".") else { return }
        let path = folder + "/" + name
        if event.mask & UInt32(IN_ISDIR) != 0 {
            // Files may have come into it before it was watched.
            watchTree(path)
            changes.insert(path)
        } else if event.mask & UInt32(IN_CLOSE_WRITE | IN_MOVED_TO) != 0 {
            changes.insert(path)
        }
    }

    private mutating func watchTree(_ root: String) {
        var pending = [root]
        while let path = pending.popLast(), folders.count < WatchedTree.most {
            let watch = inotify_add_watch(queue, path, WatchedTree.events | (path == root ? 0 : UInt32(IN_DONT_FOLLOW)))
            guard watch >= 0, folders.updateValue(path, forKey: watch) == nil, let stream = opendir(path) else {
                continue
            }
            defer { closedir(stream) }
            while let entry = readdir(stream) {
                guard entry.pointee.d_type == UInt8(DT_DIR) else { continue }
                let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
                guard let name = String(validating: bytes, as: UTF8.self), !name.hasPrefix(".") else { continue }
                pending.append(path + "/" + name)
            }
        }
    }
}
