import Testing

/// Everything that needs a terminal, one test after the other: terminals are slow, and processors few.
@Suite(.serialized, .timeLimit(.minutes(2)))
enum InTerminal {}

/// The commands, one after the other.
@Suite(.serialized, .timeLimit(.minutes(2)))
enum OnCommandLine {}

extension Home {
    /// A home whose library holds the twelve articles.
    static func withLibrary() async throws -> Home {
        let home = try Home()
        try home.writeArticles()
        let outcome = try await Program.run(["add", "articles"], at: home)
        try #require(outcome.text == "12 articles added.\n", "\(outcome.complaint)")
        return home
    }

    /// How many articles are unread in the library.
    func unread() async throws -> Int {
        try await Program.run(["list", "is:unread"], at: self).lines.count
    }
}

extension Terminal {
    /// A terminal in which the reader runs on the twelve articles.
    static func reading(
        width: Int = 80, height: Int = 24, environment: [String: String] = [:]
    ) async throws -> Terminal {
        let terminal = try await Terminal(
            try await Home.withLibrary(), width: width, height: height, environment: environment)
        try await terminal.command("rassegna")
        try await terminal.wait(forCursorAt: "OpenAI scegl")
        return terminal
    }
}
