import Testing

extension InTerminal {
    struct BrowsingTests {
        @Test func `it opens on a folder of articles and lists them, newest first`() async throws {
            let home = try Home()
            try home.writeArticles()
            let terminal = try await Terminal(home, width: 120, height: 36)
            try await terminal.command("rassegna articles")
            try await terminal.wait(for: "12 unread of 12")
            try await terminal.wait(forCursorAt: "OpenAI sceglie Milano")
            let text = try await terminal.text
            let first = try #require(text.firstRange(of: "La scommessa di Redmond"))
            let last = try #require(text.firstRange(of: "Riapre il forno"))
            #expect(first.lowerBound < last.lowerBound)
            try await terminal.wait(for: "con ottanta")
        }

        @Test func `reading marks read, m takes it back, and u takes that back`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.press("j", "Enter")
            try await terminal.wait(for: "senza voti contrari")
            try await terminal.wait(for: "11 unread of 12")
            try await terminal.press("q")
            try await terminal.wait(forCursorAt: "La scommessa di Redmond")
            try await terminal.press("m")
            try await terminal.wait(for: "12 unread of 12")
            try await terminal.press("u")
            try await terminal.wait(for: "11 unread of 12")
            try await terminal.wait(forCursorAt: "La scommessa di Redmond")
            #expect(try await terminal.home.unread() == 11)
        }

        @Test func `what was marked can be undone after a restart`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.press("A")
            try await terminal.wait(for: "12 articles marked read")
            try await terminal.press("q")
            try await terminal.wait(without: "ARTICLES")
            try await terminal.command("rassegna")
            try await terminal.wait(for: "0 unread of 12")
            try await terminal.press("u")
            try await terminal.wait(for: "12 unread of 12")
        }

        @Test func `the question mark shows the keys`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.press("?")
            try await terminal.wait(for: "one line down")
            try await terminal.press("q")
            try await terminal.wait(without: "one line down")
        }

        @Test func `an empty library opens on the three ways to begin, and :samples is one`() async throws {
            let terminal = try await Terminal(try Home())
            try await terminal.command("rassegna")
            try await terminal.wait(for: "Three ways to begin")
            try await terminal.type(":samples")
            try await terminal.press("Enter")
            try await terminal.wait(for: "28 unread of 28")
        }

        @Test(arguments: [(200, 50), (120, 36), (80, 24), (20, 5)])
        func `the list, an article and a search work in every size`(width: Int, height: Int) async throws {
            let terminal = try await Terminal.reading(width: width, height: height)
            try await terminal.press("G")
            try await terminal.wait(forCursorAt: "Riapre il forno")
            try await terminal.press("Enter")
            try await terminal.wait(for: width < 40 ? "11/12" : "11 unread of 12")
            try await terminal.press("q")
            try await terminal.wait(forCursorAt: "Riapre il forno")
            try await terminal.type("/redmond")
            try await terminal.wait(for: "La scommessa")
            try await terminal.press("Enter")
            try await terminal.wait(forCursorAt: "La scommessa")
        }

        @Test func `resizing keeps the selected row under the cursor`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.press("j", "j", "j", "j", "j", "j")
            try await terminal.wait(forCursorAt: "Ferrari, giornata 7")
            for (width, height) in [(120, 36), (20, 5), (200, 50), (10, 3), (80, 24)] {
                try await terminal.resize(width: width, height: height)
                let awaited = width < 20 ? "small" : "Ferrari, giorn"
                try await terminal.wait(for: awaited)
                if width >= 20 { try await terminal.wait(forCursorAt: width < 40 ? "Ferrari, giorn" : "giornata 7") }
            }
        }

        @Test func `two readers on one library: the second shows the first one's mark without a key`() async throws {
            let first = try await Terminal.reading()
            let second = try await Terminal(first.home)
            try await second.command("rassegna")
            try await second.wait(for: "12 unread of 12")
            try await first.press("j", "m")
            try await first.wait(for: "11 unread of 12")
            try await second.wait(for: "11 unread of 12")
            try await second.wait(forCursorAt: "OpenAI sceglie Milano")
        }
    }
}
