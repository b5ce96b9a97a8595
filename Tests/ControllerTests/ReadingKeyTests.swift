import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct ReadingKeyTests {
    /// A reader with the chosen article open.
    private func reading(_ script: String = "", read: Set<ArticleID> = [], width: Int = 160) throws -> Reader {
        var reader = Reader(articles: 10, width: width, read: read)
        reader.deliverArticles()
        try reader.type(script + "<Enter>")
        reader.deliverArticles()
        return reader
    }

    @Test func `Enter opens the chosen article and marks it read`() throws {
        let reader = try reading()
        #expect(reader.app.screen.focus == .reader)
        #expect(reader.app.screen.reader?.article.row.id == 1)
        #expect(reader.effects.contains(.mark(.read, [1])))
        #expect(reader.list.rows[0].isRead)
    }

    @Test func `rows that were read before a mark was stored do not take it back`() throws {
        var reader = Reader(articles: 5, total: 200)
        let rows = reader.list.rows
        var refresh = try #require(reader.request)
        refresh.purpose = .refresh
        try reader.type("<Enter>")
        reader.deliverArticles()
        #expect(reader.effects.contains(.mark(.read, [1])))
        reader.answer(refresh, rows: rows, total: 200)
        #expect(reader.list.rows.first?.isRead == true)
        #expect(reader.list.count?.unread == 4)
        let change = Change(id: 1, action: .read, count: 1)
        _ = update(&reader.app, .answer(.changed(change, .made)))
        reader.answer(refresh, rows: rows, total: 200)
        #expect(reader.list.rows.first?.isRead == false, "what is stored later is the library's word")
    }

    @Test func `an article that was read is not marked again`() throws {
        let reader = try reading(read: [1])
        #expect(!reader.effects.contains(.mark(.read, [1])))
    }

    @Test func `choosing a row shows its article without marking it`() throws {
        var reader = Reader(articles: 5)
        try reader.type("j")
        #expect(reader.effects.contains(.fetch(2)))
        reader.deliverArticles()
        #expect(reader.app.screen.reader?.article.row.id == 2)
        #expect(reader.list.rows[1].isRead == false)
        #expect(!reader.effects.contains(.mark(.read, [2])))
    }

    @Test func `an article that comes too late is not shown in place of the chosen one`() throws {
        var reader = Reader(articles: 5)
        try reader.type("j")
        let late = reader.effects
        try reader.type("j")
        reader.deliverArticles()
        reader.effects = late
        reader.deliverArticles()
        #expect(reader.app.screen.reader?.article.row.id == 3)
    }

    @Test func `Space pages down and at the end opens the next unread article`() throws {
        var reader = try reading(read: [2])
        try reader.type("<Space>")
        #expect((reader.app.screen.reader?.top ?? 0) > 10)
        try reader.type("G<Space>")
        reader.deliverArticles()
        #expect(reader.app.screen.reader?.article.row.id == 3)
        #expect(reader.app.screen.reader?.top == 0)
        #expect(reader.effects.contains(.mark(.read, [3])))
    }

    @Test func `J and K follow the list from which the article was opened`() throws {
        var reader = try reading("jj")
        try reader.type("J")
        reader.deliverArticles()
        #expect(reader.app.screen.reader?.article.row.id == 4)
        #expect(reader.list.cursor == 3)
        try reader.type("KK")
        reader.deliverArticles()
        #expect(reader.app.screen.reader?.article.row.id == 2)
    }

    @Test func `J at the end of the list says so`() throws {
        var reader = try reading("G")
        try reader.type("J")
        #expect(reader.notice == "This is the last article of the list.")
    }

    @Test func `q and Esc go back to the row from which the article was opened`() throws {
        for key in ["q", "<Esc>"] {
            var reader = try reading("jjj")
            try reader.type(key)
            #expect(reader.app.screen.focus == .articles)
            #expect(reader.list.cursor == 3)
            #expect(!reader.effects.contains(.quit))
        }
    }

    @Test func `q in the first list quits`() throws {
        var reader = Reader()
        try reader.type("q")
        #expect(reader.effects == [.quit])
    }

    @Test func `m while reading marks the article unread again`() throws {
        var reader = try reading()
        try reader.type("m")
        #expect(reader.effects.contains(.mark(.unread, [1])))
    }

    @Test func `entities are walked with brackets, and the star lists the company's articles`() throws {
        var reader = try reading()
        try reader.type("]")
        #expect(reader.app.screen.reader?.explanation == "Eni · company")
        try reader.type("*")
        #expect(reader.list.queryText == "company:Eni")
        #expect(reader.request?.page.query == .company("Eni", atLeast: .passing))
        try reader.type("<Esc>")
        #expect(reader.list.queryText == "")
        #expect(reader.list.rows.count == 10)
        #expect(reader.app.screen.focus == .reader)
        #expect(reader.app.screen.reader?.explanation == "Eni · company")
    }

    @Test func `the article pane shows the state that keys give the article`() throws {
        var reader = try reading()
        try reader.type("s")
        #expect(reader.app.screen.reader?.article.row.isStarred == true)
        try reader.type("m")
        #expect(reader.app.screen.reader?.article.row.isRead == false)
    }

    @Test func `Enter on an entity opens its company`() throws {
        var reader = try reading()
        try reader.type("]<Enter>")
        #expect(reader.list.queryText == "company:Eni")
    }

    @Test func `an entity without a company says that it leads to none`() throws {
        var reader = try reading()
        try reader.type("]]*")
        #expect(reader.notice == "Redmond · place: leads to no company.")
    }

    @Test func `z gives the article the whole width, and back`() throws {
        var reader = try reading()
        try reader.type("z")
        #expect(reader.app.screen.layout.articles == nil)
        try reader.type("z")
        #expect(reader.app.screen.layout.articles != nil)
    }

    @Test func `y copies the address and o opens it`() throws {
        var reader = try reading()
        try reader.type("yo")
        #expect(reader.effects == [.copy("https://example.com/1"), .browse("https://example.com/1")])
    }

    @Test func `in a narrow terminal an opened article takes the screen`() throws {
        let reader = try reading(width: 60)
        #expect(reader.app.screen.layout.reader != nil)
        #expect(reader.app.screen.layout.articles == nil)
    }

    @Test func `an article that is gone is said to be`() throws {
        var reader = Reader(articles: 3)
        try reader.type("<Enter>")
        _ = update(&reader.app, .answer(.article(1, nil)))
        #expect(reader.notice == "This article is no longer in the library.")
        #expect(reader.app.screen.focus == .articles)
    }
}
