import Fetch
import Ingest
import Model
import Testing

@testable import rassegna

struct WebReaderTests {
    private static let rss =
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Il Telaio</title><item><title>Eni</title>"
        + "<link>/1</link><description>Sale.</description></item></channel></rss>"
    private static let atom =
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Il Telaio</title><entry><title>Eni</title>"
        + "<link href=\"/1\"/><summary>Sale.</summary></entry></feed>"
    private static let json =
        "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Il Telaio\", \"items\": "
        + "[{\"id\": \"1\", \"title\": \"Eni\", \"url\": \"https://a.example/1\", \"content_text\": \"Sale.\"}]}"
    private static let page =
        "<html><head><title>Eni</title></head><body><p>Sale molto, dicono tutti.</p></body></html>"

    private func read(_ body: String, _ type: String?) throws -> WebDocument {
        let head = type.map { "Content-Type: \($0)\r\n" } ?? ""
        var answer = try response(200, head, body: body)
        answer.address = try #require(Address("https://a.example/x"))
        return try WebReader.standard.read(answer)
    }

    @Test(
        arguments: [rss, atom, json, "\n\n  " + rss, "<!-- x -->" + rss, "junk before " + rss],
        ["application/rss+xml", "text/xml; charset=utf-8", "text/html", "text/plain", "application/json", nil])
    func `a feed is a feed, whatever its server calls it`(body: String, type: String?) throws {
        guard case .feed(let feed) = try read(body, type) else {
            Issue.record("no feed")
            return
        }
        #expect(feed.title == "Il Telaio")
        #expect(feed.articles.map(\.title) == ["Eni"])
        #expect(feed.articles.first?.url == "https://a.example/1")
    }

    @Test(
        arguments: [page, "<!DOCTYPE html>\n" + page, "<?xml version=\"1.0\"?>" + page],
        ["text/html", "text/xml", "application/xhtml+xml", "application/rss+xml", nil])
    func `a page is a page, and has the address where it was found`(body: String, type: String?) throws {
        guard case .page(let article) = try read(body, type) else {
            Issue.record("no page")
            return
        }
        #expect(article.title == "Eni" && article.url == "https://a.example/x")
    }

    @Test func `what is neither is said to be`() throws {
        #expect(throws: IngestError.self) { try read("", "text/html") }
        #expect(throws: IngestError.self) { try read("%PDF-1.7 x", "application/pdf") }
        #expect(throws: IngestError.self) { try read("", nil) }
    }
}
