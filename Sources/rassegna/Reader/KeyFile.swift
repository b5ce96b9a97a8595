import Controller
import Foundation
import Terminal

/// The user's own keys: `$XDG_CONFIG_HOME/rassegna/keys`, a line each, such as `x toggle-read` or `<C-n> next-article`.
///
/// `KEYS none` takes the action from the keys. A line that begins with `#` and a space is a comment.
struct KeyFile {
    private let path: String

    /// The key file of a settings folder.
    init(folder: String) {
        path = folder + "/keys"
    }

    /// The standard keys with the user's changes; a line that is wrong is named on standard error and ends the program.
    func keyMap() throws -> KeyMap {
        var map = KeyMap.standard
        guard let data = FileManager.default.contents(atPath: path) else { return map }
        var problems = 0
        for (index, line) in String(decoding: data, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            if let problem = KeyFile.apply(line, to: &map) {
                Console.complain("\(path), line \(index + 1): \(problem)")
                problems += 1
            }
        }
        if problems > 0 { throw Outcome.failed }
        return map
    }

    /// Applies a line; what is wrong with it, or `nil`.
    static func apply(_ line: Substring, to map: inout KeyMap) -> String? {
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        guard let first = words.first, first != "#" else { return nil }
        guard words.count == 2 else { return "expected KEYS and an action, such as: x toggle-read" }
        let keys: [Key]
        do {
            keys = try Key.script(String(first))
        } catch {
            return error.description
        }
        if words[1] == "none" {
            map.unbind(keys)
        } else if let action = Action(rawValue: String(words[1])) {
            map.bind(keys, to: action)
        } else {
            return "there is no action “\(words[1])”; rassegna keys --markdown lists them"
        }
        return nil
    }
}
