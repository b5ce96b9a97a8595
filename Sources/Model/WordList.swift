/// The words of a text as a difference compares them: by hash, each with its place.
///
/// A word is a run of letters, digits and marks between two of these (`2,4`, `l'Enel`, `S.p.A`); every other mark is one
/// of its own.
struct WordList {
    private(set) var hashes: [UInt64] = []
    /// Where the words stand, in UTF-8 bytes.
    private(set) var ranges: [Range<Int>] = []

    init(_ text: String, within parts: [Range<Int>]?) {
        var text = text
        text.withUTF8 { bytes in
            for part in parts ?? [0..<bytes.count] {
                add(part.clamped(to: 0..<bytes.count), of: bytes)
            }
        }
    }

    /// What a character is in a text.
    private enum Kind {
        case blank, letter, mark
    }

    private mutating func add(_ part: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
        var index = part.lowerBound
        while index < part.upperBound {
            let (kind, length) = WordList.character(at: index, in: bytes, to: part.upperBound)
            switch kind {
            case .blank: index += length
            case .mark:
                append(index..<(index + length), of: bytes)
                index += length
            case .letter:
                let end = WordList.endOfWord(from: index, in: bytes, to: part.upperBound)
                append(index..<end, of: bytes)
                index = end
            }
        }
    }

    private mutating func append(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in range { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        hashes.append(hash)
        ranges.append(range)
    }

    /// The end of the word that begins at a letter: a mark belongs to it where a letter follows.
    private static func endOfWord(from start: Int, in bytes: UnsafeBufferPointer<UInt8>, to end: Int) -> Int {
        var index = start
        while index < end {
            let (kind, length) = character(at: index, in: bytes, to: end)
            if kind == .blank { break }
            if kind == .mark {
                guard joins(bytes[index]) || length == 3 && bytes[index + 2] == 0x99, index + length < end,
                    character(at: index + length, in: bytes, to: end).kind == .letter
                else { break }
            }
            index += length
        }
        return index
    }

    /// Whether a mark can stand within a word: `.`, `,`, `:`, `'`, `-`, `&`, `@`, `/`.
    private static func joins(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2E, 0x2C, 0x3A, 0x27, 0x2D, 0x26, 0x40, 0x2F: true
        default: false
        }
    }

    /// The kind of the character at a place and its length in bytes: beyond ASCII, the no-break space is a blank, and
    /// quotation marks, dashes and what else is in General Punctuation (U+2010 to U+203F) are marks.
    private static func character(
        at index: Int, in bytes: UnsafeBufferPointer<UInt8>, to end: Int
    ) -> (kind: Kind, length: Int) {
        let byte = bytes[index]
        if byte <= 0x20 { return (.blank, 1) }
        if byte < 0x80 {
            let isLetter = (48...57).contains(byte) || (97...122).contains(byte | 0x20)
            return (isLetter ? .letter : .mark, 1)
        }
        var length = 1
        while index + length < end, bytes[index + length] & 0xC0 == 0x80, length < 4 { length += 1 }
        if byte == 0xC2, length == 2 {
            let next = bytes[index + 1]
            return (next == 0xA0 ? .blank : next == 0xAB || next == 0xBB ? .mark : .letter, 2)
        }
        if byte == 0xE2, length == 3, bytes[index + 1] == 0x80 {
            let next = bytes[index + 2]
            return (next <= 0x8A || next == 0xAF ? .blank : next >= 0x90 ? .mark : .letter, 3)
        }
        return (.letter, length)
    }
}
