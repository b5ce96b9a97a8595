import Model
import Terminal
import TestSupport
import Testing
import Views

struct ReaderTests {
    private func reader(_ article: Article, _ width: Int = 60, _ height: Int = 12) -> ReaderState {
        ReaderState(article, isOpen: true, window: Size(width: width, height: height), now: .testNow, zone: .utc)
    }

    @Test func `furniture is folded into one line that says how many lines it hides, and can be opened`() {
        var state = Screens.main(80, 40, focus: .reader)
        #expect(rows(state).contains { $0.contains("▸ 2 lines of page furniture folded") })
        #expect(!rows(state).contains { $0.contains("Condividi") })
        state.reader?.toggleFurniture()
        #expect(rows(state).contains { $0.contains("Condividi su Facebook") })
        #expect(!rows(state).contains { $0.contains("folded") })
    }

    @Test func `entities are drawn in the role of their kind`() {
        expectScreen(draw(Screens.main(80, 30, focus: .reader)), "article")
    }

    @Test func `text is at most 88 columns wide`() {
        let article = Article.drawn(lines: ["Titolo", String(repeating: "parola ", count: 100)])
        #expect(reader(article, 200).layout.width == 88)
    }

    @Test func `walking the entities explains each and scrolls to it`() {
        var reader = reader(Screens.deal, 60, 6)
        reader.moveEntity(forward: true)
        #expect(reader.explanation == "OpenAI · company")
        for _ in 0..<5 { reader.moveEntity(forward: true) }
        #expect(reader.explanation == "Redmond → Microsoft · headquarters")
        #expect(reader.top > 0)
        for _ in 0..<30 { reader.moveEntity(forward: true) }
        #expect(reader.explanation == "TPU → Google · product")
        for _ in 0..<30 { reader.moveEntity(forward: false) }
        #expect(reader.explanation == "OpenAI · company")
    }

    @Test(arguments: [
        (Amount(value: 2e9, upper: 3e9, unit: .money(currency: "EUR")), "Eni", "2-3 bn EUR · Eni"),
        (Amount(value: 4e4, unit: .money(currency: "EUR"), approximation: .over), nil, "over 40,000 EUR"),
        (Amount(value: 1.25e12, unit: .money(currency: nil)), nil, "1.25 tn"),
        (Amount(value: 8e8, upper: 1.2e9, unit: .money(currency: "USD")), nil, "800-1,200 m USD"),
        (Amount(value: 1_234_567.5, unit: .money(currency: "GBP")), nil, "1234567.5 GBP"),
        (Amount(value: -3.4, unit: .percent, approximation: .about), "Enel", "about -3.4 % · Enel"),
        (Amount(value: 10, upper: 15, unit: .percent), nil, "10-15 %"),
    ])
    func `an amount is explained by its value, range and company`(amount: Amount, company: String?, expected: String) {
        let mention = Mention(0..<1, .amount, company: company, amount: amount)
        #expect(EntityText.explanation(of: mention, in: "x") == "x · " + expected)
    }

    @Test func `words searched for and companies are marked, amounts of theirs are not`() {
        var article = Article.drawn(
            lines: ["Titolo", "Eni guadagna il 3%"], mentions: [("Eni", .company, "Eni", .name)])
        let start = article.text.utf8.count - 2
        article.mentions.append(
            Mention(start..<start + 2, .amount, company: "Eni", amount: Amount(value: 3, unit: .percent)))
        var reader = reader(article)
        reader.highlight(MatchFinder(.company("Eni", atLeast: .passing)))
        #expect(reader.matches == [article.mentions[0].range])
    }

