import Ingest
import Model
import Testing

@Suite struct ShortTextTests {
    private let long = String(repeating: "titolò ", count: 10_000) + "fine"

    @Test func `a title that is too long for any is cut, and stands in the text whole`() throws {
        let item = "<item><title>\(long)</title><description>Testo.</description></item>"
        let texts = [
            ("a.xml", "<rss><channel>\(item)</channel></rss>"),
            ("a.md", "# \(long)\n\nIl testo.\n"),
        ]
        for (name, text) in texts {
            let article = try #require(try Reader().articles(in: Array(text.utf8), named: name).first)
            #expect(article.title.utf8.count <= 4096 + 3, "\(name)")
            #expect(article.title.hasPrefix("titolò titolò"), "\(name)")
            #expect(article.title.hasSuffix("…"), "\(name)")
            #expect(article.text.contains(long), "\(name)")
        }
    }

    @Test func `authors and outlets that are too long for any are cut between characters`() throws {
        let name = "a" + String(repeating: "è", count: 2000)
        let line = try ArticleLine(
            Array("{\"title\": \"T\", \"text\": \"Testo\", \"author\": \"\(name)\", \"source\": \"\(name)\"}".utf8),
            file: "a", index: 0)
        let cut = "a" + String(repeating: "è", count: 511) + "…"
        #expect(line.article.author == cut)
        #expect(line.article.outlet == cut)
        let short = try ArticleLine(
            Array("{\"title\": \"T\", \"text\": \"Testo\", \"author\": \"Ada Neri\"}".utf8), file: "a", index: 0)
        #expect(short.article.author == "Ada Neri")
    }

    @Test func `the titles of feeds are cut too, read or listed`() throws {
        let feed = try feed("<rss><channel><title>\(long)</title><item><title>T</title></item></channel></rss>")
        #expect(feed.title?.hasSuffix("…") == true)
        #expect(feed.articles.first?.outlet == feed.title)
        let json = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"\(long)\", \"items\": []}"
        #expect(try Reader().feed(in: Array(json.utf8), named: "a.json").title?.utf8.count ?? .max <= 1024 + 3)
        let opml = "<opml><body><outline text=\"\(long)\" xmlUrl=\"https://a.example/f\"/></body></opml>"
        let list = try SubscriptionList(reading: Array(opml.utf8))
        #expect(list.subscriptions.first?.title?.utf8.count ?? .max <= 1024 + 3)
    }
}
