import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

/// Completion, earlier searches, order, the way back, matches and reasons.
struct SearchKeyTests {
    private static let names = [
        NamedCompany(row: CompanyRow(name: "Microsoft", articles: 3), names: ["Microsoft", "MSFT", "Azure"]),
        NamedCompany(row: CompanyRow(name: "Micron", articles: 2), names: ["Micron"]),
        NamedCompany(row: CompanyRow(name: "Open Fiber", isFollowed: true, articles: 9), names: ["Open Fiber"]),
    ]

    private func reader(_ articles: Int = 10) -> Reader {
        var reader = Reader(articles: articles)
        _ = update(&reader.app, .answer(.names(SearchKeyTests.names)))
        return reader
    }

    private func prompt(_ reader: Reader) throws -> PromptState {
        try #require(reader.app.screen.prompt)
    }

    @Test func `Tab goes round the completions and back to what was typed, Shift-Tab the other way`() throws {
        var reader = reader()
        try reader.type("/company:mic")
        #expect(try prompt(reader).completions == ["Microsoft", "Micron"])
        try reader.type("<Tab>")
        #expect(try prompt(reader).line == "company:Microsoft")
        #expect(try prompt(reader).chosen == 0)
        #expect(reader.request?.page.query == .company("Microsoft", atLeast: .passing))
        try reader.type("<Tab>")
        #expect(try prompt(reader).line == "company:Micron")
        try reader.type("<Tab>")
        #expect(try prompt(reader).line == "company:mic")
        try reader.type("<S-Tab>")
        #expect(try prompt(reader).line == "company:Micron")
    }

    @Test func `what is typed before the names of companies have come is completed when they do`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/company:micr")
        #expect(reader.effects.contains(.loadNames))
        reader.answer(try #require(reader.request), rows: [])
        _ = update(&reader.app, .answer(.names(SearchKeyTests.names)))
        #expect(try prompt(reader).completions.first == "Microsoft")
        #expect(reader.list.rows.count == 10)
        try reader.type("<Tab>")
        #expect(try prompt(reader).line == "company:Microsoft")
    }

    @Test func `a field is completed, and then its values`() throws {
        var reader = reader()
        try reader.type("/lan<Tab>")
        #expect(try prompt(reader).line == "lang:")
        #expect(try prompt(reader).complaint == nil)
        try reader.type("i<Tab>")
        #expect(try prompt(reader).line == "lang:it")
    }

    @Test func `a company is completed by any of its names and with typing errors`() throws {
        var reader = reader()
        try reader.type("/about:azur<Tab>")
        #expect(try prompt(reader).line == "about:Microsoft")
        try reader.type("<C-u>about:micorsoft<Tab>")
        #expect(try prompt(reader).line == "about:Microsoft")
        try reader.type("<C-u>company:ope<Tab>")
        #expect(try prompt(reader).line == "company:\"Open Fiber\"")
    }

    @Test func `sources and tags are completed`() throws {
        var reader = reader()
        try reader.type("/")
        #expect(reader.effects.contains(.loadQueryNames))
        let names = QueryCompletion.Names(sources: ["Il Telaio"], tags: ["finance/banks"])
        _ = update(&reader.app, .answer(.queryNames(names)))
        try reader.type("tag:ban<Tab><Space>source:tel<Tab>")
        #expect(try prompt(reader).line == "tag:finance/banks source:\"Il Telaio\"")
    }