    @Test func `lines have their part of the text, their place and their sign`() {
        let text = "Titolo\n\nuno due\n\n- tre\n\nquattro cinque\n\ncodice"
        let kinds: [(Range<Int>, Block.Kind)] = [
            (0..<6, .title), (8..<15, .item), (17..<22, .item), (24..<38, .quote), (40..<46, .code),
        ]
        let article = Article(
            row: ArticleRow(id: 1, slot: 1, title: "Titolo", published: .testNow), url: "https://a.example/",
            text: text, blocks: kinds.map { Block($0.0, $0.1) })
        let layout = ArticleLayout(article, byline: "di Ada", width: 24, unfolded: false)
        #expect(layout.lines.first?.content == .text(0..<6, .title))
        #expect(layout.lines.dropFirst().first?.content == .label("di Ada", .byline))
        #expect(layout.lines.last?.content == .label("https://a.example/", .address))
        let body = layout.lines.filter { $0.indent > 0 }
        #expect(body.map(\.sign) == [.item, .none, .quote, .none])
        #expect(
            body.map(\.content) == [
                .text(8..<15, .item), .text(17..<22, .item), .text(24..<38, .quote), .text(40..<46, .code),
            ])
        #expect(layout.lines.count { $0.content == .blank } == 4)
        #expect(layout.lines == ArticleLayout(article, byline: "di Ada", width: 24, unfolded: true).lines)
    }

    @Test func `resizing keeps the text at the top of the window`() {
        let words = String(repeating: "x ", count: 60)
        let article = Article.drawn(lines: ["Titolo"] + (1...40).map { "Paragrafo \($0) " + words })
        var reader = reader(article, 80, 20)
        reader.scroll(by: 50)
        let offset = reader.layout.offset(at: reader.top)
        reader.fit(Size(width: 40, height: 20))
        let shown = reader.layout.lines[reader.top]
        guard case .text(let range, _) = shown.content else {
            Issue.record("the top line is no text: \(shown)")
            return
        }
        #expect(range.contains(offset))
    }

    @Test func `a change of state is shown in the head and moves nothing below it`() {
        let article = Article.drawn(lines: ["Titolo"] + (1...60).map { "Paragrafo \($0)." })
        var reader = reader(article, 40)
        reader.scroll(by: 30)
        let shown = reader.layout.lines[reader.top]
        for (isRead, isStarred) in [(false, true), (true, true), (true, false), (false, false)] {
            reader.update(isRead: isRead, isStarred: isStarred, tags: [])
            #expect(reader.layout.lines[reader.top] == shown)
            let head = reader.layout.lines.prefix(4).map { "\($0.content)" }.joined()
            #expect(head.contains("unread") == !isRead)
            #expect(head.contains("starred") == isStarred)
        }
    }

    @Test func `scrolling stays within the article and says how far it is`() {
        let article = Article.drawn(lines: ["Titolo"] + (1...60).map { "Paragrafo \($0)." })
        var reader = reader(article)
        reader.scroll(by: -5)
        #expect(reader.top == 0)
        #expect(!reader.isAtEnd)
        reader.scroll(by: 10_000)
        #expect(reader.isAtEnd)
        #expect(reader.percent == 100)
    }

    @Test func `matches of a search are found through case, accents and elision`() {
        let finder = TermFinder([TextTerm("perche", .word), TextTerm("enel", .word), TextTerm("data cent", .prefix)])
        let text = "Perché dell’Enel? Enelli no. Un data center."
        let found = finder.matches(in: text).map { range in
            String(decoding: Array(text.utf8)[range], as: UTF8.self)
        }
        #expect(found == ["Perché", "Enel", "data center"])
    }

    @Test func `an article without mentions has nothing to walk`() {
        var reader = reader(Article.drawn(lines: ["Titolo", "Niente."]))
        reader.moveEntity(forward: true)
        #expect(reader.explanation == nil)
    }

    @Test func `links are numbered at the end`() {
        let article = Article.drawn(
            lines: ["Titolo", "Vedi qui."], mentions: [])
        var linked = article
        linked.links = [Link(8..<12, "https://example.com/a")]
        var state = Screens.main(80, 24, focus: .reader)
        state.reader = reader(linked)
        #expect(rows(state).contains { $0.contains("[1] Vedi: https://example.com/a") })
    }

    @Test func `an escape sequence in an article is drawn as harmless text`() {
        let article = Article.drawn(lines: ["\u{1B}[2JTitolo\u{9B}31m", "Testo \u{1B}]0;x\u{07} \u{202E}rovescio"])
        var state = Screens.main(80, 24, focus: .reader)
        state.reader = reader(article)
        for row in rows(state) {
            let obeyed = row.unicodeScalars.filter {
                $0.value < 0x20 || (0x7F...0x9F).contains($0.value) || $0.value == 0x202E
            }
            #expect(obeyed.isEmpty)
        }
    }

    private func rows(_ state: MainState) -> [String] {
        let canvas = draw(state)
        return (0..<canvas.size.height).map { canvas.text(row: $0) }
    }
}
