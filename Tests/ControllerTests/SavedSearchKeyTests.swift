import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct SavedSearchKeyTests {
    private static let searches = [
        SavedSearch(name: "chips", text: "tpu OR nvidia"), SavedSearch(name: "solo eni", text: "company:eni sort:rank"),
        SavedSearch(name: "due", text: "search:chips is:unread"), SavedSearch(name: "rotta", text: "search:nessuna"),
    ]

    /// A reader with saved searches; the cursor of the left pane stands on one of them where `down` is not 0.
    private func reader(down: Int = 0) throws -> Reader {
        var reader = Reader(articles: 30)
        _ = update(&reader.app, .answer(.companies(Count(total: 30, unread: 9), [], hidden: 0, [], outlets: [])))
        _ = update(&reader.app, .answer(.searches(SavedSearchKeyTests.searches)))
        if down > 0 { try reader.type("h" + String(repeating: "j", count: down)) }
        return reader
    }

    private func menu(_ reader: Reader) -> MenuState? {
        if case .menu(let menu) = reader.app.screen.overlay { menu } else { nil }
    }

    @Test func `S saves the search at hand under a name`() throws {
        var reader = try reader()
        try reader.type("/company:enel<Enter>S")
        #expect(reader.app.screen.prompt?.sign == "Save search as: ")
        try reader.type("enel e altro<Enter>".replacing(" ", with: "<Space>"))
        #expect(reader.effects == [.arrange(.save("enel e altro", .company("enel", atLeast: .passing)))])
        #expect(reader.app.screen.prompt == nil)
    }

    @Test func `S on a search that is saved already offers its name, and Esc saves nothing`() throws {
        var reader = try reader()
        try reader.type("/tpu<Space>OR<Space>nvidia<Enter>S")
        #expect(reader.app.screen.prompt?.line == "chips")
        try reader.type("<Esc>")
        #expect(reader.effects.allSatisfy { if case .arrange = $0 { false } else { true } })
        #expect(reader.app.screen.prompt == nil)
    }

    @Test func `S on all articles says that there is no search`() throws {
        var reader = try reader()
        try reader.type("S")
        #expect(reader.notice == "There is no search to be saved here; / searches.")
    }

    @Test func `Enter lists a saved search, whose words are marked, with those it asks for in it`() throws {
        var reader = try reader(down: 3)
        try reader.type("<Enter>")
        #expect(try reader.request?.page.query == Query.parse("(tpu OR nvidia) is:unread"))
        #expect(reader.list.queryText == "search:due")
        var other = try self.reader(down: 2)
        try other.type("<Enter>")
        #expect(other.request?.page.query.order == .rank)
        #expect(other.list.queryText == "search:\"solo eni\"")
        try other.type("S")
        #expect(other.app.screen.prompt?.line == "solo eni")
    }

    @Test func `a saved search that asks for one that there is not says so, and the list stays`() throws {
        var reader = try reader(down: 4)
        try reader.type("<Enter>")
        #expect(reader.notice == "There is no saved search “nessuna”.")
        #expect(reader.list.queryText == "")
        try reader.type("<Esc>/search:chip")
        #expect(reader.app.screen.prompt?.complaint?.text.contains("the name of a saved search") == true)
        #expect(reader.app.screen.prompt?.complaint?.column == 7)
        try reader.type("s")
        #expect(reader.app.screen.prompt?.complaint == nil)
        #expect(try reader.request?.page.query == Query.parse("tpu OR nvidia"))
    }

    @Test func `a saved search is renamed, rewritten, moved and removed`() throws {
        var reader = try reader(down: 1)
        try reader.type("e")
        #expect(menu(reader)?.title == "chips")
        try reader.type("n<C-u>semi<Enter>")
        #expect(reader.effects == [.arrange(.rename("chips", to: "semi"))])
        try reader.type("ee<C-u>tpu<Space>)<Enter>")
        #expect(reader.app.screen.prompt?.complaint?.column == 4)
        try reader.type("<BS><BS><Enter>")
        #expect(reader.effects == [.arrange(.save("chips", .text(TextTerm("tpu", .word))))])
        try reader.type("}")
        #expect(reader.effects == [.arrange(.move("chips", by: 1))])
        try reader.type("eu")
        #expect(reader.effects == [.arrange(.move("chips", by: -1))])
        try reader.type("x")
        #expect(reader.effects == [.arrange(.remove("chips"))])
    }

    @Test func `the cursor stays on its search when it moves or takes another name`() throws {
        var reader = try reader(down: 1)
        var searches = SavedSearchKeyTests.searches
        searches.swapAt(0, 1)
        _ = update(&reader.app, .answer(.searches(searches)))
        #expect(reader.app.screen.companies.cursor == 2)
        searches[1].name = "semi"
        _ = update(&reader.app, .answer(.searches(searches)))
        #expect(reader.app.screen.companies.cursor == 2)
        _ = update(&reader.app, .answer(.searches([])))
        #expect(reader.app.screen.companies.cursor == 0)
    }

    @Test func `counts stay until they are counted again`() throws {
        var reader = try reader()
        _ = update(&reader.app, .answer(.searchCounts(["chips": 3, "due": 0])))
        _ = update(&reader.app, .answer(.searches(SavedSearchKeyTests.searches)))
        #expect(reader.app.screen.companies.searches.map(\.unread) == [3, nil, 0, nil])
        let change = Change(id: 4, action: .arranged, count: 2, subject: "Search “chips” removed")
        let effects = update(&reader.app, .answer(.changed(change, .made)))
        #expect(reader.notice == "Search “chips” removed. u undoes.")
        #expect(effects == [.loadCompanies])
    }
}
