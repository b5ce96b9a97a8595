import Foundation
import Model
import Synchronization

/// The file of the user's settings, `$XDG_CONFIG_HOME/rassegna/config.toml`: read when a setting is first asked for, and
/// again when it has changed.
final class SettingsFile: Sendable {
    private struct Known {
        var mark: CompanyFile.Mark?
        var settings = Settings()
        var problems: [Settings.Problem] = []
        var isReported = false
    }

    private let path: String
    private let known = Mutex<Known?>(nil)
    /// The largest file that is read, in bytes.
    private static let largest = 1 << 20

    /// The settings of a settings folder.
    init(folder: String) {
        path = folder + "/config.toml"
    }

    /// The settings of who runs the program.
    static func ofUser() -> SettingsFile {
        SettingsFile(folder: Environment.current.settingsFolder)
    }

    /// The settings as they are now.
    var settings: Settings {
        known.withLock { load(&$0).settings }
    }

    /// What is wrong in the file, with path and line; nothing where that has been said of the file as it is.
    func complaints() -> [String] {
        known.withLock { known in
            guard !load(&known).isReported else { return [] }
            known?.isReported = true
            return load(&known).problems.map { "\(path), line \($0.line): \($0.reason)" }
        }
    }

    private func load(_ known: inout Known?) -> Known {
        let mark = CompanyFile.Mark(of: path)
        if let known, known.mark == mark { return known }
        var fresh = Known(mark: mark)
        if let mark {
            if mark.size <= SettingsFile.largest, let data = FileManager.default.contents(atPath: path) {
                (fresh.settings, fresh.problems) = Settings.parse(String(decoding: data, as: UTF8.self))
            } else {
                fresh.problems = [.init(line: 1, reason: "the file cannot be read")]
            }
        }
        known = fresh
        return fresh
    }
}
