import Model

/// The words of an article as its readers see them: page furniture left out, white space as one blank.
enum ContentWords {
    /// Whether two texts have the same words.
    static func areSame(_ one: (text: String, blocks: [Block]), _ other: (text: String, blocks: [Block])) -> Bool {
        guard one.text != other.text else { return true }
        var (text, otherText) = (one.text, other.text)
        return text.withUTF8 { bytes in
            otherText.withUTF8 { WordBytes(bytes, one.blocks).elementsEqual(WordBytes($0, other.blocks)) }
        }
    }

    /// Whether two titles have the same words.
    static func areSame(_ one: String, _ other: String) -> Bool {
        areSame((one, []), (other, []))
    }
}

/// The bytes of a text's words, a blank after each, found while they are asked for.
private struct WordBytes: Sequence, IteratorProtocol {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var ranges: ArraySlice<Range<Int>>
    private var index: Int
    private var isInWord = false

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ blocks: [Block]) {
        self.bytes = bytes
        let shown = blocks.filter { $0.kind != .furniture }.map { $0.range.clamped(to: bytes.indices) }
        ranges = blocks.isEmpty ? [bytes.indices] : shown[...]
        index = ranges.first?.lowerBound ?? 0
    }

    mutating func next() -> UInt8? {
        while let range = ranges.first {
            if index < range.upperBound {
                let byte = bytes[index]
                // A no-break space (U+00A0) has two bytes.
                let isHardSpace = byte == 0xC2 && index + 1 < range.upperBound && bytes[index + 1] == 0xA0
                index += isHardSpace ? 2 : 1
                if byte > 0x20, !isHardSpace {
                    isInWord = true
                    return byte
                }
            } else {
                ranges.removeFirst()
                index = ranges.first?.lowerBound ?? 0
            }
            if isInWord {
                isInWord = false
                return 0x20
            }
        }
        return nil
    }
}
