import Controller
import Dispatch
import Foundation
import Ingest
import Library
import Model
import Synchronization
import TestSupport
import Testing
import Views

@testable import rassegna

/// Folders as sources, on real files.
final class FolderSourceTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("rassegna-\(UUID().uuidString)")
        .path
    private let library: Library

    init() throws {
        library = try SampleReader.emptyLibrary()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    private var importer: Importer { Importer(library: library, knowledge: .shared) }

    private func write(_ name: String, _ title: String) throws {
        let text = "---\ntitle: \(title)\n---\n\nIl testo di \(title), scritto per intero.\n"
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }

    private func titles() throws -> [String] {
        try library.page(PageRequest(limit: 100)).rows.map(\.title).sorted()
    }

    @Test func `a folder becomes a source with its articles, and r reads what was saved since`() throws {
        try write("a.md", "Alfa")
        var reader = SampleReader(library: library)
        try reader.type("a\(folder)<Enter>")
        #expect(reader.screen.articles.rows.map(\.title) == ["Alfa"])
        let source = try #require(library.sources().first)
        #expect(source.kind == .folder && source.address == folder && source.articles == 1)
        try write("b.md", "Beta")
        try write("a.md", "Alfa, riveduta")
        try reader.type("hr")
        #expect(reader.screen.notice?.text == "1 new article from 1 source, 1 updated.")
        #expect(try titles() == ["Alfa, riveduta", "Beta"])
        try reader.type("r")
        #expect(reader.screen.notice?.text == "Nothing new from 1 source.")
    }

    @Test func `a scan leaves out what has not changed, and a folder that is gone is a source that fails`() throws {
        try write("a.md", "Alfa")
        var source = try library.addSource(Source(kind: .folder, address: folder)).source
        source.visits.success = Timestamp(seconds: Environment.now().seconds + 60)
        #expect(try FolderScan(importer).run(source) == Importer.Report())
        #expect(try FolderScan(importer).run(source, all: true).added == 1)
        try FileManager.default.removeItem(atPath: folder)
        _ = try FolderScan(importer).run(source)
        let visits = try #require(library.source(source.id)?.visits)
        #expect(visits.problem == "cannot be read: there is no such file")
        #expect(visits.failures == 1)
    }

    @Test(.timeLimit(.minutes(1)))
    func `what is saved while the reader runs is read, from folders of sources and of the command line`() throws {
        let other = folder + "-other"
        try FileManager.default.createDirectory(atPath: other, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: other) }
        try write("a.md", "Alfa")
        let source = try library.addSource(Source(kind: .folder, address: folder)).source
        let come = DispatchSemaphore(value: 0)
        let answers = Mutex<[Answer]>([])
        let watching = FolderWatching(importer: importer, named: [other]) { answer in
            answers.withLock { $0.append(answer) }
            come.signal()
        }
        watching.begin()
        // What was there before is read first.
        try #require(come.wait(timeout: .now() + 20) == .success)
        #expect(try titles() == ["Alfa"])
        try write("b.md", "Beta")
        try "png".write(toFile: "\(folder)/c.png", atomically: true, encoding: .utf8)
        try #require(come.wait(timeout: .now() + 20) == .success)
        try "Gamma\n\nIl testo di Gamma.\n".write(toFile: "\(other)/g.txt", atomically: true, encoding: .utf8)
        try #require(come.wait(timeout: .now() + 20) == .success)
        #expect(try titles() == ["Alfa", "Beta", "Gamma"])
        #expect(answers.withLock { $0 } == Array(repeating: .arrived(Notice("1 article added.", .good)), count: 3))
        #expect(try library.source(source.id)?.articles == 2)
        watching.stop()
        try write("d.md", "Delta")
        #expect(come.wait(timeout: .now() + 1) == .timedOut)
    }

    @Test func `an address, a host, a path and nonsense are told apart`() throws {
        try write("a.md", "Alfa")
        let kinds: [(String, PlaceText.Kind)] = [
            ("https://example.org/feed", .address("https://example.org/feed")), (folder + "/", .folder(folder)),
            ("~/a.md", .file(folder + "/a.md")), ("example.org/news", .address("https://example.org/news")),
            ("ftp://example.org", .nothing("ftp://example.org is no address of the web (http:// or https://).")),
            (
                "gopher://u:p@example.org",
                .nothing("gopher://example.org is no address of the web (http:// or https://).")
            ),
            ("niente.", .nothing("There is no file or folder niente..")),
        ]
        for (text, kind) in kinds { #expect(PlaceText(text, home: folder).kind == kind) }
    }
}
