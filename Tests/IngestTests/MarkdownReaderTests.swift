import Ingest
import Model
import Testing

@Suite struct MarkdownReaderTests {
    @Test(.timeLimit(.minutes(1))) func `a table of 20,000 columns costs no more than its text`() throws {
        let rows = String(repeating: String(repeating: "|b", count: 100) + "|\n", count: 200)
        let head = String(repeating: "|a", count: 20_000) + "|\n" + String(repeating: "|-", count: 20_000) + "|\n"
        let text = try article("# Uno\n\nPrima.\n\n" + head + rows + "\nDopo.", .markdown).text
        #expect(text.hasPrefix("Uno\n\nPrima.") && text.hasSuffix("Dopo.") && text.utf8.count < 200_000)
    }

    @Test func `front matter tells the facts and its title is put first`() throws {
        let article = try article(
            """
            ---
            title: "Due rivali: \\"un solo\\" data center" # nota
            author: Ada Neri
            outlet: 'L''Opificio'
            date: 2026-11-20T10:00:00+01:00
            language: it-IT
            canonical: https://a.example/x/y
            tags: [a, b]
            sample: true
            ---

            Primo *paragrafo* con [un link](../z).
            """, .markdown)
        #expect(article.title == "Due rivali: \"un solo\" data center")
        #expect(article.author == "Ada Neri")
        #expect(article.outlet == "L'Opificio")
        #expect(article.published?.iso8601 == "2026-11-20T09:00:00Z")
        #expect(article.language == .italian)
        #expect(article.url == "https://a.example/x/y")
        #expect(article.identifier == "https://a.example/x/y")
        #expect(article.text == "Due rivali: \"un solo\" data center\n\nPrimo paragrafo con un link.")
        #expect(article.blocks.map(\.kind) == [.title, .paragraph])
        #expect(links(of: article) == ["un link -> https://a.example/z"])
    }

    @Test func `front matter in TOML and lists of authors are read`() throws {
        let toml = try article(
            "+++\ntitle = \"Uno\"\nauthors = [\"A B\", 'C D']\ndate = 2026-05-04\n+++\nTesto.", .markdown)
        #expect(toml.author == "A B, C D")
        #expect(toml.published?.iso8601 == "2026-05-04T00:00:00Z")
        let list = try article("---\nauthors:\n  - A B\n  - C D\n---\nTesto.", .markdown)
        #expect(list.author == "A B, C D")
    }

    @Test func `the first heading that repeats the stated title is the title block`() throws {
        let text = "---\ntitle: Uno\n---\n\n# Uno\n\nTesto.\n\n# Due\n\nAltro."
        #expect(try outline(text, .markdown) == "title: Uno\nparagraph: Testo.\nheading: Due\nparagraph: Altro.")
    }

    @Test func `headings, items, quotes, code, tables, images and line breaks become blocks`() throws {
        let text = """
            # Titolo

            Riga uno\\
            riga due
            e ~~tre~~ `quattro`.

            ## Sezione

            1. uno
            2. due
               - due bis

            > detto
            > bene

            ```swift
            let x = 1

            let y = 2
            ```

            | a | b |
            |---|---|
            | 1 | 2 |

            ![Il grafico](x.png)

            <div>Testo <b>grezzo</b><script>no()</script></div>
            """
        #expect(
            try outline(text, .markdown) == """
                title: Titolo
                paragraph: Riga uno⏎riga due e tre quattro.
                heading: Sezione
                item: uno
                item: due
                item: due bis
                quote: detto bene
                code: let x = 1⏎let y = 2
                paragraph: a | b
                paragraph: 1 | 2
                paragraph: Il grafico
                paragraph: Testo grezzo
                """)
    }

    @Test func `a rule at the head of a text is no front matter`() throws {
        #expect(try outline("---\n\nCiao a tutti.", .markdown) == "paragraph: Ciao a tutti.")
        #expect(try outline("---\ntitle: mai chiuso\n", .markdown).contains("mai chiuso"))
    }

    @Test(arguments: [">", "- ", "[", "*a_ ", "1. "])
    func `nesting without end is read all the same`(mark: String) throws {
        let text = String(repeating: mark, count: 50_000) + "ciao\n\nfine"
        #expect(try article(text, .markdown).text.hasSuffix("fine"))
    }
}
