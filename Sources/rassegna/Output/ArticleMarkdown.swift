import Model
import Terminal

/// An article as Markdown (CommonMark), page furniture left out.
struct ArticleMarkdown {
    private let article: Article
    private let date: String
    private let text: [UInt8]

    /// An article, dated in a time zone.
    init(_ article: Article, zone: Zone) {
        self.article = article
        date = zone.date(of: article.row.published).iso8601
        text = Array(article.text.utf8)
    }

    /// `2026-11-20-due-rivali-un-solo-data-center-17.md`: short, of letters, digits and hyphens alone.
    var fileName: String {
        var name = date
        for word in Folding.fold(article.row.title).split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            guard name.utf8.count + word.utf8.count < 72 else { break }
            name += "-" + word
        }
        return "\(name)-\(article.row.id).md"
    }

    /// The document with its facts as front matter, which `rassegna add` reads again.
    var file: String {
        var facts = [("title", article.row.title)]
        if let author = article.author { facts.append(("author", author)) }
        facts.append(("date", article.row.published.iso8601))
        if let outlet = article.row.outlet { facts.append(("source", outlet)) }
        if let url = article.url { facts.append(("url", url)) }
        if let language = article.row.language { facts.append(("language", language.code)) }
        var lines = facts.map { "\($0): \(quoted($1))" }
        if !article.companies.isEmpty {
            lines.append("companies: [" + article.companies.map { quoted($0.company) }.joined(separator: ", ") + "]")
        }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n\n" + SafeText.neutralised(lines: body) + "\n"
    }

    /// The document with its facts in a line under the title.
    var page: String {
        let outlet = article.row.outlet.map(escaped), author = article.author.map(escaped)
        let facts = [outlet, author, date, article.url.map { "<\($0)>" }].compactMap { $0 }.joined(separator: ", ")
        let title = "# " + escaped(SafeText.neutralised(article.row.title))
        return title + "\n\n" + facts + "\n\n" + pieces(withTitle: false).joined(separator: "\n\n") + "\n"
    }

    private var body: String {
        pieces(withTitle: true).joined(separator: "\n\n")
    }

    private func quoted(_ text: String) -> String {
        "\"" + SafeText.neutralised(text).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}

extension ArticleMarkdown {
    private func pieces(withTitle: Bool) -> [String] {
        var pieces: [String] = []
        var links = article.links[...]
        var wasItem = false
        for block in article.blocks where block.kind != .furniture && (withTitle || block.kind != .title) {
            while let link = links.first, link.range.lowerBound < block.range.lowerBound { links.removeFirst() }
            let inside = links.prefix { $0.range.upperBound <= block.range.upperBound }
            let piece = markdown(of: block, Array(inside))
            if block.kind == .item, wasItem, let last = pieces.popLast() {
                pieces.append(last + "\n" + piece)
            } else {
                pieces.append(piece)
            }
            wasItem = block.kind == .item
        }
        return pieces
    }

    private func markdown(of block: Block, _ links: [Link]) -> String {
        if block.kind == .code {
            let code = String(decoding: text[block.range], as: UTF8.self)
            let fence = String(repeating: "`", count: max(3, ArticleMarkdown.longestRun(of: "`", in: code) + 1))
            return fence + "\n" + code + "\n" + fence
        }
        let lines = linked(block.range, links).utf8.split(separator: UInt8(ascii: "\n"))
            .map { ArticleMarkdown.lineStart(Substring($0).drop { $0 == " " || $0 == "\t" }) }
        switch block.kind {
        case .title: return "# " + lines.joined(separator: " ")
        case .heading: return "## " + lines.joined(separator: " ")
        case .item: return "- " + lines.joined(separator: "\n  ")
        case .quote: return lines.map { "> " + $0 }.joined(separator: "\n")
        case .paragraph, .code, .furniture: return lines.joined(separator: "\n")
        }
    }

    /// A range of the text with its links written out.
    private func linked(_ range: Range<Int>, _ links: [Link]) -> String {
        var result = ""
        var position = range.lowerBound
        for link in links where link.range.lowerBound >= position {
            result += escaped(String(decoding: text[position..<link.range.lowerBound], as: UTF8.self))
            let words = String(decoding: text[link.range], as: UTF8.self)
            let address = link.address.replacing("<", with: "%3C").replacing(">", with: "%3E")
            result += words == link.address ? "<\(address)>" : "[\(escaped(words))](<\(address)>)"
            position = link.range.upperBound
        }
        return result + escaped(String(decoding: text[position..<range.upperBound], as: UTF8.self))
    }

    /// A text in which no mark of Markdown means anything.
    private func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: ArticleMarkdown.isMark) else { return text }
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for byte in text.utf8 {
            if ArticleMarkdown.isMark(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["),
            UInt8(ascii: "]"),
            UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "~"), UInt8(ascii: "|"):
            true
        default: false
        }
    }

    /// A line whose beginning is no mark of a heading, a list or a rule.
    private static func lineStart(_ line: Substring) -> String {
        guard let first = line.first else { return "" }
        if "#+-=".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, digits.count < 10, let mark = line[digits.endIndex...].first, mark == "." || mark == ")" {
            return digits + "\\" + line[digits.endIndex...]
        }
        return String(line)
    }

    private static func longestRun(of mark: Character, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for character in text {
            run = character == mark ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
