/// Text whose lines were broken near a fixed width, as in mails and old archives.
enum Wrapping {
    /// Whether lines were broken near a fixed width: nearly every line that another one follows directly is nearly as
    /// long as the longest, which has at most 130 bytes, and the sentence goes on in the next line: a third of the
    /// next lines begin with a small letter.
    static func isWrapped(_ lines: [TextLine], in text: [UInt8]) -> Bool {
        let widths = lines.map(\.range.count)
        guard let widest = widths.max(), 40...130 ~= widest else { return false }
        let inner = lines.indices.dropLast().filter { !lines[$0 + 1].followsGap && !lines[$0 + 1].isItem }
        guard inner.count >= 2 else { return false }
        let full = inner.count { widths[$0] * 100 >= widest * 70 }
        let goingOn = inner.count { 0x61...0x7A ~= text[lines[$0 + 1].range.lowerBound] }
        return full * 100 >= inner.count * 80 && goingOn * 3 >= inner.count
    }

    /// The paragraphs of broken lines: lines up to an empty one or a list mark are joined; a first line that is much
    /// shorter than the next one is left alone, as a title.
    static func joined(_ lines: [TextLine], in text: [UInt8]) -> [TextLine] {
        var paragraphs: [TextLine] = []
        for (index, line) in lines.enumerated() {
            let isTitle = index == 1 && lines[0].range.count * 10 < line.range.count * 8
            if line.followsGap || line.isItem || isTitle || isStopped(paragraphs.last, line, in: text) {
                paragraphs.append(line)
            } else if let last = paragraphs.indices.last {
                paragraphs[last].range = paragraphs[last].range.lowerBound..<line.range.upperBound
            }
        }
        return paragraphs
    }

    /// Whether a list item, or a line of quotation, is over where the next line begins: the two differ in `>`.
    private static func isStopped(_ last: TextLine?, _ line: TextLine, in text: [UInt8]) -> Bool {
        guard let last else { return true }
        let mark = UInt8(ascii: ">")
        return (text[last.range.lowerBound] == mark) != (text[line.range.lowerBound] == mark)
    }
}
