import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct FindingKeyTests {
    @Test func `results come while typing and Esc restores the list`() throws {
        var reader = Reader(articles: 10)
        try reader.type("jjj/eni")
        #expect(reader.request?.page.query == .text(TextTerm("eni", .prefix)))
        reader.answer(try #require(reader.request), rows: [.drawn(id: 7)])
        #expect(reader.list.rows.map(\.id) == [7])
        try reader.type("<Esc>")
        #expect(reader.list.rows.count == 10)
        #expect(reader.list.cursor == 3)
        #expect(reader.app.screen.prompt == nil)
    }

    @Test func `Enter keeps the result, and Esc then goes back to the list before`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/eni<Enter>")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 7)])
        #expect(reader.list.queryText == "eni")
        try reader.type("<Esc>")
        #expect(reader.list.queryText == "")
        #expect(reader.list.rows.count == 10)
    }

    @Test func `a wrong query keeps the last good result and points at the column`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/eni")
        reader.answer(try #require(reader.request), rows: [.drawn(id: 7)])
        try reader.type(" is:rosso")
        #expect(reader.list.rows.map(\.id) == [7])
        let complaint = try #require(reader.app.screen.prompt?.complaint)
        #expect(complaint.column == 7)
        try reader.type("<Enter>")
        #expect(reader.app.screen.prompt != nil)
    }

    @Test func `a wrong query after one without results shows the list before the search`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/is")
        reader.answer(try #require(reader.request), rows: [])
        #expect(reader.list.rows.isEmpty)
        try reader.type(":rosso")
        #expect(reader.list.rows.count == 10)
        #expect(reader.app.screen.prompt?.complaint != nil)
    }

    @Test func `the last word is open while it is typed and whole with Enter`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/gas unicre")
        let gas = Query.text(TextTerm("gas", .word))
        #expect(reader.request?.page.query == gas.and(.text(TextTerm("unicre", .prefix))))
        try reader.type("<Enter>")
        #expect(reader.request?.page.query == gas.and(.text(TextTerm("unicre", .word))))
        #expect(reader.list.queryText == "gas unicre")
    }

    @Test func `a filter after OR filters both sides`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/enel OR ferrari<Enter>fe")
        #expect(reader.list.queryText == "(enel OR ferrari) lang:en")
        try reader.type("fe")
        #expect(reader.list.queryText == "(enel OR ferrari)")
    }

    @Test func `keys of articles mean none in the companies pane, and A means the chosen company`() throws {
        var reader = Reader(articles: 10)
        let eni = CompanyRow(name: "Eni", unread: 3, articles: 5)
        _ = update(&reader.app, .answer(.companies(Count(total: 10, unread: 10), [eni], hidden: 0, [], outlets: [])))
        try reader.type("hm")
        #expect(reader.effects == [])
        #expect(reader.notice == "No article is chosen here.")
        try reader.type("jA")
        #expect(reader.effects == [.markAll(.read, .company("Eni", atLeast: .passing), builtAt: nil)])
    }

    @Test func `Up brings the last search back`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/eni<Enter>/<Up>")
        #expect(reader.app.screen.prompt?.line == "eni")
        try reader.type("<Down>")
        #expect(reader.app.screen.prompt?.line == "")
    }

    @Test func `a search in a company's list is left in two steps`() throws {
        var reader = Reader(articles: 10)
        try reader.type("*/gas<Enter>")
        #expect(reader.list.queryText == "gas")
        try reader.type("<Esc>")
        #expect(reader.list.queryText == "company:Eni")
        try reader.type("q")
        #expect(reader.list.queryText == "")
    }

    @Test func `the picker asks for names, ranks while typing and lists the chosen company`() throws {
        var reader = Reader(articles: 10)
        try reader.type("c")
        #expect(reader.effects == [.loadNames])
        let names = [
            NamedCompany(row: CompanyRow(name: "Microsoft", articles: 3), names: ["Microsoft", "MSFT"]),
            NamedCompany(row: CompanyRow(name: "OpenAI", articles: 9), names: ["OpenAI", "ChatGPT"]),
        ]
        _ = update(&reader.app, .answer(.names(names)))
        try reader.type("msft<Enter>")
        #expect(reader.list.query == .company("Microsoft", atLeast: .passing))
        #expect(reader.app.screen.overlay == nil)
    }

    @Test func `a company typed before the names have come is picked when they do`() throws {
        var reader = Reader(articles: 10)
        try reader.type("cmsft<Enter>")
        #expect(reader.app.screen.overlay != nil)
        let names = [NamedCompany(row: CompanyRow(name: "Microsoft", articles: 3), names: ["Microsoft", "MSFT"])]
        _ = update(&reader.app, .answer(.names(names)))
        #expect(reader.app.screen.overlay == nil)
        #expect(reader.list.query == .company("Microsoft", atLeast: .passing))
    }

    @Test func `the filter menu adds a term and takes it away`() throws {
        var reader = Reader(articles: 10)
        try reader.type("fu")
        #expect(reader.list.query == .state(.unread))
        try reader.type("fi")
        #expect(reader.list.queryText == "is:unread lang:it")
        try reader.type("fu")
        #expect(reader.list.queryText == "lang:it")
        try reader.type("fx")
        #expect(reader.list.query == .everything)
    }

    @Test func `w follows the company of the chosen row`() throws {
        var reader = Reader(articles: 10)
        try reader.type("w")
        #expect(reader.effects == [.toggleFollow("Eni")])
        _ = update(&reader.app, .answer(.changed(Change(id: 1, action: .followed, count: 1, subject: "Eni"), .made)))
        #expect(reader.notice == "Following Eni. u undoes.")
    }

    @Test func `a chosen source lists its articles`() throws {
        var reader = Reader(articles: 10)
        let sources = [SourceRow(name: "Il Telaio", unread: 3, articles: 4)]
        _ = update(&reader.app, .answer(.companies(Count(total: 10, unread: 10), [], hidden: 0, [], outlets: sources)))
        try reader.type("hj<Enter>")
        #expect(reader.list.query == .source("Il Telaio"))
        #expect(reader.app.screen.focus == .articles)
    }

    @Test func `commands are completed, run and complained about`() throws {
        var reader = Reader(articles: 10)
        try reader.type(":toggle-s<Tab><Enter>")
        #expect(reader.effects.contains(.mark(.starred, [1])))
        try reader.type(":rubbish<Enter>")
        #expect(reader.app.screen.prompt?.complaint?.text.contains("rubbish") == true)
        try reader.type("<C-u>7<Enter>")
        #expect(reader.list.cursor == 6)
        try reader.type(":company Enel<Enter>")
        #expect(reader.list.query == .company("Enel", atLeast: .passing))
    }

    @Test func `every action has a command name and a place in help`() {
        let help = KeyMap.standard.help.lines
        for action in Action.allCases {
            #expect(help.contains { if case .keys(_, action.summary) = $0 { true } else { false } }, "\(action)")
        }
    }

    @Test func `no two actions share a key where both are meant, and no key is the beginning of another`() {
        // `e` edits a source in the left pane and corrects an entity while reading.
        let bindings = KeyMap.standard.bindings.filter { $0.action != .editSource }
        for binding in bindings {
            let rivals = bindings.filter { $0.keys.starts(with: binding.keys) }
            #expect(rivals.count == 1, "\(rivals)")
        }
    }

    @Test func `pasted text goes into the prompt as one line`() throws {
        var reader = Reader(articles: 10)
        try reader.type("/")
        _ = update(&reader.app, .terminal(.paste("eni\nenel")))
        #expect(reader.app.screen.prompt?.line == "eni enel")
    }

    @Test func `a paste outside a prompt presses no keys`() {
        var reader = Reader(articles: 10)
        #expect(update(&reader.app, .terminal(.paste("qA"))) == [])
        #expect(reader.app.screen.focus == .articles)
    }

}
