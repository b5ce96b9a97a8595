import Testing

extension InTerminal {
    struct OpeningTests {
        @Test func `a missing file among others is named, and the others are read`() async throws {
            let home = try Home()
            try home.write("Enel cresce\n\nIl titolo Enel cresce ancora in Borsa.\n", to: "enel.txt")
            let terminal = try await Terminal(home, width: 120, height: 24)
            try await terminal.command("rassegna enel.txt gone.txt")
            try await terminal.wait(for: "1 unread of 1")
            try await terminal.wait(for: "gone.txt: cannot be read: there is no such file")
        }

        @Test func `a word that is neither file nor command is said to be`() async throws {
            let terminal = try await Terminal(try Home(), width: 120, height: 24)
            try await terminal.command("rassegna refrehs")
            try await terminal.wait(for: "is no file, and no command in this place")
        }
    }
}
