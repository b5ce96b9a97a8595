import Library
import Model
import Testing

@Suite struct SourceTests {
    private func feed(_ address: String, _ title: String? = nil, tags: [String] = []) -> Source {
        Source(kind: .feed, address: address, title: title, tags: tags)
    }

    @Test func `sources come back as they were added, in order of name`() throws {
        let library = try makeLibrary()
        let visits = Visits(
            last: noon, success: noon.advanced(by: -60), due: noon.advanced(by: 60), problem: "404", failures: 2,
            isGone: true, entityTag: "\"x\"", modified: "Fri, 20 Nov 2026 12:00:00 GMT")
        let one = Source(
            kind: .feed, address: "https://b.example/rss", title: "Énergie", site: "https://b.example/",
            tags: ["energia/gas", "it"], fetchesPages: true, visits: visits)
        let stored = try library.addSource(one)
        #expect(stored.isNew)
        try library.addSource(Source(kind: .folder, address: "/home/ada/news"))
        try library.addSource(feed("https://a.example/rss", "Zeta"))
        try library.addSource(feed("https://c.example/rss", "alfa"))
        #expect(try library.sources().map(\.name) == ["/home/ada/news", "alfa", "Énergie", "Zeta"])
        var expected = one
        expected.id = stored.source.id
        #expect(try library.source(expected.id) == expected)
    }

    @Test func `an address that is there already is not added again`() throws {
        let library = try makeLibrary()
        let first = try library.addSource(feed("https://a.example/rss?section=it", "A")).source
        let again = try library.addSource(feed("HTTPS://user:pw@A.example:443/rss?section=it#top", "B"))
        #expect(again.source == first)
        #expect(!again.isNew)
        #expect(try library.addSource(feed("https://a.example/rss?section=en")).isNew)
        #expect(try library.source(at: "https://A.example/rss?section=it")?.id == first.id)
    }

    @Test func `a source is renamed, tagged and told to fetch pages`() throws {
        let library = try makeLibrary()
        let id = try library.addSource(feed("https://a.example/rss")).source.id
        try library.describeSource(id, title: "Own name", site: "https://a.example/")
        #expect(try library.source(id)?.name == "Own name")
        try library.renameSource(id, "Mine")
        try library.describeSource(id, title: "Other name", site: nil)
        try library.tagSource(id, ["a", "", "b", "a", "c\nd"])
        try library.setFetchesPages(id, true)
        let source = try #require(try library.source(id))
        #expect((source.title, source.site, source.fetchesPages) == ("Mine", "https://a.example/", true))
        #expect(source.tags == ["a", "b", "c d"])
        try library.renameSource(id, "")
        #expect(try library.source(id)?.name == "https://a.example/rss")
    }

    @Test func `visits are remembered`() throws {
        let library = try makeLibrary()
        let id = try library.addSource(feed("https://a.example/rss")).source.id
        let visits = Visits(last: noon, problem: "no answer", failures: 3)
        try library.note(visits, of: id)
        #expect(try library.source(id)?.visits == visits)
    }

    @Test func `a source that is removed leaves its articles`() throws {
        let library = try makeLibrary()
        let id = try library.addSource(feed("https://a.example/rss", "A")).source.id
        try library.store([entry("Uno", "testo", at: "https://a.example/1")], from: id)
        #expect(try library.article(1)?.sources == ["A"])
        #expect(try library.removeSource(id)?.subject == "A")
        #expect(try library.removeSource(id) == nil)
        #expect(try library.article(1)?.sources == [])
        #expect(try library.titles("") == ["Uno"])
        // A visit that was under way when it was removed.
        #expect(try library.store([entry("Due", "testo", at: "https://a.example/2")], from: id) == [.added(2)])
        let again = try library.addSource(feed("https://a.example/rss", "A")).source.id
        #expect(again != id)
        #expect(try library.store([entry("Uno", "testo", at: "https://a.example/1")], from: again) == [.unchanged(1)])
        #expect(try library.check() == [])
    }

    @Test func `marks, undo and new articles keep the counts of sources`() throws {
        let library = try makeLibrary()
        let ids = try ["a", "b"].map { try library.addSource(feed("https://\($0).example/rss")).source.id }
        let items = (1...10).map { entry("n\($0)", "t\($0)", at: "https://a.example/\($0)", age: Int64($0)) }
        try library.store(items, from: ids[0])
        try library.store(Array(items.prefix(4)), from: ids[1])
        #expect(try counts(library) == [[10, 10], [4, 4]])
        try library.mark(.read, ids: [1, 2, 9])
        #expect(try counts(library) == [[10, 7], [4, 2]])
        try library.mark(.read, matching: .everything)
        #expect(try counts(library) == [[10, 0], [4, 0]])
        try library.undo()
        #expect(try counts(library) == [[10, 7], [4, 2]])
        #expect(try library.mark(.read, matching: .from(ids[1]))?.count == 2)
        #expect(try counts(library) == [[10, 5], [4, 0]])
        try library.undo()
        try library.undo()
        #expect(try counts(library) == [[10, 10], [4, 4]])
        #expect(try library.check() == [])
    }

