import Library
import Model
import Testing

@Suite struct ChangeTests {
    private func library(_ count: Int = 4) throws -> Library {
        let library = try makeLibrary()
        try library.store((1...count).map { item("n\($0)", age: Int64($0), outlet: "O", companies: [named("Enel")]) })
        return library
    }

    @Test func `a mark says what it changed, and nothing when nothing changed`() throws {
        let library = try library()
        #expect(try library.mark(.read, ids: [2]) == Change(id: 1, action: .read, count: 1, subject: "n2"))
        #expect(try library.mark(.read, ids: [2, 99]) == nil)
        #expect(try library.mark(.read, ids: [1, 2, 3, 3]) == Change(id: 2, action: .read, count: 2))
        #expect(try library.mark(.starred, ids: []) == nil)
        #expect(try library.count(.everything) == Count(total: 4, unread: 1))
        #expect(try library.count(.company("enel", atLeast: .passing)).unread == 1)
    }

    @Test func `marking all and undoing restores exactly what was`() throws {
        let library = try library(50)
        try library.mark(.read, ids: [3, 7, 20])
        let before = try library.page(PageRequest(limit: 100)).rows
        #expect(try library.mark(.read, matching: .everything)?.count == 47)
        #expect(try library.count(.state(.unread)).total == 0)
        #expect(try library.check() == [])
        #expect(try library.undo()?.count == 47)
        #expect(try library.page(PageRequest(limit: 100)).rows == before)
        #expect(try library.check() == [])
        #expect(try library.redo()?.count == 47)
        #expect(try library.count(.state(.read)).total == 50)
        #expect(try library.check() == [])
    }

