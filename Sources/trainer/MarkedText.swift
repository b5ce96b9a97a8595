import Entities
import Model

/// A text with the names in it, as people marked them.
struct MarkedText {
    /// A name in the text.
    struct Name: Hashable {
        /// Its bytes.
        var range: Range<Int>
        /// The number of its kind in `NameLabel.kinds`.
        var kind: Int
    }

    /// The text, blocks joined by line ends.
    var text = ""
    /// Its blocks.
    var blocks: [Block] = []
    /// The names, in order.
    var names: [Name] = []

    /// The letters of the kinds in marks and tags, in the order of `NameLabel.kinds`.
    static let letters: [Character] = ["C", "O", "P", "L", "R"]

    /// Begins a block.
    private mutating func begin() -> Int {
        if !text.isEmpty { text += "\n" }
        return text.utf8.count
    }

    private mutating func end(_ start: Int, _ kind: Block.Kind) {
        blocks.append(Block(start..<text.utf8.count, kind))
    }
}

extension MarkedText {
    /// The articles of a file of marked lines: the first line of each is its title, an empty line ends it.
    ///
    /// `[C Eni]` marks a name; the kinds are C company, O other organisation, P person, L place, R product.
    static func articles(marked text: String) -> [MarkedText] {
        text.split(separator: "\n\n").map { article in
            var marked = MarkedText()
            for line in article.split(separator: "\n") {
                let start = marked.begin()
                marked.append(marked: line)
                marked.end(start, marked.blocks.isEmpty ? .title : .paragraph)
            }
            return marked
        }
    }

    private mutating func append(marked line: Substring) {
        var rest = line
        while let open = rest.firstIndex(of: "[") {
            text += rest[..<open]
            let inside = rest[open...].dropFirst()
            guard let letter = inside.first, let kind = MarkedText.letters.firstIndex(of: letter),
                inside.dropFirst().first == " ", let close = inside.firstIndex(of: "]")
            else {
                text += "["
                rest = inside
                continue
            }
            let start = text.utf8.count
            text += inside.dropFirst(2)[..<close]
            names.append(Name(range: start..<text.utf8.count, kind: kind))
            rest = inside[close...].dropFirst()
        }
        text += rest
    }

    /// The sentences of a file of tagged words, a word and its BIO tag a line: each becomes a text of one paragraph.
    static func sentences(tagged text: String) -> [MarkedText] {
        text.split(separator: "\n\n").compactMap { sentence in
            var marked = MarkedText()
            var spacing = Spacing()
            for line in sentence.split(separator: "\n") {
                let fields = line.split(separator: "\t")
                guard fields.count == 2, let tag = fields[1].first else { continue }
                if spacing.needsSpace(before: fields[0]) { marked.text += " " }
                let start = marked.text.utf8.count
                marked.text += fields[0]
                let end = marked.text.utf8.count
                if let letter = fields[1].last, let kind = letters.firstIndex(of: letter), tag != "O" {
                    if tag == "I", let last = marked.names.last, last.kind == kind {
                        marked.names[marked.names.count - 1].range = last.range.lowerBound..<end
                    } else {
                        marked.names.append(Name(range: start..<end, kind: kind))
                    }
                }
            }
            guard !marked.text.isEmpty else { return nil }
            marked.blocks = [Block(0..<marked.text.utf8.count, .paragraph)]
            return marked
        }
    }
}

/// Where spaces stood between words that were taken apart.
private struct Spacing {
    private var last: Substring = ""
    private var quoteIsOpen = false

    /// Whether a space stands before a word, which is then the last one.
    mutating func needsSpace(before word: Substring) -> Bool {
        defer { last = word }
        if word == "\"" { quoteIsOpen.toggle() }
        guard !last.isEmpty else { return false }
        if last == "\"", quoteIsOpen, word != "\"" { return false }
        if word == "\"", !quoteIsOpen { return false }
        if [
            ".", ",", ";", ":", "!", "?", ")", "]", "%", "»", "”", "...", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d",
            "'",
        ].contains(word) {
            return false
        }
        if ["(", "[", "«", "“", "$", "£"].contains(last) { return false }
        let isElided = (last.hasSuffix("'") || last.hasSuffix("’")) && last.count > 1
        return !isElided
    }
}
