import Library
import Model
import TOMLKit

/// An entry of `rules.toml`, read.
struct RuleEntry {
    let table: TOMLTable
    /// Where a key stands.
    let line: (String) -> Int

    private static let keys = ["name", "query", "tag", "star", "read", "mute", "until"]

    /// The rule that the entry is.
    func rule() throws(RuleFile.Problem) -> Rule {
        for key in table.keys.sorted() where !RuleEntry.keys.contains(key) {
            throw problem(key, "there is no key “\(key)”, only \(RuleEntry.keys.joined(separator: ", "))")
        }
        guard let wanted = try text("query") else {
            throw problem("", "a rule needs a query, such as query = \"company:enel\"")
        }
        let query: Query
        do {
            query = try Query.parse(wanted)
        } catch {
            throw problem("query", "query: \(error.description)")
        }
        var rule = Rule(name: try text("name") ?? wanted, query: query)
        rule.tags = try tags()
        rule.isStarred = try flag("star")
        rule.isRead = try flag("read")
        rule.mute = try mute()
        guard !rule.actions.isEmpty else { throw problem("", "a rule needs tag, star, read or mute to do something") }
        return rule
    }

    private func problem(_ key: String, _ reason: String) -> RuleFile.Problem {
        RuleFile.Problem(line: line(key), reason: reason)
    }

    private func text(_ key: String) throws(RuleFile.Problem) -> String? {
        guard let value = table[key] else { return nil }
        guard let text = value.string else { throw problem(key, "\(key) must be a text in quotes") }
        let line = Library.tagName(text)
        guard !line.isEmpty else { throw problem(key, "\(key) must not be empty") }
        return key == "query" ? text : line
    }

    private func flag(_ key: String) throws(RuleFile.Problem) -> Bool {
        guard let value = table[key] else { return false }
        guard let flag = value.bool else { throw problem(key, "\(key) must be true or false") }
        return flag
    }

    private func tags() throws(RuleFile.Problem) -> [String] {
        guard let value = table["tag"] else { return [] }
        if let text = value.string { return [try tag(text)].filter { !$0.isEmpty } }
        guard let array = value.array else { throw problem("tag", "tag must be a list, such as [\"one\", \"two\"]") }
        var tags: [String] = []
        for index in 0..<array.count {
            guard let text = array[index].string else { throw problem("tag", "tag must hold texts in quotes only") }
            let tag = try tag(text)
            if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
        }
        return tags
    }

    /// A tag as it is kept. One with a comma could not be typed in the reader, where a comma stands between two.
    private func tag(_ text: String) throws(RuleFile.Problem) -> String {
        guard !text.contains(",") else { throw problem("tag", "a tag has no comma; write [\"one\", \"two\"] for two") }
        return Library.tagName(text)
    }

    private func mute() throws(RuleFile.Problem) -> Rule.Mute? {
        let isMuted = try flag("mute")
        guard let value = table["until"] else { return isMuted ? .forEver : nil }
        guard isMuted else { throw problem("until", "until goes with mute = true") }
        guard let date = value.date, let day = CivilDate(year: date.year, month: date.month, day: date.day) else {
            throw problem("until", "until must be a date without quotes, such as 2026-12-31")
        }
        return .until(day)
    }
}
