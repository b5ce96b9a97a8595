import Model

/// By what a text is known again wherever it comes from: a hash of its words in small letters, white space and page
/// furniture left out.
struct TextPrint: Equatable {
    /// How many words the text has, furniture left out: runs of bytes between blanks.
    let words: Int
    /// The hash of text and title.
    let whole: Int64
    /// The hash under which the same text is looked for: of the text alone where it is long enough to be one article's
    /// under another title too, else of text and title. The text of a title block counts as title.
    let fingerprint: Int64

    /// From how many words on a text is known without its title.
    static let longText = 50

    init(title: String, text: String, blocks: [Block]) {
        var (scan, titles) = (WordScan(), WordScan())
        var text = text
        text.withUTF8 { bytes in
            if blocks.isEmpty { scan.add(bytes) }
            for block in blocks where block.kind != .furniture {
                let range = block.range.clamped(to: bytes.indices)
                let part = UnsafeBufferPointer(rebasing: bytes[range])
                if block.kind == .title { titles.add(part) } else { scan.add(part) }
            }
        }
        words = scan.words + titles.words
        let textHash = scan.hash
        var title = title
        title.withUTF8 { scan.add(UnsafeBufferPointer(rebasing: $0[...])) }
        whole = scan.hash
        fingerprint = words >= TextPrint.longText ? textHash : whole
    }

    /// The hash of some text, case and white space aside, and how many words it has.
    static func piece(_ bytes: UnsafeBufferPointer<UInt8>) -> (hash: Int64, words: Int) {
        var scan = WordScan()
        scan.add(bytes)
        return (scan.hash, scan.words)
    }

    init(_ article: ParsedArticle) {
        self.init(title: article.title, text: article.text, blocks: article.blocks)
    }
}

/// Hashes the words of a text in one pass, up to eight bytes of a word at a time: tests of eight bytes at once after
/// Warren, "Hacker's Delight", section 6-1; mixing as in MurmurHash64A (Appleby).
private struct WordScan {
    private(set) var words = 0
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var isInWord = false
    private static let high: UInt64 = 0x8080_8080_8080_8080

    /// The hash of what was added so far; never 0.
    var hash: Int64 {
        let last = state ^ state >> 47
        return last == 0 ? 1 : Int64(bitPattern: last)
    }

    /// Adds the words of some bytes.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let start = UnsafeRawPointer(bytes.baseAddress) else { return }
        isInWord = false
        var index = 0
        var previous: UInt8 = 0
        while index < bytes.count {
            let room = min(8, bytes.count - index)
            let chunk = WordScan.chunk(start + index, room)
            // The lowest byte that is a blank or no ASCII is found exactly; those above it need not be.
            let stops = (chunk | (chunk &- 0x2121_2121_2121_2121) & ~chunk) & WordScan.high
            let length = min(room, stops.trailingZeroBitCount / 8)
            if length > 0 {
                mix(WordScan.small(length == 8 ? chunk : chunk & (1 << UInt64(8 * length) - 1)))
                index += length
                previous = 0
                continue
            }
            let byte = UInt8(truncatingIfNeeded: chunk)
            let isHardSpace = byte == 0xC2 && room > 1 && chunk >> 8 & 0xFF == 0xA0
            if byte <= 0x20 || isHardSpace {
                isInWord = false
            } else {
                // Capitals of Latin-1 behind `0xC3`.
                let isCapital = previous == 0xC3 && byte <= 0x9E && byte != 0x97
                mix(UInt64(isCapital ? byte | 0x20 : byte))
            }
            previous = byte
            index += isHardSpace ? 2 : 1
        }
    }

    /// Up to eight bytes, the first one lowest.
    private static func chunk(_ start: UnsafeRawPointer, _ count: Int) -> UInt64 {
        guard count < 8 else { return UInt64(littleEndian: start.loadUnaligned(as: UInt64.self)) }
        return (0..<count).reduce(0) { $0 | UInt64(start.load(fromByteOffset: $1, as: UInt8.self)) << UInt64(8 * $1) }
    }

    /// ASCII with capitals as small letters.
    private static func small(_ chunk: UInt64) -> UInt64 {
        let fromA = chunk &+ 0x3F3F_3F3F_3F3F_3F3F
        let pastZ = chunk &+ 0x2525_2525_2525_2525
        return chunk | (fromA & ~pastZ & high) >> 2
    }

    /// Takes in a part of a word; the first one of a word is marked by a bit that ASCII leaves free.
    private mutating func mix(_ part: UInt64) {
        var value = part
        if !isInWord {
            words += 1
            isInWord = true
            value |= 1 << 63
        }
        value = value &* 0xC6A4_A793_5BD1_E995
        value ^= value >> 47
        state = (state ^ value &* 0xC6A4_A793_5BD1_E995) &* 0xC6A4_A793_5BD1_E995
    }
}
