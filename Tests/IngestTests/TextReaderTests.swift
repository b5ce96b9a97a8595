import Ingest
import Model
import Testing

@Suite struct TextReaderTests {
    @Test func `of a text with very many lines the first are blocks, the rest stands in larger ones whole`() throws {
        let text = "Titolo\n\n" + String(repeating: "a\n", count: 300_000) + "fine qui"
        let article = try article(text, .text)
        #expect((100_000..<101_000).contains(article.blocks.count))
        #expect(article.blocks.last?.range.upperBound == text.utf8.count && article.text == text)
    }

    @Test func `the text stays as it is and each line with words is a block`() throws {
        let text = "\n\nTitolo breve\n\n  \(prose)\n\(prose)\n\n"
        let article = try article(text)
        #expect(article.text == text)
        #expect(article.title == "Titolo breve")
        #expect(outline(of: article) == "title: Titolo breve\nparagraph: \(prose)\nparagraph: \(prose)")
    }

    @Test func `a short line between paragraphs is a heading, and so is a question`() throws {
        let text = """
            \(prose)
            Perché l’accordo conviene?
            \(prose)
            Una svolta storica
            \(prose)
            """
        #expect(
            try outline(text) == """
                paragraph: \(prose)
                heading: Perché l’accordo conviene?
                paragraph: \(prose)
                heading: Una svolta storica
                paragraph: \(prose)
                """)
    }

    @Test func `a heading set off by empty lines may stand over a short sentence`() throws {
        let text = "\(prose)\n\nIl titolo\n\nA Piazza Affari Enel ha chiuso in rialzo dell'uno per cento.\n\n\(prose)"
        #expect(try outline(text).contains("heading: Il titolo"))
    }

    @Test func `headlines one a line are not joined`() throws {
        let lines = (1...9).map { "La notizia numero \($0) di questa lunga giornata di borsa e di conti" }
        #expect(try article(lines.joined(separator: "\n")).blocks.count == 9)
    }

    @Test func `the short sentences of a dialogue are no headings`() throws {
        let text = "\(prose)\nCome stai?\nBene.\nE tu?\nIo pure, grazie.\n— Davvero?\n\(prose)"
        #expect(try !outline(text).contains("heading"))
    }

    @Test func `a line that goes on or ends in a stop is no heading`() throws {
        for line in ["Le cifre sono queste:", "Nessun commento.", "e poi basta", "I nodi sono due,"] {
            #expect(try outline("\(prose)\n\(line)\n\(prose)").contains("paragraph: \(line)"))
        }
    }

    @Test func `list items, quotes and fenced code keep their whole lines`() throws {
        let text = "\(prose)\n- primo\n* secondo\n• terzo\n1. quarto\n▶ quinto\n> detto\n```\nlet x = 1\n```\n\(prose)"
        #expect(
            try outline(text) == """
                paragraph: \(prose)
                item: - primo
                item: * secondo
                item: • terzo
                item: 1. quarto
                item: ▶ quinto
                quote: > detto
                code: ```
                code: let x = 1
                code: ```
                paragraph: \(prose)
                """)
    }

    @Test func `lines broken near a fixed width are one paragraph up to an empty line`() throws {
        let text = """
            A wrapped mail of the old times

            The board of the company approved the results of the third
            quarter yesterday evening, with revenue up by three percent
            and a lower debt. The shares rose.

            Reactions

            Analysts at two brokers confirmed their view of the company and
            raised the target price, with some caution on the outlook for
            the network.
            - a first point that goes on for a whole line of this text and
              ends here
            - a second point
            """
        #expect(
            try outline(text) == """
                title: A wrapped mail of the old times
                paragraph: The board of the company approved the results of the third⏎\
                quarter yesterday evening, with revenue up by three percent⏎and a lower debt. The shares rose.
                heading: Reactions
                paragraph: Analysts at two brokers confirmed their view of the company and⏎\
                raised the target price, with some caution on the outlook for⏎the network.
                item: - a first point that goes on for a whole line of this text and⏎  ends here
                item: - a second point
                """)
    }

    @Test func `a text without a title gets one from its first sentence and no title block`() throws {
        let short = try article(
            "Enel ha venduto la rete. Il resto segue domani, quando il consiglio si riunirà di nuovo.\n")
        #expect(short.title == "Enel ha venduto la rete")
        #expect(short.blocks.map(\.kind) == [.paragraph])

        let long = try article(String(repeating: "parola ", count: 60) + "fine.")
        #expect(long.title.unicodeScalars.count <= 101)
        #expect(long.title.hasSuffix("parola…"))
    }

    @Test func `the stop of an abbreviation does not keep a line from being the title`() throws {
        #expect(try article("Ada Neri guida B5T S.p.A.\n\n\(prose)").blocks.first?.kind == .title)
        #expect(try article("Enel S.p.A. vende la rete. \(prose)").title == "Enel S.p.A. vende la rete")
    }

    @Test func `bare addresses are links without the sentence's marks`() throws {
        let article = try article("\(prose)\nVedi https://a.example/b?c=d. Oppure (http://e.example/x), e basta.")
        #expect(
            links(of: article) == [
                "https://a.example/b?c=d -> https://a.example/b?c=d", "http://e.example/x -> http://e.example/x",
            ])
    }
}

