import Model

/// The facts at the head of a Markdown file, between lines of `---` (flat YAML) or `+++` (flat TOML).
///
/// ```
/// ---
/// title: "Due rivali, un solo data center"
/// date: 2026-11-20
/// ---
/// ```
struct FrontMatter {
    /// What it states.
    private(set) var facts = Facts()
    /// Where the text after it begins, in bytes.
    private(set) var end = 0

    /// The front matter of a text; `nil` where it begins otherwise, or the closing line is missing, or nothing between
    /// the two is a key with a value.
    init?(of text: [UInt8]) {
        let mark: StaticString = text.has("+++\n", at: 0) ? "+++" : "---"
        guard text.has(mark, at: 0), text.count > 3, let start = lineEnd(in: text, from: 0) else { return nil }
        guard text.trimmed(3..<start).isEmpty else { return nil }
        var position = start + 1
        var values: [String: String] = [:]
        var lastKey: String?
        while position < text.count, position < 1 << 16 {
            let end = lineEnd(in: text, from: position) ?? text.count
            let line = text.trimmed(position..<end)
            if line.lowerBound == position, text.string(line) == mark.description || text.string(line) == "..." {
                self.end = min(end + 1, text.count)
                break
            }
            let content = text.string(position..<line.upperBound)
            guard FrontMatter.take(content, into: &values, lastKey: &lastKey) else { return nil }
            position = end + 1
        }
        guard end > 0, !values.isEmpty else { return nil }
        facts = FrontMatter.facts(of: values)
    }

    private func lineEnd(in text: [UInt8], from start: Int) -> Int? {
        text[start...].firstIndex(of: .newline)
    }

    /// Takes one line: `key: value`, `key = value`, or an item `- value` of the list under the last key; what is
    /// indented or short is passed over. False for a line of prose, which no front matter has.
    private static func take(_ line: String, into values: inout [String: String], lastKey: inout String?) -> Bool {
        let trimmed = line.drop { $0 == " " || $0 == "\t" }
        guard trimmed.first != "#" else { return true }
        if trimmed.hasPrefix("- "), let key = lastKey {
            let item = value(of: trimmed.dropFirst(2))
            values[key] = values[key].map { $0.isEmpty ? item : $0 + ", " + item } ?? item
        } else if line.first != " ", line.first != "\t",
            let mark = trimmed.firstIndex(where: { $0 == ":" || $0 == "=" })
        {
            let key = trimmed[..<mark].lowercased().filter { !$0.isWhitespace && $0 != "\"" }
            guard !key.isEmpty, trimmed[..<mark].utf8.wordCount <= 2 else { return trimmed.utf8.wordCount < 4 }
            values[key] = value(of: trimmed[trimmed.index(after: mark)...])
            lastKey = key
        } else {
            return line.first == " " || line.first == "\t" || line.utf8.wordCount < 4
        }
        return true
    }

    /// A value without its quotes, comment or list brackets: `[a, b]` is `a, b`.
    private static func value(of text: Substring) -> String {
        let text = String(decoding: Array(text.utf8)[...].drop { $0.isBlank }, as: UTF8.self)
        guard let first = text.first else { return "" }
        if first == "\"" || first == "'" { return unquoted(text.dropFirst(), by: first) }
        if first == "[" {
            return text.dropFirst().prefix { $0 != "]" }.split(separator: ",").map { value(of: $0) }
                .joined(separator: ", ")
        }
        if first == "|" || first == ">" || first == "{" { return "" }
        let end = text.firstRange(of: " #")?.lowerBound ?? text.endIndex
        let bytes = Array(text[..<end].utf8)
        return bytes.string(bytes.trimmed(0..<bytes.count))
    }

    /// A quoted text up to its closing quote; a quote written twice or after a backslash stands for itself.
    private static func unquoted(_ text: Substring, by quote: Character) -> String {
        var result = ""
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            let following = next < text.endIndex ? text[next] : nil
            if quote == "\"", text[index] == "\\", let following {
                result.append(following == "n" ? " " : following)
                index = text.index(after: next)
            } else if text[index] == quote {
                guard quote == "'", following == "'" else { break }
                result.append(quote)
                index = text.index(after: next)
            } else {
                result.append(text[index])
                index = next
            }
        }
        return result
    }

    /// The facts of an article among keys and values.
    private static func facts(of values: [String: String]) -> Facts {
        func first(_ keys: String...) -> String? {
            keys.lazy.compactMap { values[$0] }.first { !$0.isEmpty }
        }
        var facts = Facts()
        facts.title = first("title", "titolo", "headline")
        facts.author = first("author", "authors", "autore", "autori", "by", "byline")
        facts.outlet = first("outlet", "source", "site", "publication", "publisher", "testata", "fonte", "site_name")
        facts.url = first("url", "link", "canonical", "canonical_url", "source_url", "permalink")
            .flatMap { webAddress($0, base: nil) }
        facts.identifier = first("guid") ?? first("canonical", "canonical_url").flatMap { webAddress($0, base: nil) }
        facts.published = first("date", "published", "pubdate", "publishdate", "published_at", "data", "created")
            .flatMap(DateText.moment)
        facts.language = first("language", "lang", "lingua", "locale").map { Language($0) }
        return facts
    }
}
