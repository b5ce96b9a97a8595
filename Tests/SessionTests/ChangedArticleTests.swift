import Library
import Model
import TestSupport
import Testing

@testable import rassegna

/// An article that its feed changed, from the library to the screen.
struct ChangedArticleTests {
    private func item(_ text: String) -> (ParsedArticle, Annotation) {
        let article = ParsedArticle(
            file: "https://a.example/rss", identifier: "1", title: "Enel sale", url: "https://a.example/1",
            published: .testNow, language: .italian, outlet: "A", text: text,
            blocks: [Block(0..<text.utf8.count, .paragraph)])
        return (article, Annotation())
    }

    @Test func `D shows what changed, and the text again`() throws {
        let library = try SampleReader.emptyLibrary()
        let feed = try library.addSource(Source(kind: .feed, address: "https://a.example/rss", title: "A")).source.id
        try library.store([item("Enel guadagna il 3% in Borsa.")], from: feed)
        try library.store([item("Enel guadagna il 4% in Borsa.")], from: feed)
        var reader = SampleReader(library: library)
        try reader.type("<Enter>D")
        #expect(reader.text.contains("Enel guadagna il [-3-] {+4+}% in Borsa."))
        #expect(reader.text.contains("± updated 21 Nov 2026"))
        try reader.type("D")
        #expect(reader.text.contains("Enel guadagna il 4% in Borsa."))
    }

    @Test func `JSON names sources and the time of the change`() throws {
        let library = try SampleReader.emptyLibrary()
        let feed = try library.addSource(Source(kind: .feed, address: "https://a.example/rss", title: "A")).source.id
        try library.store([item("Uno.")], from: feed)
        #expect(JSON.row(try #require(try library.article(1))).line.contains(#""sources": ["A"], "updated": null"#))
        try library.store([item("Due.")], from: feed)
        let article = JSON.article(try #require(try library.article(1))).line
        #expect(article.contains(#""sources": ["A"], "updated": "2026-11-21T12:00:00Z""#))
    }
}
