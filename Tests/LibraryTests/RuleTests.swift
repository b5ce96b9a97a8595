import Library
import Model
import Synchronization
import Testing

/// A clock that stands at noon until it is moved.
private final class Clock: Sendable {
    private let moment = Mutex(noon)
    var now: Timestamp { moment.withLock { $0 } }

    func advance(by seconds: Int64) {
        moment.withLock { $0 = $0.advanced(by: seconds) }
    }
}

@Suite struct RuleTests {
    private func library(_ rules: [Rule]) throws -> Library {
        let library = try makeLibrary()
        library.follow { rules }
        return library
    }

    private func rule(
        _ name: String, _ query: String, tags: [String] = [], isStarred: Bool = false, isRead: Bool = false,
        mute: Rule.Mute? = nil
    ) throws -> Rule {
        Rule(
            name: name, query: try Query.parse(query), tags: tags, isStarred: isStarred, isRead: isRead, mute: mute)
    }

    @Test func `new articles are treated as they are stored, and those that are there are left alone`() throws {
        let library = try makeLibrary()
        try library.store([item("enel vecchia", age: 9)])
        let rules = [
            try rule("luce", "enel", tags: ["energia", "luce"], isStarred: true),
            try rule("tutte", "eni OR enel", isRead: true),
        ]
        library.follow { rules }
        try library.store([item("enel nuova", companies: [named("Enel")]), item("eni", age: 1), item("altro", age: 2)])
        #expect(try library.titles("tag:energia tag:luce is:starred is:read") == ["enel nuova"])
        #expect(try library.titles("is:read") == ["enel nuova", "eni"])
        #expect(try library.count(.everything) == Count(total: 4, unread: 2))
        #expect(try library.company("Enel")?.unread == 0)
        // Nothing that the user did, and so nothing to be taken back.
        #expect(try library.undo() == nil)
        #expect(try library.check() == [])
        try library.mark(.unread, matching: .everything)
        try library.store([item("enel nuova", companies: [named("Enel")])])
        #expect(try library.count(.everything).unread == 4)
    }

    @Test(arguments: [
        "company:enel -title:terza", "enel* trimestre", "/[Pp]rima|Seconda/ OR seconda", "is:unread trimestr*",
        "near:\"enel trimestre\" -(terza OR quarta)", "(title:prima OR title:seconda) lang:it since:1d",
    ])
    func `a rule may ask for anything that a query may`(query: String) throws {
        let library = try library([try rule("r", query, tags: ["t"])])
        try library.store((1...30).map { item("Enel vecchia \($0)", age: 100 + Int64($0), language: "en") })
        try library.store(
            ["Prima", "Seconda"].enumerated().map { (age: Int, title: String) in
                item(
                    "Enel chiude il trimestre, parte \(title).", title: title, age: Int64(age), language: "it",
                    companies: [named("Enel")])
            } + [item("Altro", title: "terza", age: 5), item("Niente", title: "quarta", age: 6)])
        #expect(try library.titles("tag:t") == ["Prima", "Seconda"])
    }

    @Test func `rules go one after the other, and follow saved searches`() throws {
        let rules = [
            try rule("uno", "search:rosse", tags: ["rosse"]), try rule("due", "tag:rosse -titolo", isStarred: true),
            try rule("tre", "search:nessuna", isRead: true),
        ]
        let library = try library(rules)
        try library.arrange(.save("rosse", Query.parse("ferrari")))
        try library.store([item("ferrari"), item("titolo ferrari", age: 1), item("eni", age: 2)])
        #expect(try library.titles("tag:rosse") == ["ferrari", "titolo ferrari"])
        #expect(try library.titles("is:starred") == ["ferrari"])
        #expect(try library.titles("is:read") == [])
    }

    @Test func `a company that only hidden articles name is in no list of companies, unless it is followed`() throws {
        let library = try library([try rule("gossip", "divo", mute: .forEver)])
        try library.store([
            item("divo", companies: [named("Acme"), named("Eni")]), item("altro", companies: [named("Eni")]),
        ])
        #expect(try library.companies().map(\.name) == ["Eni"])
        try library.follow("Acme", true)
        #expect(try library.companies().map(\.name) == ["Acme", "Eni"])
    }

