import Foundation

/// A user's home: a folder of its own under the system's temporary folder, removed at the end.
final class Home: Sendable {
    /// The folder's path, short enough to hold a socket.
    let path: String

    init() throws {
        path = "/tmp/rassegna-\(UUID().uuidString.prefix(13))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes bytes into a file below the home, its folders included; gives its path.
    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
        return file.path
    }

    /// Writes a text into a file below the home; gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try write(text.utf8, to: name)
    }

    /// The variables of every program that runs here.
    var environment: [String: String] {
        [
            "HOME": path, "XDG_DATA_HOME": path + "/data", "XDG_CONFIG_HOME": path + "/config",
            "XDG_STATE_HOME": path + "/state", "TZ": "UTC", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
            "PATH": Program.folder + ":/usr/bin:/bin",
        ]
    }
}
