import Controller
import Model
import Terminal
import TestSupport
import Testing
import Views

struct ListKeyTests {
    @Test func `j and k move one row and stay in the list`() throws {
        var reader = Reader(articles: 3)
        try reader.type("jjjj")
        #expect(reader.list.cursor == 2)
        try reader.type("kkkkk")
        #expect(reader.list.cursor == 0)
    }

    @Test func `gg and G go to the ends, and a lone g changes nothing`() throws {
        var reader = Reader(articles: 20)
        try reader.type("G")
        #expect(reader.list.cursor == 19)
        try reader.type("gg")
        #expect(reader.list.cursor == 0)
        try reader.type("gj")
        #expect(reader.list.cursor == 1)
    }

    @Test func `the end of a list that goes on is fetched`() throws {
        var reader = Reader(articles: 20, total: 5000)
        try reader.type("G")
        let request = try #require(reader.request)
        #expect(request.purpose == .end)
        #expect(request.page.anchor == .oldest)
        reader.answer(request, rows: (4981...5000).map { .drawn(id: $0) }, total: 5000)
        #expect(reader.list.position == "5000/5000")
    }

    @Test func `coming near the end of the rows at hand asks for more, once`() throws {
        var reader = Reader(articles: 200, total: 5000)
        try reader.type("<PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn><PgDn>")
        let loads = reader.effects.filter { if case .load = $0 { true } else { false } }
        #expect(loads.count == 1)
        let request = try #require(reader.request)
        #expect(request.purpose == .older)
        #expect(request.page.anchor == .olderThan(1_000_000 - 200))
        reader.answer(request, rows: (201...400).map { .drawn(id: $0) }, total: 5000)
        #expect(reader.list.rows.count == 400)
    }

    @Test func `m toggles read without moving the cursor or another row`() throws {
        var reader = Reader(articles: 5)
        try reader.type("jm")
        #expect(reader.effects.contains(.mark(.read, [2])))
        #expect(reader.list.rows.map(\.isRead) == [false, true, false, false, false])
        #expect(reader.list.cursor == 1)
        #expect(reader.list.count == Count(total: 5, unread: 4))
        try reader.type("m")
        #expect(reader.effects.contains(.mark(.unread, [2])))
        #expect(reader.list.count == Count(total: 5, unread: 5))
    }

    @Test func `v selects a range that m marks as a whole`() throws {
        var reader = Reader(articles: 5, read: [2])
        try reader.type("vjjm")
        #expect(reader.effects.contains(.mark(.read, [1, 2, 3])))
        #expect(reader.list.rangeStart == nil)
        #expect(reader.list.count?.unread == 2)
    }

    @Test func `Esc ends a selection without leaving the list`() throws {
        var reader = Reader(articles: 5)
        try reader.type("vj<Esc>s")
        #expect(reader.effects.contains(.mark(.starred, [2])))
    }

    @Test func `A asks for the whole view and says how many changed`() throws {
        var reader = Reader(articles: 5)
        try reader.type("A")
        #expect(reader.effects == [.markAll(.read, .everything, builtAt: 0)])
        let change = Change(id: 7, action: .read, count: 5)
        reader.effects = update(&reader.app, .answer(.changed(change, .made)))
        #expect(reader.notice == "5 articles marked read. u undoes.")
        #expect(reader.request?.purpose == .refresh)
    }

    @Test func `u and U say what they did, or that there is nothing`() throws {
        var reader = Reader(articles: 5)
        try reader.type("u")
        #expect(reader.effects == [.undo])
        _ = update(&reader.app, .answer(.changed(Change(id: 7, action: .read, count: 5), .undone)))
        #expect(reader.notice == "Undone: 5 articles marked read.")
        _ = update(&reader.app, .answer(.changed(nil, .redone)))
        #expect(reader.notice == "Nothing to do again.")
    }

    @Test func `n goes to the next unread row, beyond the rows at hand when there is one`() throws {
        var reader = Reader(articles: 6, read: [2, 3, 5, 6])
        try reader.type("n")
        #expect(reader.list.selected?.id == 4)
        try reader.type("n")
        #expect(reader.notice == "No unread article further down.")
        var long = Reader(articles: 6, read: [2, 3, 4, 5, 6], total: 900)
        try long.type("n")
        guard case .findUnread(let request)? = long.effects.last else {
            Issue.record("nothing was looked for: \(long.effects)")
            return
        }
        #expect(request.older && !request.opens)
    }

    @Test func `an answer to a list that is gone is dropped`() throws {
        var reader = Reader(articles: 5)
        try reader.type("/eni")
        let stale = try #require(reader.request)
        try reader.type("<BS>")
        let fresh = try #require(reader.request)
        reader.answer(fresh, rows: [.drawn(id: 8)])
        reader.answer(stale, rows: [.drawn(id: 9)])
        #expect(reader.list.rows.map(\.id) == [8])
    }

    @Test func `resizing keeps the chosen row`() throws {
        var reader = Reader(articles: 30)
        try reader.type("jjjjjjjjjjjj")
        _ = update(&reader.app, .terminal(.resize(Size(width: 40, height: 10))))
        #expect(reader.list.selected?.id == 13)
        #expect(reader.list.top <= 12)
        let frame = draw(reader.app.screen)
        #expect((0..<10).contains { frame.text(row: $0).contains("Titolo numero 13") })
    }
}
