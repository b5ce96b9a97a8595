import Testing

extension InTerminal {
    struct FindingTests {
        @Test func `results come while typing, and Esc restores the list and the selected row`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.press("j", "j")
            try await terminal.wait(forCursorAt: "Ferrari, giornata 3")
            try await terminal.type("/rosette")
            try await terminal.wait(for: "Riapre il forno")
            try await terminal.wait(without: "Ferrari, giornata 3")
            try await terminal.press("Escape")
            try await terminal.wait(for: "12 unread of 12")
            try await terminal.wait(forCursorAt: "Ferrari, giornata 3")
        }

        @Test func `a wrong query keeps the rows and names the column`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.type("/forno")
            try await terminal.wait(for: "1 unread of 1")
            try await terminal.type(" )")
            try await terminal.wait(for: "Column 7")
            try await terminal.wait(for: "Riapre il forno")
        }

        @Test func `Tab completes a company, and the bottom line says why the row matches`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.type("/company:opena")
            try await terminal.wait(for: "/company:opena   OpenAI")
            try await terminal.press("Tab")
            try await terminal.wait(for: "/company:OpenAI")
            try await terminal.wait(for: "2 unread of 2")
            try await terminal.press("Enter")
            try await terminal.wait(for: "name OpenAI")
            try await terminal.press("O")
            try await terminal.wait(for: "best first")
            try await terminal.press("C-o")
            try await terminal.wait(for: "12 unread of 12")
        }

        @Test func `a search is there with Up after a restart, and so is the history`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.type("/rosette")
            try await terminal.press("Enter")
            try await terminal.wait(for: "1 unread of 1")
            try await terminal.type("m")
            try await terminal.wait(for: "0 unread of 1")
            try await terminal.type("qq")
            try await terminal.wait(for: "$")
            try await terminal.command("rassegna")
            try await terminal.wait(for: "11 unread of 12")
            try await terminal.type("/")
            try await terminal.press("Up")
            try await terminal.wait(for: "/rosette")
            try await terminal.press("Escape")
            try await terminal.wait(for: "11 unread of 12")
            try await terminal.type("H")
            try await terminal.wait(for: "1 article marked read")
            try await terminal.type("u")
            try await terminal.wait(for: "undone")
            try await terminal.wait(for: "12 unread of 12")
        }

        @Test func `the company picker knows OpenAI by chatgpt`() async throws {
            let terminal = try await Terminal.reading()
            try await terminal.type("c")
            try await terminal.wait(for: "Company")
            try await terminal.type("chatgpt")
            try await terminal.wait(for: "OpenAI  ChatGPT")
            try await terminal.press("Enter")
            try await terminal.wait(for: "2 unread of 2")
            try await terminal.wait(for: "La scommessa di Redmond")
            try await terminal.wait(without: "Ferrari")
        }

        @Test func `the star lists the articles about the entity under the cursor`() async throws {
            let terminal = try await Terminal.reading(width: 120, height: 36)
            try await terminal.press("j", "Enter")
            try await terminal.wait(for: "11 unread of 12")
            try await terminal.type("]")
            try await terminal.wait(for: "Redmond → Microsoft")
            try await terminal.type("*")
            try await terminal.wait(for: "company:Microsoft")
            try await terminal.wait(for: "0 unread of 1")
        }
    }
}
