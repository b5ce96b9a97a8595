import Model
import Terminal
import TestSupport
import Testing
import Views

struct SourceScreenTests {
    /// A feed that was asked so many hours ago.
    private static func feed(
        _ id: SourceID, _ title: String?, tags: [String] = [], unread: Int = 0, problem: String? = nil,
        isGone: Bool = false
    ) -> Source {
        let success = Timestamp.testNow.advanced(by: -3600 * (id + 1))
        let visits = Visits(
            last: success, success: id == 9 ? nil : success, problem: problem, failures: problem == nil ? 0 : 2,
            isGone: isGone)
        return Source(
            id: id, kind: .feed, address: "https://feeds.example/\(id).xml", title: title, tags: tags, visits: visits,
            articles: 40, unread: unread)
    }

    /// Feeds and a folder in every state, under two tags and none.
    private static let sources = [
        feed(1, "Il Telaio", tags: ["Economia"], unread: 12),
        feed(2, "Bit e Bilanci", tags: ["Economia/Tech"], unread: 3),
        feed(3, "Cloud Quotidiano", tags: ["Economia/Tech"], problem: "cannot reach feeds.example: timed out"),
        feed(4, "Motori di Ponente", problem: "feeds.example says that it is gone for good (410)", isGone: true),
        feed(5, "世界 \u{1B}[31mNews", unread: 1), feed(9, nil),
        Source(
            id: 6, kind: .folder, address: "/home/ada/articles", visits: Visits(success: .testNow), articles: 7,
            unread: 7),
    ]

    private static func screen(_ width: Int, _ height: Int, focus: Pane = .companies, cursor: Int = 0) -> MainState {
        var state = Screens.main(width, height, focus: focus)
        state.companies.replace(
            count: state.companies.count, companies: state.companies.companies, sources: sources,
            outlets: [SourceRow(name: "Corriere di Valle", unread: 2, articles: 5)])
        state.companies.cursor = cursor
        state.hints = ["Enter list", "r refresh", "e edit", "x remove", "a add", "R all", "? help"]
        return state
    }

    @Test func `sources stand under their tags, with signs for those that fail, are gone or being fetched`() {
        var state = Self.screen(80, 24, cursor: 8)
        state.refreshing = FetchProgress(done: 12, total: 40, bytes: 3_120_000, added: 57, fetching: [5])
        expectScreen(draw(state), "sources-80")
        state = Self.screen(160, 40, cursor: 6)
        state.refreshing = FetchProgress(done: 12, total: 40, bytes: 3_120_000, added: 57, fetching: [5])
        state.companies.fold(["Economia", "Tech"], true)
        expectScreen(draw(state), "sources-160")
    }

    @Test func `on a source the bottom line says when it was last good, and what is wrong with it`() {
        let lines = [
            (6, "last good 21 Nov 09:00  "), (7, "last good 21 Nov 08:00 · cannot reach feeds.example: timed out"),
        ]
        for (cursor, text) in lines {
            let canvas = draw(Self.screen(120, 24, cursor: cursor))
            #expect(canvas.text(row: 23).contains(text), "\(canvas.text(row: 23))")
        }
    }

    @Test func `a refresh shows how far it is and leaves a notice in its place`() {
        var state = Self.screen(80, 24, focus: .articles)
        state.refreshing = FetchProgress(done: 12, total: 40, bytes: 3_120_000, added: 57)
        state.notice = Notice("Marked 3 articles read.", .good)
        var line = draw(state).text(row: 23)
        #expect(line.contains("Marked 3 articles read.") && line.contains("12/40, 3.1 MB, 57 new"))
        state.size = Size(width: 40, height: 10)
        line = draw(state).text(row: 9)
        #expect(line.contains("12/40") && !line.contains("MB"))
    }

    @Test func `the header names a source where the query has its number`() {
        var state = Self.screen(80, 24, focus: .articles)
        state.articles.query = .from(1)
        state.articles.queryText = "source:#1 is:unread"
        #expect(draw(state).text(row: 0).contains("source:“Il Telaio” is:unread"))
    }

    @Test func `a line in which an address is typed has its cursor behind the question`() {
        var state = Self.screen(80, 24)
        state.prompt = PromptState(.addition, text: "https://example.org")
        let canvas = draw(state)
        #expect(canvas.text(row: 23).hasPrefix("Add: https://example.org"))
        #expect(canvas.cursor == Point(x: 24, y: 23))
        state.prompt = PromptState(.addition, text: String(repeating: "x", count: 200))
        #expect(draw(state).cursor.map { $0.x < 80 } == true)
    }

    @Test(arguments: [(20, 5), (30, 8), (90, 10), (140, 5)])
    func `every size shows the sources`(width: Int, height: Int) {
        for cursor in 0..<16 {
            var state = Self.screen(width, height, cursor: cursor)
            state.companies.scroll(toFit: height - 3)
            #expect(draw(state).size == state.size)
        }
    }
}
