/// Cuts text into words in one pass over its bytes; addresses, handles and hashtags are left out.
struct Tokenizer {
    private let bytes: UnsafeBufferPointer<UInt8>
    private let lexicon: Lexicon
    private var index = 0
    private var end = 0

    /// A tokenizer of a text.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) {
        self.bytes = bytes
        self.lexicon = lexicon
    }

    /// Appends the words of one block.
    mutating func append(_ range: Range<Int>, to tokens: inout [Token]) {
        index = range.lowerBound
        end = range.upperBound
        var gap = GapReader()
        var isFirst = true
        while index < end {
            let start = index
            if let token = word() {
                tokens.append(finish(token, gap: isFirst ? .block : gap.gap))
                isFirst = false
                gap = GapReader()
            } else if index == start {
                separator(&gap, &tokens, isFirst: &isFirst)
            }
        }
    }

    private func finish(_ token: Token, gap: Token.Gap) -> Token {
        var token = token
        token.gap = gap
        token.roles = lexicon.roles(token.hash)
        return token
    }

    /// The word at the index, if one starts here.
    @inline(__always)
    private mutating func word() -> Token? {
        let start = index
        var hash = WordHash()
        var letters = 0
        var capitals = 0
        var firstIsCapital = false
        var inner = false
        var afterSmall = false
        while index < end {
            let byte = bytes[index]
            let lower = byte | 0x20
            if lower &- 97 < 26 {
                let isCapital = byte < 97
                hash.add(lower)
                firstIsCapital = firstIsCapital || (isCapital && letters == 0)
                inner = inner || (isCapital && afterSmall)
                afterSmall = !isCapital
                letters += 1
                capitals += isCapital ? 1 : 0
                index += 1
            } else if byte &- 48 < 10 {
                hash.add(byte)
                afterSmall = false
                index += 1
            } else if byte >= 0x80 {
                let (value, next) = Letters.scalar(bytes, at: index)
                let kind = Letters.kind(value)
                guard kind == .letter || (kind == .invisible && index > start) else { break }
                index = min(next, end)
                guard kind == .letter else { continue }
                let isCapital = Letters.isCapital(value)
                hash.add(packed: Letters.folded(value))
                firstIsCapital = firstIsCapital || (isCapital && letters == 0)
                afterSmall = !isCapital
                letters += 1
                capitals += isCapital ? 1 : 0
            } else {
                break
            }
        }
        guard index > start else { return nil }
        var shape: Token.Shape = firstIsCapital ? .capital : []
        if letters > 0, letters == capitals { shape.insert(.upper) }
        if inner { shape.insert(.inner) }
        if bytes[start] &- 48 < 10 { shape.insert(.digit) }
        return Token(
            start: Int32(start), end: Int32(index), hash: hash.value, roles: [], gap: .block, shape: shape)
    }

    /// Takes one scalar between words: into the gap, as a mark, or as the start of an address to skip.
    private mutating func separator(_ gap: inout GapReader, _ tokens: inout [Token], isFirst: inout Bool) {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "!"):
            guard isMark(byte, gap) else { return skip(&gap) }
            var hash = WordHash()
            hash.add(byte)
            let mark = Token(
                start: Int32(index), end: Int32(index + 1), hash: hash.value, roles: [], gap: .block, shape: .mark)
            tokens.append(finish(mark, gap: isFirst ? .block : gap.gap))
            isFirst = false
            gap = GapReader()
            index += 1
            if byte == UInt8(ascii: "!") { gap.endsSentence = true }
        case UInt8(ascii: "@"), UInt8(ascii: "#"):
            if gap.isEmpty, let last = tokens.last, Int(last.end) == index { tokens.removeLast() }
            skipAddress(&gap)
        case UInt8(ascii: ":")
        where index + 2 < end && bytes[index + 1] == UInt8(ascii: "/") && bytes[index + 2] == UInt8(ascii: "/"):
            skipAddress(&gap)
        default:
            skip(&gap)
        }
    }

    /// Whether a sign is part of a name: `&` always, `+` and `!` directly after a word and before no other.
    private func isMark(_ byte: UInt8, _ gap: GapReader) -> Bool {
        guard byte != UInt8(ascii: "&") else { return true }
        guard gap.isEmpty, index > 0, bytes[index - 1] > 47 else { return false }
        guard index + 1 < end else { return true }
        let next = bytes[index + 1]
        return next < 0x80 && !(next &- 48 < 10) && !((next | 0x20) &- 97 < 26)
    }

    private mutating func skip(_ gap: inout GapReader) {
        let (value, next) = Letters.scalar(bytes, at: index)
        gap.add(value)
        index = min(next, end)
    }

    /// Skips a web or mail address, a handle or a hashtag up to the next white space or bracket.
    private mutating func skipAddress(_ gap: inout GapReader) {
        while index < end, bytes[index] > 32, bytes[index] != UInt8(ascii: ")"), bytes[index] != UInt8(ascii: "\"") {
            index += 1
        }
        gap.isOther = true
    }
}

/// What was seen between two words so far.
struct GapReader {
    private var count = 0
    private var spaces = 0
    private var lines = 0
    private var first: Token.Gap = .other
    private var stops = false
    /// A sentence ended here for certain.
    var endsSentence = false
    /// Something stood here that no name contains.
    var isOther = false

    /// Nothing stood here.
    var isEmpty: Bool {
        count == 0
    }

    /// Takes one scalar in.
    @inline(__always)
    mutating func add(_ value: UInt32) {
        count += 1
        switch value {
        case 32, 9, 13: spaces += 1
        case 10:
            spaces += 1
            lines += 1
        case 46:
            stops = true
            mark(.dot)
        case 45: mark(.hyphen)
        case 39: mark(.apostrophe)
        case 47: mark(.slash)
        case 33, 63, 0x2026:
            endsSentence = true
            isOther = true
        default: addRare(value)
        }
    }

    private mutating func addRare(_ value: UInt32) {
        switch value < 0x80 ? .mark : Letters.kind(value) {
        case .space: spaces += 1
        case .hyphen: mark(.hyphen)
        case .apostrophe: mark(.apostrophe)
        case .invisible: count -= 1
        case .letter, .mark: isOther = true
        }
    }

    @inline(__always)
    private mutating func mark(_ gap: Token.Gap) {
        if count == 1 { first = gap } else { isOther = true }
    }

    /// What it all amounts to.
    @inline(__always)
    var gap: Token.Gap {
        guard count > 0 else { return endsSentence ? .sentence : .joined }
        if lines > 1 || (endsSentence && spaces > 0) { return .sentence }
        if isOther { return stops && spaces > 0 ? .sentence : .other }
        if spaces == count { return .space }
        if spaces > 0 { return first == .dot ? .dotSpace : .other }
        return first
    }
}
