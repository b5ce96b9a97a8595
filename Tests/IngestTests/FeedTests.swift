import Ingest
import Model
import Testing

/// The feed in a text.
func feed(_ text: String, address: String? = nil) throws -> ParsedFeed {
    try Reader().feed(in: Array(text.utf8), named: "a.xml", address: address)
}

/// An RSS feed with elements in its only item, and the article that this makes.
func item(_ elements: String, channel: String = "<title>Il Telaio</title>") throws -> ParsedArticle {
    let articles = try feed("<rss version=\"2.0\"><channel>\(channel)<item>\(elements)</item></channel></rss>").articles
    return try #require(articles.first)
}

/// The article of an Atom feed with elements in its only entry.
func entry(_ elements: String, feed attributes: String = "") throws -> ParsedArticle {
    let text = """
        <feed xmlns="http://www.w3.org/2005/Atom" \(attributes)><title>Il Telaio</title><entry>\(elements)</entry></feed>
        """
    return try #require(try feed(text).articles.first)
}

@Suite struct FeedTests {
    @Test func `RSS 2.0 gives feed and articles, the text as blocks under the title`() throws {
        let feed = try feed(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
             xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Il Telaio</title><link>https://telaio.example/</link>
            <language>it-IT</language><ttl>90</ttl><item><title>Eni vende un porto</title><guid isPermaLink="false">p-1</guid>
            <link>https://telaio.example/porto</link><dc:creator>Ada Neri</dc:creator>
            <pubDate>Fri, 20 Nov 2026 09:30:00 +0100</pubDate><description>In breve.</description>
            <content:encoded><![CDATA[<p>Il porto è <a href="/p">venduto</a>.</p><h2>Dopo</h2><ul><li>uno<li>due</ul>
            <blockquote>Cito</blockquote>]]></content:encoded></item></channel></rss>
            """)
        #expect(feed.title == "Il Telaio")
        #expect(feed.site == "https://telaio.example/")
        #expect(feed.minutes == 90)
        #expect(feed.problems.isEmpty)
        let article = try #require(feed.articles.first)
        #expect(article.identifier == "p-1")
        #expect(article.url == "https://telaio.example/porto")
        #expect(article.author == "Ada Neri")
        #expect(article.published?.iso8601 == "2026-11-20T08:30:00Z")
        #expect(article.language == .italian)
        #expect(article.outlet == "Il Telaio")
        #expect(!article.isSummary)
        #expect(
            outline(of: article) == """
                title: Eni vende un porto
                paragraph: Il porto è venduto.
                heading: Dopo
                item: uno
                item: due
                quote: Cito
                """)
        #expect(links(of: article) == ["venduto -> https://telaio.example/p"])
    }

    @Test func `RSS 1.0 and 0.90 have their items beside the channel`() throws {
        for space in ["http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/"] {
            let feed = try feed(
                """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="\(space)"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Spoglio</title></channel>
                <image><title>Logo</title></image>
                <item rdf:about="https://s.example/1"><title>Uno</title><link>https://s.example/1</link>
                <dc:date>2026-11-20T09:30+01:00</dc:date></item></rdf:RDF>
                """)
            #expect(feed.title == "Spoglio")
            #expect(feed.articles.map(\.title) == ["Uno"])
            #expect(feed.articles.first?.identifier == "https://s.example/1")
            #expect(feed.articles.first?.published?.iso8601 == "2026-11-20T08:30:00Z")
        }
    }

    @Test func `Atom takes the alternate link, the name of the author and xhtml`() throws {
        let article = try entry(
            """
            <id>urn:1</id><title type="html">Eni &amp;amp; &lt;b&gt;Enel&lt;/b&gt;</title>
            <link rel="self" href="self.xml"/><link href="a/1"/><author><name>Ada Neri</name><email>a@e.it</email></author>
            <updated>2026-11-20T10:00:00Z</updated><published>2026-11-20T09:00:00Z</published><summary>Breve</summary>
            <content type="xhtml" xml:base="b/"><div xmlns="http://www.w3.org/1999/xhtml"><p>A<br/>B &lt;c&gt; <a href="x">y</a></p></div></content>
            """, feed: "xml:base=\"https://t.example/f/\" xml:lang=\"it\"")
        #expect(article.identifier == "urn:1")
        #expect(article.title == "Eni & Enel")
        #expect(article.url == "https://t.example/f/a/1")
        #expect(article.author == "Ada Neri")
        #expect(article.published?.iso8601 == "2026-11-20T09:00:00Z")
        #expect(outline(of: article) == "title: Eni & Enel\nparagraph: A⏎B <c> y")
        #expect(links(of: article) == ["y -> https://t.example/f/b/x"])
    }

    @Test func `JSON Feed gives what the others give; an item that is none is named`() throws {
        let feed = try feed(
            """
            {"version": "https://jsonfeed.org/version/1.1", "title": "Il Telaio", "language": "it",
             "authors": [{"name": "Redazione"}], "items": [
              {"id": 7, "url": "https://t.example/7", "title": "Sette \\u00e8 \\"tutto\\"", "content_html": "<p>Ciao</p>",
               "date_published": "2026-11-20T10:30:00+01:00"},
              "rotto", {"id": "8", "content_text": "Prima riga\\nseconda", "author": {"name": "Ada"}}]}
            """)
        #expect(feed.articles.map(\.identifier) == ["7", "8"])
        #expect(feed.articles.map(\.index) == [0, 1])
        #expect(feed.articles.map(\.author) == ["Redazione", "Ada"])
        #expect(outline(of: feed.articles[0]) == "title: Sette è \"tutto\"\nparagraph: Ciao")
        #expect(outline(of: feed.articles[1]) == "paragraph: Prima riga⏎seconda")
        #expect(feed.articles[0].published?.iso8601 == "2026-11-20T09:30:00Z")
        #expect(feed.problems == ["item 2 is no object and was left out"])
    }

    @Test func `a feed without articles is a feed, other XML is none`() throws {
        #expect(try feed("<rss version=\"2.0\"><channel><title>Vuoto</title></channel></rss>").articles.isEmpty)
        #expect(try feed("<feed xmlns=\"http://www.w3.org/2005/Atom\"/>").articles.isEmpty)
        #expect(throws: IngestError.unsupported("XML")) { try feed("<menu><item name=\"a\"/></menu>") }
        #expect(throws: IngestError.unsupported("JSON")) { try feed("{\"a\": 1}") }
        #expect(throws: IngestError.empty) { try feed("  \n") }
    }

    @Test func `a file by its ending or its first marks is a feed with all its articles`() throws {
        let rss =
            "<rss><channel><title>T</title><item><title>A</title></item><item><title>B</title></item></channel></rss>"
        for name in ["a.xml", "a.rss", "a.rdf", "a.atom", "-"] {
            let articles = try Reader().articles(in: Array(rss.utf8), named: name, folder: "Cartella")
            #expect(articles.map(\.title) == ["A", "B"])
            #expect(articles.map(\.index) == [0, 1])
            #expect(articles.map(\.file) == [name, name])
            #expect(articles.map(\.outlet) == ["T", "T"])
        }
        #expect(Format(named: "-", text: Array("<?xml version=\"1.0\"?>\n<!-- x -->\n<rss>".utf8)) == .feed)
        #expect(Format(named: "-", text: Array("{\"version\":\"https://jsonfeed.org/version/1\"".utf8)) == .feed)
    }
}

@Suite struct FeedTextTests {
    @Test(arguments: [
        ("<![CDATA[Eni & Enel]]>", "Eni & Enel"), ("AT&amp;T", "AT&T"), ("Perch&egrave; no?", "Perchè no?"),
        ("Perch&amp;egrave; no?", "Perchè no?"), ("It&amp;#8217;s", "It’s"), ("&lt;b&gt;Forte&lt;/b&gt;", "Forte"),
        ("<b>Forte</b> e <i>chiaro</i>", "Forte e chiaro"), ("a &lt; b", "a < b"), ("vector&lt;int&gt;", "vector<int>"),
        ("1 < 2 & 3", "1 < 2 & 3"), ("&#146;ndrangheta", "’ndrangheta"), ("a\u{1B}[31mb&#27;c\u{85}", "a[31mbc…"),
        ("&amp;lt;b&amp;gt;Due volte&amp;lt;/b&amp;gt;", "Due volte"), ("  due\n righe ", "due righe"),
    ])
    func `titles are plain words, however they were escaped`(written: String, read: String) throws {
        #expect(try item("<title>\(written)</title>").title == read)
    }

    @Test func `the whole text wins over the summary, the longest summary over others, a picture's text over none`()
        throws
    {
        let content = "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
        #expect(
            try outline(of: item("<description>Breve</description><content:encoded \(content)>Lungo</content:encoded>"))
                == "paragraph: Lungo")
        #expect(
            try outline(of: item("<itunes:summary>Una riga\ndue</itunes:summary><description>Corto</description>"))
                == "paragraph: Una riga due")
        #expect(
            try outline(of: item("<media:group><media:description>Uno\nDue</media:description></media:group>"))
                == "paragraph: Uno⏎Due")
        #expect(try item("<description>Breve</description>").isSummary)
        #expect(!(try item("<content:encoded>Lungo</content:encoded>").isSummary))
    }

    @Test func `furniture of a feed is folded as on pages`() throws {
        let article = try item(
            """
            <title>T</title><description><![CDATA[<p>\(prose)</p><p>Leggi anche:</p><ul><li>Altro</li></ul>
            <div class="sharedaddy"><p>x y</p></div><script>rm()</script><p style="display:none">spia</p>]]></description>
            """)
        #expect(article.blocks.map(\.kind) == [.title, .paragraph, .furniture, .furniture, .furniture])
        #expect(!article.text.contains("rm()") && !article.text.contains("spia"))
    }

    @Test(arguments: [
        "<p>Uno <b>due <i>tre</b> quattro</i></p>fuori<p>cinque", "a<br>b<br/><br>c<hr>d", "<h3>T</h3><p>x<h4>U</h4>y",
        "<ul><li>a<ul><li>b</ul><li>c</ul>d", "<blockquote><p>a</p><p>b</p></blockquote>c", "<pre>a\n  b\n</pre>c",
        "<a href='https://e.it/?a=1&amp;b=2'>x</a> <a href=https://e.it/y>y</a>", "<div>a<div>b</div>c</div>",
        "<dl><dt>a<dd>b</dl>", "x &copy; y &copy z &hellip; &notanentity; &#8211;", "a < b <c <!-- x --> d <? e ?> f",
        "<figure><img src=x><figcaption>cap</figcaption></figure>t", "<p>a</p></p><p>b", "<custom-tag>a</custom-tag>b",
        "<li>a</li><li>b</li>", "<h2><a href='https://e.it'>T</a></h2>", "<iframe src=x></iframe>a",
        "<p>a<div>b</div>c</p>d",
    ])
    func `fragments are read as pages are`(html: String) throws {
        let fragment = try item("<description><![CDATA[\(html)]]></description>")
        let page = try article("<!doctype html><html><body>\(html)</body></html>", .html)
        #expect(outline(of: fragment) == outline(of: page))
        #expect(links(of: fragment) == links(of: page))
    }
}

@Suite struct FeedFactTests {
    @Test(arguments: [
        ("ada@e.it (Ada Neri)", "Ada Neri"), ("Ada Neri <ada@e.it>", "Ada Neri"), ("ada@e.it", "ada@e.it"),
        ("Ada &amp; Bo", "Ada & Bo"), ("Lo&amp;#239;c", "Loïc"), ("Ada @ Milano", "Ada @ Milano"),
    ])
    func `an author is a name where there is one`(written: String, read: String) throws {
        let written = written.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        #expect(try item("<author>\(written)</author>").author == read)
    }

    @Test func `authors are joined, and an Atom feed's stands in for those missing`() throws {
        #expect(try item("<dc:creator>Ada</dc:creator><dc:creator>Bo</dc:creator>").author == "Ada, Bo")
        let text = """
            <feed xmlns="http://www.w3.org/2005/Atom"><author><name>Redazione</name></author><entry><title>a</title></entry></feed>
            """
        #expect(try feed(text).articles.first?.author == "Redazione")
    }

    @Test func `an identifier is the guid, the address, or what stays the same`() throws {
        #expect(try item("<guid>https://e.it/1</guid><title>a</title>").url == "https://e.it/1")
        #expect(try item("<guid isPermaLink=\"false\">https://e.it/1</guid>").url == nil)
        #expect(try item("<link>https://e.it/2</link>").identifier == "https://e.it/2")
        let first = try item("<title>a</title><description>b</description>").identifier
        #expect(first?.isEmpty == false)
        #expect(try item("<title>a</title><description>b</description>").identifier == first)
        #expect(try item("<title>a</title><description>c</description>").identifier != first)
    }

    @Test func `a service's own address gives way to the one before, a relative one goes with its feed`() throws {
        let burner = "<link>https://feeds.example/~r/1</link><feedburner:origLink>https://e.it/1</feedburner:origLink>"
        #expect(try item(burner).url == "https://e.it/1")
        #expect(try item("<link>/a/1</link>", channel: "<link>https://e.it/</link>").url == "https://e.it/a/1")
        #expect(try item("<link>javascript:alert(1)</link>").url == nil)
        let rss = "<rss><channel><item><link>a</link></item></channel></rss>"
        #expect(try feed(rss, address: "https://e.it/f/rss").articles.first?.url == "https://e.it/f/a")
    }

    @Test(arguments: [
        ("<ttl>60</ttl>", 60),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>", 720),
        ("<ttl>0</ttl>", nil), ("<ttl>soon</ttl>", nil), ("", nil), ("<sy:updatePeriod>hourly</sy:updatePeriod>", 60),
    ])
    func `a feed says how long it stays good`(elements: String, minutes: Int?) throws {
        #expect(try feed("<rss><channel>\(elements)</channel></rss>").minutes == minutes)
    }

    @Test func `names of elements may have any case, and prefixes no declaration`() throws {
        let article = try #require(
            try feed(
                "<RSS><Channel><Item><TITLE>A</TITLE><DC:Creator>Ada</DC:Creator><PUBDATE>20 Nov 2026</PUBDATE></Item></Channel></RSS>"
            )
            .articles.first)
        #expect(article.title == "A")
        #expect(article.author == "Ada")
        #expect(article.published?.iso8601 == "2026-11-20T00:00:00Z")
    }

    @Test func `markup that was escaped once too often is markup, also in XHTML, beside elements and in names`() throws
    {
        let div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">&lt;p&gt;Ciao &lt;b&gt;a tutti&lt;/b&gt;&lt;/p&gt;</div>"
        #expect(try entry("<title>a</title><content type=\"xhtml\">\(div)</content>").text == "a\n\nCiao a tutti")
        let mixed =
            "<title>a</title><description><img src=\"x.png\"/><![CDATA[<p>Ciao <b>a tutti</b></p>]]></description>"
        #expect(try item(mixed).text == "a\n\nCiao a tutti")
        #expect(
            try entry("<title>a</title><author><name>&lt;b&gt;Ada Neri&lt;/b&gt;</name></author>").author == "Ada Neri")
        // What stands there as code is meant so.
        let code =
            "<title>a</title><description>&lt;p&gt;Il tag &lt;code&gt;&amp;lt;p&amp;gt;&lt;/code&gt;&lt;/p&gt;</description>"
        #expect(try item(code).text == "a\n\nIl tag <p>")
    }
}
