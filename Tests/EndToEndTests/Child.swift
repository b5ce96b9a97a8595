import Glibc

/// A program that these tests have started.
///
/// Foundation's `Process` waits for whatever the program leaves behind as well, such as a tmux server.
struct Child {
    let process: pid_t

    /// Where a program reads and writes: files, or one terminal, which becomes its own.
    enum Place {
        case files(input: String, output: String, complaints: String)
        case terminal(String)
    }

    /// `POSIX_SPAWN_SETSID` of glibc's `<spawn.h>`, which Swift does not see.
    private static let newSession: Int16 = 0x80

    /// Starts a program in a session of its own, every signal at its default.
    init(_ arguments: [String], variables: [String: String], folder: String, at place: Place) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        switch place {
        case .files(let input, let output, let complaints):
            posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY, 0)
            posix_spawn_file_actions_addopen(&actions, 2, complaints, O_WRONLY, 0)
        case .terminal(let name):
            posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Child.newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        let words = (["env", "-C", folder] + arguments).map { strdup($0) } + [nil]
        let pairs = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + pairs { free(text) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, pairs)
        guard error == 0 else { throw Disappointment(awaited: arguments[0], found: String(cString: strerror(error))) }
        self.process = process
    }

    /// How the program ended, once it has: its exit status, or the negative number of the signal.
    func ending() -> Int32? {
        var raw: Int32 = 0
        guard waitpid(process, &raw, WNOHANG) == process else { return nil }
        return raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
    }

    /// Ends the program at once.
    func destroy() {
        kill(process, SIGKILL)
        wait()
    }

    /// Waits for the end, for places that cannot do so asynchronously.
    func wait() {
        var ignored: Int32 = 0
        waitpid(process, &ignored, 0)
    }
}
