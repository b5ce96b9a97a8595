import Foundation
import GRDB
import Library
import Model
import Testing

/// Checking, repairing and copying libraries.
struct RepairTests {
    /// A library with articles, marks, tags, a source and a company; then the file is changed behind its back.
    private func damaged(by sql: String, _ body: (Library, String) throws -> Void) throws {
        try withFolder { folder in
            let path = folder + "/l"
            try fill(path)
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA foreign_keys = OFF")
                try db.execute(sql: sql)
            }
            try queue.close()
            try body(try openLibrary(path), folder)
        }
    }

    private func fill(_ path: String) throws {
        let library = try openLibrary(path)
        let source = try library.addSource(Source(kind: .feed, address: "https://a.example/rss", tags: ["economia"]))
            .source
        try library.store(
            [
                item("uno", age: 3, outlet: "Il Telaio", language: "it", companies: [named("Enel")]),
                item("due", age: 2),
                item("tre", age: 1, outlet: "Il Telaio", companies: [named("Eni"), named("Enel")]),
            ], from: source.id)
        try library.tag([2], "mio")
        try library.mark(.read, ids: [1])
        try library.mark(.starred, ids: [3])
    }

    @Test(arguments: [
        "UPDATE library SET unread = 0", "UPDATE company SET articles = 9", "UPDATE source SET unread = 0",
        "UPDATE outlet SET articles = 7, unread = 7", "DELETE FROM companyWeek",
        "INSERT INTO search (search) VALUES ('delete-all')", "INSERT INTO facet (facet) VALUES ('delete-all')",
        "DELETE FROM appearance WHERE slot = (SELECT max(slot) FROM article)",
        "DELETE FROM company WHERE name = 'Eni'", "INSERT INTO tagging (tag, slot) VALUES (99, 1)",
        "INSERT INTO name (hash, article) VALUES (1, 77)", "INSERT INTO state (slot, id) VALUES (1, 1)",
        "UPDATE state SET id = 50 WHERE id = 2",
    ]) func `what is wrong is named, and mended from the articles`(_ sql: String) throws {
        try damaged(by: sql) { library, _ in
            #expect(try !library.check().isEmpty)
            try library.repair()
            #expect(try library.check() == [])
            #expect(try library.titles("*") == ["tre", "due", "uno"])
            #expect(try library.titles("is:read") == ["uno"])
            #expect(try library.titles("is:starred") == ["tre"])
            #expect(try library.titles("tag:mio") == ["due"])
            #expect(try library.titles("due") == ["due"])
        }
    }

    @Test func `an article that has lost its text keeps its title, one without state is unread`() throws {
        try damaged(
            by: "DELETE FROM body WHERE slot = (SELECT slot FROM article WHERE id = 2); DELETE FROM state WHERE id = 1"
        ) {
            library, _ in
            try library.repair()
            #expect(try library.check() == [])
            #expect(try library.article(2)?.text == "due")
            #expect(try library.titles("is:unread") == ["tre", "due", "uno"])
        }
    }

    @Test func `a copy holds all, opens as a library, and is made beside changes`() throws {
        try withFolder { folder in
            try fill(folder + "/l")
            let library = try openLibrary(folder + "/l")
            let size = try library.backUp(to: folder + "/copy")
            #expect(size > 0)
            try library.mark(.read, ids: [2])
            let copy = try openLibrary(folder + "/copy")
            #expect(try copy.titles("is:unread") == ["tre", "due"])
            #expect(try copy.sources().map(\.address) == ["https://a.example/rss"])
            #expect(try copy.undo()?.action == .starred)
            #expect(try copy.check() == [])
            #expect(try library.titles("is:unread") == ["tre"])
        }
    }

    @Test func `a file that is there is not replaced unasked, and a copy that fails leaves nothing`() throws {
        try withFolder { folder in
            try fill(folder + "/l")
            let library = try openLibrary(folder + "/l")
            try Data("mio".utf8).write(to: URL(fileURLWithPath: folder + "/copy"))
            #expect(throws: LibraryError.exists(path: folder + "/copy")) { try library.backUp(to: folder + "/copy") }
            #expect(try String(contentsOfFile: folder + "/copy", encoding: .utf8) == "mio")
            try library.backUp(to: folder + "/copy", replacing: true)
            #expect(try openLibrary(folder + "/copy").count(.everything).total == 3)
            #expect(throws: LibraryError.self) { try library.backUp(to: folder + "/none/copy") }
            let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            #expect(names.filter { $0.hasSuffix(".part") }.isEmpty)
        }
    }

    @Test func `a copy takes the place of no library in use, itself least of all`() throws {
        try withFolder { folder in
            try fill(folder + "/l")
            try fill(folder + "/other")
            let library = try openLibrary(folder + "/l")
            try library.mark(.starred, ids: [1])
            let other = try openLibrary(folder + "/other")
            try other.mark(.starred, ids: [2])
            for name in ["/l", "/other"] {
                #expect(throws: LibraryError.inUse(path: folder + name)) {
                    try library.backUp(to: folder + name, replacing: true)
                }
            }
            #expect(try library.check() == [])
            #expect(try other.check() == [])
            #expect(try other.titles("is:starred") == ["tre", "due"])
        }
    }

    @Test func `a log that a killed program left beside a file is not taken for the copy's`() throws {
        try withFolder { folder in
            try fill(folder + "/l")
            try fill(folder + "/other")
            let other = try openLibrary(folder + "/other")
            try other.mark(.unstarred, ids: [3])
            // As if the program that has it open were killed now.
            for end in ["", "-wal"] {
                try FileManager.default.copyItem(atPath: folder + "/other" + end, toPath: folder + "/old" + end)
            }
            let library = try openLibrary(folder + "/l")
            try library.mark(.starred, ids: [1])
            try library.backUp(to: folder + "/old", replacing: true)
            let copy = try openLibrary(folder + "/old")
            #expect(try copy.titles("is:starred") == ["tre", "uno"])
            #expect(try copy.check() == [])
        }
    }

    @Test(arguments: ["'d'", "CAST(x'64FF75' AS TEXT)", "'dué'"])
    func `an article whose text is damaged is named as such, and ends nothing`(text: String) throws {
        try damaged(by: "UPDATE body SET text = \(text) WHERE slot = (SELECT slot FROM article WHERE id = 2)") {
            library, _ throws in
            var trouble: LibraryError?
            do { _ = try library.article(2) } catch { trouble = error as? LibraryError }
            #expect(trouble == .damaged(path: library.path, detail: "a stored list cannot be read"))
            #expect(try library.article(1)?.text == "uno")
        }
    }

    @Test func `damaged articles are named by number and title, and a repair does not call them well`() throws {
        let sql = """
            UPDATE body SET text = 'u' WHERE slot = (SELECT slot FROM article WHERE id = 1);
            UPDATE body SET layout = x'0909' WHERE slot = (SELECT slot FROM article WHERE id = 2);
            UPDATE body SET mentions = x'FF' WHERE slot = (SELECT slot FROM article WHERE id = 3)
            """
        let names = [
            "Article 1, “uno”, cannot be read.", "Article 2, “due”, cannot be read.",
            "Article 3, “tre”, cannot be read.",
        ]
        try damaged(by: sql) { library, _ in
            #expect(try library.check().filter { $0.hasPrefix("Article") } == names)
            try library.repair()
            #expect(try library.check() == names)
        }
    }

    @Test func `a text that can be read and is not the one that was stored is named, until it comes anew`() throws {
        try damaged(by: "UPDATE body SET text = 'eno' WHERE slot = (SELECT slot FROM article WHERE id = 1)") {
            library, _ in
            let name = "Article 1, “uno”, has another text than was stored."
            #expect(try library.check() == ["The text index does not fit the texts.", name])
            try library.repair()
            #expect(try library.check() == [name])
            #expect(try library.titles("eno") == ["uno"])
            #expect(
                try library.store([item("uno", age: 3, outlet: "Il Telaio", language: "it")], from: 1) == [.updated(1)])
            #expect(try library.check() == [])
            #expect(try library.article(1)?.text == "uno")
        }
    }

    @Test func `a library in memory can be kept in a file`() throws {
        try withFolder { folder in
            let library = try makeLibrary()
            try library.store([item("uno")])
            try library.backUp(to: folder + "/copy")
            #expect(try openLibrary(folder + "/copy").titles("*") == ["uno"])
        }
    }
}
