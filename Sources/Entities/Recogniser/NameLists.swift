/// What the lists of names know of a word or run of words: hints for the recogniser, none of which decides alone.
package struct ListMarks: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Given name of a person.
    package static let given = ListMarks(rawValue: 1 << 0)
    /// Family name.
    package static let family = ListMarks(rawValue: 1 << 1)
    /// Place in Italy.
    package static let italianPlace = ListMarks(rawValue: 1 << 2)
    /// Place anywhere else.
    package static let place = ListMarks(rawValue: 1 << 3)
    /// Organisation that is no company.
    package static let body = ListMarks(rawValue: 1 << 4)
    /// First or last word of the names of firms (`Banca`, `Holdings`).
    package static let firmHead = ListMarks(rawValue: 1 << 5)
    /// First or last word of the names of other organisations (`Ministero`, `University`).
    package static let bodyHead = ListMarks(rawValue: 1 << 6)
    /// Word that stands before a person's name (`presidente`, `Mr`).
    package static let title = ListMarks(rawValue: 1 << 7)
    /// Common word that is also a name.
    package static let common = ListMarks(rawValue: 1 << 8)
    /// Word that running text writes small.
    package static let small = ListMarks(rawValue: 1 << 9)
    /// More than one word.
    package static let several = ListMarks(rawValue: 1 << 10)
    /// A longer listed name begins with these words.
    static let goesOn = ListMarks(rawValue: 1 << 15)
}

/// Listed names by their words, in a hash table.
///
/// A slot is a check of 32 bits, the marks, and the class of a word (`v-deal` for what says a purchase); a run of words has a key chained from its words' hashes, so that one step
/// is made for each word. With 60,000 names one wrong answer is met in some 70,000 look-ups.
package struct NameLists: Sendable {
    private let slots: [UInt64]
    private let shift: UInt64
    private let mask: Int

    /// The lists in a table of `1 << bits` slots.
    package init(_ slots: [UInt64], bits: Int) {
        self.slots = slots
        shift = UInt64(64 - bits)
        mask = slots.count - 1
    }

    /// The key of a run of words that ends with a word.
    @inline(__always)
    package static func key(after key: UInt64, _ hash: UInt32) -> UInt64 {
        (key ^ UInt64(hash)) &* 0x9E37_79B9_7F4A_7C15 ^ (key >> 31)
    }

    /// What is known of a run of words.
    struct Entry {
        /// The lists that it stands in.
        var marks: ListMarks
        /// The class of a single word from 1; 0 for none.
        var wordClass: UInt8
    }

    /// What is known of the run of words with a key; nothing for most.
    @inline(__always)
    func entry(_ key: UInt64) -> Entry {
        var index = Int(key >> shift)
        let check = key & 0xFFFF_FFFF | 1
        while true {
            let slot = slots[index]
            if slot == 0 { return Entry(marks: [], wordClass: 0) }
            if slot & 0xFFFF_FFFF == check {
                return Entry(
                    marks: ListMarks(rawValue: UInt16(truncatingIfNeeded: slot >> 32)),
                    wordClass: UInt8(truncatingIfNeeded: slot >> 48))
            }
            index = (index + 1) & mask
        }
    }
}

/// Builds the table of `NameLists`.
package struct NameListBuilder {
    private var marks: [UInt64: ListMarks] = [:]
    private var classes: [UInt64: UInt8] = [:]

    /// No names.
    package init() {}

    /// Adds a name, words separated by spaces; longer ones than five words are left out.
    package mutating func add(_ name: String, _ mark: ListMarks) {
        let words = NameListBuilder.words(of: name)
        guard !words.isEmpty, words.count <= 5 else { return }
        var key: UInt64 = 0
        for (offset, word) in words.enumerated() {
            key = NameLists.key(after: key, word)
            let isLast = offset == words.count - 1
            marks[key, default: []].insert(isLast ? mark : .goesOn)
            if isLast, words.count > 1 { marks[key, default: []].insert(.several) }
        }
    }

    /// Says the class of a single word, 1 to 255; the first one said stays.
    package mutating func add(_ word: String, wordClass: UInt8) {
        let words = NameListBuilder.words(of: word)
        guard words.count == 1 else { return }
        let key = NameLists.key(after: 0, words[0])
        marks[key, default: []].formUnion([])
        if classes[key] == nil { classes[key] = wordClass }
    }

    /// The hashes of a name's words, as the recogniser cuts them.
    package static func words(of name: String) -> [UInt32] {
        let bytes = Array(name.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var tokens: [NameToken] = []
            var tokenizer = NameTokenizer(buffer)
            tokenizer.append(buffer.indices, isUpper: false, to: &tokens)
            return tokens.map(\.hash)
        }
    }

    /// The table, at most five eighths full, and its size in bits.
    package func table() -> (slots: [UInt64], bits: Int) {
        var bits = 8
        while 5 << bits < marks.count * 8 { bits += 1 }
        var slots = [UInt64](repeating: 0, count: 1 << bits)
        for (key, marks) in marks.sorted(by: { $0.key < $1.key }) {
            var index = Int(key >> UInt64(64 - bits))
            while slots[index] != 0 { index = (index + 1) & (slots.count - 1) }
            slots[index] = key & 0xFFFF_FFFF | 1 | UInt64(marks.rawValue) << 32 | UInt64(classes[key] ?? 0) << 48
        }
        return (slots, bits)
    }
}
