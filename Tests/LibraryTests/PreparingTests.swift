import Library
import Model
import Synchronization
import Testing

/// What is read before it is stored, and what need not be.
@Suite struct PreparingTests {
    private let library: Library
    private let (one, two): (SourceID, SourceID)

    init() throws {
        library = try makeLibrary()
        one = try library.addSource(Source(kind: .feed, address: "https://a.example/rss", title: "A")).source.id
        two = try library.addSource(Source(kind: .feed, address: "https://b.example/rss", title: "B")).source.id
    }

    /// A reading that finds Enel in every article.
    private func reading(_ knowledge: Int64 = 1, _ companies: [Appearance] = [named("Enel")]) -> ArticleReading {
        ArticleReading(knowledge: knowledge) { _ in Annotation(companies: companies) }
    }

    private func articles(_ texts: [String], title: String = "Titolo") -> [ParsedArticle] {
        texts.enumerated().map { index, text in
            entry("\(title) \(index)", text, at: "https://a.example/\(index)", id: "\(index)").0
        }
    }

    @Test func `what the library has as it is is not read again, and stays as it was`() throws {
        var all = articles(["Uno.", "Due.", "Tre."])
        let first = try library.prepare(all, reading: reading(), from: one)
        #expect(first.readCount == 3)
        try library.store(first, from: one)
        let again = try library.prepare(all, reading: reading(), from: one)
        #expect(again.readCount == 0)
        #expect(try library.store(again, from: one) == [.unchanged(1), .unchanged(2), .unchanged(3)])
        all[1].text = "Due corretto."
        all[1].blocks = [Block(0..<13, .paragraph)]
        all += articles(["Uno.", "Due.", "Tre.", "Quattro."]).suffix(1)
        let changed = try library.prepare(all, reading: reading(), from: one)
        #expect(changed.readCount == 2)
        #expect(
            try library.store(changed, from: one) == [.unchanged(1), .updated(2), .unchanged(3), .added(4)])
        #expect(try library.company("Enel")?.articles == 4)
        #expect(try library.check() == [])
    }

    @Test func `another knowledge reads all again`() throws {
        let all = articles(["Uno.", "Due."])
        try library.store(all, reading: reading(1), from: one)
        let other = try library.prepare(all, reading: reading(2, [named("Eni")]), from: one)
        #expect(other.readCount == 2)
        #expect(try library.store(other, from: one) == [.updated(1), .updated(2)])
        #expect(try library.staleCount(knowledge: 2) == 0)
        #expect(try library.prepare(all, reading: reading(2), from: one).readCount == 0)
        // Of an unknown one nobody can say that it is the same.
        #expect(try library.prepare(all, reading: reading(0), from: one).readCount == 2)
    }

    @Test func `what a second source says of an article is not read, and the article gains the source`() throws {
        try library.store(articles(["Il titolo sale."]), reading: reading(), from: one)
        var other = articles(["Tutt'altre parole."])
        other[0].identifier = "b"
        for _ in 0..<2 {
            let prepared = try library.prepare(other, reading: reading(), from: two)
            #expect(prepared.readCount == 0)
            #expect(try library.store(prepared, from: two) == [.unchanged(1)])
        }
        #expect(try library.article(1)?.sources == ["A", "B"])
        #expect(try library.article(1)?.text == "Il titolo sale.")
    }

    @Test func `a whole text in place of a summary is read`() throws {
        var summary = articles(["Un sunto."])
        summary[0].isSummary = true
        try library.store(summary, reading: reading(1, []), from: one)
        let whole = articles(["Un testo intero di più parole."])
        let prepared = try library.prepare(whole, reading: reading(), from: one)
        #expect(prepared.readCount == 1)
        #expect(try library.store(prepared, from: one) == [.updated(1)])
        #expect(try library.company("Enel")?.articles == 1)
        // The summary that comes again is none of its business.
        #expect(try library.prepare(summary, reading: reading(), from: one).readCount == 0)
    }

    @Test func `white space that changes at each visit costs no reading`() throws {
        try library.store(articles(["Il titolo sale."]), reading: reading(), from: one)
        let spaced = try library.prepare(articles(["Il  titolo sale. "]), reading: reading(), from: one)
        #expect(spaced.readCount == 0)
        #expect(try library.store(spaced, from: one) == [.unchanged(1)])
        #expect(try library.company("Enel")?.articles == 1)
    }

    @Test func `what was not read is when it is stored, if it then has to be`() throws {
        let all = articles(["Uno.", "Due."])
        let known = PreparedArticles(unread: all, reading: reading())
        #expect(try library.store(known, from: one) == [.added(1), .added(2)])
        #expect(try library.company("Enel")?.articles == 2)
        let asked = Mutex(0)
        let counting = ArticleReading(knowledge: 1) { _ in
            asked.withLock { $0 += 1 }
            return Annotation()
        }
        try library.store(PreparedArticles(unread: all, reading: counting), from: one)
        #expect(asked.withLock { $0 } == 0)
    }

    @Test func `preparing changes nothing, not even where one address is two articles'`() throws {
        var first = articles(["Una podcast lunga di oggi con molte parole."])
        first[0].identifier = nil
        try library.store(first, reading: reading(), from: one)
        var second = articles(["Ben altro argomento, senza nulla in comune."], title: "Puntata diversa")
        second[0].identifier = nil
        #expect(try library.prepare(second, reading: reading(), from: one).readCount == 1)
        #expect(try library.count(.everything).total == 1)
        #expect(try library.store(second, reading: reading(), from: one) == [.added(2)])
        #expect(try library.check() == [])
    }
}
