import Fetch
import Foundation
import Glibc
import Synchronization
import TOMLKit

/// Names and passwords of servers, kept apart from library and sources.
///
/// Those that were typed in an address lie in a file that its owner alone can read; others come from commands of the user's
/// own: `$XDG_CONFIG_HOME/rassegna/credentials.toml`, an entry each.
///
/// ```toml
/// [[credentials]]
/// address = "https://feeds.example/private/"
/// command = ["pass", "show", "feeds.example"]     # prints the name, a line end, the password
/// ```
final class Keyring: Sendable {
    /// A line of either file.
    private struct Entry {
        var address: Address
        var source: Source

        enum Source {
            case known(Credentials)
            case command([String])
        }
    }

    private struct Contents {
        var entries: [Entry] = []
        /// What the commands have said, so that each is asked once.
        var said: [[String]: Credentials?] = [:]
    }

    private let contents = Mutex<Contents?>(nil)
    private let typedPath: String
    private let settingsPath: String

    /// The keyring of a user.
    init(dataFolder: String, settingsFolder: String) {
        typedPath = dataFolder + "/credentials"
        settingsPath = settingsFolder + "/credentials.toml"
    }

    /// The keyring of who runs the program.
    static func ofUser() -> Keyring {
        let environment = Environment.current
        let data = URL(fileURLWithPath: environment.libraryPath).deletingLastPathComponent().path
        return Keyring(dataFolder: data, settingsFolder: environment.settingsFolder)
    }

    /// What an address is asked with: of the entries for its host, the one whose path goes furthest along with its own.
    func credentials(for address: Address) -> Credentials? {
        let fitting = loaded().filter { entry in
            guard entry.address.sharesSecrets(with: address) else { return false }
            return address.target == entry.address.target || address.target.hasPrefix(entry.address.folder)
        }
        guard let best = fitting.max(by: { $0.address.target.utf8.count < $1.address.target.utf8.count }) else {
            return nil
        }
        switch best.source {
        case .known(let credentials): return credentials
        case .command(let command): return answer(of: command)
        }
    }

    /// Keeps what was typed with an address, in place of what was typed before; a line `address`, name and password each.
    func keep(_ credentials: Credentials, for address: Address) throws {
        var lines = typed().filter { $0["address"] != address.description }
        lines.append(["address": address.description, "user": credentials.user, "password": credentials.password])
        let data = try lines.map { try JSONSerialization.data(withJSONObject: $0, options: [.sortedKeys]) }
            .reduce(into: Data()) { $0 += $1 + [0x0A] }
        let folder = URL(fileURLWithPath: typedPath).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let new = typedPath + ".new"
        unlink(new)
        let file = open(new, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw CocoaError(.fileWriteNoPermission) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
        try handle.write(contentsOf: data)
        try handle.synchronize()
        guard rename(new, typedPath) == 0 else { throw CocoaError(.fileWriteUnknown) }
        contents.withLock { $0 = nil }
    }

    /// What is wrong with the settings, a line each.
    var problems: [String] { settings().problems }

    private func answer(of command: [String]) -> Credentials? {
        if let said = contents.withLock({ $0?.said[command] }) { return said }
        let lines = ProgramOutput(command).run()?.split(
            maxSplits: 2, omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let said = lines.flatMap { lines in
            lines.count > 1 ? Credentials(user: String(lines[0]), password: String(lines[1])) : nil
        }
        contents.withLock { $0?.said[command] = .some(said) }
        return said
    }

    private func loaded() -> [Entry] {
        contents.withLock { contents in
            if let contents { return contents.entries }
            let typed = typed().compactMap { line -> Entry? in
                guard let address = line["address"].flatMap({ Address($0) }), let user = line["user"] else {
                    return nil
                }
                return Entry(
                    address: address, source: .known(Credentials(user: user, password: line["password"] ?? "")))
            }
            let fresh = Contents(entries: typed + settings().entries)
            contents = fresh
            return fresh.entries
        }
    }

    private func typed() -> [[String: String]] {
        let data = FileManager.default.contents(atPath: typedPath) ?? Data()
        return data.split(separator: 0x0A).compactMap {
            try? JSONSerialization.jsonObject(with: Data($0)) as? [String: String]
        }
    }

    private func settings() -> (entries: [Entry], problems: [String]) {
        guard let data = FileManager.default.contents(atPath: settingsPath) else { return ([], []) }
        let table: TOMLTable
        do {
            table = try TOMLTable(string: String(decoding: data, as: UTF8.self))
        } catch {
            return ([], ["\(settingsPath): \(error)"])
        }
        var entries: [Entry] = []
        var problems: [String] = []
        let all = table["credentials"]?.array ?? TOMLArray()
        for index in 0..<all.count {
            let command = (all[index].table?["command"]?.array ?? TOMLArray()).compactMap { $0.string }
            guard let address = all[index].table?["address"]?.string.flatMap({ Address($0) }), !command.isEmpty else {
                problems.append(
                    "\(settingsPath): entry \(index + 1) needs an address and a command, such as [\"pass\", \"show\", \"x\"]"
                )
                continue
            }
            entries.append(Entry(address: address, source: .command(command)))
        }
        return (entries, problems)
    }
}
