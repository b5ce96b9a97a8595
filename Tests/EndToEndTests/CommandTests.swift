import Foundation
import Testing

extension OnCommandLine {
    struct CommandTests {
        @Test func `list has a line for each article, and --limit shortens it`() async throws {
            let home = try await Home.withLibrary()
            let all = try await Program.run(["list"], at: home)
            #expect(all.status == 0)
            #expect(all.lines.count == 12)
            #expect(all.lines[0].contains("●"))
            #expect(all.lines[0].hasSuffix("2026-11-20  Il Telaio  OpenAI sceglie Milano"))
            let some = try await Program.run(["list", "--limit", "3"], at: home)
            #expect(some.lines == Array(all.lines.prefix(3)))
            #expect(try await Program.run(["companies", "--limit", "1"], at: home).lines.count == 1)
            #expect(try await Program.run(["search", "ferrari", "--limit", "4"], at: home).lines.count == 4)
        }

        @Test func `list --json has the promised members`() async throws {
            let home = try await Home.withLibrary()
            let objects = try await Program.run(["list", "--json"], at: home).objects
            #expect(objects.count == 12)
            for object in objects {
                #expect(Set(object.keys).isSuperset(of: Self.members))
            }
            let first = try #require(objects.first)
            #expect(first["title"] as? String == "OpenAI sceglie Milano")
            #expect(first["source"] as? String == "Il Telaio")
            #expect(first["url"] is NSNull)
            #expect(first["published"] as? String == "2026-11-20T00:00:00Z")
            #expect(first["language"] as? String == "it")
            #expect(first["read"] as? Bool == false)
            let companies = try #require(first["companies"] as? [[String: Any]])
            #expect(companies.first?["name"] as? String == "OpenAI")
            #expect(companies.first?["salience"] as? String == "about")
        }

        private static let members: Set<String> = [
            "id", "title", "source", "url", "published", "language", "read", "starred", "companies",
        ]

        @Test func `show prints the article, and its JSON has text, blocks and mentions`() async throws {
            let home = try await Home.withLibrary()
            let id = try #require(try await Program.run(["list", "--json"], at: home).objects.first?["id"] as? Int)
            let shown = try await Program.run(["show", "\(id)"], at: home)
            #expect(shown.lines.first == "OpenAI sceglie Milano")
            #expect(shown.text.contains("ottanta persone"))
            let object = try #require(try await Program.run(["show", "\(id)", "--json"], at: home).objects.first)
            #expect(Set(object.keys).isSuperset(of: Self.members.union(["text", "blocks", "mentions"])))
            try expectSurfaces(of: object)
        }

        @Test func `companies counts articles, ChatGPT's under OpenAI`() async throws {
            let home = try await Home.withLibrary()
            let objects = try await Program.run(["companies", "--json"], at: home).objects
            #expect(objects.first?["name"] as? String == "Ferrari")
            #expect(objects.first?["articles"] as? Int == 9)
            let openAI = try #require(objects.first { $0["name"] as? String == "OpenAI" })
            #expect(openAI["articles"] as? Int == 2)
            #expect(openAI["unread"] as? Int == 2)
            let narrowed = try await Program.run(["companies", "redmond", "--json"], at: home).objects
            #expect(Set(narrowed.compactMap { $0["name"] as? String }) == ["Microsoft", "OpenAI"])
        }

        @Test func `search finds a company by its product`() async throws {
            let home = try await Home.withLibrary()
            #expect(try await Program.run(["search", "company:chatgpt"], at: home).lines.count == 2)
            #expect(try await Program.run(["search", "company:ferrari"], at: home).lines.count == 9)
        }

        @Test func `mark changes state and says how many`() async throws {
            let home = try await Home.withLibrary()
            let marked = try await Program.run(["mark", "read", "company:ferrari"], at: home)
            #expect(marked.text == "9 articles marked read.\n")
            #expect(try await home.unread() == 3)
            let again = try await Program.run(["mark", "read", "company:ferrari"], at: home)
            #expect(again.text == "Nothing to change.\n")
            #expect(again.status == 0)
            let starred = try await Program.run(["mark", "starred", "forno"], at: home)
            #expect(starred.text == "1 article marked starred.\n")
            #expect(try await Program.run(["list", "is:starred"], at: home).lines.count == 1)
            _ = try await Program.run(["mark", "unstarred", "forno"], at: home)
            #expect(try await Program.run(["list", "is:starred"], at: home).status == 1)
        }

