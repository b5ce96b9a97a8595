import Glibc
import Testing

extension InTerminal {
    /// However the reader ends, the terminal is usable and no mark is lost.
    struct LeavingTests {
        @Test func `q leaves the terminal as it was`() async throws {
            let terminal = try await Terminal(try await Home.withLibrary())
            try await terminal.command("stty -a > before")
            try await terminal.command("rassegna; stty -a > after; echo left with $?")
            try await terminal.wait(for: "12 unread of 12")
            #expect(try await terminal.value("alternate_on") == "1")
            try await terminal.press("q")
            try await terminal.wait(for: "left with 0")
            #expect(try await terminal.value("alternate_on") == "0")
            #expect(try await terminal.value("cursor_flag") == "1")
            let settings = try await Program.shell("diff before after", at: terminal.home)
            #expect(settings.status == 0, "\(settings.text)")
        }

        @Test func `Ctrl-Z gives the shell back, and fg the reader at the same row`() async throws {
            let terminal = try await Terminal(try await Home.withLibrary())
            try await terminal.command("stty -a > before; rassegna")
            try await terminal.wait(for: "12 unread of 12")
            try await terminal.press("j", "j", "m", "C-z")
            try await terminal.wait(for: "Stopped")
            #expect(try await terminal.value("alternate_on") == "0")
            try await terminal.command("stty -a > after; echo done")
            try await terminal.wait(for: "\ndone")
            #expect(try await Program.shell("diff before after", at: terminal.home).status == 0)
            try await terminal.resize(width: 100, height: 30)
            try await terminal.command("fg")
            try await terminal.wait(forCursorAt: "Ferrari, giornata 3")
            try await terminal.wait(for: "11 unread of 12")
            try await terminal.press("u")
            try await terminal.wait(for: "12 unread of 12")
        }

        @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
        func `a signal ends the reader in order and loses no mark`(signal: Int32) async throws {
            let home = try await Home.withLibrary()
            let terminal = try PseudoTerminal([], at: home)
            let before = terminal.settings
            try await terminal.wait(for: "OpenAI sceglie Milano")
            #expect(terminal.settings != before)
            terminal.type("mjm?")
            try await terminal.wait(for: "one line down")
            terminal.send(signal)
            _ = try await terminal.end()
            #expect(terminal.settings == before)
            #expect(terminal.text.contains("\u{1B}[?1049l"))
            #expect(try await home.unread() == 10)
        }

        @Test func `closing the terminal ends the reader and loses no mark`() async throws {
            let home = try await Home.withLibrary()
            let terminal = try PseudoTerminal([], at: home)
            try await terminal.wait(for: "OpenAI sceglie Milano")
            terminal.type("mjm?")
            try await terminal.wait(for: "one line down")
            terminal.close()
            _ = try await terminal.end()
            #expect(try await home.unread() == 10)
        }

        @Test func `closing the window of a terminal that reads an article loses nothing`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.press("Enter")
            try await terminal.wait(for: "11 unread of 12")
            try await terminal.close()
            let home = terminal.home
            #expect(try await eventually { try await home.unread() == 11 })
        }

        @Test func `kill -9 right after a mark keeps the mark`() async throws {
            let home = try await Home.withLibrary()
            let terminal = try PseudoTerminal([], at: home)
            try await terminal.wait(for: "OpenAI sceglie Milano")
            terminal.type("mjm?")
            try await terminal.wait(for: "one line down")
            terminal.send(SIGKILL)
            #expect(try await terminal.end() == -SIGKILL)
            #expect(try await home.unread() == 10)
        }
    }
}
