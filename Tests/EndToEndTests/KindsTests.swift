import Testing

extension InTerminal {
    /// Every kind of terminal, and none.
    struct KindsTests {
        @Test(arguments: ["vt100", "xterm", "xterm-256color", "tmux-256color", "linux", "screen"])
        func `it reads and quits in every kind of terminal`(kind: String) async throws {
            let home = try await Home.withLibrary()
            let terminal = try PseudoTerminal([], at: home, environment: ["TERM": kind])
            try await terminal.wait(for: "OpenAI sceglie Milano")
            terminal.type("\r")
            try await terminal.wait(for: "ottanta persone")
            terminal.type("qq")
            #expect(try await terminal.end() == 0)
        }

        @Test(arguments: ["dumb", "no-such-terminal", ""])
        func `a terminal that cannot be used is named, without an escape`(kind: String) async throws {
            let terminal = try PseudoTerminal([], at: try Home(), environment: ["TERM": kind])
            #expect(try await terminal.end() == 2)
            #expect(terminal.text.hasPrefix("rassegna: "))
            #expect(terminal.text.contains("terminal"))
            #expect(!terminal.bytes.contains(0x1B))
        }

        @Test func `NO_COLOR writes no colour, and without it there is some`() async throws {
            let home = try await Home.withLibrary()
            for (environment, hasColour) in [(["NO_COLOR": "1"], false), ([:], true)] {
                let terminal = try PseudoTerminal([], at: home, environment: environment)
                try await terminal.wait(for: "OpenAI sceglie Milano")
                terminal.type("\r")
                try await terminal.wait(for: "ottanta persone")
                terminal.type("qq")
                #expect(try await terminal.end() == 0)
                #expect(terminal.colours.isEmpty == !hasColour, "\(terminal.colours)")
            }
        }

        @Test func `off a terminal the reader says so and prints no escape`() async throws {
            let home = try await Home.withLibrary()
            let outcome = try await Program.shell("rassegna | cat; rassegna > file; rassegna", at: home)
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            #expect(outcome.complaint.split(separator: "\n").count == 3)
            #expect(outcome.complaint.contains("needs a terminal"))
            #expect(!outcome.complaints.contains(0x1B))
        }

        @Test func `every key can be pressed in a small xterm, and it still works`() async throws {
            let terminal = try await Terminal.reading(width: 20, height: 5, environment: ["TERM": "xterm"])
            let keys = [
                "j", "k", "G", "g", "g", "C-d", "C-u", "PageDown", "PageUp", "Home", "End", "Tab", "BTab", "h", "l",
                "J",
                "K", "Enter", "Space", "z", "Z", "]", "[", "n", "N", "m", "u", "U", "s", "v", "v", "w", "c", "C-c", "/",
                "C-c", ":", "C-c", "f", "C-c", "?", "C-c", "F1", "Up", "Down", "Left", "Right", "C-l", "A", "u", "1",
                "*",
            ]
            for key in keys { try await terminal.press(key) }
            try await terminal.type(":all")
            try await terminal.press("C-c")
            try await terminal.type(":search is:unread OR is:read")
            try await terminal.press("Enter")
            try await terminal.press("g", "g")
            try await terminal.wait(forCursorAt: "OpenAI scegl")
        }
    }
}

extension PseudoTerminal {
    /// The parameters of every SGR sequence that chooses a colour: 30 to 38, 40 to 48, 90 to 97, 100 to 107.
    var colours: [String] {
        text.matches(of: #/\u{1B}\[([0-9;]*)m/#).map { String($0.1) }.filter { sequence in
            sequence.split(separator: ";").compactMap { Int($0) }.contains { number in
                (30...38).contains(number) || (40...48).contains(number) || (90...107).contains(number)
            }
        }
    }
}