@Suite struct BylineTests {
    @Test(arguments: [
        "Il Telaio, 12 novembre 2026", "Il Telaio | 2026-11-12 | https://a.example/x", "Il Telaio - 12/11/2026",
        "Il Telaio · giovedì 12 novembre 2026",
    ])
    func `a line under the title tells outlet and date and is furniture`(line: String) throws {
        let article = try article("Un titolo\n\(line)\n\n\(prose)")
        #expect(article.outlet == "Il Telaio")
        #expect(article.published?.iso8601 == "2026-11-12T00:00:00Z")
        #expect(article.blocks.map(\.kind) == [.title, .furniture, .paragraph])
    }

    @Test(arguments: [
        "By Jane Roe, 12 November 2026", "By Jane Roe on November 12th, 2026", "di Jane Roe - 12 nov 2026",
    ])
    func `a line under the title tells author and date`(line: String) throws {
        let article = try article("A title\n\(line)\n\n\(prose)")
        #expect(article.author == "Jane Roe")
        #expect(article.published?.iso8601 == "2026-11-12T00:00:00Z")
    }

    @Test func `a time after the date counts`() throws {
        let article = try article("Un titolo\nIl Telaio, 12 novembre 2026, ore 9:30\n\n\(prose)")
        #expect(article.published?.iso8601 == "2026-11-12T09:30:00Z")
    }

    @Test func `a city before the date is no outlet`() throws {
        let article = try article("Un titolo\nMilano, 3 marzo 2026\n\n\(prose)")
        #expect(article.outlet == nil)
        #expect(article.published?.iso8601 == "2026-03-03T00:00:00Z")
    }

    @Test(arguments: [
        "Accordo firmato il 12 novembre 2026 a Roma", "By the way nothing changed", "Di che cosa parliamo",
    ])
    func `a heading that names a day or begins like a byline is none`(line: String) throws {
        let article = try article("Un titolo\n\n\(line)\n\n\(prose)")
        #expect(article.published == nil)
        #expect(article.author == nil)
        #expect(!article.blocks.contains { $0.kind == .furniture })
    }

    @Test func `lines that name their facts under the title are read`() throws {
        let article = try article(
            "Un titolo\nFonte: Il Telaio\nAutore: Ada Neri\nData: 3/11/2026\n\n\(prose)\n\nFonte: Ansa")
        #expect(article.outlet == "Il Telaio")
        #expect(article.author == "Ada Neri")
        #expect(article.published?.iso8601 == "2026-11-03T00:00:00Z")
        #expect(article.blocks.map(\.kind) == [.title, .furniture, .furniture, .furniture, .paragraph, .furniture])
    }

    @Test func `front matter in a plain text is read and stays in the text as furniture`() throws {
        let text = "---\ntitle: Il titolo vero\nsource: Il Telaio\n---\n\(prose)\n"
        let article = try article(text)
        #expect(article.text == text)
        #expect(article.title == "Il titolo vero")
        #expect(article.outlet == "Il Telaio")
        #expect(article.blocks.map(\.kind) == [.furniture, .furniture, .furniture, .furniture, .paragraph])
    }

    @Test func `prose between two rules is no front matter`() throws {
        let article = try article("---\nNota bene per chi legge: ciao.\n---\n\(prose)\n")
        #expect(article.blocks.map(\.kind) == [.furniture, .paragraph, .furniture, .paragraph])
    }

    @Test func `a date that does not exist is no date`() throws {
        #expect(try article("Un titolo\nIl Telaio, 31 febbraio 2026\n\n\(prose)").published == nil)
    }

    @Test func `what the file does not tell comes from its date and folder`() throws {
        let bytes = Array("Un titolo\n\n\(prose)".utf8)
        let date = Timestamp(seconds: 1_000_000)
        let found = try Reader().articles(in: bytes, named: "a.txt", modified: date, folder: "Cartella")
        #expect(found[0].published == date)
        #expect(found[0].outlet == "Cartella")
        #expect(found[0].language == .italian)
    }
}
