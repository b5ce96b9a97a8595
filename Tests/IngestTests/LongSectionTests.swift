import Ingest
import Model
import Testing

/// Long CDATA sections go around the parser.
@Suite struct LongSectionTests {
    private let long = String(repeating: "parole è “così” & <b>altre</b> ", count: 10)

    private func text(_ content: String) throws -> String {
        let article = try item("<title>T</title><description>\(content)</description>")
        return article.blocks.filter { $0.kind != .title }.map { block in
            String(decoding: Array(article.text.utf8)[block.range], as: UTF8.self)
        }.joined(separator: "|")
    }

    private var plain: String { String(repeating: "parole è “così” & altre ", count: 10).dropLast().description }

    @Test func `a long section is what a short one is, also among others, and cut in two`() throws {
        #expect(try text("<![CDATA[\(long)]]>") == plain)
        #expect(try text("<![CDATA[\(long)]]><![CDATA[\(long)]]>") == plain + " " + plain)
        #expect(try text("prima <![CDATA[\(long)]]> dopo") == "prima " + plain + " dopo")
        #expect(try text("<![CDATA[uno]]><![CDATA[ \(long)]]><![CDATA[due]]>") == "uno " + plain + " due")
        #expect(try text("<![CDATA[\(long)]]]]><![CDATA[>fine\(long)]]>") == plain + " ]]>fine" + plain)
    }

    @Test func `a section that is not closed, and one outside of all elements, cost nothing`() throws {
        #expect(try text("<![CDATA[\(long)").hasPrefix(plain))
        let feed = try feed("<![CDATA[\(long)]]><rss><item><title>A</title></item></rss><![CDATA[\(long)]]>")
        #expect(feed.articles.map(\.title) == ["A"])
    }

    @Test func `what stands for a section in a document's own words is left out`() throws {
        #expect(try text("uno<?c 0 400?> due") == "uno due")
        let feed = try feed(
            "<!DOCTYPE rss [<!ENTITY e \"<?c 0 40?>\">]><rss><item><title>A&e;&e;B</title><description>"
                + "<![CDATA[\(long)]]></description></item></rss>")
        #expect(feed.articles.count == 1 && feed.articles[0].text.contains(plain))
    }

    @Test func `what a style hides is no text, and what it only decorates is`() throws {
        let hidden = [
            "display:none", "color:red; DISPLAY : none !important", "visibility:\n hidden;", "x:y;display :none",
        ]
        for style in hidden { #expect(try text("<![CDATA[<p>qui</p><p style=\"\(style)\">no</p>]]>") == "qui") }
        for style in [
            "border:none", "text-decoration: none; color: red", "overflow:hidden", "display:inline; float: none",
        ] {
            #expect(try text("<![CDATA[<p>qui</p><p style=\"\(style)\">sì</p>]]>") == "qui|sì")
        }
    }

    @Test func `escaped HTML inside an element is HTML where Atom says that it is`() throws {
        let div = "<div xmlns=\"http://www.w3.org/1999/xhtml\">Un &lt;b&gt;atomo&lt;/b&gt;</div>"
        #expect(
            try outline(of: entry("<title>T</title><content type=\"html\">\(div)</content>"))
                == "title: T\nparagraph: Un atomo")
        // XHTML has what it says.
        #expect(
            try outline(of: entry("<title>T</title><content type=\"xhtml\">\(div)</content>"))
                == "title: T\nparagraph: Un <b>atomo</b>")
    }
}
