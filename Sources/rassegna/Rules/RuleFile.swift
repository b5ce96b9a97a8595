import Foundation
import Model
import Synchronization
import TOMLKit

/// The user's rules for new articles: `$XDG_CONFIG_HOME/rassegna/rules.toml`, an entry `[[rule]]` each. It is read when
/// rules are first asked for, and again when it has changed.
///
/// Each entry is read for itself, so that one with an error leaves the others in force.
final class RuleFile: Sendable {
    /// What is wrong with an entry, and where.
    struct Problem: Error, Equatable, Sendable {
        var line: Int
        var reason: String
    }

    /// What the file holds.
    struct Contents: Equatable, Sendable {
        var rules: [Rule] = []
        var problems: [Problem] = []
    }

    private struct Known {
        var mark: CompanyFile.Mark?
        var contents = Contents()
        var isReported = false
    }

    /// Where the file lies; `nil` for none.
    let path: String?
    private let known = Mutex<Known?>(nil)
    /// The largest file that is read, in bytes.
    private static let largest = 1 << 20

    /// The rules of a settings folder, or none.
    init(folder: String?) {
        path = folder.map { $0 + "/rules.toml" }
    }

    /// The rules as they are now, in order.
    var rules: [Rule] { known.withLock { load(&$0).contents.rules } }

    /// What is wrong in the file as it is.
    var problems: [Problem] { known.withLock { load(&$0).contents.problems } }

    /// What is wrong in the file as it is, and whether it has changed since the last look; what has been said is not said
    /// again.
    func look() -> (hasChanged: Bool, problems: [Problem]) {
        guard path != nil else { return (false, []) }
        return known.withLock { known in
            let before = known
            let now = load(&known)
            let hasChanged = before != nil && before?.mark != now.mark
            guard !now.isReported else { return (hasChanged, []) }
            known?.isReported = true
            return (hasChanged, now.contents.problems)
        }
    }

    private func load(_ known: inout Known?) -> Known {
        guard let path else { return Known() }
        let mark = CompanyFile.Mark(of: path)
        if let known, known.mark == mark { return known }
        var fresh = Known(mark: mark)
        if let mark {
            if mark.size <= RuleFile.largest, let data = FileManager.default.contents(atPath: path) {
                fresh.contents = RuleFile.parse(String(decoding: data, as: UTF8.self))
            } else {
                fresh.contents.problems = [Problem(line: 1, reason: "the file cannot be read")]
            }
        }
        known = fresh
        return fresh
    }

    /// Reads the text of a file.
    static func parse(_ text: String) -> Contents {
        var contents = Contents()
        for piece in pieces(of: text) {
            do throws(Problem) {
                guard let rule = try piece.rule() else { continue }
                if contents.rules.contains(where: { $0.name == rule.name }) {
                    throw Problem(line: piece.line, reason: "there are two rules named “\(rule.name)”")
                }
                contents.rules.append(rule)
            } catch {
                contents.problems.append(error)
            }
        }
        return contents
    }

    /// Cuts a text before each `[[rule]]`.
    private static func pieces(of text: String) -> [RulePiece] {
        var pieces = [RulePiece(line: 1)]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.filter({ $0 != " " && $0 != "\t" }).hasPrefix("[[rule]]") {
                pieces.append(RulePiece(line: index + 1))
            }
            pieces[pieces.count - 1].lines.append(line)
        }
        return pieces
    }
}

/// Some lines of the file: an entry, or what stands before the first one.
private struct RulePiece {
    /// Where it begins, from 1.
    var line: Int
    var lines: [Substring] = []

    /// The entry; `nil` where there is nothing but comments.
    func rule() throws(RuleFile.Problem) -> Rule? {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: lines.joined(separator: "\n"))
        } catch let error as TOMLParseError {
            throw RuleFile.Problem(line: line + error.source.begin.line - 1, reason: error.description)
        } catch {
            throw RuleFile.Problem(line: line, reason: "\(error)")
        }
        if let key = table.keys.first(where: { $0 != "rule" }) {
            throw RuleFile.Problem(line: place(of: key), reason: "“\(key)” stands outside of a [[rule]]")
        }
        guard let value = table["rule"] else { return nil }
        guard let array = value.array, array.count == 1, let entry = array[0].table else {
            throw RuleFile.Problem(line: line, reason: "a rule begins with a line [[rule]]")
        }
        return try RuleEntry(table: entry, line: place).rule()
    }

    /// The line of a key, or else the first one.
    private func place(of key: String) -> Int {
        let index = lines.firstIndex { line in
            let words = line.drop { $0 == " " || $0 == "\t" || $0 == "[" || $0 == "\"" }
            return !key.isEmpty && words.hasPrefix(key) && words.dropFirst(key.count).first?.isLetter != true
        }
        return line + (index ?? 0)
    }
}