    @Test func `hidden articles are in no list and no count, and never lost`() throws {
        let library = try library([try rule("gossip", "divo", mute: .forEver)])
        let source = try library.addSource(Source(kind: .folder, address: "/n")).source.id
        let last = try library.lastArticle()
        try library.store(
            ["divo uno", "divo due", "eni"].enumerated().map {
                item($1, age: Int64($0), outlet: "O", companies: [named("Eni")])
            }, from: source)
        #expect(try library.hidden(after: last).words == "2 articles hidden by \"gossip\"")
        #expect(try library.titles("") == ["eni"])
        for query in ["", "is:unread", "company:eni", "source:O", "source:#1", "-divo", "company:eni -divo"] {
            #expect(try library.count(Query.parse(query)) == Count(total: 1, unread: 1), "\(query)")
        }
        #expect(try library.company("Eni")?.articles == 1)
        #expect(try library.companies().first?.unread == 1)
        #expect(try library.sources().first?.articles == 1)
        #expect(try library.titles("is:muted") == ["divo uno", "divo due"])
        #expect(try library.titles("divo is:muted OR eni") == ["divo uno", "divo due", "eni"])
        #expect(try library.article(1)?.row.title == "divo uno")
        #expect(try library.mark(.read, matching: .everything)?.count == 1)
        #expect(try library.unmute(library.ids(matching: Query.parse("uno is:muted")))?.count == 1)
        #expect(try library.titles("") == ["divo uno", "eni"])
        #expect(try library.undo()?.action == .unmuted)
        #expect(try library.titles("") == ["eni"])
        #expect(try library.check() == [])
    }

    @Test func `a rule hides to the end of its day`() throws {
        let days = [19, 20].compactMap { CivilDate(year: 2026, month: 11, day: $0) }
        let clock = Clock()
        let library = try Library.inMemory(folder: "/news", now: { clock.now })
        let rules = [
            try rule("ieri", "uno", mute: .until(days[0])), try rule("oggi", "due", mute: .until(days[1])),
        ]
        library.follow { rules }
        try library.store([item("uno"), item("due", age: 1)])
        #expect(try library.titles("") == ["uno"])
        clock.advance(by: 12 * 3600 - 1)
        #expect(try library.titles("") == ["uno"])
        clock.advance(by: 1)
        #expect(try library.titles("") == ["uno", "due"])
        #expect(try library.titles("is:muted") == [])
    }

    @Test func `a preview says what would change and changes nothing, applying changes it and is undone`() throws {
        let library = try makeLibrary()
        try library.store(["enel", "eni", "divo"].enumerated().map { item($1, age: Int64($0)) })
        try library.tag([1], "energia")
        let rules = [
            try rule("luce", "enel OR eni", tags: ["energia"], isRead: true),
            try rule("resto", "is:unread", isStarred: true, mute: .forEver),
        ]
        let expected = [
            RuleEffect(rule: "luce", matches: 2, tagged: 1, read: 2),
            RuleEffect(rule: "resto", matches: 1, starred: 1, hidden: 1),
        ]
        #expect(try library.preview(rules) == expected)
        #expect(try library.count(.everything) == Count(total: 3, unread: 3))
        #expect(try library.titles("tag:energia") == ["enel"])
        #expect(try rules.map { try library.apply($0) } == expected)
        #expect(try library.titles("") == ["enel", "eni"])
        #expect(try library.preview(rules).map(\.tagged) == [0, 0])
        for _ in 0..<4 { try library.undo() }
        #expect(try library.count(.everything) == Count(total: 3, unread: 3))
        #expect(try library.titles("tag:energia") == ["enel"])
        #expect(try library.check() == [])
    }

    @Test func `an article that gets several tags counts once`() throws {
        let library = try makeLibrary()
        try library.store(["enel", "eni"].enumerated().map { item($1, age: Int64($0)) })
        try library.tag([1], "luce")
        let rules = [try rule("energia", "enel OR eni", tags: ["luce", "gas", "oro"])]
        #expect(try library.preview(rules).map(\.tagged) == [2])
        #expect(try rules.map { try library.apply($0).tagged } == [2])
        try library.undo()
        #expect(try library.titles("tag:luce") == ["enel"])
        #expect(try library.tags() == ["luce"])
    }
}
