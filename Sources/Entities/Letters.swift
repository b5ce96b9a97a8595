import Model

/// Letters and marks of UTF-8 text, folded as `Folding` folds them, without making strings.
enum Letters {
    /// What a scalar is to the tokenizer.
    enum Kind {
        case letter, space, hyphen, apostrophe, mark
        /// Combining marks, soft hyphens and joiners: part of the word they stand in, but no letter of it.
        case invisible
    }

    /// A scalar at a byte offset, and where the next one starts. Broken UTF-8 gives U+FFFD, one byte long.
    @inline(__always)
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (value: UInt32, next: Int) {
        let first = UInt32(bytes[index])
        let count = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard count > 0, index + count <= bytes.count else { return (0xFFFD, index + 1) }
        var value = count == 1 ? first : first & (0x7F >> UInt32(count))
        for offset in 1..<max(count, 1) {
            value = value << 6 | UInt32(bytes[index + offset] & 0x3F)
        }
        return (value, index + count)
    }

    /// What a scalar beyond ASCII is.
    static func kind(_ value: UInt32) -> Kind {
        switch value {
        case 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: .space
        case 0xB7, 0x2010, 0x2011, 0x2219, 0x22C5: .hyphen
        case 0x2018, 0x2019, 0x02BC: .apostrophe
        case 0xAD, 0x300...0x36F, 0x200B...0x200D, 0x2060, 0xFE00...0xFE0F, 0xFEFF: .invisible
        case 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2AF, 0x370...0x1FFF, 0x2C00...0x2DFF: .letter
        case 0x3005...0x3007, 0x3031...0xD7FF, 0xF900...0xFDFF, 0xFE70...0xFEFE, 0xFF10...0xFFDC: .letter
        case 0x10000...0x1CFFF, 0x20000...0x3FFFF: .letter
        default: .mark
        }
    }

    /// Whether a letter beyond ASCII is a capital.
    static func isCapital(_ value: UInt32) -> Bool {
        switch value {
        case 0xC0...0xDE, 0x391...0x3A9, 0x400...0x42F, 0x178: true
        case 0x100...0x137, 0x14A...0x177, 0x218...0x21B, 0x1E00...0x1EFF: value & 1 == 0
        case 0x139...0x148, 0x179...0x17E: value & 1 == 1
        default: false
        }
    }

    /// The folded bytes of a letter beyond ASCII, lowest byte first; 0 ends them.
    static func folded(_ value: UInt32) -> UInt32 {
        switch value {
        case 0xC0...0x17F: latin[Int(value - 0xC0)]
        case 0x218, 0x219: UInt32(UInt8(ascii: "s"))
        case 0x21A, 0x21B: UInt32(UInt8(ascii: "t"))
        case 0x391...0x3A9, 0x410...0x42F: packed(value + 0x20)
        case 0x400...0x40F: packed(value + 0x50)
        default: packed(value)
        }
    }

    /// The UTF-8 bytes of a scalar, lowest byte first.
    private static func packed(_ value: UInt32) -> UInt32 {
        switch value {
        case ..<0x80: return value
        case ..<0x800: return (0xC0 | value >> 6) | (0x80 | value & 63) << 8
        case ..<0x10000: return (0xE0 | value >> 12) | (0x80 | value >> 6 & 63) << 8 | (0x80 | value & 63) << 16
        default:
            let low = (0x80 | value >> 6 & 63) << 16 | (0x80 | value & 63) << 24
            return (0xF0 | value >> 18 & 7) | (0x80 | value >> 12 & 63) << 8 | low
        }
    }

    /// Folded forms of U+00C0 to U+017F.
    private static let latin: [UInt32] = (UInt32(0xC0)...0x17F).map { value in
        let letter = Unicode.Scalar(value).map { String(Character($0)) } ?? ""
        return Folding.fold(letter).utf8.reversed().reduce(0) { $0 << 8 | UInt32($1) }
    }
}

/// The folded bytes of a word, one after another.
struct FoldedBytes: IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index: Int
    private let end: Int
    private var pending: UInt32 = 0

    /// The folded letters of `bytes[range]`.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    /// The next folded byte.
    @inline(__always)
    mutating func next() -> UInt8? {
        while pending == 0 {
            guard index < end else { return nil }
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                return byte &- 65 < 26 ? byte | 0x20 : byte
            }
            let (value, after) = Letters.scalar(bytes, at: index)
            index = after
            pending = Letters.kind(value) == .invisible ? 0 : Letters.folded(value)
        }
        defer { pending >>= 8 }
        return UInt8(truncatingIfNeeded: pending)
    }
}

/// A running hash of folded bytes (FNV-1a, 64 bits folded to 32).
struct WordHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes one folded byte in.
    @inline(__always)
    mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x100_0000_01B3
    }

    /// Takes all bytes of a folded letter in.
    mutating func add(packed: UInt32) {
        var rest = packed
        while rest != 0 {
            add(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    /// The hash of what was taken in.
    @inline(__always)
    var value: UInt32 {
        UInt32(truncatingIfNeeded: state ^ state >> 29)
    }

    /// The hash of a word, whatever its case and accents.
    static func of(_ word: String) -> UInt32 {
        var hash = WordHash()
        for byte in Folding.fold(word).utf8 {
            hash.add(byte)
        }
        return hash.value
    }

    /// Calls `body` with the hash of each word of a list with single spaces between.
    static func each(in words: String, _ body: (UInt32) -> Void) {
        var words = words
        words.withUTF8 { bytes in
            var hash = WordHash()
            var folded = FoldedBytes(bytes, bytes.indices)
            while let byte = folded.next() {
                if byte == UInt8(ascii: " ") {
                    body(hash.value)
                    hash = WordHash()
                } else {
                    hash.add(byte)
                }
            }
            if !bytes.isEmpty { body(hash.value) }
        }
    }
}
