import Ingest
import Model
import Testing

/// Title, author, date and the rest, from wherever a page states them.
@Suite struct PageFactsTests {
    private func page(head: String = "", _ top: String = "") -> String {
        "<html><head>\(head)</head><body><article><h1>Un titolo</h1>\(top)<p>\(prose)</p><p>\(prose)</p></article></body></html>"
    }

    private func data(_ json: String) -> String { "<script type=\"application/ld+json\">\(json)</script>" }

    @Test func `linked data state author, date, language and outlet, also inside a graph`() throws {
        let graph = """
            {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Sito"},
            {"@type": "Person", "@id": "#ada", "name": "Ada Neri"},
            {"@type": "NewsArticle", "headline": "Un titolo", "author": [{"@id": "#ada"}, {"@type": "Person", "name": "Bo Li"}],
            "datePublished": "2026-11-13T06:30:00+01:00", "inLanguage": "it-IT", "publisher": {"name": "Il Telaio"}}]}
            """
        let article = try article(page(head: data(graph)), .html)
        #expect(article.author == "Ada Neri, Bo Li")
        #expect(article.published?.iso8601 == "2026-11-13T05:30:00Z")
        #expect(article.language == .italian)
        #expect(article.outlet == "Il Telaio")
    }

    @Test(
        arguments: [
            #"{"@type": "NewsArticle", "author": "Ada Neri",}"#,
            "/* <![CDATA[ */ {\"@type\": \"NewsArticle\", \"author\": {\"name\": \"Ada Neri\"}} /* ]]> */",
            "{\"@type\": \"NewsArticle\", \"description\": \"due\nrighe\", \"author\": \"Ada Neri\"}",
            #"[{"@type": "BreadcrumbList"}, {"@type": ["Report", "NewsArticle"], "author": ["Ada Neri"]}]"#,
        ])
    func `linked data that are no clean JSON are read as far as they go`(json: String) throws {
        #expect(try article(page(head: data(json)), .html).author == "Ada Neri")
    }

