import Foundation
import Library
import Model
import Testing

/// The library and the examples of docs/queries.md.
struct DocumentLibrary {
    /// A query with the numbers of the articles that it finds.
    struct Example: CustomTestStringConvertible {
        var query: String
        var numbers: [ArticleID]

        var testDescription: String { query }
    }

    private static func text() -> String {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return (try? String(contentsOf: root.appendingPathComponent("docs/queries.md"), encoding: .utf8)) ?? ""
    }

    /// The rows of the tables of examples.
    static func examples() -> [Example] {
        text().split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard cells.count == 5, cells[1].hasPrefix("`"), cells[1].hasSuffix("`") else { return nil }
            let numbers = cells[2].split(separator: ",").compactMap {
                ArticleID($0.trimmingCharacters(in: .whitespaces))
            }
            guard !numbers.isEmpty || cells[2] == "nothing" else { return nil }
            return Example(query: String(cells[1].dropFirst().dropLast()), numbers: numbers)
        }
    }

    /// The library at the end of the page.
    static func library() throws -> Library {
        let saved = try Query.parse("eni OR enel")
        let library = try makeLibrary(
            resolve: { ["alphabet": ["Alphabet", "Google"], "eni": ["Eni"]][$0.lowercased()] ?? [$0] },
            searches: { $0 == "energy at home" ? saved : nil })
        try library.addSource(Source(kind: .folder, address: "/rete", title: "Rete Uno", tags: ["finance"]))
        let lines = text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let start = try #require(lines.firstIndex(of: "```library"))
        let end = try #require(lines[(start + 1)...].firstIndex(of: "```"))
        for article in lines[(start + 1)..<end].split(separator: "").map(Array.init) { try add(article, to: library) }
        return library
    }

    private static func add(_ lines: [String], to library: Library) throws {
        let head = lines[0].split(separator: "|", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        let isValue = { (line: String) in
            ["names: ", "salience: ", "state: ", "tags: ", "from: "].contains { line.hasPrefix($0) }
        }
        let value = { (key: String) -> [String] in
            lines.filter { $0.hasPrefix(key + ": ") }.flatMap {
                $0.dropFirst(key.count + 2).components(separatedBy: "; ")
            }
        }
        var text = ""
        var blocks: [Block] = []
        for line in lines.dropFirst() where !isValue(line) {
            if !text.isEmpty { text += "\n\n" }
            blocks.append(
                Block(text.utf8.count..<(text.utf8.count + line.utf8.count), blocks.isEmpty ? .title : .paragraph))
            text += line
        }
        let mentions = try value("names").flatMap { try self.mentions($0, in: text) }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
        let companies = value("salience").map { entry in
            let words = entry.split(separator: " ")
            let name = words.dropLast().joined(separator: " ")
            let salience = Salience.allCases.first { $0.name == words.last.map(String.init) } ?? .passing
            return Appearance(
                company: name, salience: salience, mentions: max(1, mentions.filter { $0.company == name }.count))
        }
        let article = ParsedArticle(
            file: "\(head[0]).txt", title: lines[1], author: head[4].isEmpty ? nil : head[4],
            published: Timestamp(iso8601: head[1] + "T09:0\(head[0]):00Z"), language: Language(head[3]),
            outlet: head[2],
            text: text, blocks: blocks)
        let source = value("from").first.flatMap { SourceID($0) }
        let id = try library.store([(article, Annotation(mentions: mentions, companies: companies))], from: source)[0]
            .id
        for state in value("state") { try library.mark(state == "read" ? .read : .starred, ids: [id]) }
        for tag in value("tags") { try library.tag([id], tag) }
    }

    /// `product TPU = Google (product)`, wherever it stands.
    private static func mentions(_ entry: String, in text: String) throws -> [Mention] {
        let kind = try #require(Mention.Kind(rawValue: String(entry.prefix { $0 != " " })))
        let parts = entry.dropFirst(kind.rawValue.count + 1).components(separatedBy: " = ")
        var (company, evidence, amount): (String?, Mention.Evidence?, Amount?)
        if kind == .amount, case .amount(let test) = try Query.parse("amount:\(parts[1])"),
            case .between(let value, _) = test.bounds
        {
            amount = Amount(value: value, unit: test.unit)
        } else if parts.count > 1 {
            let words = parts[1].components(separatedBy: " (")
            company = words[0]
            evidence = Mention.Evidence(rawValue: String(words[1].dropLast()))
        }
        return text.ranges(of: parts[0]).map { range in
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            return Mention(
                start..<(start + parts[0].utf8.count), kind, company: company, evidence: evidence, amount: amount)
        }
    }
}
