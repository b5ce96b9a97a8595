import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

/// Sources of key tests.
extension Source {
    fileprivate static func drawn(_ id: SourceID, _ title: String, tags: [String] = [], articles: Int = 4) -> Source {
        Source(
            id: id, kind: .feed, address: "https://example.org/\(id)", title: title, tags: tags, articles: articles,
            unread: 1)
    }
}

extension Reader {
    /// Gives the left pane its sources.
    fileprivate mutating func list(_ sources: [Source]) {
        let outlets = [SourceRow(name: "Il Foglio", unread: 1, articles: 2)]
        effects = update(
            &app, .answer(.companies(Count(total: 30, unread: 30), [], hidden: 0, sources, outlets: outlets)))
    }

    fileprivate var chosen: CompaniesState.Entry? { app.screen.companies.chosen }
    fileprivate var menu: MenuState? { if case .menu(let menu) = app.screen.overlay { menu } else { nil } }
}

struct SourceKeyTests {
    /// A reader with two sources, the cursor on the first one, or on another one further down.
    private func reader(_ sources: [Source] = [.drawn(1, "Alfa"), .drawn(2, "Beta")], down: Int = 1) throws -> Reader {
        var reader = Reader(articles: 30)
        reader.list(sources)
        try reader.type("h" + String(repeating: "j", count: down))
        return reader
    }

    @Test func `Enter on a source lists its articles`() throws {
        var reader = try reader(down: 2)
        try reader.type("<Enter>")
        #expect(reader.request?.page.query == .from(2))
    }

    @Test func `r fetches the source under the cursor, in its list too, and else that of the article`() throws {
        var reader = try reader()
        try reader.type("r")
        #expect(reader.effects == [.refresh(.sources([1]))])
        _ = update(&reader.app, .answer(.refreshed(RefreshSummary(sources: 1))))
        try reader.type("<Enter>r")
        #expect(reader.effects.contains(.refresh(.sources([1]))))
        var other = Reader(articles: 3)
        try other.type("jr")
        #expect(other.effects.contains(.refresh(.article(2))))
    }

    @Test func `r where no source is says that R refreshes all`() throws {
        var reader = try reader(down: 0)
        try reader.type("r")
        #expect(reader.effects.isEmpty)
        #expect(reader.notice == "No source here; R refreshes all.")
    }

    @Test(arguments: ["R", "<Esc>"])
    func `R refreshes all, and R or Esc ends it`(ending: String) throws {
        var reader = try reader()
        try reader.type("R")
        #expect(reader.effects == [.refresh(.all)])
        _ = update(&reader.app, .answer(.refreshing(FetchProgress(done: 1, total: 2, bytes: 900, fetching: [2]))))
        #expect(reader.app.screen.refreshing?.fetching == [2])
        try reader.type(ending)
        #expect(reader.effects == [.cancelRefresh])
        _ = update(&reader.app, .answer(.refreshed(RefreshSummary(sources: 1, isCancelled: true))))
        #expect(reader.notice == "Refresh ended: nothing new from 1 source.")
        #expect(reader.app.screen.refreshing == nil)
        // What was on its way when it ended does not begin it again.
        _ = update(&reader.app, .answer(.refreshing(FetchProgress(done: 2, total: 2))))
        #expect(reader.app.screen.refreshing == nil)
    }

    @Test func `the end of a refresh says what is new and who failed`() throws {
        var reader = try reader()
        let failures = [RefreshSummary.Failure(name: "Beta", reason: "cannot reach example.org: timed out")]
        let ends: [(RefreshSummary, String)] = [
            (RefreshSummary(sources: 40, added: 57), "57 new articles from 40 sources."),
            (RefreshSummary(sources: 2, added: 1, updated: 3), "1 new article from 2 sources, 3 updated."),
            (RefreshSummary(sources: 40), "Nothing new from 40 sources."),
            (
                RefreshSummary(sources: 2, added: 1, failures: failures),
                "1 new article from 2 sources; 1 failed (marked !)."
            ),
            (RefreshSummary(sources: 1, failures: failures), "Beta: cannot reach example.org: timed out"),
            (RefreshSummary(sources: 0), "No source to refresh; a adds one."),
        ]
        for (summary, text) in ends {
            _ = update(&reader.app, .answer(.refreshed(summary)))
            #expect(reader.notice == text)
        }
    }

