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

    init(_ article: ParsedArticle) {
        self.init(title: article.title, text: article.text, blocks: article.blocks)
    }
}

/// Hashes the words of a text in one pass, eight bytes at a time (multiply and shift, as in MurmurHash64A; Appleby).
private struct WordScan {
    private(set) var words = 0
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var pending: UInt64 = 0
    private var count = 0

    /// The hash of what was added so far; never 0.
    var hash: Int64 {
        var last = self
        last.mix(last.pending ^ UInt64(last.count) << 56)
        return last.state == 0 ? 1 : Int64(bitPattern: last.state)
    }

    /// Adds the words of some bytes, each with a blank before it.
    mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        var isInWord = false
        var previous: UInt8 = 0
        for (index, byte) in bytes.enumerated() {
            defer { previous = byte }
            if byte <= 0x20 {
                isInWord = false
                continue
            }
            if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 { continue }
            if byte == 0xA0, previous == 0xC2 {
                isInWord = false
                continue
            }
            if !isInWord {
                words += 1
                isInWord = true
                put(0x20)
            }
            put(WordScan.small(byte, after: previous))
        }
    }

    /// A byte of a capital as that of the small letter: ASCII, and the Latin-1 letters behind `0xC3`.
    private static func small(_ byte: UInt8, after previous: UInt8) -> UInt8 {
        if byte < 0x80 { return byte &- 65 < 26 ? byte | 0x20 : byte }
        return previous == 0xC3 && byte <= 0x9E && byte != 0x97 ? byte | 0x20 : byte
    }

    private mutating func put(_ byte: UInt8) {
        pending = pending << 8 | UInt64(byte)
        count += 1
        if count & 7 == 0 {
            mix(pending)
            pending = 0
        }
    }

    private mutating func mix(_ value: UInt64) {
        var value = value &* 0xC6A4_A793_5BD1_E995
        value ^= value >> 47
        state = (state ^ value &* 0xC6A4_A793_5BD1_E995) &* 0xC6A4_A793_5BD1_E995
    }
}
