import Foundation
import Ingest
import Synchronization
import Testing

struct FolderWatchTests {
    @Test func `a file that is written into a folder is told by its path`() async throws {
        let watched = try Watched()
        try watched.write("news.txt")
        #expect(await watched.told(["news.txt"]))
    }

    @Test func `a file that is moved into a folder is told, one that is only being written is not`() async throws {
        let watched = try Watched()
        try watched.write(".half", then: "whole.txt")
        #expect(await watched.told(["whole.txt"]))
        #expect(!watched.paths.contains { $0.hasSuffix(".half") })
    }

    @Test func `a file in a folder that was made later is found`() async throws {
        let watched = try Watched()
        try watched.folder("2026/november")
        try watched.write("2026/november/a.txt")
        // The folder when it came before the file, the file when it came after its folder was watched.
        #expect(await watched.toldAny(["2026", "2026/november", "2026/november/a.txt"]))
        try watched.write("2026/november/b.txt")
        #expect(await watched.told(["2026/november/b.txt"]))
    }

    @Test func `folders within a folder are watched from the start`() async throws {
        let watched = try Watched(folders: ["a/b/c"])
        try watched.write("a/b/c/deep.md")
        #expect(await watched.told(["a/b/c/deep.md"]))
    }

    @Test func `after a stop nothing is told any more`() async throws {
        let watched = try Watched()
        watched.watch.stop()
        try watched.write("late.txt")
        try await Task.sleep(for: .milliseconds(400))
        #expect(watched.paths.isEmpty)
    }
}

/// A folder of its own that is watched, and what was told of it.
private final class Watched {
    let root: URL
    let watch: FolderWatch
    private let heard: Heard

    private final class Heard: Sendable {
        let paths = Mutex<[String]>([])
    }

    init(folders: [String] = []) throws {
        root = FileManager.default.temporaryDirectory.appending(path: "rassegna-watch-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for folder in folders {
            try FileManager.default.createDirectory(at: root.appending(path: folder), withIntermediateDirectories: true)
        }
        let heard = Heard()
        self.heard = heard
        watch = try FolderWatch([root.path]) { paths in heard.paths.withLock { $0 += paths } }
    }

    deinit {
        watch.stop()
        try? FileManager.default.removeItem(at: root)
    }

    var paths: [String] { heard.paths.withLock { $0 } }

    func folder(_ name: String) throws {
        try FileManager.default.createDirectory(at: root.appending(path: name), withIntermediateDirectories: true)
    }

    func write(_ name: String, then final: String? = nil) throws {
        let file = root.appending(path: name)
        try Data("Eni vende Plenitude.\n".utf8).write(to: file)
        if let final { try FileManager.default.moveItem(at: file, to: root.appending(path: final)) }
    }

    /// Whether all these were told within ten seconds.
    func told(_ names: [String]) async -> Bool {
        await waits { told in names.allSatisfy { told.contains(self.root.path + "/" + $0) } }
    }

    /// Whether any of these was told within ten seconds.
    func toldAny(_ names: [String]) async -> Bool {
        await waits { told in names.contains { told.contains(self.root.path + "/" + $0) } }
    }

    private func waits(_ condition: ([String]) -> Bool) async -> Bool {
        for _ in 0..<1000 {
            if condition(paths) { return true }
            try? await Task.sleep(for: .milliseconds(10))
        }
        return false
    }
}