    @Test func `articles that come in stand above the chosen one, which stays chosen and in sight`() throws {
        var reader = Reader(articles: 20)
        try reader.type("jjR")
        reader.effects = update(&reader.app, .answer(.refreshing(FetchProgress(done: 1, total: 2, added: 2))))
        let request = try #require(reader.request)
        #expect(request.purpose == .refresh)
        let rows: [ArticleRow] = [.drawn(id: -2), .drawn(id: -1)] + (1...20).map { .drawn(id: $0) }
        reader.answer(request, rows: rows)
        #expect(reader.list.selected?.id == 3)
        #expect(reader.list.top == 0)
        #expect(reader.list.position == "5/22")
        let frame = draw(reader.app.screen)
        #expect((0..<40).contains { frame.text(row: $0).contains("Titolo numero -2") })
    }

    @Test func `a asks for an address, remembers it, and says what was added`() throws {
        var reader = try reader()
        try reader.type("a")
        #expect(reader.app.screen.prompt?.sign == "Add: ")
        _ = update(&reader.app, .terminal(.paste("https://example.org/feed")))
        try reader.type("<Enter>")
        #expect(reader.effects == [.addSource("https://example.org/feed")])
        #expect(reader.notice == "Adding https://example.org/feed…")
        reader.effects = update(&reader.app, .answer(.sources(Notice("Gamma: 3 articles.", .good), added: 3)))
        #expect(reader.notice == "Gamma: 3 articles.")
        #expect(reader.effects.contains(.loadCompanies))
        reader.list([.drawn(1, "Alfa"), .drawn(2, "Beta"), .drawn(3, "Gamma")])
        guard case .source(let source, _) = reader.chosen else {
            Issue.record("the cursor stands on \(String(describing: reader.chosen))")
            return
        }
        #expect(source.id == 3)
        try reader.type("a<Up>")
        #expect(reader.app.screen.prompt?.line == "https://example.org/feed")
        try reader.type("<Esc>:add ~/articles<Enter>")
        #expect(reader.effects == [.addSource("~/articles")])
    }

    @Test func `several feeds on a page open a menu, which does not take the keys of a line being typed`() throws {
        var reader = try reader()
        let feeds = [
            FeedChoice(address: "https://example.org/a", title: "Tutto"), FeedChoice(address: "https://example.org/b"),
        ]
        _ = update(&reader.app, .answer(.feeds(feeds)))
        #expect(reader.menu?.items.map(\.text) == ["Tutto  https://example.org/a", "https://example.org/b"])
        try reader.type("2")
        #expect(reader.effects == [.addSource("https://example.org/b")])
        try reader.type("/eni")
        _ = update(&reader.app, .answer(.feeds(feeds)))
        #expect(reader.menu == nil)
        #expect(reader.notice == "The page has 2 feeds; add it again to pick one.")
    }

    @Test func `x asks, and Enter alone keeps the source`() throws {
        var reader = try reader(down: 2)
        try reader.type("x")
        #expect(reader.menu?.title == "Remove Beta?")
        try reader.type("<Enter>")
        #expect(reader.effects.isEmpty && reader.menu == nil)
        try reader.type("x<Esc>xy")
        #expect(reader.effects == [.removeSource(2)])
        reader.list([.drawn(1, "Alfa")])
        // The cursor stays near, on the outlet that has moved up.
        #expect(reader.app.screen.companies.cursor == 2)
        try reader.type("x")
        #expect(reader.notice == "No source here; choose one in the left pane.")
    }

