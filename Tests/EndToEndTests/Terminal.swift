import Foundation

/// A real terminal, kept by a tmux server of its own, with a shell in it.
final class Terminal {
    let home: Home
    private let socket: String
    private var isRunning = true

    /// A terminal of a size, its shell waiting for a command.
    ///
    /// - Parameter environment: What the shell's environment has beside that of the home.
    init(_ home: Home, width: Int = 80, height: Int = 24, environment: [String: String] = [:]) async throws {
        self.home = home
        socket = home.path + "/tmux-" + UUID().uuidString.prefix(8)
        let variables = home.environment.merging(["TERM": "tmux-256color", "PS1": "$ "]) { $1 }
            .merging(environment) { $1 }.map { "\($0)=\($1)" }
        try await tmux(
            ["new-session", "-d", "-x", "\(width)", "-y", "\(height)", "env", "-i"] + variables + ["sh", "-i"])
        try await wait(for: "$")
    }

    deinit {
        guard isRunning else { return }
        let nowhere = Child.Place.files(input: "/dev/null", output: "/dev/null", complaints: "/dev/null")
        let command = ["tmux", "-S", socket, "kill-server"]
        try? Child(command, variables: home.environment, folder: home.path, at: nowhere).wait()
    }

    @discardableResult
    private func tmux(_ arguments: [String]) async throws -> String {
        let outcome = try await Program.run(
            "tmux", ["-S", socket, "-f", "/dev/null"] + arguments, at: home)
        guard outcome.status == 0 else { throw Disappointment(awaited: "tmux", found: outcome.complaint) }
        return outcome.text
    }

    /// Types text as it stands.
    func type(_ text: String) async throws {
        try await tmux(["send-keys", "-l", "--", text])
    }

    /// Presses keys by their tmux names: `Enter`, `Escape`, `C-z`, `PageDown`.
    func press(_ keys: String...) async throws {
        try await tmux(["send-keys"] + keys)
    }

    /// Types a command for the shell, with Enter.
    func command(_ line: String) async throws {
        try await type(line)
        try await press("Enter")
    }

    /// Gives the terminal another size.
    func resize(width: Int, height: Int) async throws {
        try await tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
    }

    /// Closes the terminal under the program's feet.
    func close() async throws {
        try await tmux(["kill-server"])
        isRunning = false
    }

    /// The characters of each row.
    var rows: [String] {
        get async throws {
            try await tmux(["capture-pane", "-p"]).split(separator: "\n", omittingEmptySubsequences: false)
                .dropLast().map(String.init)
        }
    }

    /// The characters on the screen.
    var text: String {
        get async throws { try await rows.joined(separator: "\n") }
    }

    /// A value of tmux: `cursor_y`, `alternate_on`, `pane_title`.
    func value(_ name: String) async throws -> String {
        try await tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The row in which the cursor stands, and the one below it.
    var rowsAtCursor: String {
        get async throws {
            let rows = try await self.rows
            let place = Int(try await value("cursor_y")) ?? 0
            return rows.dropFirst(place).prefix(2).joined(separator: "\n")
        }
    }

    /// Waits until a text is on the screen.
    func wait(for text: String) async throws {
        try await wait("“\(text)”") { $0.contains(text) }
    }

    /// Waits until a text is no longer on the screen.
    func wait(without text: String) async throws {
        try await wait("no “\(text)”") { !$0.contains(text) }
    }

    /// Waits until the screen is as wanted.
    func wait(_ awaited: String, until holds: (String) -> Bool) async throws {
        guard try await eventually({ holds(try await text) }) else {
            throw Disappointment(awaited: awaited, found: try await text)
        }
    }

    /// Waits until the cursor stands on a row with a text.
    func wait(forCursorAt text: String) async throws {
        guard try await eventually({ try await rowsAtCursor.contains(text) }) else {
            throw Disappointment(awaited: "the cursor at “\(text)”", found: try await self.text)
        }
    }
}
