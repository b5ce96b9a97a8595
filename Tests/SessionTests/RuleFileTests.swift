import Foundation
import Library
import Model
import Testing

@testable import rassegna

struct RuleFileTests {
    @Test func `rules are read with all that they can do`() throws {
        let contents = RuleFile.parse(
            """
            # mine
            [[rule]]
            name = "gossip"
            query = 'title:divo OR "red carpet"'
            mute = true
            until = 2026-12-31

            [[rule]]
            query = "company:enel"
            tag = ["energia", " da  leggere ", "energia"]
            star = true
            read = true
            """)
        #expect(contents.problems == [])
        #expect(
            contents.rules == [
                Rule(
                    name: "gossip", query: try Query.parse("title:divo OR \"red carpet\""),
                    mute: CivilDate(year: 2026, month: 12, day: 31).map { .until($0) }),
                Rule(
                    name: "company:enel", query: .company("enel", atLeast: .passing), tags: ["energia", "da leggere"],
                    isStarred: true, isRead: true),
            ])
        #expect(
            contents.rules.map(\.actions) == ["hide until 2026-12-31", "tag energia, tag da leggere, star, mark read"])
    }

    @Test(arguments: [
        ("star = true", 1, "“star” stands outside of a [[rule]]"),
        ("[[rule]]\nstar = true", 1, "a rule needs a query, such as query = \"company:enel\""),
        (
            "[[rule]]\nquery = \"eni )\"\nstar = true", 2,
            "query: Column 5: found “)”, expected an opening parenthesis before it."
        ),
        ("[[rule]]\nquery = \"eni\"", 1, "a rule needs tag, star, read or mute to do something"),
        (
            "[[rule]]\nquery = \"eni\"\nstars = true", 3,
            "there is no key “stars”, only name, query, tag, star, read, mute, until"
        ),
        ("[[rule]]\nquery = \"eni\"\nread = 1", 3, "read must be true or false"),
        ("[[rule]]\nquery = \"eni\"\nuntil = 2026-01-01", 3, "until goes with mute = true"),
        (
            "[[rule]]\nquery = \"eni\"\nmute = true\nuntil = \"x\"", 4,
            "until must be a date without quotes, such as 2026-12-31"
        ),
        ("[[rule]]\nquery = \"eni\"\ntag = [1]", 3, "tag must hold texts in quotes only"),
    ])
    func `an error is named by line and reason, and the other rules hold`(text: String, line: Int, reason: String) {
        let contents = RuleFile.parse(text + "\n[[rule]]\nquery = \"enel\"\nread = true\n")
        #expect(contents.problems == [.init(line: line, reason: reason)])
        #expect(contents.rules.map(\.name) == ["enel"])
    }

    @Test func `a changed file is read anew, and what is wrong in it is said once`() throws {
        let folder = NSTemporaryDirectory() + "rules-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = RuleFile(folder: folder)
        #expect(file.rules == [])
        #expect(file.look().hasChanged == false)
        let write = { (text: String) in
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/rules.toml"))
        }
        try write("[[rule]]\nquery = \"enel\"\nread = true\n")
        #expect(file.look().hasChanged)
        #expect(file.rules.count == 1)
        #expect(!file.look().hasChanged)
        try write("[[rule]]\nquery = \"enel\"\nred = true\n")
        #expect(file.rules == [])
        #expect(file.look().problems.map(\.line) == [3])
        #expect(file.look().problems == [])
    }
}
