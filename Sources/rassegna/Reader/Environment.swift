import Foundation
import Glibc
import Model

/// What the program learns from outside: clock, zone, variables, paths.
struct Environment: Sendable {
    let variables: [String: String]

    /// The environment of this process.
    static var current: Environment {
        Environment(variables: ProcessInfo.processInfo.environment)
    }

    /// The moment it is.
    static func now() -> Timestamp {
        Timestamp(seconds: Int64(time(nil)))
    }

    /// A variable that is set and not empty.
    func value(_ name: String) -> String? {
        variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Where the library lies unless the user says otherwise: `$XDG_DATA_HOME/rassegna/library.sqlite`.
    var libraryPath: String {
        folder("XDG_DATA_HOME", else: ".local/share") + "/rassegna/library.sqlite"
    }

    /// Where logs go: `$XDG_STATE_HOME/rassegna`.
    var stateFolder: String {
        folder("XDG_STATE_HOME", else: ".local/state") + "/rassegna"
    }

    /// Where the user's settings lie: `$XDG_CONFIG_HOME/rassegna`.
    var settingsFolder: String {
        folder("XDG_CONFIG_HOME", else: ".config") + "/rassegna"
    }

    /// A folder of the XDG Base Directory Specification 0.8; relative values are ignored, as it says.
    private func folder(_ name: String, else fallback: String) -> String {
        if let path = value(name), path.hasPrefix("/") { return path }
        return (value("HOME") ?? "/") + "/" + fallback
    }

    /// The system's time zone from 2000 on, as a table, worked out when first asked for.
    static let zone: Zone = {
        var changes: [Zone.Change] = []
        let month: Int64 = 30 * 86_400
        var moment = Int64(946_684_800)
        let end = now().seconds + 12 * month
        changes.append(.init(from: Timestamp(seconds: moment), offset: offset(at: moment)))
        while moment < end {
            let next = moment + month
            let before = changes.last?.offset ?? 0
            if offset(at: next) != before {
                let change = firstMoment(between: moment, and: next) { offset(at: $0) != before }
                changes.append(.init(from: Timestamp(seconds: change), offset: offset(at: change)))
            }
            moment = next
        }
        return Zone(changes: changes)
    }()

    /// Seconds east of UTC at a moment, by the system's rules.
    private static func offset(at seconds: Int64) -> Int {
        var moment = time_t(seconds)
        var parts = tm()
        localtime_r(&moment, &parts)
        return parts.tm_gmtoff
    }

    /// The first second at which something holds that does not hold at `low` and does at `high`.
    private static func firstMoment(between low: Int64, and high: Int64, where holds: (Int64) -> Bool) -> Int64 {
        var low = low
        var high = high
        while high - low > 1 {
            let middle = low + (high - low) / 2
            if holds(middle) { high = middle } else { low = middle }
        }
        return high
    }
}
