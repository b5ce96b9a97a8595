import Ingest
import Model
import Testing

@Suite struct ReaderExportTests {
    private let text = """
        {"id": "user/-/state/com.google/starred", "title": "Starred", "items": [
         {"id": "tag:google.com,2005:reader/item/0001", "crawlTimeMsec": "1795915289926", "published": 1795428000,
          "title": "Eni &lt;b&gt;compra&lt;/b&gt;", "author": "Ada Neri",
          "canonical": [{"href": "https://telaio.example/1"}], "alternate": [{"href": "https://other.example/1"}],
          "summary": {"content": "<p>Il porto è <b>venduto</b>.</p><p>Poi <a href=\\"/p\\">altro</a>.</p>"},
          "origin": {"streamId": "feed/1", "title": "Il Telaio", "htmlUrl": "https://telaio.example/"}},
         "broken",
         {"id": "tag:google.com,2005:reader/item/0002", "title": "5 &amp;lt; 6 &amp; tè", "content": {"content": "<p>Intero.</p>"},
          "alternate": [{"type": "text/html", "href": "https://telaio.example/2"}]}]}
        """

    @Test func `what readers export in the way of Google Reader is read as a feed`() throws {
        let feed = try feed(text)
        #expect(feed.title == "Starred" && feed.articles.count == 2 && feed.problems.count == 1)
        let article = feed.articles[0]
        #expect(article.title == "Eni compra" && article.author == "Ada Neri" && article.outlet == "Il Telaio")
        #expect(article.url == "https://telaio.example/1")
        #expect(article.published == Timestamp(seconds: 1_795_428_000))
        #expect(outline(of: article) == "title: Eni compra\nparagraph: Il porto è venduto.\nparagraph: Poi altro.")
        #expect(article.links.map(\.address) == ["https://telaio.example/p"])
        #expect(feed.articles[1].title == "5 < 6 & tè")
        #expect(feed.articles[1].outlet == "Starred" && feed.articles[1].url == "https://telaio.example/2")
    }

    @Test func `it is known by its beginning where a file has no ending, and other JSON is none`() throws {
        #expect(Format(named: "starred", text: Array(text.utf8)) == .feed)
        #expect(Format(named: "a", text: Array("{\"items\": [1]}".utf8)) != .feed)
        #expect(throws: IngestError.unsupported("JSON")) { try feed("{\"items\": [{\"id\": \"1\"}]}") }
    }
}
