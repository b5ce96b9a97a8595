import Foundation
import Library
import Model
import Testing

/// Libraries that an older program wrote.
@Suite struct OlderFormTests {
    @Test func `a library without corrections takes them, and nothing in it is lost`() throws {
        try withFolder { folder in
            let library = try open("form-1", in: folder)
            #expect(try library.count(.everything) == Count(total: 3, unread: 2))
            #expect(try library.history(limit: 9).map(\.change.action) == [.starred, .read])
            // What it was read with is unknown, so all of it is to be read again.
            #expect(try library.staleCount(knowledge: 1) == 3)
            try library.correct([Correction("Enel", .notAName)])
            #expect(try library.undo()?.action == .corrected)
            #expect(try library.undo()?.action == .starred)
            #expect(try library.undo()?.subject == "Ford sale")
            #expect(try library.count(.everything) == Count(total: 3, unread: 3))
            #expect(try library.check() == [])
        }
    }

    @Test func `a library without sources takes them, and knows its articles again`() throws {
        try withFolder { folder in
            let library = try open("form-2", in: folder)
            #expect(try library.count(.everything) == Count(total: 4, unread: 1))
            #expect(try library.titles("is:starred") == ["Fiat sale"])
            #expect(try library.sources() == [])
            #expect(try library.check() == [])
            let feed = try library.addSource(Source(kind: .feed, address: "https://telaio.example/rss")).source.id
            // An address that the library has, another one with a text that it has, a front page that is nobody's.
            var items = ["enel?fbclid=x", "altrove", ""].map {
                entry("Enel sale", "Altro testo", at: "https://telaio.example/\($0)")
            }
            let old = try #require(try library.article(1))
            items[1].0.title = old.row.title
            items[1].0.text = old.text
            items[1].0.blocks = old.blocks
            items[2].0.title = "Notizie del giorno"
            let outcomes = try library.store(items, from: feed)
            #expect(outcomes == [.unchanged(4), .unchanged(1), .added(5)])
            #expect(try library.article(1)?.row.isRead == true)
            #expect(try library.source(feed)?.articles == 3)
            #expect(try library.undo()?.count == 1)
            #expect(try library.check() == [])
        }
    }

    @Test func `a library without learned furniture learns, and folds it in what it has`() throws {
        try withFolder { folder in
            let library = try open("form-4-boxes", in: folder)
            let old = try #require(try library.article(1))
            let box = String(decoding: Array(old.text.utf8)[old.blocks[2].range], as: UTF8.self)
            let knowledge = try knowledge(of: library)
            let reading = ArticleReading(knowledge: knowledge) { _ in Annotation() }
            for number in 0..<3 {
                let text = words(30, seed: UInt64(number))
                let blocks = [
                    Block(0..<text.utf8.count, .paragraph),
                    Block((text.utf8.count + 2)..<(text.utf8.count + 2 + box.utf8.count), .paragraph),
                ]
                let article = ParsedArticle(
                    file: "\(number).txt", title: "Nuova \(number)", published: noon, outlet: "Il Telaio",
                    text: text + "\n\n" + box, blocks: blocks)
                #expect(try library.store([article], reading: reading) == [.added(ArticleID(5 + number))])
            }
            #expect(try library.article(7)?.blocks.map(\.kind) == [.paragraph, .furniture])
            let stale = try library.staleArticles(knowledge: knowledge, limit: 99)
            #expect(Set(stale.map(\.id)) == [1, 2, 3, 4, 5, 6])
            try library.annotate(stale.map { ($0, Annotation()) }, knowledge: knowledge)
            #expect(try library.article(1)?.blocks.map(\.kind) == [.title, .paragraph, .furniture])
            #expect(try library.article(1)?.text == old.text)
            #expect(try library.check() == [])
        }
    }

    /// The number with which all articles of a library were read.
    private func knowledge(of library: Library) throws -> Int64 {
        let stale = try library.staleArticles(knowledge: 1, limit: 99)
        try library.annotate(stale.map { ($0, Annotation()) }, knowledge: 1)
        #expect(try library.staleCount(knowledge: 1) == 0)
        return 1
    }

    @Test(arguments: [
        ("person:descalzi", [1]), ("place:milano", [1]), ("author:verdi", [1]), ("amount:300m USD", [1]),
        ("amount:>1bn", [2]), ("product:tpu", [2]), ("lang:en", [2]), ("tag:finance", [1, 2]), ("banca", [3, 1]),
        ("company:amazon", [2]), ("is:starred", [1]), ("is:read", [2]), ("is:updated", []), ("", [3, 1, 2]),
    ])
    func `a library without an index of names is searched by names, and nothing in it is lost`(
        query: String, ids: [ArticleID]
    ) throws {
        try withFolder { folder in
            let library = try open("form-4", in: folder)
            #expect(try library.page(PageRequest(query: Query.parse(query), limit: 9)).rows.map(\.id) == ids)
            #expect(try library.check() == [])
            #expect(try library.tag([3], "mio")?.count == 1)
            #expect(try library.titles("tag:mio") == ["Le banche e gli utili"])
            try library.arrange(.save("mie", .tag("mio")))
            #expect(try library.titles("search:mie") == ["Le banche e gli utili"])
            #expect(try library.undo()?.action == .arranged)
            #expect(try library.undo()?.action == .tagged)
            #expect(try library.undo()?.action == .starred)
            #expect(try library.undo()?.action == .read)
            #expect(try library.count(.everything) == Count(total: 3, unread: 3))
            #expect(try library.check() == [])
            let articles = try (1...3).compactMap { try library.article($0) }
            #expect(articles.map(\.text.utf8.count) == [113, 86, 76])
        }
    }

    private func open(_ name: String, in folder: String) throws -> Library {
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Libraries/\(name).library")
        try FileManager.default.copyItem(atPath: fixture.path, toPath: folder + "/l")
        return try openLibrary(folder + "/l")
    }

    @Test func `the way from an older form is told step by step, that of a new file is not`() throws {
        try withFolder { folder in
            let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .appendingPathComponent("Fixtures/Libraries/form-4.library")
            try FileManager.default.copyItem(atPath: fixture.path, toPath: folder + "/l")
            #expect(Library.isOlder(path: folder + "/l"))
            var steps: [Library.Migration] = []
            _ = try Library(path: folder + "/l", now: { noon }, progress: { steps.append($0) })
            #expect(steps.count > 1 && steps.map(\.step) == Array(1...steps.count))
            #expect(steps.allSatisfy { $0.steps == steps.count })
            #expect(!Library.isOlder(path: folder + "/l") && !Library.isOlder(path: folder + "/none"))
            _ = try Library(path: folder + "/new", now: { noon }, progress: { steps.append($0) })
            #expect(steps.last?.steps == steps.count)
        }
    }
}
