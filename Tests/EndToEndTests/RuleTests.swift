import Foundation
import Testing

extension Home {
    /// Writes the user's rules.
    fileprivate func writeRules(_ text: String) throws {
        try write(text, to: "config/rassegna/rules.toml")
    }
}

extension OnCommandLine {
    struct RuleTests {
        private static let rules = """
            [[rule]]
            name = "gossip"
            query = "title:ferrari"
            mute = true

            [[rule]]
            query = "company:openai"
            tag = ["ai"]
            star = true

            """

        @Test func `rules act on what is added, and say what they have hidden`() async throws {
            let home = try Home()
            try home.writeRules(Self.rules + "[[rule]]\nquery = \"x\"\n")
            try home.writeArticles()
            let added = try await Program.run(["add", "articles"], at: home)
            #expect(added.text == "12 articles added.\n9 articles hidden by \"gossip\".\n")
            #expect(
                added.complaint.hasSuffix("rules.toml, line 10: a rule needs tag, star, read or mute to do something\n")
            )
            #expect(try await Program.run(["list"], at: home).lines.count == 3)
            #expect(try await Program.run(["list", "is:muted"], at: home).lines.count == 9)
            #expect(try await Program.run(["list", "tag:ai", "is:starred"], at: home).lines.count == 2)
            let shown = try await Program.run(["mark", "unmuted", "giornata"], at: home)
            #expect(shown.text == "9 articles marked unmuted.\n")
            #expect(try await Program.run(["list"], at: home).lines.count == 12)
        }

        @Test func `rules are listed, tried and applied to what is there`() async throws {
            let home = try await Home.withLibrary()
            #expect(try await Program.run(["rules"], at: home).status == 1)
            try home.writeRules(Self.rules)
            #expect(
                try await Program.run(["rules"], at: home).lines == [
                    "gossip: title:ferrari: hide", "company:openai: tag ai, star",
                ])
            let tried = try await Program.run(["rules", "--dry-run"], at: home)
            #expect(
                tried.lines == [
                    "gossip: 9 articles match; would hide 9", "company:openai: 2 articles match; would tag 2, star 2",
                ])
            #expect(try await Program.run(["list"], at: home).lines.count == 12)
            let applied = try await Program.run(["rules", "--apply"], at: home)
            #expect(applied.lines.first == "gossip: 9 articles match; 9 hidden")
            #expect(try await Program.run(["list"], at: home).lines.count == 3)
            let objects = try await Program.run(["rules", "--dry-run", "--json"], at: home).objects
            #expect(objects.map { $0["hidden"] as? Int } == [0, 0])
        }
    }
}

extension InTerminal {
    struct RuleTests {
        @Test func `what comes while reading is treated, and rules are read anew without a restart`() async throws {
            let home = try await Home.withLibrary()
            try home.write(Home.article("Primo divo", "2026-11-21", "O", "Un divo a Roma."), to: "new/1.md")
            try home.writeRules("[[rule]]\nname = \"gossip\"\nquery = \"divo\"\nmute = true\n")
            let terminal = try await Terminal(home, width: 120, height: 36)
            try await terminal.command("rassegna")
            try await terminal.wait(for: "12 unread of 12")
            try await terminal.type("a\(home.path)/new")
            try await terminal.press("Enter")
            try await terminal.wait(for: "is a source now")
            try await terminal.wait(for: "12 unread of 12")
            // A message stays until a key is typed.
            try await terminal.type("j")
            try home.write(Home.article("Altro divo", "2026-11-22", "O", "Un altro divo."), to: "new/2.md")
            try await terminal.wait(for: "1 article hidden by \"gossip\"")
            try home.writeRules("[[rule]]\nquery = \"divo\"\ntag = [\"vip\"]\n")
            try await terminal.wait(for: "Your rules were read anew")
            try home.write(Home.article("Terzo divo", "2026-11-23", "O", "Un terzo divo."), to: "new/3.md")
            try await terminal.wait(for: "13 unread of 13")
            try await terminal.wait(for: "#vip")
            try await terminal.type("/is:muted")
            try await terminal.press("Enter")
            try await terminal.wait(for: "2 unread of 2")
        }
    }
}
