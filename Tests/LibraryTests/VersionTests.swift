import Library
import Model
import Testing

@Suite struct VersionTests {
    private let library: Library
    private let (one, two): (SourceID, SourceID)

    init() throws {
        library = try makeLibrary()
        one = try library.addSource(Source(kind: .feed, address: "https://a.example/rss")).source.id
        two = try library.addSource(Source(kind: .feed, address: "https://b.example/rss")).source.id
    }

    private func item(_ text: String, title: String = "Enel sale", isSummary: Bool = false) -> (
        ParsedArticle, Annotation
    ) {
        entry(title, text, at: "https://x.example/1", id: "1", isSummary: isSummary)
    }

    @Test func `a changed article keeps what it said, and its state`() throws {
        try library.store([item("Enel guadagna il 3%.")], from: one)
        try library.mark(.read, ids: [1])
        #expect(try library.article(1)?.row.isUpdated == false)
        #expect(try library.versions(of: 1) == [])
        #expect(try library.store([item("Enel guadagna il 4%.")], from: one) == [.updated(1)])
        #expect(try library.store([item("Enel guadagna il 4%.", title: "Enel corre")], from: one) == [.updated(1)])
        let row = try #require(try library.article(1)?.row)
        #expect((row.title, row.isRead, row.updated) == ("Enel corre", true, noon))
        let versions = try library.versions(of: 1)
        #expect(versions.map(\.title) == ["Enel sale", "Enel sale"])
        #expect(versions.map(\.text) == ["Enel guadagna il 4%.", "Enel guadagna il 3%."])
        #expect(versions[0].blocks == [Block(0..<20, .paragraph)])
        #expect(try library.titles("3%") == [])
        #expect(try library.check() == [])
    }

    @Test func `a changed article is unread again where that is wanted`() throws {
        try library.store([item("Uno."), entry("Altro", "testo", at: "https://x.example/2")], from: one)
        try library.store([item("Uno.")], from: two)
        let built = try library.journalNumber()
        try library.mark(.read, matching: .everything)
        #expect(try library.store([item("Due.")], from: one, updatedIsUnread: true) == [.updated(1)])
        #expect(try library.titles("is:unread") == ["Enel sale"])
        #expect(try library.titles("is:read", builtAt: built).count == 2, "a list keeps the rows it had")
        #expect(try library.sources().map(\.unread) == [1, 1])
        #expect(try library.check() == [])
    }

    @Test func `furniture and white space are no change`() throws {
        let (article, annotation) = item("Enel sale.\n\nLeggi anche: Uno")
        var first = article
        first.blocks = [Block(0..<10, .paragraph), Block(12..<28, .furniture)]
        try library.store([(first, annotation)], from: one)
        var second = first
        second.text = "Enel\u{A0} sale.\n\nLeggi anche: Due"
        second.blocks = [Block(0..<12, .paragraph), Block(14..<30, .furniture)]
        #expect(try library.store([(second, annotation)], from: one) == [.unchanged(1)])
        #expect(try library.article(1)?.text == first.text)
        #expect(try library.versions(of: 1) == [])
        var third = first
        third.title = "Enel  sale"
        #expect(try library.store([(third, annotation)], from: one) == [.unchanged(1)])
        #expect(try library.store([item("Enel SALE.")], from: one) == [.updated(1)])
    }

    @Test func `the last twenty versions are kept`() throws {
        for number in 0..<30 { try library.store([item("Stesura \(number).")], from: one) }
        let texts = try library.versions(of: 1).map(\.text)
        #expect(texts == (9..<29).reversed().map { "Stesura \($0)." })
        #expect(texts.count == Library.keptVersions)
    }

    @Test func `a feed that changes its dates keeps the article where it was`() throws {
        try library.store([item("Uno.")], from: one)
        var (article, annotation) = item("Due.")
        article.published = noon.advanced(by: 86_400)
        #expect(try library.store([(article, annotation)], from: one) == [.updated(1)])
        #expect(try library.article(1)?.row.published == noon)
    }

    @Test func `two sources with texts of their own do not take turns`() throws {
        try library.store([item("Testo di A.")], from: one)
        for _ in 0..<3 {
            #expect(try library.store([item("Testo di B.")], from: two) == [.unchanged(1)])
            #expect(try library.store([item("Testo di A.")], from: one) == [.unchanged(1)])
        }
        #expect(try library.store([item("Testo di B, corretto.")], from: two) == [.unchanged(1)])
        #expect(try library.store([item("Testo di A, corretto.")], from: one) == [.updated(1)])
        #expect(try library.article(1)?.text == "Testo di A, corretto.")
        // With A gone, B's corrections are the article's.
        try library.removeSource(one)
        #expect(try library.store([item("Testo di B, corretto.")], from: two) == [.unchanged(1)])
        #expect(try library.store([item("Testo di B, corretto due volte.")], from: two) == [.updated(1)])
        #expect(try library.versions(of: 1).map(\.text) == ["Testo di A, corretto.", "Testo di A."])
        #expect(try library.check() == [])
    }

    @Test func `a whole text takes the place of a summary, and no summary that of a whole text`() throws {
        let summary = item("Enel guadagna.", isSummary: true)
        let whole = item("Enel guadagna in Borsa dopo i conti del trimestre.")
        try library.store([summary], from: one)
        #expect(try library.store([whole], from: one) == [.updated(1)])
        #expect(try library.article(1)?.row.isUpdated == false)
        #expect(try library.versions(of: 1) == [])
        #expect(try library.store([summary], from: one) == [.unchanged(1)])
        #expect(try library.store([item("Enel perde.", isSummary: true)], from: one) == [.unchanged(1)])
        #expect(try library.article(1)?.text == whole.0.text)
        // The page again, changed.
        let changed = item("Enel guadagna in Borsa dopo i conti del semestre.")
        #expect(try library.store([changed], from: one) == [.updated(1)])
        #expect(try library.versions(of: 1).map(\.text) == [whole.0.text])
        // A page that gave less than the summary has not been read well.
        try library.store(
            [entry("Eni", "Una frase di sommario.", at: "https://x.example/2", isSummary: true)], from: one)
        #expect(try library.store([entry("Eni", "Accetta.", at: "https://x.example/2")], from: one) == [.unchanged(2)])
        #expect(try library.check() == [])
    }

    @Test func `a summary from one source is completed by another`() throws {
        try library.store([item("Enel guadagna.", isSummary: true)], from: one)
        try library.store([item("Enel guadagna in Borsa, e molto.")], from: two)
        #expect(try library.article(1)?.text == "Enel guadagna in Borsa, e molto.")
        #expect(try library.article(1)?.row.isUpdated == false)
        #expect(try library.store([item("Enel guadagna.", isSummary: true)], from: one) == [.unchanged(1)])
        #expect(try library.store([item("Enel guadagna in Borsa, e poco.")], from: two) == [.updated(1)])
    }

    @Test func `an empty text takes no text away`() throws {
        try library.store([item("Uno.")], from: one)
        #expect(try library.store([item("")], from: one) == [.unchanged(1)])
        #expect(try library.article(1)?.text == "Uno.")
    }
}
