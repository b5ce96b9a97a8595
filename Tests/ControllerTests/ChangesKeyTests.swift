import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct ChangesKeyTests {
    /// A reader whose first article is open, and changed or not.
    private func reading(isUpdated: Bool) throws -> Reader {
        var reader = Reader(articles: 3)
        try reader.type("<Enter>")
        reader.deliverArticles(updated: isUpdated ? .testNow : nil)
        return reader
    }

    private var version: ArticleVersion {
        ArticleVersion(
            replaced: .testNow, title: "Titolo numero 1", text: "Eni e Redmond.", blocks: [Block(0..<14, .paragraph)])
    }

    @Test func `D asks for what the article said before, and shows what changed`() throws {
        var reader = try reading(isUpdated: true)
        try reader.type("D")
        #expect(reader.effects == [.loadVersions(1)])
        _ = update(&reader.app, .answer(.versions(1, [version])))
        let shown = try #require(reader.app.screen.reader)
        #expect(shown.changes != nil)
        #expect(shown.shown.text.contains("{+"))
        try reader.type("]n")
        #expect(reader.app.screen.reader?.entity == nil, "there is nothing to walk in a text of two times")
        try reader.type("D")
        #expect(reader.app.screen.reader?.changes == nil)
        #expect(reader.effects == [])
    }

    @Test func `D says of an article that has not changed that it has not`() throws {
        var reader = try reading(isUpdated: false)
        try reader.type("D")
        #expect(reader.effects == [])
        #expect(reader.notice == "This article has not changed since it came.")
    }

    @Test func `versions that come late are not shown with another article`() throws {
        var reader = try reading(isUpdated: true)
        try reader.type("DJ")
        reader.deliverArticles()
        _ = update(&reader.app, .answer(.versions(1, [version])))
        #expect(reader.app.screen.reader?.article.row.id == 2)
        #expect(reader.app.screen.reader?.changes == nil)
    }

    @Test func `the next article is shown as it is`() throws {
        var reader = try reading(isUpdated: true)
        try reader.type("D")
        _ = update(&reader.app, .answer(.versions(1, [version])))
        try reader.type("JK")
        reader.deliverArticles()
        #expect(reader.app.screen.reader?.changes == nil)
    }
}
