import TOMLKit

/// The user's settings: docs/settings.md.
struct Settings: Equatable, Sendable {
    /// Whether an article that has changed is unread again.
    var updatedIsUnread = false

    /// What is wrong with a line.
    struct Problem: Equatable, Sendable {
        /// From 1.
        var line: Int
        var reason: String
    }

    /// The settings that are yes or no, by their names in the file.
    private static let switches: [(name: String, set: @Sendable (inout Settings, Bool) -> Void)] = [
        ("updated-is-unread", { $0.updatedIsUnread = $1 })
    ]

    /// Reads the text of a file; what is wrong in it is left as it is by default.
    static func parse(_ text: String) -> (settings: Settings, problems: [Problem]) {
        var settings = Settings()
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            return (settings, [Problem(line: error.source.begin.line, reason: error.description)])
        } catch {
            return (settings, [Problem(line: 1, reason: "\(error)")])
        }
        var problems: [Problem] = []
        for key in table.keys {
            let line = place(of: key, in: text)
            guard let known = switches.first(where: { $0.name == key }) else {
                let names = switches.map(\.name).joined(separator: ", ")
                problems.append(Problem(line: line, reason: "there is no setting “\(key)”, only \(names)"))
                continue
            }
            guard let value = table[key]?.bool else {
                problems.append(Problem(line: line, reason: "\(key) must be true or false"))
                continue
            }
            known.set(&settings, value)
        }
        return (settings, problems.sorted { $0.line < $1.line })
    }

    /// The line of a key, or else the first one.
    private static func place(of key: String, in text: String) -> Int {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let index = lines.firstIndex { line in
            let words = line.drop { " \t[\"'".contains($0) }
            guard !key.isEmpty, words.hasPrefix(key), let next = words.dropFirst(key.count).first else { return false }
            return !next.isLetter && !next.isNumber && next != "-" && next != "_"
        }
        return (index ?? 0) + 1
    }
}
