import Library
import Model
import Testing

/// The library against the plainest one, on random changes and random queries.
@Suite struct AgreementTests {
    private static let words = ["enel", "l'Enel", "perché", "banca centrale", "chips", "conti", "«chip»", "ora", "é"]
    private static let names = ["Enel", "Eni", "Café", "Banco BPM"]

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `lists, counts and counters agree after random changes`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let library = try libraryWithSources()
        var slow = SlowLibrary()
        for step in 0..<120 {
            try change(library, &slow, step, &random)
            let query = query(3, &random)
            let expected = slow.titles(query, now: noon)
            #expect(try library.titles(query) == expected, "seed \(seed), step \(step): \(query)")
            let count = try library.count(query)
            #expect(count.total == expected.count, "seed \(seed), step \(step): \(query)")
            #expect(count.unread == slow.matching(query, now: noon).filter { !$0.isRead }.count)
            if step % 10 == 9 { #expect(try library.check() == []) }
        }
        for source in try library.sources() {
            let articles = slow.matching(.from(source.id), now: noon)
            #expect(source.articles == articles.count)
            #expect(source.unread == articles.filter { !$0.isRead }.count)
        }
        for name in Self.names {
            let articles = slow.matching(.company(name, atLeast: .passing), now: noon)
            #expect(try (library.company(name)?.articles ?? 0) == articles.count)
            #expect(try (library.company(name)?.unread ?? 0) == articles.filter { !$0.isRead }.count)
        }
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `a list that was built before marks keeps every row it had`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let library = try libraryWithSources()
        var slow = SlowLibrary()
        for step in 0..<30 { try store(library, &slow, step, &random) }
        for _ in 0..<40 {
            let query = query(3, &random)
            let (built, before) = (try library.journalNumber(), try library.titles(query))
            for _ in 0..<3 { try mark(library, &slow, &random) }
            let kept = Set(try library.titles(query, builtAt: built))
            #expect(kept.isSuperset(of: before), "seed \(seed): \(query)")
        }
    }

    private func libraryWithSources() throws -> Library {
        let library = try makeLibrary()
        for (number, title) in SlowLibrary.titles.enumerated() {
            try library.addSource(Source(kind: .folder, address: "/news/\(number)", title: title))
        }
        return library
    }

    private func change(
        _ library: Library, _ slow: inout SlowLibrary, _ step: Int, _ random: inout Seeded
    ) throws {
        switch Int.random(in: 0..<13, using: &random) {
        case 12:
            let count = Int.random(in: 1...3, using: &random)
            try library.correct((0..<count).map { Correction("n\($0)", .notAName) })
            slow.correct(count)
        case 10, 11: try reread(library, &slow, Int64(step), &random)
        case 0...4: try store(library, &slow, step, &random)
        case 5, 6: try mark(library, &slow, &random)
        case 7:
            let query = query(2, &random)
            let action = action(&random)
            let ids = slow.matching(query, now: noon).map(\.id)
            #expect(try (library.mark(action, matching: query)?.count ?? 0) == slow.mark(action, ids))
        case 8: #expect(try library.undo()?.count == slow.undo())
        default: #expect(try library.redo()?.count == slow.redo())
        }
    }

    private func store(
        _ library: Library, _ slow: inout SlowLibrary, _ step: Int, _ random: inout Seeded
    ) throws {
        var items: [(ParsedArticle, Annotation)] = []
        for part in 0..<Int.random(in: 1...3, using: &random) {
            let number = Int.random(in: 0..<40, using: &random)
            let text = (0..<6).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined(separator: " ")
            items.append(
                item(
                    text, title: "\(step).\(part) \(Self.words.randomElement(using: &random) ?? "")", file: "\(number)",
                    age: Int64(step * 97 + part * 1013 + number * 5003),
                    outlet: ["A", "Bé", nil].randomElement(using: &random) ?? nil,
                    language: ["it", "en", nil].randomElement(using: &random) ?? nil,
                    companies: companies(&random)))
        }
        let source = ([nil, 1, 2] as [SourceID?]).randomElement(using: &random) ?? nil
        try library.store(items, from: source)
        for (article, annotation) in items { slow.store(article, annotation.companies, from: source) }
    }

    /// Some stale articles are read again and turn out to name other companies.
    private func reread(
        _ library: Library, _ slow: inout SlowLibrary, _ knowledge: Int64, _ random: inout Seeded
    ) throws {
        let companies = companies(&random)
        let stale = try library.staleArticles(knowledge: knowledge, limit: Int.random(in: 1...20, using: &random))
        try library.annotate(stale.map { ($0, Annotation(companies: companies)) }, knowledge: knowledge)
        slow.annotate(stale.map(\.id), companies)
    }

    private func companies(_ random: inout Seeded) -> [Appearance] {
        Self.names.filter { _ in Bool.random(using: &random) }.map {
            named($0, Salience.allCases.randomElement(using: &random) ?? .about)
        }
    }

    private func mark(_ library: Library, _ slow: inout SlowLibrary, _ random: inout Seeded) throws {
        let ids = slow.entries.map(\.id).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let action = action(&random)
        #expect(try (library.mark(action, ids: ids)?.count ?? 0) == slow.mark(action, ids))
    }

    private func action(_ random: inout Seeded) -> Change.Action {
        ([.read, .unread, .starred, .unstarred] as [Change.Action]).randomElement(using: &random) ?? .read
    }

    private func query(_ depth: Int, _ random: inout Seeded) -> Query {
        let parts = { (random: inout Seeded) in
            (0..<Int.random(in: 1...3, using: &random)).map { _ in self.query(depth - 1, &random) }
        }
        switch Int.random(in: 0..<(depth > 0 ? 14 : 9), using: &random) {
        case 0, 1, 2:
            let form = ([.word, .prefix, .phrase] as [TextTerm.Form]).randomElement(using: &random) ?? .word
            let word = (Self.words + ["👍", "con", "e"]).randomElement(using: &random) ?? ""
            return .text(TextTerm(word, form, inTitle: Bool.random(using: &random)))
        case 3, 4:
            let salience = Salience.allCases.randomElement(using: &random) ?? .about
            return .company((Self.names + ["cafe", "x"]).randomElement(using: &random) ?? "", atLeast: salience)
        case 5: return .state(Query.State.allCases.randomElement(using: &random) ?? .read)
        case 6:
            let name = ["a", "be", "x", "cafe"].randomElement(using: &random) ?? ""
            return Bool.random(using: &random) ? .source(name) : .from(SourceID.random(in: 1...2, using: &random))
        case 7: return Bool.random(using: &random) ? .language(.italian) : .everything
        case 8:
            let day = QueryDay.daysAgo(Int.random(in: 0..<150, using: &random))
            return Bool.random(using: &random) ? .since(day) : .before(day)
        case 9, 10: return .not(query(depth - 1, &random))
        case 11, 12: return .all(parts(&random))
        default: return .any(parts(&random))
        }
    }
}