    @Test(arguments: [Change.Action.read, .unread, .starred, .unstarred])
    func `marking most of a large library and undoing restores exactly what was`(action: Change.Action) throws {
        let library = try library(1300)
        try library.mark(.read, ids: Array(100...250))
        try library.mark(.starred, ids: Array(200...300))
        let before = try library.page(PageRequest(limit: 2000)).rows
        let most = try library.mark(action, matching: Query.parse("-n7"))
        #expect(try library.check() == [])
        let all = try library.mark(action, matching: .everything)
        let isStar = action == .starred || action == .unstarred
        let changed = isStar ? (action == .starred ? 1199 : 101) : (action == .read ? 1149 : 151)
        #expect((most?.count ?? 0) + (all?.count ?? 0) == changed)
        #expect(try library.check() == [])
        #expect(
            try library.count(Query.parse("is:\(isStar ? "starred" : "unread")")).total
                == (action == .starred || action == .unread ? 1300 : 0))
        try library.undo()
        if all != nil { try library.undo() }
        #expect(try library.page(PageRequest(limit: 2000)).rows == before)
        #expect(try library.check() == [])
    }

    @Test func `what a key asks for does not go through the articles`() throws {
        let library = try library(3000)
        let steps: [(String, () throws -> Void)] = [
            ("a mark", { try library.mark(.read, ids: [5]) }), ("undo", { try library.undo() }),
            ("redo", { try library.redo() }), ("a star", { try library.mark(.starred, ids: [9]) }),
            ("the first page", { _ = try library.page(PageRequest(limit: 50)) }),
            ("a company", { _ = try library.page(PageRequest(query: Query.parse("company:enel"), limit: 50)) }),
            ("counts", { _ = try [library.count(.everything), library.count(Query.parse("company:enel"))] }),
            (
                "the left pane",
                { _ = (try library.companies(limit: 500), try library.outlets(), try library.sources()) }
            ),
            ("an article", { _ = try library.article(7) }), ("the history", { _ = try library.history(limit: 50) }),
        ]
        for (name, step) in steps {
            // Pages go along a key, which SQLite counts as well.
            #expect(try library.scannedRows(while: step) <= 60, "\(name)")
        }
    }

    @Test func `a mark of a query changes what matches alone`() throws {
        let library = try library()
        #expect(try library.mark(.starred, matching: Query.parse("n1 OR n3"))?.count == 2)
        #expect(try library.titles("is:starred") == ["n1", "n3"])
        #expect(try library.mark(.unstarred, matching: Query.parse("is:starred n1"))?.subject == "n1")
        #expect(try library.mark(.read, matching: Query.parse("👍")) == nil)
    }

    @Test func `marking all of a list includes what has changed since it was built`() throws {
        let library = try library()
        let built = try library.journalNumber()
        try library.mark(.read, ids: [1, 2])
        try library.mark(.unread, ids: [2])
        #expect(try library.mark(.starred, matching: .state(.unread), builtAt: built)?.count == 4)
    }

    @Test func `undo goes back step by step, and redo forward`() throws {
        let library = try library()
        #expect(try library.undo() == nil)
        try library.mark(.read, ids: [1])
        try library.mark(.starred, ids: [2])
        try library.follow("Enel", true)
        #expect(try library.undo() == Change(id: 3, action: .followed, count: 1, subject: "Enel"))
        #expect(try library.undo()?.action == .starred)
        #expect(try library.lastChange()?.action == .read)
        #expect(try library.undo()?.action == .read)
        #expect(try library.undo() == nil)
        #expect(try library.redo()?.action == .read)
        #expect(try library.redo()?.action == .starred)
        #expect(try library.redo()?.action == .followed)
        #expect(try library.redo() == nil)
        #expect(try library.company("Enel")?.isFollowed == true)
    }

    @Test func `a new change ends what could be redone`() throws {
        let library = try library()
        try library.mark(.read, ids: [1])
        try library.undo()
        try library.mark(.starred, ids: [1])
        #expect(try library.redo() == nil)
        #expect(try library.undo()?.action == .starred)
        #expect(try library.undo() == nil)
        #expect(try library.history(limit: 9).map(\.change.action) == [.starred, .read])
        #expect(try library.history(limit: 9).map(\.isUndone) == [true, true])
        #expect(try library.history(limit: 1).map(\.at) == [noon])
    }

    @Test func `an undo leaves alone what has changed otherwise since`() throws {
        let library = try library()
        try library.mark(.read, ids: [1, 2])
        try library.mark(.unread, ids: [1])
        try library.undo()
        try library.undo()
        #expect(try library.count(.state(.unread)).total == 4)
        #expect(try library.check() == [])
    }

    @Test func `undo finds an article that has moved in time`() throws {
        let library = try library()
        try library.mark(.read, ids: [1])
        try library.store([item("n1", age: 500, outlet: "O", companies: [named("Enel")])])
        #expect(try library.titles("is:read") == ["n1"])
        #expect(try library.undo()?.count == 1)
        #expect(try library.count(.state(.read)).total == 0)
        #expect(try library.check() == [])
    }

    @Test func `companies that are followed come first`() throws {
        let library = try makeLibrary()
        try library.store([
            item("a", companies: [named("Enel"), named("Eni")]), item("b", companies: [named("Eni")]),
            item("c", age: 8 * 1440, companies: [named("Fiat")]),
        ])
        #expect(try library.companies().map(\.name) == ["Eni", "Enel", "Fiat"])
        #expect(try library.follow("Fiat", true)?.subject == "Fiat")
        #expect(try library.follow("Fiat", true) == nil)
        try library.follow("Nuova", true)
        let rows = try library.companies(limit: 3)
        #expect(rows.map(\.name) == ["Fiat", "Nuova", "Eni"])
        #expect(rows[0].weeks == [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0])
        #expect(rows[2].weeks.last == 2)
        #expect(try library.companies(named: ["Enel", "x"]).map(\.name) == ["Enel"])
        #expect(try library.companyNames { $0.name } == ["Enel", "Eni", "Fiat", "Nuova"])
        #expect(try library.company("x") == nil)
    }

    @Test func `outlets count their articles`() throws {
        let library = try makeLibrary()
        try library.store([
            item("a", outlet: "B"), item("b", outlet: "A"), item("c", outlet: "A"), item("d", outlet: ""),
        ])
        try library.mark(.read, ids: [2, 3])
        #expect(
            try library.outlets() == [
                SourceRow(name: "B", unread: 1, articles: 1), SourceRow(name: "A", unread: 0, articles: 2),
            ])
    }
}
