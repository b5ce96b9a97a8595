import Controller
import Entities
import Foundation
import Model
import Resources
import Testing

@testable import rassegna

/// What the repository promises in words and must keep.
struct RepositoryTests {
    private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func `docs/keys.md is what the key map says`() throws {
        #expect(try text("docs/keys.md") == KeyMap.standard.markdown, "run: make keys")
    }

    @Test func `every sample article is built in`() throws {
        let folder = root.appendingPathComponent("Resources/Samples").path
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(Samples.files.map(\.name).sorted() == files)
        #expect(files.count >= 24)
    }

    @Test func `every catalogue file is built in`() throws {
        let folder = root.appendingPathComponent("Resources/Catalogue").path
        let source = try text("Resources/resources.c")
        for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
            #expect(source.contains("\"Catalogue/\(file)\""), "\(file)")
        }
    }

    @Test func `the targets and their arrows are those of docs/architecture.md`() throws {
        let table = try text("docs/architecture.md")
        for (target, allowed) in Self.arrows {
            let row = try #require(table.split(separator: "\n").first { $0.hasPrefix("| `\(target)` |") }, "\(target)")
            for name in allowed { #expect(row.contains(name), "\(target) may import \(name)") }
            let sources = root.appendingPathComponent("Sources/\(target)")
            for import_ in try imports(under: sources) where Self.ours.contains(import_) {
                #expect(allowed.contains(import_), "\(target) imports \(import_)")
            }
        }
    }

    /// What each target may import of ours and of the libraries that one target alone may touch.
    private static let arrows: [(String, Set<String>)] = [
        ("Model", []), ("Terminal", ["CTerminal"]), ("Ingest", ["Model", "CGumbo", "CCmark", "CXML"]),
        ("Entities", ["Model"]),
        ("Fetch", ["Model", "CFetch"]),
        ("Library", ["Model", "GRDB", "GRDBSQLite"]), ("Views", ["Model", "Terminal"]),
        ("Controller", ["Model", "Terminal", "Views"]),
    ]
    private static let ours: Set<String> = [
        "Model", "Terminal", "CTerminal", "Ingest", "Entities", "Library", "Views", "Controller", "GRDB", "GRDBSQLite",
        "CGumbo",
        "CCmark", "CXML", "Fetch", "CFetch", "Resources", "ArgumentParser", "TOMLKit",
    ]

    private func imports(under folder: URL) throws -> Set<String> {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var names: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { continue }
                names.insert(String(words[place + 1]))
            }
        }
        return names
    }
}
