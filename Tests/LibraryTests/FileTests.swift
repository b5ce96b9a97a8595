import Dispatch
import Foundation
import GRDB
import Library
import Model
import Testing

@Suite struct FileTests {
    /// The error with which a file is refused.
    private func refusal(_ path: String) -> LibraryError? {
        #expect(throws: LibraryError.self) { try openLibrary(path) }
    }

    @Test func `everything survives the end of the program`() throws {
        try withFolder { folder in
            let path = folder + "/library.sqlite"
            var library = try openLibrary(path)
            try library.store([item("uno", companies: [named("Enel")]), item("due"), item("tre")])
            try library.mark(.read, matching: .everything)
            try library.mark(.starred, ids: [2])
            try library.undo()
            library = try openLibrary(path)
            #expect(try library.redo()?.action == .starred)
            #expect(try library.undo()?.action == .starred)
            #expect(try library.undo() == Change(id: 1, action: .read, count: 3))
            #expect(try library.count(.everything) == Count(total: 3, unread: 3))
            #expect(try library.store([item("quattro")]) == [.added(4)])
            #expect(try library.check() == [])
        }
    }

    @Test func `two libraries on one file see each other's marks`() throws {
        try withFolder { folder in
            let first = try openLibrary(folder + "/l")
            try first.store([item("uno"), item("due")])
            let second = try openLibrary(folder + "/l")
            let (seenByFirst, seenBySecond) = (try first.dataVersion(), try second.dataVersion())
            try first.mark(.read, ids: [1])
            #expect(try first.dataVersion() == seenByFirst)
            #expect(try second.dataVersion() != seenBySecond)
            #expect(try second.titles("is:read") == ["uno"])
            try second.undo()
            #expect(try first.dataVersion() != seenByFirst)
            #expect(try first.titles("is:read") == [])
            try second.store([item("tre")])
            #expect(try first.store([item("quattro")]) == [.added(4)])
            #expect(try first.check() == [])
        }
    }

    @Test func `many threads may open and change one new file`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.path + "/l"
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<4 {
                group.addTask {
                    let library = try openLibrary(path)
                    for step in 0..<5 { try library.store([item("\(number) \(step)", file: "\(number)/\(step)")]) }
                }
            }
            try await group.waitForAll()
        }
        let library = try openLibrary(path)
        #expect(try library.count(.everything).total == 20)
        #expect(try library.check() == [])
    }

    @Test func `programs that make one new file at the same moment wait for each other`() async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for round in 0..<25 {
            let path = folder.path + "/\(round)"
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<6 { group.addTask { _ = try openLibrary(path).lastChange() } }
                try await group.waitForAll()
            }
        }
    }

    @Test func `a new file that another program has locked becomes a library when it lets go`() throws {
        try withFolder { folder in
            let path = folder + "/l"
            var configuration = Configuration()
            configuration.allowsUnsafeTransactions = true
            let other = try DatabaseQueue(path: path, configuration: configuration)
            try other.writeWithoutTransaction { db in
                try db.execute(sql: "CREATE TABLE t (x); DROP TABLE t; BEGIN IMMEDIATE")
            }
            DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(300)) {
                try? other.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
            }
            #expect(try openLibrary(path).count(.everything).total == 0)
        }
    }

    @Test func `a change without a log that a kill cut off is taken back at the next opening`() throws {
        try withFolder { folder in
            let (path, copy) = (folder + "/l", folder + "/copy")
            try openLibrary(path).store([item("uno"), item("due")])
            let other = try DatabaseQueue(path: path)
            try other.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE; UPDATE article SET title = 'altro'")
                for end in ["", "-journal"] { try FileManager.default.copyItem(atPath: path + end, toPath: copy + end) }
                try db.execute(sql: "ROLLBACK")
            }
            let library = try openLibrary(copy)
            #expect(try library.check() == [])
            #expect(try library.titles("is:unread").sorted() == ["due", "uno"])
        }
    }

    @Test func `a file that is something else is refused and left alone`() throws {
        try withFolder { folder in
            let path = folder + "/notes.txt"
            let text = Data(String(repeating: "These are my notes, not a library. ", count: 100).utf8)
            try text.write(to: URL(fileURLWithPath: path))
            #expect(refusal(path) == .notALibrary(path: path))
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == text)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["notes.txt"])
        }
    }

    @Test func `another program's database is refused and left alone`() throws {
        try withFolder { folder in
            let path = folder + "/l"
            try patch(path, application: 0, form: 0)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(refusal(path) == .notALibrary(path: path))
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
        }
    }

    @Test func `a library of a newer Rassegna is refused with its form`() throws {
        try withFolder { folder in
            let path = folder + "/l"
            try patch(path, application: nil, form: 99)
            let error = refusal(path)
            #expect(error == .newer(path: path, form: 99))
            #expect(error?.description.contains("newer Rassegna (form 99") == true)
        }
    }

    @Test func `a folder, or a file in no folder, cannot be opened`() throws {
        try withFolder { folder in
            #expect(refusal(folder) == .cannotOpen(path: folder))
            #expect(refusal(folder + "/none/l") == .cannotOpen(path: folder + "/none/l"))
        }
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write everything"))
    func `a library that may not be written says so`() throws {
        try withFolder { folder in
            let path = folder + "/l"
            _ = try openLibrary(path).store([item("uno")])
            for file in [path, folder] {
                try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: file)
            }
            defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
            #expect(refusal(path) == .readOnly(path: path))
        }
    }

    @Test func `an empty file becomes a library`() throws {
        try withFolder { folder in
            try Data().write(to: URL(fileURLWithPath: folder + "/l"))
            #expect(try openLibrary(folder + "/l").count(.everything).total == 0)
        }
    }

    @Test func `a batch that cannot be stored whole leaves nothing behind`() throws {
        try withFolder { folder in
            let path = folder + "/l"
            let library = try openLibrary(path)
            try library.store([item("uno", companies: [named("Enel")])])
            let endless = String(repeating: "x", count: 1 << 27)
            #expect(throws: LibraryError.tooLarge(file: "f")) {
                try library.store([item("due", companies: [named("Enel")]), item(endless, title: "t", file: "f")])
            }
            #expect(try library.titles("") == ["uno"])
            #expect(try library.company("Enel")?.articles == 1)
            #expect(try library.store([item("tre")]) == [.added(2)])
            #expect(try library.check() == [])
        }
    }

    /// Makes a library and writes other numbers into its file's header (SQLite file format, section 1.3).
    private func patch(_ path: String, application: UInt32?, form: UInt32) throws {
        _ = try openLibrary(path).store([item("uno")])
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? file.close() }
        for (offset, number) in [(60, form), (68, application)] {
            guard let number else { continue }
            try file.seek(toOffset: UInt64(offset))
            try file.write(contentsOf: withUnsafeBytes(of: number.bigEndian) { Data($0) })
        }
    }
}
