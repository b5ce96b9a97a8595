import Library
import Model
import Testing

/// Furniture that is learned: what recurs in an outlet's articles.
@Suite struct RecurringTests {
    private let library: Library
    private let feed: SourceID
    private static let box = "Iscriviti alla nostra newsletter per ricevere ogni mattina le notizie di Enel"

    init() throws {
        library = try makeLibrary()
        feed = try library.addSource(Source(kind: .feed, address: "https://a.example/rss", title: "A")).source.id
    }

    /// Finds Enel wherever it is named outside of furniture.
    private let reading = ArticleReading(knowledge: 1) { article in
        let bytes = Array(article.text.utf8)
        let shown = article.blocks.filter { $0.kind != .furniture }
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }.joined(separator: " ")
        return Annotation(companies: shown.contains("Enel") ? [named("Enel")] : [])
    }

    /// An article of blocks; headings begin with `#`.
    private func article(
        _ number: Int, _ pieces: [String], title: String? = nil, outlet: String? = "Il Telaio"
    ) -> ParsedArticle {
        var (text, blocks): (String, [Block]) = ("", [])
        for piece in pieces {
            if !text.isEmpty { text += "\n\n" }
            let start = text.utf8.count
            text += piece.drop { $0 == "#" }
            blocks.append(Block(start..<text.utf8.count, piece.hasPrefix("#") ? .heading : .paragraph))
        }
        return ParsedArticle(
            file: "https://a.example/rss", index: number, identifier: "\(number)", title: title ?? "Titolo \(number)",
            url: "https://a.example/\(number)", published: noon, outlet: outlet, text: text, blocks: blocks)
    }

    private func own(_ number: Int) -> String { words(40, seed: UInt64(number + 1)) }

    private func store(_ articles: [ParsedArticle]) throws -> [StoreOutcome] {
        try library.store(articles, reading: reading, from: feed)
    }

    /// What is shown of an article.
    private func shown(_ id: Int64) throws -> [String] {
        let article = try #require(try library.article(ArticleID(id)))
        let bytes = Array(article.text.utf8)
        return article.blocks.filter { $0.kind != .furniture }
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }

    private func isFolded(_ id: Int64, _ text: String = box) throws -> Bool { try !shown(id).contains(text) }

    @Test func `a box that three articles have is folded in the next one, and its names do not count`() throws {
        for number in 0..<4 { _ = try store([article(number, [own(number), Self.box])]) }
        #expect(try isFolded(4))
        #expect(try library.article(4)?.text.contains(Self.box) == true)
        #expect(try library.article(4)?.companies == [])
        #expect(try !isFolded(1) && library.article(1)?.companies == [named("Enel")])
    }

    @Test func `the first articles of an outlet, in one visit, are folded already`() throws {
        _ = try store((0..<10).map { article($0, [own($0), Self.box]) })
        for id in 1...10 { #expect(try isFolded(Int64(id))) }
        #expect(try library.company("Enel") == nil)
        #expect(try library.staleCount(knowledge: 1) == 0)
    }

    @Test func `those that are here already are to be read again, and are folded then`() throws {
        for number in 0..<4 { _ = try store([article(number, [own(number), Self.box])]) }
        #expect(try library.staleCount(knowledge: 1) == 2)
        let stale = try library.staleArticles(knowledge: 1, limit: 9)
        #expect(stale.allSatisfy { $0.blocks.map(\.kind) == [.paragraph, .furniture] })
        #expect(try library.annotate(stale.map { ($0, Annotation()) }, knowledge: 1).count == 2)
        for id in 1...4 { #expect(try isFolded(Int64(id))) }
        #expect(try library.company("Enel")?.articles == 0)
        #expect(try library.staleCount(knowledge: 1) == 0)
        #expect(try library.check() == [])
    }

    @Test func `what is learned changes no article, and costs no reading`() throws {
        let all = (0..<5).map { article($0, [own($0), Self.box]) }
        _ = try store(all)
        let again = try library.prepare(all, reading: reading, from: feed)
        #expect(again.readCount == 0)
        #expect(try library.store(again, from: feed).allSatisfy { if case .unchanged = $0 { true } else { false } })
        #expect(try library.versions(of: 5).isEmpty)
    }

    @Test func `a heading before what changes stays, one before a box that is folded goes with it`() throws {
        let articles = (0..<6).map {
            article($0, ["#La scheda", own($0), "#Newsletter", Self.box, "#Analisi", own($0 + 100)])
        }
        _ = try store(articles)
        let pieces = try shown(6)
        #expect(pieces == ["La scheda", own(5), "Analisi", own(105)])
    }

    @Test func `short lines and whatever is left of an article are not folded`() throws {
        _ = try store((0..<5).map { article($0, [own($0), "Nel dettaglio:", own($0 + 100)]) })
        #expect(try shown(5).count == 3)
        // Under another title each time the same notice and nothing else.
        let notices = (10..<15).map { article($0, ["Questo contenuto è riservato agli abbonati"], title: own($0)) }
        let ids = try store(notices).map(\.id)
        for id in Set(ids) { #expect(try shown(id).count == 1) }
    }

    @Test func `what recurs now and then is no furniture`() throws {
        for number in 0..<30 {
            _ = try store([article(number, [own(number), number % 8 == 0 ? Self.box : own(number + 100)])])
        }
        #expect(try !isFolded(25))
    }

    @Test func `a story that is told again teaches nothing`() throws {
        let story = (0..<4).map { own(1000 + $0) }
        for number in 0..<5 {
            let title = "Aggiornamento \(words(3, seed: UInt64(number)))"
            _ = try store([article(number, [own(number)] + story, title: title)])
        }
        #expect(try shown(5).count == 5)
    }

    @Test func `another outlet's box is not known, and without an outlet nothing is`() throws {
        _ = try store((0..<5).map { article($0, [own($0), Self.box]) })
        _ = try store([article(7, [own(7), Self.box], outlet: "Altra testata")])
        #expect(try !isFolded(6))
        _ = try store((10..<15).map { article($0, [own($0), Self.box], outlet: nil) })
        #expect(try !isFolded(11))
    }

    @Test func `an article that changes keeps its box folded, also in what changed`() throws {
        for number in 0..<5 { _ = try store([article(number, [own(number), Self.box])]) }
        #expect(try store([article(4, [own(4) + " corretto", Self.box])]) == [.updated(5)])
        #expect(try isFolded(5))
        #expect(try library.versions(of: 5).first?.blocks.map(\.kind) == [.paragraph, .furniture])
        #expect(try library.article(5)?.companies == [])
    }

    @Test func `an article that was given out with its box folded is the same when it comes back`() throws {
        _ = try store((0..<5).map { article($0, [own($0), Self.box]) })
        var back = article(4, [own(4), Self.box])
        back.blocks[1].kind = .furniture
        back.file = "export.jsonl"
        #expect(try library.store([back], reading: reading) == [.unchanged(5)])
        #expect(try library.versions(of: 5).isEmpty)
    }

    @Test func `however much an outlet writes, little is remembered, and the box is`() throws {
        try withFolder { folder in
            let library = try openLibrary(folder + "/l")
            for start in stride(from: 0, to: 600, by: 50) {
                let articles = (start..<start + 50).map { number in
                    article(number, (0..<12).map { own(number * 20 + $0) } + [Self.box])
                }
                try library.store(articles, reading: reading)
            }
            let last = try #require(try library.page(PageRequest(limit: 1)).rows.first?.id)
            #expect(try library.article(last)?.blocks.last?.kind == .furniture)
            #expect(try library.recurringSize() < 8000)
        }
    }
}
