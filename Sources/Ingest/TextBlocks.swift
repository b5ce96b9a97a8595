import Model

/// Tells titles, headings, items, quotes and code among the lines of a plain text.
struct TextBlocks {
    private let lines: [TextLine]
    private let text: [UInt8]
    private let ends: [Ending]

    /// How a line ends.
    private enum Ending {
        /// A stop, with or without closing marks after it.
        case stop
        /// The stop of an abbreviation (`S.p.A.`, `U.S.`), that may end a sentence or not.
        case abbreviation
        /// A question mark.
        case question
        /// A comma, semicolon or colon: more is to come.
        case open
        /// A letter, a digit or another mark.
        case none
    }

    init(lines: [TextLine], text: [UInt8]) {
        self.lines = lines
        self.text = text
        ends = lines.map { TextBlocks.ending(of: text[$0.range]) }
    }

    /// The blocks of the lines, one each.
    var blocks: [Block] {
        var blocks: [Block] = []
        blocks.reserveCapacity(lines.count)
        var isCode = false
        for index in lines.indices {
            let range = lines[index].range
            let isFence = text.has("```", at: range.lowerBound)
            blocks.append(Block(range, isCode || isFence ? .code : kind(of: index)))
            if isFence { isCode.toggle() }
        }
        return blocks
    }

    private func kind(of index: Int) -> Block.Kind {
        let range = lines[index].range
        if text.has("> ", at: range.lowerBound) || text.has(">\n", at: range.lowerBound) { return .quote }
        if lines[index].isItem { return .item }
        if isRule(range) { return .furniture }
        if index == 0 { return isTitle ? .title : .paragraph }
        return isHeading(index) ? .heading : .paragraph
    }

    /// Whether the first line is a title: short, without a final stop, and an empty line or longer text follows.
    private var isTitle: Bool {
        let range = lines[0].range
        guard range.count <= 250, text[range].wordCount <= 32, ![.stop, .open].contains(ends[0]) else { return false }
        guard lines.count > 1, !Furniture.isFurniture(text[range]) else { return false }
        if (Byline(labelled: text[range]) ?? Byline(Array(text[range]))) != nil { return false }
        if lines[1].followsGap || Byline(Array(text[lines[1].range])) != nil { return true }
        let next = lines[1].range.count
        return next * 2 >= range.count * 3 || lines.prefix(4).contains { $0.range.count >= range.count * 2 }
    }

    /// Whether a line is a heading: short and without a final stop, or a question, before longer text or a list.
    private func isHeading(_ index: Int) -> Bool {
        let range = lines[index].range
        guard ends[index] == .none || ends[index] == .question, index + 1 < lines.count else { return false }
        let words = text[range].wordCount
        guard range.count <= 130, words <= (ends[index] == .question ? 15 : 18), beginsLikeHeading(range) else {
            return false
        }
        if lines[index + 1].isItem { return ends[index] == .none && lines[index].followsGap }
        return isLong(index + 1, after: range.count) || isUnderHeading(index)
    }

    /// Whether a line is long enough to be the text under a heading of so many bytes; where empty lines set both off, a
    /// short sentence will do.
    private func isLong(_ index: Int, after heading: Int) -> Bool {
        let count = lines[index].range.count
        let isSetOff = lines[index].followsGap && lines[index - 1].followsGap && ends[index - 1] == .none
        guard count >= (isSetOff ? 40 : 80), count * 2 >= heading * 3 else { return false }
        return ends[index] != .none || count >= 200
    }

    /// Whether a line set off by empty lines stands above another heading that has its text.
    private func isUnderHeading(_ index: Int) -> Bool {
        let next = index + 1
        guard next + 1 < lines.count, lines[index].followsGap, lines[next].followsGap, lines[next + 1].followsGap,
            lines[next].range.count <= 130, ends[next] == .none, beginsLikeHeading(lines[next].range)
        else { return false }
        return isLong(next + 1, after: lines[next].range.count)
    }

    /// Whether a line begins with a letter that may be a capital, a digit or an opening mark, and not as speech does.
    private func beginsLikeHeading(_ range: Range<Int>) -> Bool {
        guard let first = String(decoding: text[range].prefix(4), as: UTF8.self).unicodeScalars.first else {
            return false
        }
        if first.properties.isAlphabetic { return !first.properties.isLowercase }
        return "0123456789«“\"'‘¿(#".unicodeScalars.contains(first)
    }

    /// Whether a line has neither letter nor digit: a rule between parts.
    private func isRule(_ range: Range<Int>) -> Bool {
        range.count <= 200 && text[range].allSatisfy { !($0.isLetter || $0.isDigit || $0 > 0x7F) }
    }

    private static func ending(of line: ArraySlice<UInt8>) -> Ending {
        let tail = String(decoding: line.suffix(16), as: UTF8.self).unicodeScalars
        var isClosed = false
        for scalar in tail.reversed() {
            switch scalar {
            case "\"", "'", "»", "”", "’", ")", "]", "*", "_", " ": isClosed = true
            case ".": return line.split(separator: .space).last.map(isAbbreviation) == true ? .abbreviation : .stop
            case "!", "…": return .stop
            case "?": return isClosed ? .stop : .question
            case ",", ";", ":": return .open
            default: return .none
            }
        }
        return .none
    }

    /// Whether a word is letters with a stop after each part: `S.p.A.`.
    private static func isAbbreviation(_ word: ArraySlice<UInt8>) -> Bool {
        let parts = word.split(separator: UInt8(ascii: "."))
        return parts.count >= 2 && parts.allSatisfy { $0.count == 1 && $0.allSatisfy(\.isLetter) }
    }
}
