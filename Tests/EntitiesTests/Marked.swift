import Entities
import Model

/// A text with marks drawn in it: `"«Eni» vende il 20% di «Plenitude»"`.
struct Marked {
    /// The text without the marks.
    var text = ""
    /// What was marked, in order.
    var marks: [String] = []

    /// Takes the marks out of a text.
    init(_ drawn: String) {
        var open: String?
        for letter in drawn {
            switch letter {
            case "«": open = ""
            case "»":
                if let open { marks.append(open) }
                open = nil
            default:
                text.append(letter)
                open?.append(letter)
            }
        }
    }
}

extension Annotator {
    /// The annotation of lines: `# ` before a line makes it a heading, the first line a title where it starts with `T `,
    /// and `x ` a line of furniture; every other line is a paragraph.
    func annotate(lines text: String, language: Language? = .italian) -> (text: String, annotation: Annotation) {
        var plain = ""
        var blocks: [Block] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let kinds: [(String, Block.Kind)] = [("T ", .title), ("# ", .heading), ("x ", .furniture)]
            let found = kinds.first { line.hasPrefix($0.0) }
            let words = line.dropFirst(found?.0.count ?? 0)
            let start = plain.utf8.count
            plain += words
            if !words.isEmpty { blocks.append(Block(start..<plain.utf8.count, found?.1 ?? .paragraph)) }
            plain += "\n"
        }
        return (plain, annotate(text: plain, blocks: blocks, language: language))
    }

    /// The mentions of lines as `kind surface = company`.
    func mentions(_ text: String, language: Language? = .italian) -> [String] {
        let (plain, annotation) = annotate(lines: text, language: language)
        return annotation.mentions.map { mention in
            let surface = plain.surface(mention.range)
            let company = mention.company.map { $0 == surface ? "" : " = \($0)" } ?? ""
            return "\(mention.kind.rawValue) \(surface)\(company)"
        }
    }

    /// The surfaces of all company mentions of a text.
    func companies(_ text: String, language: Language? = .italian) -> [String] {
        let (plain, annotation) = annotate(lines: text, language: language)
        return annotation.mentions.filter { $0.kind == .company }.map { plain.surface($0.range) }
    }

    /// The values of all amounts of a text.
    func amounts(_ text: String, language: Language? = .italian) -> [Amount] {
        annotate(lines: text, language: language).annotation.mentions.compactMap(\.amount)
    }
}

extension String {
    /// The text of a range of UTF-8 bytes.
    func surface(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }
}