    @Test func `e on a source gives it a name and tags, and on an entity it still corrects`() throws {
        var reader = try reader()
        try reader.type("en<C-u>Alfa Bis<Enter>")
        #expect(reader.effects == [.renameSource(1, "Alfa Bis")])
        try reader.type("et Tech/Italia , Energia,<Enter>")
        #expect(reader.effects == [.tagSource(1, ["Tech/Italia", "Energia"])])
        try reader.type("ep")
        #expect(reader.effects == [.fetchPages(1, true)])
        try reader.type("en<Esc>l<Enter>")
        reader.deliverArticles()
        try reader.type("]e")
        #expect(reader.menu?.title == "“Eni”")
    }

    @Test func `F fetches the article's page once, shows it in place, and on a source turns always on`() throws {
        var reader = Reader(articles: 3)
        reader.effects = []
        try reader.type("<Enter>")
        reader.deliverArticles()
        try reader.type("F")
        #expect(reader.effects == [.fetchPage(1)])
        #expect(reader.app.screen.fetchingPage == 1)
        try reader.type("F")
        #expect(reader.effects.isEmpty)
        let whole = Article.drawn(id: 1, url: "https://example.com/1", lines: ["Titolo numero 1", "Tutto il testo."])
        reader.effects = update(&reader.app, .answer(.wholePage(1, whole, Notice("Whole.", .good))))
        #expect(reader.app.screen.reader?.article.text.contains("Tutto il testo.") == true)
        #expect(reader.app.screen.reader?.isOpen == true)
        #expect(reader.app.screen.focus == .reader)
        #expect(reader.app.screen.fetchingPage == nil)
        var other = try self.reader()
        try other.type("F")
        #expect(other.effects == [.fetchPages(1, true)])
    }

    @Test func `nested tags hold their sources, in order of name, and fold with h, l and Enter`() throws {
        let sources: [Source] = [
            .drawn(1, "Zeta", tags: ["Tech/Italia"]), .drawn(2, "alfa", tags: ["Tech", "Energia"]), .drawn(3, "Beta"),
        ]
        var reader = try reader(sources, down: 0)
        func lines(_ reader: Reader) -> [String] {
            let pane = reader.app.screen.companies
            return (0..<pane.entryCount).compactMap { place in
                switch pane.entry(at: place) {
                case .tag(let tag): "\(tag.path.joined(separator: "/")) \(tag.articles)"
                case .source(let source, let path): path.map { _ in " " }.joined() + source.name
                default: nil
                }
            }
        }
        #expect(lines(reader) == ["Energia 4", " alfa", "Tech 8", "Tech/Italia 4", "  Zeta", " alfa", "Beta"])
        try reader.type("jjjh")
        #expect(lines(reader) == ["Energia 4", " alfa", "Tech 8", "Beta"])
        guard case .tag(let tag) = reader.chosen else {
            Issue.record("no tag is chosen")
            return
        }
        #expect(tag.path == ["Tech"] && tag.isFolded)
        try reader.type("ljjh")
        guard case .tag(let italia) = reader.chosen else {
            Issue.record("no tag is chosen")
            return
        }
        #expect(italia.path == ["Tech", "Italia"])
        try reader.type("<Enter>")
        #expect(lines(reader) == ["Energia 4", " alfa", "Tech 8", "Tech/Italia 4", " alfa", "Beta"])
        // What is folded stays so when the sources are read again.
        reader.list(sources)
        #expect(lines(reader).count == 6)
        try reader.type("hr")
        #expect(reader.effects == [.refresh(.sources([1, 2]))])
        try reader.type("*")
        #expect(reader.request?.page.query == .any([.from(1), .from(2)]))
    }

    @Test func `every key about sources stands in the help, the commands and the bottom line`() throws {
        let help = KeyMap.standard.help.lines
        for (keys, text) in [
            ("a", "add a feed, a page, a folder or a file"), ("r", "fetch the source here, or that of the article"),
            ("e", "name, tags and whole pages of the source here; name and query of a saved search"),
            ("x", "remove the source or saved search here; articles stay"),
        ] {
            #expect(help.contains(.keys(keys, text)))
        }
        var reader = try reader()
        #expect(reader.app.screen.hints.contains("x remove"))
        try reader.type(":refresh-all<Enter>")
        #expect(reader.effects == [.refresh(.all)])
    }
}