    @Test func `people are named before groups and accounts`() throws {
        let group = data(#"{"@type": "Article", "author": {"@type": "Organization", "name": "Telaio Media"}}"#)
        #expect(try article(page(head: group, "<p class='byline'>di Ada Neri</p>"), .html).author == "Ada Neri")
        #expect(try article(page(head: group), .html).author == "Telaio Media")
        let account = "<meta name=author content='ada.neri'>"
        #expect(try article(page(head: account, "<a rel=author href='/a'>Ada Neri</a>"), .html).author == "Ada Neri")
    }

    @Test(
        arguments: [
            ("By Ada Neri and Bo Li", "Ada Neri, Bo Li"), ("Di Ada Neri, inviata", "Ada Neri, inviata"),
            ("Von Ada von Neri", "Ada von Neri"), ("Ein Beitrag von Ada Neri", "Ada Neri"),
            ("Interview: Ada Neri", "Ada Neri"), ("by Ada Neri on Sat, 3 May 2025", "Ada Neri"),
            ("By Ada Neri December 13, 2026", "Ada Neri"), ("Ada (Li) Neri", "Ada Neri"),
            ("Ada Neri &amp;amp; Bo Li", "Ada Neri, Bo Li"), ("By&nbsp;Ada Neri | Staff writer", "Ada Neri"),
            ("Posted by Ada Neri, Senior Editor", "Ada Neri"),
            ("posted on 2026-11-13 23:30 EST by Ada Neri", "Ada Neri"),
        ])
    func `names stand in bylines among roles, dates and little words`(line: String, names: String) throws {
        #expect(try article(page("<div class='author'>\(line)</div>"), .html).author == names)
    }

    @Test(arguments: ["admin", "Sat, 3 May 2025", "Veröffentlicht am 13. Mai 2025", "Posts", "https://a.example/ada"])
    func `what names nobody is no author`(line: String) throws {
        #expect(try article(page("<div class='author'>\(line)</div>"), .html).author == nil)
    }

    @Test(
        arguments: [
            "<div class=author><div>By</div><div>Ada Neri</div><div>Weaver in chief</div></div>",
            "<div class=author><p>Ada Neri</p>Marketing wizard at Telaio</div>",
            "<div class=author>Ada Neri Head of Product</div>", "<p>Written by</p><p>Ada Neri</p>",
            "<p>Dec 8, 2026 by Ada Neri in Boats</p>", "<p>Eine Kolumne von Ada Neri</p>",
        ])
    func `a name stands alone, whatever stands above, beside and below it`(top: String) throws {
        #expect(try article(page(top), .html).author == "Ada Neri")
    }

    @Test func `who changed a text did not write it`() throws {
        let top = "<p class=byline>By Ada Neri Updated by Bo Li</p>"
        #expect(try article(page(top), .html).author == "Ada Neri")
    }

    @Test func `on the pages of one person the outlet may be the author`() throws {
        let head = "<meta property='og:site_name' content='Ada Neri'>"
        #expect(try article(page(head: head, "<p>13 November 2026 by Ada Neri</p>"), .html).author == "Ada Neri")
        #expect(try article(page(head: head), .html).author == nil)
    }

    @Test func `authors may be items of a list`() throws {
        let top = "<ul class=authors><li>Ada Neri</li><li>Bo Li</li></ul>"
        #expect(try article(page(top), .html).author == "Ada Neri, Bo Li")
    }

    @Test func `a few capitals are a paper's, not a person's`() throws {
        let head = "<meta name=author content=WRAL>"
        #expect(try article(page(head: head, "<p class=byline>By Ada Neri</p>"), .html).author == "Ada Neri")
        #expect(try article(page(head: head), .html).author == "WRAL")
    }

    @Test func `a group's name is whole`() throws {
        let top = "<p class=author>Center for Old Boats</p>"
        #expect(try article(page(top), .html).author == "Center for Old Boats")
    }

    @Test func `an account is named as it is`() throws {
        let head = data(#"{"@type": "Article", "author": {"@type": "Person", "name": "adaneri"}}"#)
        let top = "<a rel=author href='/adaneri'>Profil von adaneri adaneri</a>"
        #expect(try article(page(head: head, top), .html).author == "adaneri")
    }

    @Test func `a link to an author's page near the title names the author`() throws {
        #expect(try article(page("<div><a href='/author/ada-neri'>Ada Neri</a></div>"), .html).author == "Ada Neri")
    }

    @Test(arguments: ["04.02.2026 | Ada Neri", "Ada Neri – 4 May 2026", "4 maggio 2026 · Redazione: Ada Neri"])
    func `a name beside the date is the author's`(line: String) throws {
        #expect(try article(page("<div>\(line)</div>"), .html).author == "Ada Neri")
    }

    @Test func `a line under the text may say who wrote it`() throws {
        #expect(try article(page() + "<p>Written by Ada Neri</p>", .html).author == "Ada Neri")
    }

    @Test func `a label for networks names the author`() throws {
        let head = "<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ada Neri'>"
        #expect(try article(page(head: head), .html).author == "Ada Neri")
    }

    @Test func `a staff without people is named at last`() throws {
        let head = "<meta name=author content='Telaio Staff'>"
        #expect(try article(page(head: head), .html).author == "Telaio Staff")
    }

    @Test func `a first name is completed by the face of the page`() throws {
        let head = "<meta name=author content='Ada'>"
        #expect(try article(page(head: head, "<p class=byline>By Ada Neri</p>"), .html).author == "Ada Neri")
    }

    @Test func `a person on the page's face goes before one word of its head`() throws {
        let head = "<meta name=author content='Gazzetta'>"
        #expect(try article(page(head: head, "<p class=byline>By Ada Neri</p>"), .html).author == "Ada Neri")
        #expect(try article(page(head: head, "<p class=byline>Zia Gazzetta</p>"), .html).author == "Gazzetta")
    }

    @Test func `a first name is completed by a line with the whole name`() throws {
        let text = page(head: "<meta name=author content='Ada'>") + "<div><p>Ada Neri</p></div>"
        #expect(try article(text, .html).author == "Ada Neri")
    }

    @Test(
        arguments: [
            "<time datetime='2026-11-13'>ieri</time>", "<div class='date'>13 novembre 2026</div>",
            "<span class='published'>November 13, 2026</span>", "<p>Veröffentlicht am 13. November 2026</p>",
            "<span itemprop='datePublished' content='2026-11-13'></span>", "<p>13/11/2026</p>",
        ])
    func `the date stands near the title, in words or numbers`(top: String) throws {
        #expect(try article(page(top), .html).published?.iso8601 == "2026-11-13T00:00:00Z")
    }

    @Test(
        arguments: [
            "<meta property='article:published_time' content='2026-11-13'>",
            "<meta name='dc.date.issued' content='2026-11-13'>",
            "<meta name='w-published-date' content='2026-11-13'>", "<meta name='date' content='20261113T000000Z'>",
            "<meta name='date' content='Fri Nov 13 00:00:00 2026'>", "<meta name='date' content='13° novembre 2026'>",
            "<link rel=canonical href='https://a.example/2026/11/13/un-titolo'>",
        ])
    func `the date stands in the head, under many names, or in the address`(head: String) throws {
        #expect(try article(page(head: head), .html).published?.iso8601 == "2026-11-13T00:00:00Z")
    }

    @Test func `the face's date goes before that of the file`() throws {
        let head = "<meta name=date content='2026-11-20'>"
        let text = page(head: head, "<p class=date>13 novembre 2026</p>")
        #expect(try article(text, .html).published?.iso8601 == "2026-11-13T00:00:00Z")
        #expect(try article(page(head: head), .html).published?.iso8601 == "2026-11-20T00:00:00Z")
    }

    @Test func `the date of publishing goes before that of a change`() throws {
        let top = "<p class=date>Last updated on: November 29, 2026</p><p>Published: November 13, 2026</p>"
        #expect(try article(page(top), .html).published?.iso8601 == "2026-11-13T00:00:00Z")
    }

    @Test func `a sentence that speaks of a day is no dateline`() throws {
        let top = "<p>Il prossimo incontro di tutti gli amici del telaio si tiene il 13 novembre 2026 al bar.</p>"
        #expect(try article(page(top), .html).published == nil)
    }

    @Test func `a line under the text may say when it was published`() throws {
        let text = page() + "<p>Published on 13 November 2026</p>"
        #expect(try article(text, .html).published?.iso8601 == "2026-11-13T00:00:00Z")
    }

    @Test func `dates of other articles are not taken`() throws {
        let others = "<aside><article><time datetime='2020-01-01'>1</time><h2>Altro</h2></article></aside>"
        #expect(try article(page() + others, .html).published == nil)
    }

    @Test func `the heading on the page is the title, whatever the head says for networks`() throws {
        let head = "<meta property='og:title' content='Un titolo che invoglia, da leggere'>"
        #expect(try article(page(head: head), .html).title == "Un titolo")
    }
}
