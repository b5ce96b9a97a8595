import Library
import Model
import Testing

/// One article once: what is known again, and what is not taken for another.
@Suite struct OneArticleTests {
    private let library: Library
    private let (one, two): (SourceID, SourceID)

    init() throws {
        library = try makeLibrary()
        one = try library.addSource(Source(kind: .feed, address: "https://a.example/rss", title: "A")).source.id
        two = try library.addSource(Source(kind: .feed, address: "https://b.example/rss", title: "B")).source.id
    }

    @Test func `an address in another form is the same article, from two sources`() throws {
        let first = entry("Enel sale", "Il titolo.", at: "https://x.example/a/1?utm_source=rss#top", id: "a1", age: 5)
        #expect(try library.store([first], from: one) == [.added(1)])
        try library.mark(.read, ids: [1])
        let second = entry("Enel sale ancora", "Altro.", at: "HTTP://X.example:80/a/./1?fbclid=7", id: "b1", age: 1)
        #expect(try library.store([second], from: two) == [.unchanged(1)])
        let article = try #require(try library.article(1))
        #expect(article.sources == ["A", "B"])
        #expect(
            (article.row.title, article.row.isRead, article.row.published) == (
                "Enel sale", true, noon.advanced(by: -300)
            ))
        #expect(article.url == "https://x.example/a/1#top")
        #expect(try library.sources().map(\.unread) == [0, 0])
        #expect(try library.check() == [])
    }

    @Test func `the same text under two addresses is one article, white space and case aside`() throws {
        let text = words(80)
        #expect(try library.store([entry("Titolo", text, at: "https://x.example/1")], from: one) == [.added(1)])
        let spaced = text.uppercased().replacing(" ", with: "\n\u{A0} ")
        #expect(try library.store([entry("TITOLO", spaced, at: "https://y.example/9")], from: two) == [.unchanged(1)])
        // An agency's text under another title on another site.
        let third = entry("Altro titolo", text, at: "https://z.example/ansa")
        #expect(try library.store([third], from: two) == [.unchanged(1)])
        #expect(try library.article(1)?.row.title == "Titolo")
        #expect(try library.count(.everything).total == 1)
    }

    @Test func `another identifier at the same address is the same article`() throws {
        try library.store([entry("Enel sale", "Testo.", at: "https://x.example/1", id: "v1")], from: one)
        let again = entry("Enel sale", "Testo corretto.", at: "https://x.example/1", id: "v2")
        #expect(try library.store([again], from: one) == [.updated(1)])
    }

    @Test func `the same identifier at another address in one feed is the same article`() throws {
        for id in ["7", "https://x.example/?p=7"] {
            let first = try library.store(
                [entry("Enel sale", "Uno \(id)", at: "https://x.example/old", id: id)], from: one)
            let moved = entry("Tutt'altro titolo", "Due \(id)", at: "https://y.example/new/\(id)", id: id)
            #expect(try library.store([moved], from: one) == [.updated(first[0].id)])
        }
    }

    @Test func `an identifier of a feed alone is nothing in another feed`() throws {
        let first = entry("Enel sale", "Uno", at: "https://x.example/1", id: "7")
        let second = entry("Eni scende", "Due", at: "https://y.example/1", id: "7", feed: "https://b.example/rss")
        #expect(try library.store([first], from: one) == [.added(1)])
        #expect(try library.store([second], from: two) == [.added(2)])
    }

    @Test func `an identifier that two sites share by mistake is not one article`() throws {
        let first = entry("Enel sale", "Uno", at: "https://x.example/1", id: "http://localhost/?p=1")
        let second = entry("Ricetta del giorno", "Due", at: "https://y.example/1", id: "http://localhost/?p=1")
        #expect(try library.store([first], from: one) == [.added(1)])
        #expect(try library.store([second], from: two) == [.added(2)])
    }

    @Test func `items without address or with empty ones stay apart`() throws {
        let items = ["", "", "#", "about:blank"].enumerated().map { entry("Notizia \($0)", "Testo \($0).", at: $1) }
        #expect(try library.store(items, from: one) == [.added(1), .added(2), .added(3), .added(4)])
        #expect(try library.store(items, from: one).allSatisfy { if case .unchanged = $0 { true } else { false } })
    }

    @Test(arguments: [
        "https://x.example", "https://x.example/", "https://x.example/it/", "https://x.example/index.html#a",
        "https://x.example/#!/articolo/1",
    ])
    func `items that all lead to the front page stay apart`(address: String) throws {
        for number in 1...4 {
            let item = entry("Articolo \(number)", "Testo \(number).", at: address, id: "n\(number)")
            #expect(try library.store([item], from: one) == [.added(ArticleID(number))])
        }
        let bare = entry("Senza identificativo", "Testo.", at: address)
        #expect(try library.store([bare], from: one) == [.added(5)])
        #expect(try library.store([bare], from: one) == [.unchanged(5)])
    }

    @Test func `items that all lead to one page stay apart, also when they come one at a time later`() throws {
        let page = "https://x.example/podcast"
        let items = (1...3).map { entry("Puntata \($0)", "Testo della puntata \($0).", at: page, id: "p\($0)") }
        #expect(try library.store(items, from: one) == [.added(1), .added(2), .added(3)])
        #expect(try library.store(items, from: one) == [.unchanged(1), .unchanged(2), .unchanged(3)])
        let next = entry("Puntata 4", "Testo della puntata 4.", at: page, id: "p4")
        #expect(try library.store([next], from: one) == [.added(4)])
        #expect(try library.store([next], from: two) == [.unchanged(4)])
        // Without identifiers they are known by their texts.
        let bare = (1...3).map { entry("Riga \($0)", "Contenuto \($0).", at: "https://x.example/live") }
        #expect(try library.store(bare, from: one) == [.added(5), .added(6), .added(7)])
        #expect(try library.store(bare, from: one) == [.unchanged(5), .unchanged(6), .unchanged(7)])
    }

    @Test func `a page that is another article each day is told by its words`() throws {
        let page = "https://x.example/oggi"
        #expect(
            try library.store([entry("Enel sale in Borsa", words(60), at: page, id: "1")], from: one) == [.added(1)])
        let next = entry("Sciopero dei treni domani", words(60, seed: 2), at: page, id: "2")
        #expect(try library.store([next], from: one) == [.added(2)])
        #expect(
            try library.store([entry("Altro ancora", words(60, seed: 3), at: page, id: "3")], from: one) == [.added(3)])
    }

    @Test func `items that all have one identifier stay apart`() throws {
        let items = ["Enel sale", "Eni scende", "Fiat ferma"].enumerated().map {
            entry($1, "Testo \($0).", at: "https://x.example/\($0)", id: "https://x.example/")
        }
        #expect(try library.store(items, from: one) == [.added(1), .added(2), .added(3)])
        #expect(try library.store(items, from: one) == [.unchanged(1), .unchanged(2), .unchanged(3)])
    }

    @Test func `a notice that stands for many texts makes them no one article`() throws {
        let notice = words(60)
        let items = (1...4).map { entry("Titolo \($0)", notice, at: "https://x.example/\($0)", id: "n\($0)") }
        #expect(try library.store(items, from: one) == [.added(1), .added(2), .added(3), .added(4)])
        let other = entry("Titolo 5", notice, at: "https://x.example/5", feed: "https://b.example/rss")
        #expect(try library.store([other], from: two) == [.added(5)])
        let comments = (6...8).map { entry("Ask \($0 % 2)", "Comments", at: "https://x.example/\($0)") }
        #expect(try library.store(comments, from: one) == [.added(6), .added(7), .added(8)])
    }

    @Test func `what comes again under one title is an article each time`() throws {
        let thread = words(60)
        let weekly = (0..<3).map { week in
            entry("Discussione della settimana", thread, at: "https://x.example/\(week)", age: Int64(week) * 10_080)
        }
        #expect(try library.store(weekly, from: one) == [.added(1), .added(2), .added(3)])
        #expect(try library.store(weekly, from: one) == [.unchanged(1), .unchanged(2), .unchanged(3)])
        let comments = ["x", "y"].map { entry("Discussione", "Commenti", at: "https://\($0).example/a") }
        #expect(try library.store([comments[0]], from: one) == [.added(4)])
        #expect(try library.store([comments[1]], from: two) == [.added(5)])
        let teaser = ["x", "y"].map {
            entry("Enel sale", "Il titolo guadagna in Borsa dopo i conti del trimestre.", at: "https://\($0).example/b")
        }
        #expect(try library.store([teaser[0]], from: one) == [.added(6)])
        #expect(try library.store([teaser[1]], from: two) == [.unchanged(6)])
    }

    @Test func `a commentary on a page is an article of its own, a line about it is not`() throws {
        let page = "https://x.example/articolo"
        try library.store([entry("Enel presenta il piano", words(200), at: page)], from: one)
        let line = entry("Guarda qui", "Da leggere.", at: page, id: "b1", feed: "https://b.example/rss")
        #expect(try library.store([line], from: two) == [.unchanged(1)])
        let column = entry(
            "Perché non mi convince", words(90, seed: 5), at: page, id: "b2", feed: "https://b.example/rss")
        #expect(try library.store([column], from: two) == [.added(2)])
    }

    @Test func `an entry that a document holds twice is one article`() throws {
        let items = [
            entry("Enel sale", "Prima stesura.", at: "https://x.example/1", id: "https://x.example/1"),
            entry("Enel sale ancora", "Seconda stesura.", at: "https://x.example/1", id: "https://x.example/1"),
        ]
        #expect(try library.store(items, from: one) == [.added(1), .updated(1)])
    }

    @Test func `a file and a feed that tell the same share one article`() throws {
        var (page, annotation) = item("Enel sale. " + words(60), file: "saved.html")
        page.url = "https://x.example/1?gclid=3"
        #expect(try library.store([(page, annotation)]) == [.added(1)])
        #expect(try library.store([entry("x", page.text, at: "https://x.example/1")], from: one) == [.unchanged(1)])
        #expect(try library.article(1)?.sources == ["A"])
    }
}
