import Library
import Model
import Testing

@Suite struct RereadingTests {
    /// A library whose articles were read with knowledge 1.
    private func library(_ count: Int) throws -> Library {
        let library = try makeLibrary()
        try library.store(
            (1...count).map { item("n\($0) testo", age: Int64($0), outlet: "O", companies: [named("Enel")]) },
            knowledge: 1)
        return library
    }

    /// Reads everything that is stale, a few articles at a time.
    private func reread(
        _ library: Library, _ knowledge: Int64, batch: Int = 3, steps: Int = .max, _ companies: [Appearance]
    ) throws {
        for _ in 0..<steps {
            let stale = try library.staleArticles(knowledge: knowledge, limit: batch)
            guard !stale.isEmpty else { return }
            try library.annotate(stale.map { ($0, Annotation(companies: companies)) }, knowledge: knowledge)
        }
    }

    @Test func `what was read with something else is stale, the newest first`() throws {
        let library = try library(5)
        #expect(try library.staleCount(knowledge: 1) == 0)
        #expect(try library.staleArticles(knowledge: 1, limit: 9).isEmpty)
        #expect(try library.staleCount(knowledge: 2) == 5)
        #expect(try library.staleArticles(knowledge: 2, limit: 2).map(\.id) == [1, 2])
        #expect(try library.staleArticles(knowledge: -2, limit: 2).map(\.text) == ["n1 testo", "n2 testo"])
        try library.store([item("nuovo")], knowledge: 2)
        #expect(try library.staleCount(knowledge: 2) == 5)
    }

    @Test func `articles read again keep state, place and what is followed, and every count is right`() throws {
        let library = try library(10)
        try library.mark(.read, ids: [2, 4])
        try library.mark(.starred, ids: [4])
        try library.follow("Enel", true)
        let before = try library.page(PageRequest(limit: 20)).rows
        try reread(library, 2, [named("Eni", .about)])
        let after = try library.page(PageRequest(limit: 20)).rows
        #expect(after.map(\.companies) == Array(repeating: [named("Eni", .about)], count: 10))
        #expect(after.map(\.slot) == before.map(\.slot))
        #expect(after.map(\.isRead) == before.map(\.isRead))
        #expect(after.map(\.isStarred) == before.map(\.isStarred))
        #expect(try library.company("Eni")?.unread == 8)
        #expect(
            try library.company("Enel")
                == CompanyRow(
                    name: "Enel", isFollowed: true, weeks: Array(repeating: 0, count: 12)))
        #expect(try library.titles("company:eni is:read") == ["n2 testo", "n4 testo"])
        #expect(try library.check() == [])
        #expect(try library.undo()?.action == .followed)
        #expect(try library.undo()?.action == .starred)
    }

    @Test func `what is read again the same changes nothing`() throws {
        let library = try library(2)
        let stale = try library.staleArticles(knowledge: 2, limit: 9)
        let changed = try library.annotate(stale.map { ($0, Annotation(companies: [named("Enel")])) }, knowledge: 2)
        #expect(changed == [])
        #expect(try library.staleCount(knowledge: 2) == 0)
    }

    @Test func `an article that was stored anew meanwhile is left as it is`() throws {
        let library = try library(2)
        let stale = try library.staleArticles(knowledge: 2, limit: 9)
        try library.store([item("altro", file: "n1 testo.txt", companies: [named("Ford")])], knowledge: 2)
        #expect(
            try library.annotate(stale.map { ($0, Annotation(companies: [named("Eni")])) }, knowledge: 2) == [2])
        #expect(try library.titles("company:ford") == ["altro"])
        #expect(try library.check() == [])
    }

    @Test func `an end in the middle is no harm: the next program goes on where it stopped`() throws {
        try withFolder { folder in
            let path = folder + "/l"
            try openLibrary(path).store((1...10).map { item("n\($0)", age: Int64($0)) }, knowledge: 1)
            try reread(openLibrary(path), 2, steps: 2, [named("Eni")])
            let again = try openLibrary(path)
            #expect(try again.staleCount(knowledge: 2) == 4)
            #expect(try again.staleArticles(knowledge: 2, limit: 1).map(\.text) == ["n7"])
            #expect(try again.check() == [])
            try reread(again, 2, [named("Eni")])
            #expect(try again.company("Eni")?.articles == 10)
            #expect(try again.check() == [])
        }
    }

    @Test func `articles out of a correction's reach need not be read again`() throws {
        let library = try makeLibrary()
        try library.store(
            [
                item("La Vale sale"), item("Val di Susa"), item("Niente", companies: [named("Ford")]),
                item("Altro", companies: [named("Enel")]),
            ], knowledge: 1)
        let log = [Correction("Vale", .notAName), Correction("Ford", .sameAs(from: "Ford", to: "Eni"))]
        let reach = Corrections.reach(from: [], to: log)
        #expect(try library.count(within: reach) == 2)
        let slot = try #require(try library.renumber(from: 1, to: 2, outside: reach, after: .min, limit: 3))
        #expect(try library.staleCount(knowledge: 2) == 3)
        #expect(try library.renumber(from: 1, to: 2, outside: reach, after: slot, limit: 3) == nil)
        #expect(try library.staleArticles(knowledge: 2, limit: 9).map(\.text).sorted() == ["La Vale sale", "Niente"])
        let marks = Corrections.reach(from: [], to: [Correction("!?", .notAName)])
        #expect(try library.count(within: marks) == 4)
        #expect(try library.renumber(from: 2, to: 3, outside: marks, after: .min, limit: 10) == nil)
        #expect(try library.staleCount(knowledge: 2) == 2)
    }

    @Test func `storing an unchanged article again notes with what it was read`() throws {
        let library = try library(1)
        try library.store([item("n1 testo", age: 1, outlet: "O", companies: [named("Enel")])], knowledge: 2)
        #expect(try library.staleCount(knowledge: 2) == 0)
    }
}
