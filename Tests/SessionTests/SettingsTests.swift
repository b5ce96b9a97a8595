import Foundation
import Library
import Model
import Synchronization
import Testing

@testable import rassegna

/// The user's settings: `config.toml`.
struct SettingsTests {
    @Test func `a setting that is in the file holds, and without a file nothing is wrong`() {
        #expect(Settings.parse("").settings == Settings())
        #expect(Settings.parse("# mine\nupdated-is-unread = true").settings.updatedIsUnread)
        #expect(!Settings.parse("updated-is-unread = false").settings.updatedIsUnread)
        let none = SettingsFile(folder: "/nowhere")
        #expect(none.settings == Settings() && none.complaints() == [])
    }

    @Test func `what is wrong is named by line and reason, and the rest holds`() {
        let text = """
            # Mine
            updated = true
            updated-is-unread = true
            colour = "red"
            """
        let (settings, problems) = Settings.parse(text)
        #expect(settings.updatedIsUnread)
        #expect(
            problems.map { "\($0.line): \($0.reason)" } == [
                "2: there is no setting “updated”, only updated-is-unread",
                "4: there is no setting “colour”, only updated-is-unread",
            ])
        #expect(Settings.parse("\nupdated-is-unread = 1").problems.map(\.line) == [2])
        #expect(Settings.parse("\nupdated-is-unread = 1").problems.first?.reason.contains("true or false") == true)
        #expect(Settings.parse("a = 1\n\nb = = 2").problems.map(\.line) == [3])
    }

    @Test func `a file that changes is read again, and what is wrong is said once`() throws {
        let folder = "/tmp/rassegna-\(UUID().uuidString.prefix(13))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = SettingsFile(folder: folder)
        #expect(!file.settings.updatedIsUnread)
        let write = { (text: String) in
            try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/config.toml"), options: .atomic)
        }
        try write("updated-is-unread = true\nx = 1")
        #expect(file.settings.updatedIsUnread)
        #expect(file.complaints() == ["\(folder)/config.toml, line 2: there is no setting “x”, only updated-is-unread"])
        #expect(file.complaints() == [])
        try write("updated-is-unread = false")
        #expect(!file.settings.updatedIsUnread && file.complaints() == [])
    }

    @Test func `a changed article is unread again where the user wants it, which is asked only then`() throws {
        let asked = Counter()
        let library = try Library.inMemory(
            now: { Timestamp(seconds: 1_800_000_000) },
            updatedIsUnread: {
                asked.add()
                return true
            })
        var article = ParsedArticle(
            file: "a.txt", title: "Titolo", text: "Il titolo sale.", blocks: [Block(0..<15, .paragraph)])
        let id = try library.store([(article, Annotation())])[0].id
        try library.mark(.read, ids: [id])
        try library.store([(article, Annotation())])
        #expect(asked.count == 0)
        article.text = "Il titolo cala."
        #expect(try library.store([(article, Annotation())]) == [.updated(id)])
        #expect(asked.count == 1)
        #expect(try library.article(id)?.row.isRead == false)
        #expect(try library.check() == [])
    }
}

/// Counts how often something happened, on any thread.
private final class Counter: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock { $0 } }

    func add() {
        value.withLock { $0 += 1 }
    }
}
