import Controller
import Dispatch
import Foundation

/// The searches typed before, the oldest first, a line each: `$XDG_STATE_HOME/rassegna/searches`.
///
/// It holds each search once and at most as many as the reader remembers. Several readers may use it: each search is added
/// to what the file holds then.
struct SearchFile: Sendable {
    private let folder: String
    private let queue = DispatchQueue(label: "rassegna.searches", qos: .utility)

    private var path: String { folder + "/searches" }

    /// The searches of a state folder.
    init(folder: String) {
        self.folder = folder
    }

    /// What it holds; nothing where there is no such file.
    func lines() -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        return Array(lines.suffix(App.mostSearches))
    }

    /// Adds a search, in the background. Where that is not possible it is forgotten when the reader ends.
    func keep(_ line: String) {
        queue.async { write(line) }
    }

    /// Waits for what is being added.
    func finish() {
        queue.sync {}
    }

    private func write(_ line: String) {
        let known = lines().filter { $0 != line }
        let text = (known.suffix(App.mostSearches - 1) + [line]).joined(separator: "\n") + "\n"
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let url = URL(fileURLWithPath: path)
        try? Data(text.utf8).write(to: url, options: .atomic)
        try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    }
}
