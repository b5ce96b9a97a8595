import Foundation
import GRDB
import Testing

/// `rassegna backup` and `rassegna doctor`.
struct KeepingTests {
    @Test func `a backup is a library, which doctor finds well`() async throws {
        let home = try Home()
        try home.writeArticles()
        _ = try await Program.run(["add", "articles"], at: home)
        let backup = try await Program.run(["backup", "copy.sqlite"], at: home)
        #expect(backup.lines == ["copy.sqlite: 12 articles, 1 MB."])
        let again = try await Program.run(["backup", "copy.sqlite"], at: home)
        #expect(again.complaint == "rassegna: copy.sqlite is there already. Name another file, or say --replace.\n")
        #expect(again.status == 2)
        let copy = ["--library", "copy.sqlite"]
        #expect(try await Program.run(["list"] + copy, at: home).lines.count == 12)
        #expect(try await Program.run(["doctor"] + copy, at: home).lines == ["copy.sqlite: all is well."])
        let repair = try await Program.run(["doctor", "--repair"] + copy, at: home)
        #expect(repair.lines == ["copy.sqlite: all is well."] && repair.status == 0)
    }

    @Test func `doctor names the articles that are damaged, and says what to do, also after a repair`() async throws {
        let home = try await Home.withLibrary()
        let path = home.path + "/data/rassegna/library.sqlite"
        let sql = "UPDATE body SET layout = x'09' WHERE slot = (SELECT slot FROM article WHERE id = 3)"
        let queue = try DatabaseQueue(path: path)
        try await queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try queue.close()
        let found = try await Program.run(["doctor"], at: home)
        #expect(
            found.lines.count == 1 && found.text.hasPrefix("Article 3, “")
                && found.text.hasSuffix("”, cannot be read.\n"))
        #expect(found.status == 3)
        let mended = try await Program.run(["doctor", "--repair"], at: home)
        #expect(mended.complaint.contains("still: Article 3, “"))
        #expect(mended.complaint.contains("rassegna export jsonl > articles.jsonl saves all articles that can be read"))
        #expect(mended.status == 3)
        #expect(try await Program.run(["export", "jsonl"], at: home).lines.count == 11)
    }

    @Test func `a library of an older form says that it is brought to the new one, once`() async throws {
        let home = try Home()
        let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/Libraries/form-4.library")
        try home.write(try Data(contentsOf: fixture), to: "old.sqlite")
        let arguments = ["list", "--library", "old.sqlite"]
        let first = try await Program.run(arguments, at: home)
        #expect(first.complaint.contains("old.sqlite is of an older form"))
        #expect(first.lines.count == 3 && first.status == 0)
        let second = try await Program.run(arguments, at: home)
        #expect(second.complaint == "")
    }
}
