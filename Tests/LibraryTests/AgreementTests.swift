import Library
import Model
import Testing

/// The library against the plainest one, on random changes and random queries.
@Suite struct AgreementTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `lists, counts and counters agree after random changes`(seed: UInt64) throws {
        var random = Seeded(state: seed)
        let library = try libraryWithSources(seed % 2 == 0 ? FindingLimits() : .small)
        var slow = SlowLibrary()
        for step in 0..<120 {
            try change(library, &slow, step, &random)
            for _ in 0..<4 {
                let query = RandomQueries.query(3, &random)
                let expected = slow.titles(query, now: noon)
                let found = try library.titles(query)
                #expect(found == expected, "seed \(seed), step \(step): \(query): \(found), not \(expected)")
                let count = try library.count(query)
                #expect(count.total == expected.count, "seed \(seed), step \(step): \(query)")
                #expect(count.unread == slow.matching(query, now: noon).filter { !$0.isRead }.count)
            }
            if step % 10 == 9 { #expect(try library.check() == []) }
        }
        for source in try library.sources() {
            let articles = slow.matching(.from(source.id), now: noon)
            #expect(source.articles == articles.count)
            #expect(source.unread == articles.filter { !$0.isRead }.count)
        }
        for name in RandomQueries.names {
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
            let query = RandomQueries.query(3, &random)
            let (built, before) = (try library.journalNumber(), try library.titles(query))
            for _ in 0..<3 { try mark(library, &slow, &random) }
            let kept = Set(try library.titles(query, builtAt: built))
            #expect(kept.isSuperset(of: before), "seed \(seed): \(query)")
        }
    }

    @Test(arguments: Query.Order.allCases, [false, true])
    func `windows of a list in any order meet without gap or overlap`(order: Query.Order, isSmall: Bool) throws {
        var random = Seeded(state: 21)
        let library = try libraryWithSources(isSmall ? .small : FindingLimits())
        var slow = SlowLibrary()
        for step in 0..<40 { try store(library, &slow, step, &random) }
        for _ in 0..<60 {
            let query = RandomQueries.query(2, &random).and(.sorted(order))
            let all = try library.page(PageRequest(query: query, limit: 1000)).rows
            if order == .rank {
                #expect(Set(all.map(\.title)) == Set(slow.titles(query, now: noon)), "\(query)")
            } else {
                #expect(all.map(\.title) == slow.titles(query, now: noon), "\(query)")
            }
            var pages: [ArticleRow] = []
            var page = try library.page(PageRequest(query: query, limit: 3))
            while !page.rows.isEmpty {
                pages += page.rows
                let last = page.rows[page.rows.count - 1].slot
                page = try library.page(PageRequest(query: query, anchor: .olderThan(last), limit: 3))
            }
            #expect(pages == all, "\(query)")
            for (place, row) in all.enumerated() {
                #expect(try library.position(of: row.slot, in: query) == place, "\(query)")
                let next = try library.neighbour(of: row.slot, .older, in: query)
                #expect(next == (place + 1 < all.count ? all[place + 1] : nil), "\(query)")
                let before = try library.page(PageRequest(query: query, anchor: .newerThan(row.slot), limit: 2))
                #expect(before.rows == Array(all[max(0, place - 2)..<place]), "\(query)")
            }
        }
    }

    private func libraryWithSources(_ limits: FindingLimits = FindingLimits()) throws -> Library {
        let library = try Library.inMemory(
            folder: "/news", now: { noon }, searches: { SlowLibrary.searches[$0] }, limits: limits)
        for (number, title) in SlowLibrary.titles.enumerated() {
            try library.addSource(
                Source(kind: .folder, address: "/news/\(number)", title: title, tags: SlowLibrary.sourceTags[number]))
        }
        return library
    }

    private func change(
        _ library: Library, _ slow: inout SlowLibrary, _ step: Int, _ random: inout Seeded
    ) throws {
        switch Int.random(in: 0..<15, using: &random) {
        case 14:
            let ids = slow.entries.map(\.id).filter { _ in Int.random(in: 0..<5, using: &random) == 0 }
            let isMuted = Bool.random(using: &random)
            let change = isMuted ? try library.mute(ids, by: "x") : try library.unmute(ids)
            #expect(slow.mark(isMuted ? .muted : .unmuted, ids) == change?.count ?? 0)
        case 13:
            let ids = slow.entries.map(\.id).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
            let tag = ["Mio", "mio/altro"].randomElement(using: &random) ?? ""
            let isSet = Int.random(in: 0..<3, using: &random) > 0
            let count = try library.tag(ids, tag, isSet)?.count ?? 0
            #expect(slow.mark(isSet ? .tagged : .untagged, ids, tag: tag) == count)
        case 12:
            let count = Int.random(in: 1...3, using: &random)
            try library.correct((0..<count).map { Correction("n\($0)", .notAName) })
            slow.correct(count)
        case 10, 11: try reread(library, &slow, Int64(step), &random)
        case 0...4: try store(library, &slow, step, &random)
        case 5, 6: try mark(library, &slow, &random)
        case 7:
            let query = RandomQueries.query(2, &random)
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
        let items = (0..<Int.random(in: 1...3, using: &random)).map { RandomArticles.article(step, $0, &random) }
        let source = ([nil, 1, 2] as [SourceID?]).randomElement(using: &random) ?? nil
        try library.store(items, from: source)
        for (article, annotation) in items { slow.store(article, annotation, from: source) }
    }

    /// Some stale articles are read again and turn out to have other names.
    private func reread(
        _ library: Library, _ slow: inout SlowLibrary, _ knowledge: Int64, _ random: inout Seeded
    ) throws {
        let stale = try library.staleArticles(knowledge: knowledge, limit: Int.random(in: 1...20, using: &random))
        let items = stale.map { article in
            let mention = RandomArticles.mention(0..<article.text.utf8.prefix { $0 != 0x20 }.count, &random)
            return (article, Annotation(mentions: [mention], companies: RandomArticles.companies(&random)))
        }
        try library.annotate(items, knowledge: knowledge)
        for (article, annotation) in items { slow.annotate(article.id, annotation) }
    }

    private func mark(_ library: Library, _ slow: inout SlowLibrary, _ random: inout Seeded) throws {
        let ids = slow.entries.map(\.id).filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        let action = action(&random)
        #expect(try (library.mark(action, ids: ids)?.count ?? 0) == slow.mark(action, ids))
    }

    private func action(_ random: inout Seeded) -> Change.Action {
        ([.read, .unread, .starred, .unstarred] as [Change.Action]).randomElement(using: &random) ?? .read
    }
}

extension FindingLimits {
    /// So small that a few articles are found in every way.
    fileprivate static var small: FindingLimits {
        var limits = FindingLimits()
        (limits.fewRows, limits.mostCounted) = (1, 4)
        (limits.stepsAtFirst, limits.stepsASlot, limits.mostSteps, limits.lookupsInARow) = (1, 1, 2, 2)
        (limits.pagesARoot, limits.askedARoot, limits.mostCompletions, limits.mostSorted) = (-1, 0.5, 1, 3)
        (limits.mostRankedAlone, limits.mostRanked, limits.mostRankedTitles, limits.matchesALookup) = (4, 3, 2, 2)
        return limits
    }
}
