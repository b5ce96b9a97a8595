import Model

/// The words of an article as its readers see them: page furniture left out, white space as one blank.
enum ContentWords {
    /// Whether two texts have the same words.
    static func areSame(_ one: (text: String, blocks: [Block]), _ other: (text: String, blocks: [Block])) -> Bool {
        one.text == other.text || words(of: one.text, one.blocks) == words(of: other.text, other.blocks)
    }

    /// Whether two titles have the same words.
    static func areSame(_ one: String, _ other: String) -> Bool {
        one == other || words(of: one, []) == words(of: other, [])
    }

    private static func words(of text: String, _ blocks: [Block]) -> [UInt8] {
        var words: [UInt8] = []
        let bytes = Array(text.utf8)
        let ranges = blocks.isEmpty ? [0..<bytes.count] : blocks.filter { $0.kind != .furniture }.map(\.range)
        for range in ranges {
            for word in bytes[range.clamped(to: bytes.indices)].withoutHardSpaces.split(whereSeparator: { $0 <= 0x20 })
            {
                words += word
                words.append(0x20)
            }
        }
        return words
    }
}

extension ArraySlice<UInt8> {
    /// The bytes with two blanks in place of each no-break space (U+00A0).
    fileprivate var withoutHardSpaces: ArraySlice<UInt8> {
        guard contains(0xC2) else { return self }
        var copy = self
        for index in indices.dropLast() where self[index] == 0xC2 && self[index + 1] == 0xA0 {
            copy[index] = 0x20
            copy[index + 1] = 0x20
        }
        return copy
    }
}
