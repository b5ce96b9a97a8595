import Ingest
import Model
import Testing

@Suite struct HTMLReaderTests {
    private let page = """
        <!doctype html><html lang="it-IT"><head><title>Un titolo - Il Telaio</title>
        <meta property="og:site_name" content="Il Telaio"><meta name="author" content="Ada Neri">
        <meta property="article:published_time" content="2026-11-13T06:30:00+01:00">
        <link rel="canonical" href="https://a.example/x/y"><style>p { color: red }</style></head>
        <body><nav><a href="/">Home</a></nav><div class="banner">Abbonati ora</div>
        <main><article><p class="kicker">Cloud</p><h1>Perch&eacute; no</h1><div class="social-share">Facebook</div>
        <p>Primo   paragrafo,\n con <b>grassetto</b>, <a href="../z#q">un link</a> e&nbsp;altro.<br>Nuova riga.</p>
        <script>alert("no")</script>
        <h2>Sezione</h2><ul><li>uno<ul><li>due</li></ul></li><li><p>tre</p></li></ul>
        <blockquote><p>Detto bene.</p></blockquote><pre>let x = 1\n  let y = 2</pre>
        <table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>
        <figure><img src="x.png"><figcaption>La sede.</figcaption></figure>
        <p hidden>nascosto</p><p>\(prose)</p><p>\(prose)</p></article></main><footer>P.IVA 0000</footer></body></html>
        """

    @Test func `a page gives its article's blocks and leaves the rest`() throws {
        #expect(
            try outline(page, .html) == """
                furniture: Cloud
                title: Perché no
                furniture: Facebook
                paragraph: Primo paragrafo, con grassetto, un link e altro.⏎Nuova riga.
                heading: Sezione
                item: uno
                item: due
                item: tre
                quote: Detto bene.
                code: let x = 1⏎  let y = 2
                paragraph: a | b
                paragraph: 1 | 2
                furniture: La sede.
                paragraph: \(prose)
                paragraph: \(prose)
                """)
    }

    @Test func `metadata tells the facts`() throws {
        let article = try article(page, .html)
        #expect(article.title == "Perché no")
        #expect(article.outlet == "Il Telaio")
        #expect(article.author == "Ada Neri")
        #expect(article.published?.iso8601 == "2026-11-13T05:30:00Z")
        #expect(article.language == .italian)
        #expect(article.url == "https://a.example/x/y")
        #expect(links(of: article) == ["un link -> https://a.example/z#q"])
    }

    @Test func `blocks are joined by an empty line and their ranges hold their words`() throws {
        let article = try article("<p>uno</p>  <p>è due</p><p> &nbsp; </p>tre", .html)
        #expect(article.text == "uno\n\nè due\n\ntre")
        #expect(article.blocks.map(\.range) == [0..<3, 5..<11, 13..<16])
    }

    @Test func `without a heading the page's title without its outlet is put first`() throws {
        let text = "<title>Un titolo lungo abbastanza davvero | Il Telaio</title><p>\(prose)</p>"
        #expect(try outline(text, .html) == "title: Un titolo lungo abbastanza davvero\nparagraph: \(prose)")
    }

    @Test func `a box that holds the whole text is kept whatever its class`() throws {
        let text = "<div class='content no-sidebar related'><p>\(prose)</p><p>\(prose)</p></div>"
        #expect(try article(text, .html).blocks.map(\.kind) == [.paragraph, .paragraph])
    }

    @Test func `a form around the whole page is no furniture, and the site's own name no title`() throws {
        let text = """
            <meta property="og:site_name" content="Il Telaio"><meta property="og:title" content="Un titolo">
            <form action="x"><h1>Il Telaio</h1><p>\(prose)</p><p>\(prose)</p></form>
            """
        let article = try article(text, .html)
        #expect(article.title == "Un titolo")
        #expect(article.blocks.count { $0.kind == .paragraph } == 2)
    }

    @Test func `a heading of any level that says the page's title is the title`() throws {
        let text = """
            <title>Shell vende il campo – Il Telaio</title><header><h1>Il Telaio</h1></header>
            <h2>Shell vende il campo</h2><p>\(prose)</p><p>\(prose)</p>
            """
        let article = try article(text, .html)
        #expect(article.title == "Shell vende il campo")
        #expect(article.blocks.map(\.kind) == [.furniture, .title, .paragraph, .paragraph])
    }

    @Test func `links to places other than the web are none`() throws {
        let article = try article("<p>\(prose) <a href='mailto:a@b.c'>a</a> <a href='javascript:x()'>b</a></p>", .html)
        #expect(article.links.isEmpty)
    }

    @Test(arguments: [
        "<div>", "<b a=1><i b=2>", "<span><div></span>", "<table><tr><td>", "<ul><li>", "<svg><g>", "<a><p>",
    ])
    func `nesting without end neither overflows the stack nor hides the text`(tags: String) throws {
        let article = try article("<p>prima</p>" + String(repeating: tags, count: 100_000) + "dopo", .html)
        #expect(article.text.hasPrefix("prima"))
        #expect(article.text.hasSuffix("dopo") || tags.contains("svg"))
    }

    @Test(arguments: ["<!--", "<p title=\"", "<script>", "<title>", "<", "</", "<p", "&", "<![CDATA["])
    func `what is cut off in the middle gives the text before it`(end: String) throws {
        #expect(try article("<p>prima" + end, .html).text.hasPrefix("prima"))
    }

    @Test func `a tag with thousands of attributes is left out`() throws {
        let tag = "<p " + (0..<50_000).map { "a\($0)=1" }.joined(separator: " ") + ">"
        #expect(try article("<p>prima</p>" + tag + "dopo", .html).text == "prima\n\ndopo")
    }
}
