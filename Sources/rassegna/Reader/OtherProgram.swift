import Dispatch
import Glibc

/// Another program, started with an argument array and never through a shell.
struct OtherProgram {
    /// Its path and its arguments.
    let command: [String]

    /// Where the program reads and writes.
    enum Streams {
        /// It reads nothing, and what it writes goes nowhere.
        case none
        /// It reads this text, and what it writes goes nowhere.
        case input(String)
        /// The terminal is its own meanwhile.
        case terminal
    }

    /// `POSIX_SPAWN_SETSID` of glibc's `<spawn.h>`, which Swift does not see.
    private static let newSession: Int16 = 0x80

    /// Runs the program to its end; `false` when it could not be started or failed.
    ///
    /// Only the program itself is waited for: clipboard programs leave a child behind that keeps the text.
    func run(_ streams: Streams) -> Bool {
        guard let process = start(streams) else { return false }
        return OtherProgram.end(of: process) == 0
    }

    /// Starts the program and lets it go; `false` when it could not be started.
    func launch() -> Bool {
        guard let process = start(.none) else { return false }
        DispatchQueue.global(qos: .utility).async { _ = OtherProgram.end(of: process) }
        return true
    }

    /// Waits for a program; its raw status, or -1.
    private static func end(of process: pid_t) -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 {
            guard errno == EINTR else { return -1 }
        }
        return status
    }

    private func start(_ streams: Streams) -> pid_t? {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var input: Int32 = -1
        defer { if input >= 0 { close(input) } }
        switch streams {
        case .terminal: break
        case .none: posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        case .input(let text):
            input = OtherProgram.file(holding: text)
            guard input >= 0 else { return nil }
            posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        }
        if case .terminal = streams {
        } else {
            posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
            posix_spawnattr_setflags(&attributes, OtherProgram.newSession)
        }
        let words = command.map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process: pid_t = 0
        return posix_spawn(&process, command[0], &actions, &attributes, words, environ) == 0 ? process : nil
    }

    /// A file without a name that holds a text, to be read from its start; -1 when there can be none.
    ///
    /// A pipe would block on a program that does not read, and end us with SIGPIPE when it has gone.
    private static func file(holding text: String) -> Int32 {
        var template = Array("/tmp/rassegna-XXXXXX".utf8CString)
        let file = mkstemp(&template)
        guard file >= 0 else { return -1 }
        unlink(template)
        let bytes = Array(text.utf8)
        guard write(file, bytes, bytes.count) == bytes.count, lseek(file, 0, SEEK_SET) == 0 else {
            close(file)
            return -1
        }
        return file
    }
}
