import Foundation
import Testing

extension InTerminal {
    struct CorrectingTests {
        @Test func `e says what a name is not, in every article, and u takes it back`() async throws {
            let terminal = try await Terminal(try await Home.withLibrary(), width: 120, height: 36)
            try await terminal.command("rassegna --query ferrari")
            try await terminal.wait(for: "9 unread of 9")
            try await terminal.press("Enter")
            try await terminal.wait(for: "8 unread of 9")
            try await terminal.type("]")
            try await terminal.wait(for: "Ferrari · company")
            try await terminal.type("e")
            try await terminal.wait(for: "not a company")
            try await terminal.type("n")
            try await terminal.wait(for: "“Ferrari” is not a name; 9 articles to read again. u undoes.")
            #expect(try await eventually { try await articles(at: terminal.home) == 0 })
            try await terminal.type("u")
            try await terminal.wait(for: "Undone: “Ferrari” is not a name")
            #expect(try await eventually { try await articles(at: terminal.home) == 9 })
        }

        @Test func `a change of companies.toml is seen without restart, an error named`() async throws {
            let terminal = try await Terminal.reading(width: 120, height: 36)
            try terminal.home.write("[[company]]\nname = \"Fornaio\"\n", to: "config/rassegna/companies.toml")
            try await terminal.wait(for: "Your companies were read anew.")
            try await terminal.type("cfornaio")
            try await terminal.wait(for: "Fornaio")
            try await terminal.press("Escape")
            try terminal.home.write("[[company]]\nnome = \"Fornaio\"\n", to: "config/rassegna/companies.toml")
            try await terminal.wait(for: "companies.toml, line 2: there is no key “nome”")
        }

        @Test func `kill -9 right after a correction keeps it, and the next start reads the library with it`()
            async throws
        {
            let home = try await Home.withLibrary()
            let terminal = try PseudoTerminal([], at: home)
            try await terminal.wait(for: "OpenAI sceglie Milano")
            terminal.type("jj\r")
            try await terminal.wait(for: "seduta numero 3")
            terminal.type("]en?")
            try await terminal.wait(for: "one line down")
            terminal.send(SIGKILL)
            #expect(try await terminal.end() == -SIGKILL)
            #expect(try await Program.run(["corrections"], at: home).text.contains("“Ferrari” is not a name"))
            let next = try await Terminal(home)
            try await next.command("rassegna")
            #expect(try await eventually { try await articles(at: home) == 0 })
        }

        private func articles(at home: Home) async throws -> Int {
            try await Program.run(["search", "company:ferrari"], at: home).lines.count
        }
    }
}

extension OnCommandLine {
    struct CorrectionTests {
        @Test func `corrections are exported, replayed in another library, and taken back`() async throws {
            let home = try await Home.withLibrary()
            #expect(try await Program.run(["corrections"], at: home).status == 1)
            let log = """
                {"surface": "Ferrari", "verdict": "means", "company": "Stellantis"}
                {"surface": "Milano", "verdict": "kind", "kind": "person"}
                nonsense

                """
            try home.write(log, to: "log.jsonl")
            let imported = try await Program.run(["corrections", "--import", "log.jsonl"], at: home)
            #expect(imported.text == "2 corrections added. 10 articles read again.\n")
            #expect(imported.complaint == "rassegna: log.jsonl, line 3: is no JSON object\n")
            #expect(imported.status == 3)
            #expect(try await Program.run(["search", "company:stellantis"], at: home).lines.count == 9)

            let exported = try await Program.run(["corrections", "--json"], at: home)
            #expect(try exported.objects.map { $0["verdict"] as? String } == ["means", "kind"])
            let again = try await Program.run(["corrections", "--import", "-"], at: home, input: exported.output)
            #expect(again.text == "0 corrections added, 2 already here. 0 articles read again.\n")
            let other = try await Program.run(
                ["corrections", "--library", "other.sqlite", "--import", "-"], at: home, input: exported.output)
            #expect(other.text == "2 corrections added. 0 articles read again.\n")

            let undone = try await Program.run(["corrections", "--undo", "1"], at: home)
            #expect(undone.text == "No longer: “Ferrari” means Stellantis. 9 articles read again.\n")
            #expect(try await Program.run(["search", "company:ferrari"], at: home).lines.count == 9)
            #expect(try await Program.run(["corrections"], at: home).lines.first?.hasSuffix("(taken back)") == true)
            #expect(try await Program.run(["corrections", "--undo", "1"], at: home).status == 1)
        }

        @Test func `parse heeds corrections only when asked`() async throws {
            let home = try await Home.withLibrary()
            try home.write("{\"surface\": \"OpenAI\", \"verdict\": \"not-a-name\"}\n", to: "log.jsonl")
            _ = try await Program.run(["corrections", "--import", "log.jsonl"], at: home)
            let surfaces = { (arguments: [String]) in
                let object = try await Program.run(["parse", "articles/01.md"] + arguments, at: home).objects.first
                return (object?["mentions"] as? [[String: Any]] ?? []).compactMap { $0["surface"] as? String }
            }
            #expect(try await surfaces([]).contains("OpenAI"))
            #expect(try await !surfaces(["--corrected"]).contains("OpenAI"))
        }

        @Test func `an error in companies.toml is named on standard error, the good entries are in force`() async throws
        {
            let home = try await Home.withLibrary()
            try home.write(
                "[[company]]\nname = 1\n[[company]]\nname = \"Forno Nuovo\"\n", to: "config/rassegna/companies.toml")
            try home.write("Il Forno Nuovo apre a Pavia.\n", to: "n.txt")
            let added = try await Program.run(["add", "n.txt"], at: home)
            #expect(added.complaint.hasSuffix("companies.toml, line 2: name must be a text in quotes\n"))
            #expect(added.status == 0)
            #expect(try await Program.run(["search", "company:\"forno nuovo\""], at: home).lines.count == 1)
            try home.write(
                "[[company]]\nname = \"Rosette\"\naliases = [\"Il fornaio\"]\n", to: "config/rassegna/companies.toml")
            let reread = try await Program.run(["corrections", "--reread"], at: home)
            #expect(reread.text == "13 articles read again.\n")
            #expect(try await Program.run(["search", "company:rosette"], at: home).lines.count == 1)
        }
    }
}
