import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct CorrectingKeyTests {
    /// A reader on an article, its first entity (`Eni`, a company) chosen.
    private func reading() throws -> Reader {
        var reader = Reader(articles: 5)
        try reader.type("<Enter>")
        reader.deliverArticles()
        try reader.type("]")
        return reader
    }

    private func menu(_ reader: Reader) throws -> MenuState {
        guard case .menu(let menu) = reader.app.screen.overlay else {
            throw Missing()
        }
        return menu
    }

    private struct Missing: Error {}

    @Test func `e on an entity shows what can be said of it`() throws {
        var reader = try reading()
        try reader.type("e")
        let menu = try menu(reader)
        #expect(menu.title == "“Eni”")
        #expect(
            menu.items.map(\.text) == [
                "not a company", "is a person", "is a place", "is a product", "is an organisation", "means company …",
                "Eni is the same as …", "new company",
            ])
        try reader.type("<Esc>")
        #expect(reader.app.screen.overlay == nil)
        try reader.type("]e")
        #expect(try self.menu(reader).title == "“Redmond”")
        #expect(try self.menu(reader).items.first { $0.isOn }?.text == "is a place")
        #expect(try self.menu(reader).items.contains { $0.text.contains("same as") } == false)
    }

    @Test func `without an entity e says how to choose one`() throws {
        var reader = Reader(articles: 5)
        try reader.type("e")
        #expect(reader.notice == "Correct which entity? While reading, ] chooses one.")
        #expect(reader.app.screen.overlay == nil)
    }

    @Test(arguments: [
        ("n", Correction.Verdict.notAName), ("p", .kind(.person)), ("l", .kind(.place)), ("r", .kind(.product)),
        ("o", .kind(.organization)), ("c", .newCompany("Eni")), ("jj<Enter>", .kind(.place)),
    ])
    func `a key of the menu says it`(key: String, verdict: Correction.Verdict) throws {
        var reader = try reading()
        try reader.type("e" + key)
        #expect(reader.effects == [.correct(Correction("Eni", verdict))])
        #expect(reader.app.screen.overlay == nil)
    }

    @Test func `the company meant is picked by any of its names`() throws {
        for (key, verdict) in [
            ("m", Correction.Verdict.means("Microsoft")), ("s", .sameAs(from: "Eni", to: "Microsoft")),
        ] {
            var reader = try reading()
            try reader.type("e" + key + "azu")
            let named = NamedCompany(row: CompanyRow(name: "Microsoft"), names: ["Microsoft", "Azure"])
            _ = update(&reader.app, .answer(.names([named])))
            try reader.type("<Enter>")
            #expect(reader.effects == [.correct(Correction("Eni", verdict))])
            #expect(reader.app.screen.overlay == nil)
            #expect(reader.list.queryText == "")
        }
    }

    @Test func `a company that nobody has is taken as it is typed`() throws {
        var reader = try reading()
        try reader.type("emzanzi<Space>bar")
        _ = update(&reader.app, .answer(.names([NamedCompany(row: CompanyRow(name: "Enel"), names: ["Enel"])])))
        let frame = draw(reader.app.screen)
        #expect((0..<40).contains { frame.text(row: $0).contains("Enter makes it a new one.") })
        try reader.type("<Enter>")
        #expect(reader.effects == [.correct(Correction("Eni", .means("zanzi bar")))])
    }

    @Test func `a picker that is closed corrects nothing, and the next one picks a list again`() throws {
        var reader = try reading()
        try reader.type("em<Esc>c")
        _ = update(&reader.app, .answer(.names([NamedCompany(row: CompanyRow(name: "Enel"), names: ["Enel"])])))
        try reader.type("<Enter>")
        #expect(reader.list.queryText == "company:Enel")
    }

    @Test func `a company is not the same as itself`() throws {
        var reader = try reading()
        try reader.type("es")
        _ = update(&reader.app, .answer(.names([NamedCompany(row: CompanyRow(name: "Eni"), names: ["Eni"])])))
        try reader.type("<Enter>")
        #expect(reader.effects.isEmpty)
        #expect(reader.notice == "Eni is one company already.")
    }

    @Test func `the notice says what changed, how far it goes and how it is undone`() throws {
        var reader = try reading()
        let change = Change(id: 1, action: .corrected, count: 1, subject: "“Eni” is not a name")
        let effects = update(&reader.app, .answer(.corrected(change, .made, reach: 1200)))
        #expect(reader.notice == "“Eni” is not a name; 1,200 articles to read again. u undoes.")
        #expect(effects == [.reread(1), .loadNames])
        _ = update(&reader.app, .answer(.corrected(change, .undone, reach: 1)))
        #expect(reader.notice == "Undone: “Eni” is not a name; 1 article to read again.")
        let withdrawn = Change(id: 2, action: .uncorrected, count: 1, subject: "“Eni” is not a name")
        _ = update(&reader.app, .answer(.corrected(withdrawn, .redone, reach: 2)))
        #expect(reader.notice == "Done again: no longer “Eni” is not a name; 2 articles to read again.")
    }

    @Test func `the article is shown anew where it stands, the next entity chosen`() throws {
        var reader = try reading()
        try reader.type("]]]]")
        let before = try #require(reader.app.screen.reader)
        let place = try #require(before.mention).range.lowerBound
        var article = before.article
        article.mentions.removeAll { $0.kind == .company }
        article.companies = []
        _ = update(&reader.app, .answer(.reread(1, article)))
        let after = try #require(reader.app.screen.reader)
        #expect(after.top == before.top || after.top + 1 == before.top)
        #expect(after.isOpen)
        let next = try #require(after.mention)
        #expect(next.range.upperBound > place && next.kind == .place)
    }

    @Test func `progress stands in the bottom line, and what changed is asked for anew`() throws {
        var reader = try reading()
        let progress = RereadingProgress(done: 1200, total: 9800)
        var effects = update(&reader.app, .answer(.rereading(progress, changed: [])))
        #expect(effects.isEmpty)
        #expect(draw(reader.app.screen).text(row: 39).contains("re-reading 1,200/9,800"))
        effects = update(&reader.app, .answer(.rereading(nil, changed: [1, 7])))
        #expect(effects.contains(.refetch(1)))
        #expect(effects.contains(.loadCompanies))
        #expect(!draw(reader.app.screen).text(row: 39).contains("re-reading"))
    }
}
