import Library
import Model
import Testing

@Suite struct StoringTests {
    @Test func `what is stored comes back whole`() throws {
        let library = try makeLibrary()
        let text = "OpenAI sale.\n\nVale 2,4 miliardi di €. 5%!"
        let mentions = [
            Mention(0..<6, .company, company: "OpenAI", evidence: .name, confidence: 0.98),
            Mention(
                19..<40, .amount, confidence: 1, amount: Amount(value: 2.4e9, unit: .money(currency: "EUR"))),
            Mention(40..<41, .amount, confidence: 0.5, amount: Amount(value: -3.4, unit: .percent)),
            Mention(41..<42, .amount, confidence: 0, amount: Amount(value: 1, unit: .money(currency: nil))),
            Mention(42..<43, .place),
        ]
        let companies = [
            Appearance(company: "OpenAI", salience: .about, mentions: 9),
            Appearance(company: "Google", salience: .passing, mentions: 1),
        ]
        let article = ParsedArticle(
            file: "a.html", index: 3, identifier: "tag:x", title: "OpenAI sale", url: "https://x.it/1", author: "Ada",
            published: noon, language: .italian, outlet: "Il Telaio", text: text,
            blocks: [Block(0..<12, .title), Block(14..<41, .furniture)], links: [Link(0..<6, "https://openai.com")])
        let id = try library.store([(article, Annotation(mentions: mentions, companies: companies))])[0].id
        let stored = try #require(try library.article(id))
        #expect(stored.text == text)
        #expect(stored.blocks == article.blocks)
        #expect(stored.links == article.links)
        #expect(stored.mentions == mentions)
        #expect(stored.companies == companies)
        #expect((stored.author, stored.url) == ("Ada", "https://x.it/1"))
        #expect(stored.row.outlet == "Il Telaio")
        #expect(stored.row.language == .italian)
        #expect(stored.row.published == noon)
        #expect(stored.row.words == 2)
        #expect(stored.row.companies == [companies[0]])
        #expect(try library.check() == [])
    }