        @Test func `keys prints the keys`() async throws {
            let outcome = try await Program.run(["keys"], at: try Home())
            #expect(outcome.status == 0)
            #expect(outcome.text.contains("mark read or unread"))
        }

        @Test func `a query error points at its column`() async throws {
            let outcome = try await Program.run(["list", "enel", "is:nonsense"], at: try Home())
            #expect(outcome.status == 2)
            #expect(outcome.output.isEmpty)
            let lines = outcome.complaint.split(separator: "\n").map(String.init)
            try #require(lines.count == 3)
            let place = try #require(lines[1].firstRange(of: "nonsense")).lowerBound
            #expect(lines[2].firstIndex(of: "^")?.utf16Offset(in: lines[2]) == place.utf16Offset(in: lines[1]))
        }

        @Test(arguments: statuses)
        func `the exit status says how it went`(command: [String], status: Int32) async throws {
            let home = try Home()
            let outcome = try await Program.run(command, at: home)
            #expect(outcome.status == status, "\(outcome.complaint)")
            #expect(status < 2 || !outcome.complaints.isEmpty)
        }

        private static let statuses: [(command: [String], status: Int32)] = [
            (["--help"], 0), (["--version"], 0), (["list", "--help"], 0), (["search", "xyzzyq"], 1),
            (["show", "999"], 1), (["mark", "read", "xyzzyq"], 1), (["companies", "xyzzyq"], 1), (["search"], 2),
            (["mark", "blue", "x"], 2), (["mark", "read"], 2), (["list", "--limit", "0"], 2), (["list", "--bogus"], 2),
            (["show", "x"], 2), (["parse"], 2), (["add"], 2), (["parse", "missing"], 3), (["add", "missing"], 3),
            (["--script", "j", "--size", "0x0"], 2), (["--script", "<nokey>"], 2),
            (["list", "--library", "/nowhere/at/all"], 2),
        ]

        @Test func `a reader that goes away ends a list without a word`() async throws {
            let home = try await Home.withLibrary()
            let outcome = try await Program.shell("rassegna list | head -1; rassegna list --json | head -c 1", at: home)
            #expect(outcome.lines.count == 2)
            #expect(outcome.complaints.isEmpty)
        }

        @Test func `a script of keys prints the last screen`() async throws {
            let home = try await Home.withLibrary()
            let outcome = try await Program.run(["--script", "j<Enter>", "--size", "100x20"], at: home)
            #expect(outcome.status == 0)
            #expect(outcome.text.split(separator: "\n", omittingEmptySubsequences: false).count == 21)
            #expect(outcome.text.contains("11 unread of 12"))
        }
    }
}

/// Expects every mention's offsets, counted in Unicode scalars, to cut its surface out of the text, and every block to
/// lie in the text, one after the other.
func expectSurfaces(of object: [String: Any], sourceLocation: SourceLocation = #_sourceLocation) throws {
    let text = Array(try #require(object["text"] as? String).unicodeScalars)
    let mentions = try #require(object["mentions"] as? [[String: Any]])
    #expect(!mentions.isEmpty, sourceLocation: sourceLocation)
    for mention in mentions {
        let start = try #require(mention["start"] as? Int)
        let end = try #require(mention["end"] as? Int)
        try #require(0 <= start && start < end && end <= text.count, sourceLocation: sourceLocation)
        var surface = String.UnicodeScalarView()
        surface.append(contentsOf: text[start..<end])
        #expect(mention["surface"] as? String == String(surface), sourceLocation: sourceLocation)
    }
    var last = 0
    for block in try #require(object["blocks"] as? [[String: Any]]) {
        let start = try #require(block["start"] as? Int)
        let end = try #require(block["end"] as? Int)
        #expect(last <= start && start < end && end <= text.count, sourceLocation: sourceLocation)
        last = end
    }
}
