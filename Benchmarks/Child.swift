import Glibc

/// A program started on a terminal of its own (200x50), or into a pipe, whose output is timed.
struct Child {
    /// What went wrong with a program.
    enum Failure: Error {
        /// It could not be started.
        case notStarted(String)
        /// It did not print what was waited for.
        case silent(String, waitedFor: String)
    }

    /// When its output came, in seconds from its start.
    struct Times {
        /// The byte with which the marker was complete; the same as `last` without one.
        var marker: Double
        /// The last byte before a silence.
        var last: Double
        /// How many bytes came.
        var bytes: Int
    }

    private let name: String
    private let process: pid_t
    private let output: Int32
    private let started: ContinuousClock.Instant
    /// How long a silence ends the wait, in milliseconds.
    private static let silence: Int32 = 80
    // Numbers of Linux that Swift does not see: POSIX_SPAWN_SETSID, TIOCSPTLCK and TIOCGPTN.
    private static let newSession: Int16 = 0x80
    private static let setLock: UInt = 0x4004_5431
    private static let getNumber: UInt = 0x8004_5430

    /// Starts a program, found as a shell finds it.
    init(_ command: [String], terminal: Bool) throws {
        name = command[0]
        let ends = try terminal ? Child.terminal() : Child.pipe()
        output = ends.ours
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let path = ends.path {
            posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
        } else {
            posix_spawn_file_actions_adddup2(&actions, ends.theirs, 1)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        if terminal { posix_spawnattr_setflags(&attributes, Child.newSession) }
        var arguments = command.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var id = pid_t()
        started = .now
        let status = posix_spawnp(&id, name, &actions, &attributes, &arguments, environ)
        if ends.theirs >= 0 { close(ends.theirs) }
        guard status == 0 else { throw Failure.notStarted(name) }
        process = id
    }

    /// Takes in what the program prints until it is silent after the marker, or ends; then types a key and waits for
    /// its end.
    func run(until marker: String = "", then key: String = "") throws -> Times {
        defer { close(output) }
        var times = Times(marker: 0, last: 0, bytes: 0)
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while wait(milliseconds: times.marker > 0 ? Child.silence : 5000) {
            let count = read(output, &buffer, buffer.count)
            guard count > 0 else { break }
            times.last = (ContinuousClock.now - started) / .seconds(1)
            times.bytes += count
            guard times.marker == 0 else { continue }
            text += buffer[..<count]
            if !marker.isEmpty, String(decoding: text, as: UTF8.self).contains(marker) { times.marker = times.last }
        }
        if !key.isEmpty {
            _ = write(output, key, key.utf8.count)
            while wait(milliseconds: 5000), read(output, &buffer, buffer.count) > 0 {}
        }
        waitpid(process, nil, 0)
        guard marker.isEmpty || times.marker > 0 else { throw Failure.silent(name, waitedFor: marker) }
        if marker.isEmpty { times.marker = times.last }
        return times
    }

    /// Whether there is something to read within a time.
    private func wait(milliseconds: Int32) -> Bool {
        var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
        return poll(&descriptor, 1, milliseconds) > 0
    }

    private static func pipe() throws -> (ours: Int32, theirs: Int32, path: String?) {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { throw Failure.notStarted("a pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1], nil)
    }

    /// A new terminal of 200x50; the program opens the other side by its path, which makes it its terminal.
    private static func terminal() throws -> (ours: Int32, theirs: Int32, path: String?) {
        let ours = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var isLocked: Int32 = 0
        var number: UInt32 = 0
        guard ours >= 0, ioctl(ours, Child.setLock, &isLocked) == 0, ioctl(ours, Child.getNumber, &number) == 0 else {
            throw Failure.notStarted("a terminal")
        }
        var size = winsize(ws_row: 50, ws_col: 200, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(ours, UInt(TIOCSWINSZ), &size)
        return (ours, -1, "/dev/pts/\(number)")
    }
}