    @Test func `an article that is added twice is stored once`() throws {
        let library = try makeLibrary()
        #expect(try library.store([item("uno")]) == [.added(1)])
        #expect(
            try library.store([item("uno"), item("due"), item("due")]) == [.unchanged(1), .added(2), .unchanged(2)])
        #expect(try library.store([item("due", file: "copy of due.txt")]) == [.unchanged(2)])
        #expect(try library.count(.everything).total == 2)
    }

    @Test func `a file is known again by another way to name it`() throws {
        let library = try makeLibrary()
        try library.store([item("uno", file: "a.txt")])
        #expect(try library.store([item("uno!", file: "/news/old/../a.txt")]) == [.updated(1)])
    }

    @Test func `a changed file changes the article and keeps its state`() throws {
        let library = try makeLibrary()
        try library.store([item("vecchio testo", title: "T", file: "a", companies: [named("Enel")]), item("altro")])
        try library.mark(.read, ids: [1])
        try library.mark(.starred, ids: [1])
        let changed = item("nuovo testo", title: "T2", file: "a", age: 90, outlet: "O", companies: [named("Eni")])
        #expect(try library.store([changed]) == [.updated(1)])
        let row = try #require(try library.article(1)?.row)
        #expect((row.title, row.isRead, row.isStarred, row.outlet) == ("T2", true, true, "O"))
        #expect(try library.titles("vecchio") == [])
        #expect(try library.titles("nuovo") == ["T2"])
        #expect(try library.titles("") == ["altro", "T2"])
        #expect(try library.company("Enel")?.articles == 0)
        #expect(try library.company("Eni")?.articles == 1)
        #expect(try library.check() == [])
    }

    @Test func `what is recognised anew replaces what was recognised`() throws {
        let library = try makeLibrary()
        try library.store([item("testo", companies: [named("Enel"), named("Enel", .about)])])
        #expect(try library.article(1)?.companies == [Appearance(company: "Enel", salience: .about, mentions: 2)])
        #expect(try library.store([item("testo", companies: [named("Eni")])]) == [.updated(1)])
        #expect(try library.titles("company:enel") == [])
        #expect(try library.check() == [])
    }

    @Test func `an article can change twice in one batch`() throws {
        let library = try makeLibrary()
        let items = [item("uno", file: "f"), item("due", file: "f", age: 5), item("tre", file: "f", age: 2)]
        #expect(try library.store(items) == [.added(1), .updated(1), .updated(1)])
        #expect(try library.titles("uno OR due") == [])
        #expect(try library.titles("tre") == ["tre"])
        #expect(try library.check() == [])
    }

    @Test func `a number that is no address is known only in its own feed`() throws {
        let library = try makeLibrary()
        var items = [item("a", file: "x.xml"), item("b", file: "y.xml"), item("c", file: "y.xml")]
        for index in items.indices { items[index].0.identifier = index < 2 ? "123" : "https://x.it/1" }
        #expect(try library.store(items) == [.added(1), .added(2), .added(3)])
        items[2].0.file = "z.xml"
        #expect(try library.store([items[2]]) == [.unchanged(3)])
    }

    @Test func `what comes from standard input is known by its text`() throws {
        let library = try makeLibrary()
        let items = [item("a", file: "-"), item("b", file: "-"), item("a", file: "-")]
        #expect(try library.store(items) == [.added(1), .added(2), .unchanged(1)])
    }

    @Test func `an article without date keeps the moment it was stored`() throws {
        let library = try makeLibrary()
        var (article, annotation) = item("a")
        article.published = nil
        try library.store([(article, annotation)])
        #expect(try library.article(1)?.row.published == noon)
    }

    @Test func `thousands of articles of one minute keep an order and their dates`() throws {
        let library = try makeLibrary()
        let midnight = Int64(12 * 60 + 1)
        try library.store((0..<2500).map { item("n\($0)", age: midnight) } + [item("later", age: midnight - 10)])
        let page = try library.page(PageRequest(limit: 5000))
        #expect(page.rows.map(\.title) == ["later"] + (0..<2500).reversed().map { "n\($0)" })
        #expect(Set(page.rows.map(\.slot)).count == 2501)
        #expect(try library.count(Query.parse("since:today")).total == 1)
        #expect(try library.count(Query.parse("before:today")).total == 2500)
        #expect(try library.check() == [])
    }

    @Test func `dates out of all bounds and marks beyond the text are stored`() throws {
        let library = try makeLibrary()
        let dates = [Int64.min, -62_135_596_800, -61, 0, 253_402_300_799, Int64.max]
        for (index, seconds) in dates.enumerated() {
            var (article, annotation) = item("d\(index)")
            article.published = Timestamp(seconds: seconds)
            article.blocks = [Block(0..<1_000_000, .paragraph)]
            annotation.mentions = [Mention(5..<9_000_000_000, .person, confidence: 7)]
            try library.store([(article, annotation)])
        }
        #expect(try library.titles("") == ["d5", "d4", "d3", "d2", "d1", "d0"])
        // They cannot be shown, and that is all that is wrong.
        #expect(try library.check().map { $0.hasSuffix("cannot be read.") } == dates.map { _ in true })
    }

    @Test func `control characters and odd texts are stored as they are`() throws {
        let library = try makeLibrary()
        let text = "'; DROP TABLE article; --\u{0}\u{1B}[31m\u{202E} 👨‍👩‍👧 \u{FFFF}"
        try library.store([item(text, outlet: text, companies: [named(text)])])
        let kept = text.replacing("\0", with: " ")
        #expect(try library.article(1)?.text == kept)
        #expect(try library.titles(.company(kept, atLeast: .passing)) == [kept])
        #expect(try library.titles(.source(kept)) == [kept])
    }
}
