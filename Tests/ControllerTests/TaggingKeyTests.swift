import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct TaggingKeyTests {
    /// A reader whose chosen article has tags.
    private func reader(_ tags: [String] = ["energia", "da leggere"]) -> Reader {
        var reader = Reader(articles: 0)
        guard case .load(let request)? = reader.app.start().first else { return reader }
        let rows = (1...5).map { number in
            var row = ArticleRow.drawn(id: ArticleID(number))
            row.tags = number == 1 ? tags : []
            return row
        }
        reader.answer(request, rows: rows)
        return reader
    }

    @Test func `t gives tags to the chosen article, and a minus takes one away`() throws {
        var reader = reader()
        try reader.type("t")
        #expect(reader.app.screen.prompt?.sign == "Tags: ")
        #expect(reader.effects.contains(.loadTags))
        try reader.type("gas,<Space>-energia,,<Space>#oro<Space>e<Space>argento<Enter>")
        #expect(
            reader.effects == [
                .tag([1], [TagChange("gas"), TagChange("energia", false), TagChange("oro e argento")])
            ])
        #expect(reader.app.screen.prompt == nil)
    }

    @Test func `Tab completes known tags, and after a minus those that the article has`() throws {
        var reader = reader()
        try reader.type("t")
        #expect(reader.app.screen.prompt?.completions == ["-da leggere", "-energia"])
        _ = update(&reader.app, .answer(.tags(["banche", "borsa", "energia", "da leggere"])))
        try reader.type("bor<Tab>")
        #expect(reader.app.screen.prompt?.line == "borsa, ")
        try reader.type("-en<Tab>")
        #expect(reader.app.screen.prompt?.line == "borsa, -energia, ")
        try reader.type("<Enter>")
        #expect(reader.effects.last == .tag([1], [TagChange("borsa"), TagChange("energia", false)]))
    }

    @Test func `a selection is tagged as a whole, and Esc tags nothing`() throws {
        var reader = reader()
        try reader.type("vjjtx<Enter>")
        #expect(reader.effects.last == .tag([1, 2, 3], [TagChange("x")]))
        #expect(reader.list.rangeStart == nil)
        try reader.type("ty<Esc>")
        #expect(!reader.effects.contains { if case .tag = $0 { true } else { false } })
        try reader.type("ht")
        #expect(reader.notice == "No article is chosen here.")
    }
}
