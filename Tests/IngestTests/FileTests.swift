import Foundation
import Ingest
import Model
import Testing

/// A folder of its own for each test, removed with it.
private final class Folder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "ingest-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ name: String, _ text: String = "Un titolo\n\nCiao a tutti.") throws {
        let file = URL(fileURLWithPath: path + "/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    }

    /// The steps of a walk as `name [folder]` or `name: problem`.
    func walk(_ names: [String] = [""]) -> [String] {
        FileWalk(names.map { $0.isEmpty ? path : path + "/" + $0 }).map { step in
            switch step {
            case .file(let file): file.path.dropFirst(path.count + 1) + (file.folder.map { " [\($0)]" } ?? "")
            case .problem(let place, let error): "\(place.dropFirst(path.count + 1)): \(error.description)"
            }
        }
    }
}

@Suite struct FileTests {
    @Test func `folders are walked in the order of names, hidden files and images left out`() throws {
        let folder = try Folder()
        for name in ["b/2.txt", "b/1.html", "a.md", "C.txt", ".hidden.txt", ".git/x.txt", "foto.JPG", "README"] {
            try folder.write(name)
        }
        let name = String(folder.path.split(separator: "/").last ?? "")
        #expect(
            folder.walk() == ["C.txt [\(name)]", "README [\(name)]", "a.md [\(name)]", "b/1.html [b]", "b/2.txt [b]"])
    }

    @Test func `a file named by itself is given whatever its name, without a folder`() throws {
        let folder = try Folder()
        try folder.write("nota.jpg")
        #expect(
            folder.walk(["nota.jpg", "manca.txt"]) == ["nota.jpg", "manca.txt: cannot be read: there is no such file"])
    }

    @Test func `links in a circle end, and a dead one is named`() throws {
        let folder = try Folder()
        try folder.write("a/1.txt")
        try folder.link("a/su", to: "..")
        try folder.link("a/se", to: "se")
        try folder.link("b", to: "a")
        try folder.link("c.txt", to: "nulla")
        #expect(
            folder.walk() == [
                "a/1.txt [a]", "a/se: cannot be read: its links lead in a circle",
                "c.txt: cannot be read: there is no such file",
            ])
    }

    @Test func `a pipe is refused without waiting for a writer`() throws {
        let folder = try Folder()
        #expect(mkfifo(folder.path + "/pipe", 0o600) == 0)
        #expect(throws: IngestError.notAFile) { try Reader().readFile(path: folder.path + "/pipe") }
        #expect(throws: IngestError.notAFile) { try Reader().readFile(path: "/dev/null") }
        #expect(folder.walk() == ["pipe: \(IngestError.notAFile.description)"])
    }

    @Test func `a file is read with its date, and one over the limit is not read`() throws {
        let folder = try Folder()
        try folder.write("a.txt")
        let path = folder.path + "/a.txt"
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: path)
        let article = try Reader().articles(in: FoundFile(path: path, folder: "Cartella"))[0]
        #expect(article.title == "Un titolo")
        #expect(article.file == path)
        #expect(article.published == Timestamp(seconds: 1_000_000))
        #expect(article.outlet == "Cartella")
        #expect(throws: IngestError.tooLarge(bytes: 24, limit: 20)) { try Reader(limit: 20).readFile(path: path) }
    }

    @Test func `a huge sparse file is refused at once`() throws {
        let folder = try Folder()
        try folder.write("a.txt", "")
        #expect(truncate(folder.path + "/a.txt", 500 << 20) == 0)
        let error = #expect(throws: IngestError.self) { try Reader().readFile(path: folder.path + "/a.txt") }
        #expect(error == .tooLarge(bytes: 500 << 20, limit: 64 << 20))
        #expect(error?.description == "525 MB is more than the limit of 68 MB; split the file")
    }

    @Test func `standard input is a file of its own`() {
        #expect(FileWalk(["-"]).map { $0 } == [.file(FoundFile(path: "-"))])
    }
}
