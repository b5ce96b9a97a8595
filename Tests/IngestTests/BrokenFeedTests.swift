import Foundation
import Ingest
import Model
import Testing

@Suite struct BrokenFeedTests {
    private func titles(_ text: String) throws -> [String] {
        try feed(text).articles.map(\.title)
    }

    @Test func `what is not closed is closed, what is not open is not closed`() throws {
        #expect(try titles("<rss><channel><item><title>A</item><item><title>B</title></channel>") == ["A", "B"])
        #expect(
            try titles("<rss><channel><item><title>A</title><item><title>B</title></item></channel></rss>") == [
                "A", "B",
            ])
        #expect(try titles("<rss><channel></b><item><title>A</i></title></item></rss></channel>") == ["A"])
        #expect(try titles("<rss><channel></channel></rss><item><title>A</title></item>") == ["A"])
        #expect(
            try outline(of: item("<description>a<br>b<p>c</description><title>T</title>"))
                == "title: T\nparagraph: a⏎b\nparagraph: c")
    }

    @Test func `junk around, marks of nothing and odd attributes cost nothing`() throws {
        #expect(
            try titles("Warning: x in y\n<?xml version=\"1.0\"?><rss><item><title>A</title></item></rss> fine") == ["A"]
        )
        #expect(
            try titles("<rss a=1 b c=\"<\" d='x&y' a=2><item><title>A & B < C</title></item></rss>") == ["A & B < C"])
        #expect(
            try titles(
                "<rss><item><title><![CDATA[A]]></title><description><![CDATA[mai chiusa</description></item></rss>")
                == ["A"])
        #expect(try titles("<rss><!-- -- x --><item><title>A</title><!-- mai chiuso</item>") == ["A"])
        #expect(try titles("<rss><item><title>da <nome@e.it> a <3</title></item></rss>") == ["da <nome@e.it> a <3"])
    }

    @Test func `a feed that breaks off gives what is there and says so, wherever it is cut`() throws {
        let whole = Array(
            """
            <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE rss [<!ENTITY e "è">]><rss version="2.0"><channel><title>Tè</title>
            <item><title>A &amp; &e; &egrave;</title><description><![CDATA[<p class="x">uno <b>due</b></p>]]></description>
            <pubDate>Fri, 20 Nov 2026 09:30:00 +0100</pubDate></item></channel></rss>
            """.utf8)
        #expect(try Reader().feed(in: whole, named: "a").articles.map(\.title) == ["A & è è"])
        var cut = 0
        for count in 1..<whole.count {
            guard let feed = try? Reader().feed(in: Array(whole[..<count]), named: "a") else { continue }
            cut += feed.problems.isEmpty ? 0 : 1
            #expect(feed.articles.count <= 1)
        }
        #expect(cut > 150)
    }

    @Test(arguments: [
        ("iso-8859-1", String.Encoding.windowsCP1252), ("windows-1252", .windowsCP1252), ("UTF-8", .windowsCP1252),
        ("iso-8859-1", .utf8), ("utf-16", .utf8), ("", .windowsCP1252), ("nonsense", .windowsCP1252),
        ("utf-16", .utf16),
        ("utf-16", .utf16LittleEndian), ("utf-32", .utf32), ("x", .utf32BigEndian), ("iso-8859-15", .windowsCP1252),
    ])
    func `letters are read right whatever the declaration says`(label: String, encoding: String.Encoding) throws {
        let declaration = label.isEmpty ? "" : "<?xml version=\"1.0\" encoding=\"\(label)\"?>"
        let text = "\(declaration)<rss><channel><item><title>Così “è” qui</title></item></channel></rss>"
        let data = try #require(text.data(using: encoding))
        let ours =
            label == "iso-8859-15"
            ? text.replacing("“", with: "\"").replacing("”", with: "\"").data(using: encoding) : data
        let title = try Reader().feed(in: Array(try #require(ours)), named: "a").articles.first?.title
        #expect(title == (label == "iso-8859-15" ? "Così \"è\" qui" : "Così “è” qui"))
    }

    @Test func `other encodings are read by their labels, or by the language that needs them`() throws {
        let bytes: [UInt8] = [0xC3, 0xEE, 0xE4]  // Год, in windows-1251
        for head in [
            "<?xml version='1.0' encoding='windows-1251'?><rss><channel>", "<rss><channel><language>ru</language>",
        ] {
            let text = Array("\(head)<item><title>".utf8) + bytes + Array("</title></item></channel></rss>".utf8)
            #expect(try Reader().feed(in: text, named: "a").articles.first?.title == "Год")
        }
    }
}

@Suite struct HostileFeedTests {
    private func read(_ text: String) throws -> ParsedFeed {
        let start = ContinuousClock.now
        let feed = try feed(text)
        #expect(ContinuousClock.now - start < .seconds(5))
        return feed
    }

    private func rss(_ inside: String, head: String = "") -> String {
        "\(head)<rss><channel><item><title>A</title><description>\(inside)</description></item></channel></rss>"
    }

    @Test func `nesting of 100,000 elements neither crashes nor hides what comes after`() throws {
        let deep = String(repeating: "<a>", count: 100_000)
        let feed = try read(
            "<rss><channel>\(deep)<item><title>A</title></item>\(String(repeating: "</a>", count: 100_000))"
                + "<item><title>B</title></item></channel></rss>")
        #expect(feed.articles.contains { $0.title == "B" })
        for tag in ["div", "b", "blockquote", "ul&gt;&lt;li", "table&gt;&lt;tr&gt;&lt;td"] {
            let html = String(repeating: "&lt;\(tag)&gt;", count: 100_000) + "testo"
            #expect(try read(rss(html)).articles.first?.text.contains("testo") == true, "\(tag)")
        }
        #expect(throws: IngestError.unsupported("JSON")) {
            try read("{\"items\": " + String(repeating: "[", count: 100_000))
        }
    }

    @Test func `100,000 attributes, items, names and unclosed sections are read in time`() throws {
        let attributes = (0..<100_000).map { "a\($0)='\($0)'" }.joined(separator: " ")
        #expect(
            try read("<rss \(attributes)><channel><item><title \(attributes)>A</title></item></channel></rss>").articles
                .count == 1)
        let html = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
        #expect(try read(rss("&lt;p \(html)&gt;x&lt;/p&gt;")).articles.count == 1)
        let names = (0..<100_000).map { "<n\($0)/>" }.joined()
        #expect(try read("<rss><channel>\(names)<item><title>A</title></item></channel></rss>").articles.count == 1)
        #expect(
            try read("<rss>" + String(repeating: "<item><title>A</title></item>", count: 20_000)).articles.count
                == 20_000)
        for piece in ["<![CDATA[", "<!--", "<a b=\"", "<a b='", "&", "&lt;", "]]>", "<?", "<!", "<a ", "</a"] {
            _ = try read("<rss><channel><item><title>A</title>" + String(repeating: piece, count: 100_000))
        }
    }

    @Test func `entities do not grow: neither nested ones, nor long ones used often`() throws {
        var bomb = "<!ENTITY a0 \"lol\">"
        for level in 1...9 { bomb += "<!ENTITY a\(level) \"" + String(repeating: "&a\(level - 1);", count: 10) + "\">" }
        let nested = try read(rss("&a9; &a0;", head: "<!DOCTYPE rss [\(bomb)]>"))
        #expect(nested.articles.first?.text.utf8.count ?? 0 < 1000)
        let long = "<!DOCTYPE rss [<!ENTITY a \"\(String(repeating: "x", count: 1000))\">]>"
        let often = try read(rss(String(repeating: "&a;", count: 100_000), head: long))
        #expect(often.articles.first?.text.utf8.count ?? 0 < 500_000)
    }

    @Test func `nothing outside of the feed is read`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("feeds-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let canary = folder.appendingPathComponent("canary")
        try Data("CANARINO".utf8).write(to: canary)
        for type in [
            "<!DOCTYPE rss [<!ENTITY e SYSTEM \"file://\(canary.path)\">]>",
            "<!DOCTYPE rss [<!ENTITY % p SYSTEM \"\(canary.path)\"> %p; <!ENTITY e \"%p;\">]>",
            "<!DOCTYPE rss SYSTEM \"\(canary.path)\">",
        ] {
            let include =
                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"\(canary.path)\" parse=\"text\"/>"
            let feed = try read(rss("prima &e; \(include) dopo", head: type))
            #expect(feed.articles.first?.text.contains("CANARINO") == false)
            #expect(feed.articles.first?.text.contains("dopo") == true)
        }
    }

    @Test func `no control character is left in any field`() throws {
        let evil = "a\u{1B}[2J\u{9B}31m&#27;]0;x&#7;&#x9d;b\u{0}\u{7F}\u{FFFE}"
        let article = try #require(
            try read(
                """
                <rss><channel><title>\(evil)</title><item><title>\(evil)</title><author>\(evil)</author>
                <guid>\(evil)</guid><link>https://e.it/\(evil)</link><description>\(evil)&lt;p&gt;&amp;#27;x</description></item>
                </channel></rss>
                """
            ).articles.first)
        let fields = [article.title, article.author, article.identifier, article.url, article.outlet, article.text]
        for field in fields.compactMap({ $0 }) {
            let controls = field.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || 0x7F..<0xA0 ~= $0.value }
            #expect(controls.isEmpty, "\(field.debugDescription)")
        }
    }
}
