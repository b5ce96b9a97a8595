import Model
import Testing

@testable import Ingest

/// Articles as lines of JSON.
struct ArticleLineTests {
    private func line(_ text: String) throws(ArticleLine.Problem) -> ArticleLine {
        try ArticleLine(Array(text.utf8), file: "a.jsonl", index: 3)
    }

    @Test func `facts, blocks and links are taken as they are, in offsets of scalars`() throws {
        let read = try line(
            #"""
            {"id": 12, "title": "Però", "text": "Però 🚀\n\nGià lì.", "url": "https://a.example/1", "author": "Anna",
             "published": "2026-11-20T10:00:00Z", "language": "it", "source": "Il Telaio", "read": true, "starred": false,
             "blocks": [{"start": 0, "end": 6, "kind": "title"}, {"start": 8, "end": 15, "kind": "quote"}],
             "links": [{"start": 12, "end": 14, "url": "https://b.example/"}, {"start": 0, "end": 4, "url": "javascript:x"}]}
            """#)
        let article = read.article
        #expect(article.blocks == [Block(0..<10, .title), Block(12..<21, .quote)])
        #expect(article.links == [Link(17..<20, "https://b.example/")])
        #expect(article.published == Timestamp(iso8601: "2026-11-20T10:00:00Z"))
        #expect(article.outlet == "Il Telaio" && article.author == "Anna" && article.index == 3)
        #expect(article.identifier == nil && read.isRead && !read.isStarred)
    }

    @Test func `blocks that are not those of the text are made anew`() throws {
        for blocks in [
            #"[{"start": 0, "end": 900, "kind": "title"}]"#, #"[{"start": 5, "end": 2, "kind": "title"}]"#,
            #"[{"start": 0, "end": 5, "kind": "nonsense"}]"#, "[]", "7",
            #"[{"start": 3, "end": 9, "kind": "title"}, {"start": 0, "end": 5, "kind": "quote"}]"#,
        ] {
            let text =
                #"{"title": "Prima riga", "text": "Prima riga\n\nSeconda riga del testo.", "blocks": \#(blocks)}"#
            #expect(try line(text).article.blocks.map(\.kind) == [.title, .paragraph])
        }
    }

    @Test func `a title alone is an article, and a text alone names itself`() throws {
        #expect(try line(#"{"title": "Solo un titolo"}"#).article.text == "Solo un titolo")
        #expect(try line(#"{"text": "Una frase. Un'altra.", "title": " "}"#).article.title == "Una frase")
    }

    @Test func `what is no article says why`() {
        func reason(_ text: String) -> String? {
            do throws(ArticleLine.Problem) {
                _ = try line(text)
                return nil
            } catch {
                return error.reason
            }
        }
        #expect(reason("[1]") == "is no JSON object")
        #expect(reason("{\"title\": \"a\"") == "is no JSON object")
        #expect(reason("{\"text\": \"  \"}") == "has neither “title” nor “text”")
        #expect(reason(#"{"version": "https://jsonfeed.org/version/1.1"}"#)?.contains("rassegna add") == true)
    }
}