    @Test func `a name that is not whole yet is not searched for, and no empty list is shown meanwhile`() throws {
        var reader = reader()
        try reader.type("/company")
        reader.answer(try #require(reader.request), rows: [])
        #expect(reader.list.rows.isEmpty)
        try reader.type(":micr")
        #expect(reader.request == nil)
        #expect(reader.list.rows.count == 10)
        #expect(try prompt(reader).complaint == nil)
        try reader.type("on")
        #expect(reader.request?.page.query == .company("micron", atLeast: .passing))
    }

    @Test func `a value that is begun is no error before Enter`() throws {
        var reader = reader()
        try reader.type("/is:un")
        #expect(try prompt(reader).complaint == nil)
        try reader.type("<Enter>")
        #expect(try prompt(reader).complaint?.column == 3)
    }

    @Test func `Up walks earlier searches, each once, and Down comes back to what was typed`() throws {
        var reader = reader()
        try reader.type("/eni<Enter>/enel<Enter>/eni<Enter>")
        #expect(reader.effects.contains(.keepSearch("eni")))
        try reader.type("/gas<Up>")
        #expect(try prompt(reader).line == "eni")
        try reader.type("<Up><Up>")
        #expect(try prompt(reader).line == "enel")
        try reader.type("<Down><Down>")
        #expect(try prompt(reader).line == "gas")
    }

    @Test func `searches of earlier days are there with Up`() throws {
        var app = App(size: Size(width: 80, height: 24), now: .testNow, zone: .utc, searches: ["eni", "enel"])
        for key in try Key.script("/<Up><Up>") { _ = update(&app, .terminal(.key(key))) }
        #expect(app.screen.prompt?.line == "eni")
    }

    @Test func `a stale result and a stale count are not shown`() throws {
        var reader = reader()
        try reader.type("/eni")
        let stale = try #require(reader.request)
        try reader.type("<Space>gas")
        reader.answer(stale, rows: [.drawn(id: 99)])
        #expect(reader.list.rows.count == 10)
        _ = update(&reader.app, .answer(.counted(Count(total: 5, unread: 5), list: stale.list)))
        #expect(reader.list.count?.total == 10)
    }

    @Test func `a count that takes long follows the rows`() throws {
        var reader = reader()
        try reader.type("/eni")
        let request = try #require(reader.request)
        let page = Page(rows: [.drawn(id: 7)], hasNewer: false, hasOlder: true)
        let effects = update(&reader.app, .answer(.page(request, page, count: nil, builtAt: 3, position: nil)))
        #expect(reader.list.count == nil)
        let asked = effects.compactMap { if case .count(let request) = $0 { request } else { nil } }.first
        let count = try #require(asked)
        #expect(count.builtAt == 3)
        #expect(count.isTyped)
        _ = update(&reader.app, .answer(.counted(Count(total: 700, unread: 5), list: count.list)))
        #expect(reader.list.count?.total == 700)
    }

    @Test func `a count for a list that nobody types is not put off`() throws {
        var reader = reader()
        try reader.type("/eni<Enter>")
        let request = try #require(reader.request)
        let page = Page(rows: [.drawn(id: 7)], hasNewer: false, hasOlder: true)
        let effects = update(&reader.app, .answer(.page(request, page, count: nil, builtAt: 3, position: nil)))
        let asked = effects.compactMap { if case .count(let request) = $0 { request } else { nil } }.first
        #expect(try !#require(asked).isTyped)
    }

    @Test func `O goes round the orders and Esc leads to where it led before`() throws {
        var reader = reader()
        try reader.type("/gas<Enter>O")
        #expect(reader.list.queryText == "gas sort:rank")
        #expect(reader.list.query.order == .rank)
        try reader.type("O")
        #expect(reader.list.queryText == "gas sort:source")
        try reader.type("O")
        #expect(reader.list.queryText == "gas")
        try reader.type("<Esc>")
        #expect(reader.list.queryText == "")
    }

    @Test func `a list by rank goes on with rows that are newer than those at hand`() throws {
        var reader = reader()
        try reader.type("/gas sort:rank<Enter>")
        let request = try #require(reader.request)
        reader.answer(request, rows: [.drawn(id: 5), .drawn(id: 3)], total: 4)
        var older = request
        older.purpose = .older
        reader.answer(older, rows: [.drawn(id: 3), .drawn(id: 9), .drawn(id: 1)])
        #expect(reader.list.rows.map(\.id) == [5, 3, 9, 1])
    }

    @Test func `Ctrl-O brings the result before back, with list, cursor and query`() throws {
        var reader = reader()
        try reader.type("/gas<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 7), .drawn(id: 6), .drawn(id: 5)])
        try reader.type("j/luce<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 2)])
        try reader.type("<C-o>")
        #expect(reader.list.queryText == "gas")
        #expect(reader.list.cursor == 1)
        try reader.type("<C-o>")
        #expect(reader.list.queryText == "")
        try reader.type("<C-o>")
        #expect(reader.notice == "No result before this one.")
    }

    @Test func `a result left with Esc is found again with Ctrl-O, and Esc leaves it as before`() throws {
        var reader = reader()
        try reader.type("/gas<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 7), .drawn(id: 6)])
        try reader.type("j<Esc><C-o>")
        #expect(reader.list.queryText == "gas")
        #expect(reader.list.cursor == 1)
        try reader.type("<Esc>")
        #expect(reader.list.queryText == "")
    }

    @Test func `why a row matches is asked when it stands still and said in the bottom line`() throws {
        var reader = reader()
        try reader.type("/gas<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 7), .drawn(id: 6)])
        let asked = reader.effects.compactMap { if case .why(let request) = $0 { request } else { nil } }
        let request = try #require(asked.first)
        #expect(request.ids == [7, 6])
        let reasons: [ArticleID: [Reason]] = [7: [Reason(.word, "gas", times: 3, isInTitle: true)], 6: []]
        _ = update(&reader.app, .answer(.why(reasons, list: request.list)))
        #expect(reader.app.screen.why == "word gas, 3 times, title")
        try reader.type("j")
        #expect(reader.app.screen.why == nil)
        #expect(!reader.effects.contains { if case .why = $0 { true } else { false } })
    }

    @Test func `n goes on to the next result that has a match, and N back to the last one of the result before`() throws
    {
        var reader = reader()
        try reader.type("/redmond<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 3), .drawn(id: 2), .drawn(id: 1)])
        func deliver(_ id: ArticleID, _ lines: [String]) {
            let article = Article.drawn(id: id, lines: lines)
            reader.effects = update(&reader.app, .answer(.article(id, article)))
        }
        let many = ["Titolo"] + (1...60).map { $0 % 30 == 0 ? "Redmond \($0)" : "Riga \($0)" }
        deliver(3, many)
        try reader.type("<Enter>")
        #expect(reader.app.screen.reader?.match == 0)
        #expect(reader.app.screen.reader.map { $0.top > 0 } == true)
        try reader.type("nn")
        deliver(2, ["Titolo", "Niente"])
        #expect(reader.list.rows[1].isRead == false)
        deliver(1, many)
        #expect(reader.app.screen.reader?.article.row.id == 1)
        #expect(reader.app.screen.reader?.match == 0)
        #expect(reader.list.rows[2].isRead)
        #expect(reader.list.rows[1].isRead == false)
        try reader.type("N")
        deliver(2, ["Titolo", "Niente"])
        deliver(3, many)
        #expect(reader.app.screen.reader?.article.row.id == 3)
        #expect(reader.app.screen.reader?.match == 1)
        try reader.type("n")
        deliver(2, ["Titolo", "Niente"])
        deliver(1, many)
        try reader.type("nn")
        #expect(reader.notice == "No match further down.")
        #expect(reader.app.screen.reader?.article.row.id == 1)
    }

    @Test func `an unknown company offers the nearest and a search in all texts`() throws {
        var reader = reader()
        try reader.type("/company:micorsoft gas<Enter>")
        let request = try #require(reader.request)
        let meaning = QueryMeaning(query: request.page.query, companies: ["micorsoft": []])
        _ = update(&reader.app, .answer(.meaning(meaning, list: request.list)))
        reader.answer(request, rows: [])
        #expect(reader.list.offers.map(\.text) == ["company:Microsoft gas", "\"micorsoft\" gas"])
        try reader.type("1")
        #expect(reader.list.queryText == "company:Microsoft gas")
        try reader.type("<Esc>2")
        #expect(reader.list.query == .text(TextTerm("micorsoft", .phrase)).and(.text(TextTerm("gas", .word))))
    }

    @Test func `the history is shown, undone in and closed`() throws {
        var reader = reader()
        try reader.type("H")
        #expect(reader.effects == [.loadHistory])
        let change = Change(id: 1, action: .read, count: 35)
        let row = HistoryRow(change: change, at: .testNow, isUndone: false)
        _ = update(&reader.app, .answer(.history([row])))
        try reader.type("u")
        #expect(reader.effects == [.undo])
        let effects = update(&reader.app, .answer(.changed(change, .undone)))
        #expect(effects.contains(.loadHistory))
        try reader.type("<Esc>")
        #expect(reader.app.screen.overlay == nil)
        try reader.type(":history<Enter>")
        #expect(reader.effects.contains(.loadHistory))
    }

    @Test func `text that is pasted into the search makes one search of it`() throws {
        var reader = reader()
        try reader.type("/")
        let effects = update(&reader.app, .terminal(.paste("gas e luce")))
        let queries = effects.compactMap { effect -> Query? in
            guard case .load(let request) = effect else { return nil }
            return request.page.query
        }
        #expect(try queries == [Query.parse("gas e luce*")])
        #expect(try prompt(reader).line == "gas e luce")
    }

    @Test func `Ctrl-N goes forward again after Ctrl-O`() throws {
        var reader = reader()
        try reader.type("/gas<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 7), .drawn(id: 6)])
        try reader.type("/luce<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 2), .drawn(id: 1)])
        try reader.type("j<C-o><C-o>")
        #expect(reader.list.queryText == "")
        try reader.type("<C-n>")
        #expect(reader.list.queryText == "gas")
        try reader.type("<C-n>")
        #expect(reader.list.queryText == "luce")
        #expect(reader.list.cursor == 1)
        try reader.type("<C-n>")
        #expect(reader.notice == "No result after this one.")
    }

    @Test func `on the screens of keys and of changes Enter does nothing, and the slash begins a search`() throws {
        for key in ["H", "?"] {
            var reader = reader()
            try reader.type(key + "<Enter>jkgG<PgDn>")
            #expect(reader.app.screen.overlay != nil)
            try reader.type("/gas")
            #expect(reader.app.screen.overlay == nil)
            #expect(try prompt(reader).line == "gas")
        }
    }

    @Test func `Esc with a key right after it, which a terminal sends as Alt, is both keys`() throws {
        var reader = reader()
        try reader.type("/gas<M-j>")
        #expect(reader.app.screen.prompt == nil)
        #expect(reader.list.queryText == "")
        #expect(reader.list.cursor == 1)
        try reader.type("?<M-m>")
        #expect(reader.app.screen.overlay == nil)
        #expect(reader.effects.contains(.mark(.read, [2])))
        try reader.type("v<M-s>")
        #expect(reader.effects.contains(.mark(.starred, [2])))
    }

    @Test func `Ctrl-C ends every prompt, menu and screen as Esc does`() throws {
        for opening in ["/ga", ":re", "tx", "ahttp", "c", "f", "H", "?", "Sx"] {
            var reader = reader()
            try reader.type(opening + "<C-c>")
            #expect(reader.app.screen.prompt == nil && reader.app.screen.overlay == nil, "\(opening)")
        }
    }
}