    private func counts(_ library: Library) throws -> [[Int]] {
        try library.sources().map { [$0.articles, $0.unread] }
    }

    @Test func `a list can be limited to a source, by number, by title or by address`() throws {
        let library = try makeLibrary()
        let one = try library.addSource(feed("https://a.example/rss", "Il Telaio")).source.id
        let two = try library.addSource(feed("https://b.example/rss")).source.id
        let items = (0..<6).map { entry("n\($0)", "t\($0)", at: "https://x.example/\($0)", age: Int64($0)) }
        try library.store(Array(items[0..<4]), from: one)
        try library.store(Array(items[2..<6]), from: two)
        try library.store([item("dell'outlet", age: 9, outlet: "Il Telaio online")])
        #expect(try library.titles(.from(two)) == ["n2", "n3", "n4", "n5"])
        #expect(try library.titles("source:#2 is:unread") == ["n2", "n3", "n4", "n5"])
        #expect(try library.titles("source:telaio") == ["n0", "n1", "n2", "n3", "dell'outlet"])
        #expect(try library.titles("source:b.example") == ["n2", "n3", "n4", "n5"])
        #expect(try library.titles("-source:telaio") == ["n4", "n5"])
        #expect(try library.count(Query.parse("source:telaio")) == Count(total: 5, unread: 5))
        #expect(try library.count(.from(one)) == Count(total: 4, unread: 4))
        #expect(try library.titles("source:#9") == [])
        let page = try library.page(PageRequest(query: .from(one), limit: 2))
        #expect(page.rows.map(\.title) == ["n0", "n1"])
        #expect(page.hasOlder)
        for text in ["source:#2", "source:telaio", "source:#2 lang:it"] {
            let plan = try library.explain(Query.parse(text)) + library.explain(Query.parse(text), newerThan: 5)
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(text): \(plan)")
        }
        #expect(try library.explain(.from(two))[0].contains("PRIMARY KEY (source=?)"))
    }

    @Test func `a source moves for good, and joins the one that is there`() throws {
        let library = try makeLibrary()
        let one = try library.addSource(feed("https://a.example/rss", "A", tags: ["x"])).source.id
        try library.store([entry("Uno", "testo", id: "1"), entry("Due", "altro", id: "2")], from: one)
        #expect(try library.moveSource(one, to: "https://a.example/feed") == one)
        #expect(try library.source(one)?.address == "https://a.example/feed")
        // Its own identifiers are still known.
        #expect(try library.store([entry("Uno", "testo nuovo", id: "1")], from: one) == [.updated(1)])
        let two = try library.addSource(feed("https://b.example/rss", tags: ["y"])).source.id
        try library.store([entry("Due", "altro"), entry("Tre", "terzo", id: "3")], from: two)
        try library.mark(.read, ids: [2])
        #expect(try library.moveSource(one, to: "https://b.example/rss") == two)
        let joined = try #require(try library.source(two))
        #expect((joined.title, joined.tags) == ("A", ["y", "x"]))
        #expect((joined.articles, joined.unread) == (3, 2))
        #expect(try library.sources().count == 1)
        #expect(try library.moveSource(one, to: "https://c.example/") == nil)
        #expect(try library.check() == [])
    }

    @Test func `the removal of a source is undone before anything older, with its articles, and made again`() throws {
        let library = try makeLibrary()
        var source = feed("https://a.example/rss", "A", tags: ["it"])
        source.visits = Visits(last: noon, problem: "404", failures: 2, entityTag: "x")
        let id = try library.addSource(source).source.id
        try library.store([entry("Uno", "testo", at: "https://a.example/1"), entry("Due", "altro", id: "2")], from: id)
        try library.mark(.read, ids: [1])
        let before = try library.source(id)
        #expect(before?.articles == 2 && before?.unread == 1)
        try library.removeSource(id)
        #expect(try library.lastChange() == Change(id: 2, action: .removed, count: 1, subject: "A"))
        try library.store([entry("Uno", "testo più lungo", at: "https://a.example/1")])
        #expect(try library.undo()?.action == .removed)
        #expect(try library.source(id) == before)
        #expect(try library.article(1)?.sources == ["A"])
        #expect(try library.titles("is:read") == ["Uno"])
        #expect(try library.check() == [])
        #expect(try library.redo()?.action == .removed)
        #expect(try library.sources() == [])
        #expect(try library.undo()?.count == 1)
        #expect(try library.undo()?.action == .read)
        #expect(try library.check() == [])
    }

    @Test func `a source that was added anew meanwhile gets the articles of the one brought back`() throws {
        let library = try makeLibrary()
        let id = try library.addSource(feed("https://a.example/rss", "A")).source.id
        try library.store([entry("Uno", "testo", at: "https://a.example/1")], from: id)
        try library.removeSource(id)
        let new = try library.addSource(feed("https://a.example/rss", "B")).source.id
        try library.undo()
        #expect(try library.sources().map(\.id) == [new])
        #expect(try library.source(new)?.articles == 1)
        try library.redo()
        #expect(try library.sources().map(\.id) == [new])
        #expect(try library.check() == [])
    }
}
