import Model

/// The draft of a plain text: the text is kept as it is, and blocks are ranges in it.
///
/// Each line with text is a block, except where lines were broken near a fixed width: there the lines up to an empty
/// one are a block. Front matter is read as in Markdown, and its lines are furniture.
func textDraft(_ text: [UInt8]) -> Draft {
    let matter = FrontMatter(of: text)
    var lines = TextLine.lines(of: text)
    let head = lines.prefix { $0.range.lowerBound < matter?.end ?? 0 }
    lines.removeFirst(head.count)
    if Wrapping.isWrapped(lines, in: text) { lines = Wrapping.joined(lines, in: text) }
    var draft = Draft(text: text, facts: matter?.facts ?? Facts())
    draft.blocks = head.map { Block($0.range, .furniture) } + TextBlocks(lines: lines, text: text).blocks
    draft.links = bareLinks(in: text, blocks: draft.blocks)
    return draft
}

/// A line of a plain text, or a paragraph of joined lines, without blanks at its ends.
struct TextLine {
    /// Where it stands in the text, in bytes; never empty.
    var range: Range<Int>
    /// Whether an empty line, or the beginning of the text, stands before it.
    var followsGap: Bool
    /// Whether it begins with a list mark.
    var isItem: Bool

    /// Lines beyond so many stand together, 64 kB in one: no article has as many, and each block takes memory.
    static let most = 100_000

    /// The lines of a text that are not blank.
    static func lines(of text: [UInt8]) -> [TextLine] {
        var lines: [TextLine] = []
        var start = 0
        var hasGap = true
        while start < text.count {
            let end = text[start...].firstIndex(of: .newline) ?? text.count
            let range = text.trimmed(start..<end)
            if lines.count >= most, let last = lines.last?.range, range.upperBound - last.lowerBound < 1 << 16 {
                if !range.isEmpty { lines[lines.count - 1].range = last.lowerBound..<range.upperBound }
            } else if !range.isEmpty {
                lines.append(TextLine(range: range, followsGap: hasGap, isItem: hasListMark(text[range])))
            }
            hasGap = range.isEmpty
            start = end + 1
        }
        return lines
    }

    /// Whether a line begins with `- `, `* `, `• `, `▶`, `1. `, `2) ` and the like.
    private static func hasListMark(_ line: ArraySlice<UInt8>) -> Bool {
        let start = line.startIndex
        let digits = line.prefix(3).prefix(while: \.isDigit)
        if !digits.isEmpty {
            let rest = line[digits.endIndex...].prefix(2)
            return rest.count == 2
                && (rest[rest.startIndex] == UInt8(ascii: ".") || rest[rest.startIndex] == UInt8(ascii: ")"))
                && rest[rest.startIndex + 1].isBlank
        }
        let marks = ["- ", "* ", "+ ", "• ", "– ", "▶", "►", "‣", "◦", "▪", "■", "→ ", "✓", "✔"]
        // A dash before a capital and a final stop may be speech; only hyphens and bullets are list marks for sure.
        guard let mark = marks.first(where: { line.starts(with: $0.utf8) }) else { return false }
        return mark != "– " || line[start...].last != UInt8(ascii: ".")
    }
}
