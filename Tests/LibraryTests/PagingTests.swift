import Library
import Model
import Testing

@Suite struct PagingTests {
    /// Twenty articles, `n0` the newest; even ones of Enel, every third one of Eni.
    private func twenty(resolve: @escaping @Sendable (String) -> [String] = { [$0] }) throws -> Library {
        let library = try makeLibrary(resolve: resolve)
        try library.store(
            (0..<20).map { number in
                let companies = (number % 2 == 0 ? [named("Enel")] : []) + (number % 3 == 0 ? [named("Eni")] : [])
                return item("n\(number)", age: Int64(number), outlet: "O\(number % 2)", companies: companies)
            })
        return library
    }

    private func titles(_ numbers: some Sequence<Int>) -> [String] { numbers.map { "n\($0)" } }

    @Test(arguments: ["", "company:enel OR company:eni OR n*", "n*", "is:unread", "-is:read n*", "lang:it OR n*"])
    func `windows of a list meet without gap or overlap`(query: String) throws {
        let library = try twenty()
        let query = try Query.parse(query)
        let first = try library.page(PageRequest(query: query, limit: 7))
        #expect(first.rows.map(\.title) == titles(0..<7))
        #expect((first.hasNewer, first.hasOlder) == (false, true))
        let second = try library.page(PageRequest(query: query, anchor: .olderThan(first.rows[6].slot), limit: 13))
        #expect(second.rows.map(\.title) == titles(7..<20))
        #expect((second.hasNewer, second.hasOlder) == (true, false))
        let back = try library.page(PageRequest(query: query, anchor: .newerThan(second.rows[0].slot), limit: 6))
        #expect(back.rows.map(\.title) == titles(1..<7))
        #expect((back.hasNewer, back.hasOlder) == (true, true))
        let oldest = try library.page(PageRequest(query: query, anchor: .oldest, limit: 20))
        #expect(oldest.rows.map(\.title) == titles(0..<20))
        #expect((oldest.hasNewer, oldest.hasOlder) == (false, false))
    }

    @Test func `a window around an article fills up from the longer side`() throws {
        let library = try twenty()
        let slots = try library.page(PageRequest(limit: 20)).rows.map(\.slot)
        func around(_ place: Int) throws -> Page {
            try library.page(PageRequest(anchor: .around(slots[place]), limit: 6))
        }
        #expect(try around(10).rows.map(\.title) == titles(7..<13))
        #expect(try around(1).rows.map(\.title) == titles(0..<6))
        #expect(try around(19).rows.map(\.title) == titles(14..<20))
        #expect(try (around(19).hasNewer, around(19).hasOlder) == (true, false))
    }

    @Test func `a row's place in its list is the number of newer rows there`() throws {
        let library = try twenty()
        let query = try Query.parse("company:enel")
        let rows = try library.page(PageRequest(query: query, limit: 20)).rows
        for (place, row) in rows.enumerated() {
            #expect(try library.position(of: row.slot, in: query) == place)
        }
    }

    @Test func `the articles of several companies come once each and in order`() throws {
        let library = try makeLibrary(resolve: { $0 == "group" ? ["Enel", "Eni"] : [$0] })
        try library.store(
            (0..<12).map { number in
                item("n\(number)", age: Int64(number), companies: number % 2 == 0 ? [named("Enel"), named("Eni")] : [])
            })
        #expect(try library.titles("company:group") == titles(stride(from: 0, to: 12, by: 2)))
        #expect(try library.count(Query.parse("company:group")) == Count(total: 6, unread: 6))
    }

    @Test func `next and previous follow the list with its filters`() throws {
        let library = try twenty()
        let query = try Query.parse("company:enel company:eni")
        let rows = try library.page(PageRequest(query: query, limit: 20)).rows
        #expect(rows.map(\.title) == ["n0", "n6", "n12", "n18"])
        #expect(try library.neighbour(of: rows[1].slot, .older, in: query)?.title == "n12")
        #expect(try library.neighbour(of: rows[1].slot, .newer, in: query)?.title == "n0")
        #expect(try library.neighbour(of: rows[0].slot, .newer, in: query) == nil)
        try library.mark(.read, ids: [rows[2].id])
        #expect(try library.neighbour(of: rows[1].slot, .older, in: query, unreadOnly: true)?.title == "n18")
    }

    @Test func `an article that is read stays in its list of unread ones until the list is built anew`() throws {
        let library = try twenty()
        let built = try library.journalNumber()
        let query = try Query.parse("is:unread company:enel")
        try library.mark(.read, ids: [1, 3])
        #expect(try library.titles(query, builtAt: built).prefix(3) == ["n0", "n2", "n4"])
        #expect(try library.count(query, builtAt: built) == Count(total: 10, unread: 8))
        #expect(try library.titles(query).first == "n4")
        #expect(try library.titles(.not(query), builtAt: built).contains("n0"))
        #expect(try library.titles("is:unread", builtAt: library.journalNumber()).count == 18)
        try library.undo()
        #expect(try library.titles(query, builtAt: built).count == 10)
    }

    @Test func `a list of read ones keeps what is marked unread, and starred likewise`() throws {
        let library = try twenty()
        try library.mark(.read, ids: [5, 6])
        try library.mark(.starred, ids: [7])
        let built = try library.journalNumber()
        try library.mark(.unread, ids: [5])
        try library.mark(.unstarred, ids: [7])
        #expect(try library.titles("is:read", builtAt: built) == ["n4", "n5"])
        #expect(try library.titles("is:starred", builtAt: built) == ["n6"])
        #expect(try library.titles("is:starred") == [])
    }

    @Test func `the newest page and the next one never sort and never walk all articles`() throws {
        let library = try twenty(resolve: { $0 == "both" ? ["Enel", "Eni"] : [$0] })
        try library.mark(.read, ids: Array(2...20))
        let queries = [
            "", "is:unread", "company:enel", "n1", "company:enel is:unread", "source:o", "company:both lang:it",
            "is:read", "n* lang:it", "since:7d",
        ]
        for text in queries {
            let plan = try library.explain(Query.parse(text)) + library.explain(Query.parse(text), newerThan: 5)
            #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(text): \(plan)")
        }
        #expect(try library.explain(Query.parse("company:enel"))[0].contains("PRIMARY KEY (company=?)"))
        #expect(try library.explain(Query.parse("company:enel"), newerThan: 5)[0].contains("(company=? AND slot>?)"))
        #expect(try library.explain(Query.parse("is:unread"))[0].contains("INDEX stateUnread"))
        #expect(try library.explain(Query.parse("since:7d"), newerThan: 5)[0].contains("PRIMARY KEY (rowid>?"))
    }

    @Test func `companies in the hundreds are a condition and not arms`() throws {
        let names = (0..<300).map { "C\($0)" }
        let library = try makeLibrary(resolve: { _ in names })
        try library.store(names.enumerated().map { item("n\($0)", age: Int64($0), companies: [named($1)]) })
        #expect(try library.titles("company:all") == titles(0..<300))
    }
}
