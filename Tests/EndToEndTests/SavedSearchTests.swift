import Foundation
import Testing

extension InTerminal {
    struct SavedSearchTests {
        @Test func `S saves a search, the left pane counts it, and it outlives the reader`() async throws {
            let terminal = try await Terminal(try await Home.withLibrary(), width: 150, height: 36)
            try await terminal.command("rassegna")
            try await terminal.wait(for: "12 unread of 12")
            try await terminal.type("/ferrari")
            try await terminal.press("Enter")
            try await terminal.wait(for: "9 unread of 9")
            try await terminal.type("S")
            try await terminal.wait(for: "Save search as:")
            try await terminal.type("rosse")
            try await terminal.press("Enter")
            try await terminal.wait(for: "Search “rosse” saved. u undoes.")
            try await terminal.wait(for: "SAVED SEARCHES")
            try await terminal.wait("nine unread") { $0.contains(#/rosse +9 /#) }
            try await terminal.type("m")
            try await terminal.wait("eight unread") { $0.contains(#/rosse +8 /#) }
            try await terminal.type("q")
            try await terminal.type("q")
            try await terminal.wait(without: "SAVED SEARCHES")
            let listed = try await Program.run(["searches"], at: terminal.home)
            #expect(listed.text == "       8 / 9  rosse  ferrari\n")
            #expect(try await Program.run(["list", "search:rosse", "is:read"], at: terminal.home).lines.count == 1)
        }
    }
}

extension OnCommandLine {
    struct SearchesCommandTests {
        @Test func `searches are saved, listed, renamed and removed`() async throws {
            let home = try await Home.withLibrary()
            #expect(try await Program.run(["searches"], at: home).status == 1)
            let saved = try await Program.run(["searches", "--save", "rosse", "ferrari", "is:unread"], at: home)
            #expect(saved.text == "Search “rosse” saved.\n")
            let objects = try await Program.run(["searches", "--json"], at: home).objects
            #expect(objects.first?["name"] as? String == "rosse")
            #expect(objects.first?["query"] as? String == "ferrari is:unread")
            #expect(objects.first?["unread"] as? Int == 9)
            let marked = try await Program.run(["mark", "read", "search:rosse"], at: home)
            #expect(marked.text == "9 articles marked read.\n")
            _ = try await Program.run(["searches", "--rename", "rosse", "le rosse"], at: home)
            #expect(try await Program.run(["search", "search:le rosse"], at: home).status == 1)
            #expect(try await Program.run(["searches", "--remove", "le rosse"], at: home).status == 0)
            let gone = try await Program.run(["list", "search:\"le rosse\""], at: home)
            #expect(gone.status == 2)
            #expect(gone.complaint == "rassegna: query: There is no saved search “le rosse”.\n")
        }
    }
}
