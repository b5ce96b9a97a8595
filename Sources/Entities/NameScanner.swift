/// Reads the names of a list in one pass over their bytes, without cutting them into tokens first.
///
/// It knows letters, digits, single spaces, hyphens, apostrophes and full stops, and `&`; for any other name it says so,
/// and the tokenizer reads that one. Both give the same words.
struct NameScanner {
    /// A name that was read.
    struct Name {
        /// The chain of its words in the table.
        var chain = NameTable.root
        /// The byte after it.
        var end = 0
        /// Whether its first letter is a capital.
        var isCapital = false
        /// Which of its first eight words have a capital.
        var capitals: UInt8 = 0
    }

    private let bytes: UnsafeBufferPointer<UInt8>

    /// A scanner of lists in these bytes.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The name that starts at `start`, its words grown into the table; `nil` where the tokenizer must read it.
    @inline(__always)
    func name(from start: Int, to end: Int, in table: inout some WordChains) -> Name? {
        var name = Name()
        var index = start
        var join: UInt64 = 0
        var bit: UInt8 = 1
        var hasLetters = false
        while index < end {
            var word = Word()
            guard read(&word, from: &index, to: end) else { return nil }
            if word.isCapital { name.capitals |= bit }
            bit <<= 1
            if !hasLetters, word.letters > 0 {
                hasLetters = true
                name.isCapital = word.isCapital
            }
            name.chain = table.grow(name.chain, join, word.hash.value)
            name.end = index
            guard index < end else { return name }
            let byte = bytes[index]
            if byte == UInt8(ascii: " ") {
                if endsItem(index, end) { return name }
                join = 0
            } else if byte == UInt8(ascii: "-") {
                join = 0
            } else if endsItem(index, end) {
                return name
            } else if byte == UInt8(ascii: ".") {
                if endsItem(index + 1, end) {
                    name.end += 1
                    return name
                }
                join = 2
            } else if byte == UInt8(ascii: "'") {
                join = 1
            } else {
                guard byte == UInt8(ascii: "&") || word.letters < 0 else { return nil }
                join = 0
                continue
            }
            index += 1
        }
        return nil
    }

    /// The letters of one word as they come in.
    private struct Word {
        var hash = WordHash()
        /// More than 0 if it has letters, -1 for the sign `&`.
        var letters = 0
        var isCapital = false
    }

    /// Reads a word or an `&`; false where something else stands.
    @inline(__always)
    private func read(_ word: inout Word, from index: inout Int, to end: Int) -> Bool {
        let first = index
        while index < end {
            let byte = bytes[index]
            // The bit that makes a letter small is set in digits too.
            let lower = byte | 0x20
            guard lower &- 97 < 26 || byte &- 48 < 10 else { break }
            word.hash.add(lower)
            index += 1
        }
        if index < end, bytes[index] >= 0x80 { return readRare(&word, first, &index, end) }
        guard index == first else {
            let letter = (bytes[first] | 0x20) &- 97 < 26 ? first : bytes[first..<index].firstIndex { $0 > 57 }
            if let letter {
                word.letters = 1
                word.isCapital = bytes[letter] < 97
            }
            return true
        }
        guard index < end, bytes[index] == UInt8(ascii: "&") else { return false }
        word.hash.add(UInt8(ascii: "&"))
        word.letters = -1
        index += 1
        return true
    }

    /// Reads on in a word with letters beyond ASCII.
    private func readRare(_ word: inout Word, _ first: Int, _ index: inout Int, _ end: Int) -> Bool {
        word = Word()
        index = first
        while index < end {
            let byte = bytes[index]
            let lower = byte | 0x20
            if lower &- 97 < 26 {
                word.hash.add(lower)
                if word.letters == 0 { word.isCapital = byte < 97 }
                word.letters += 1
            } else if byte &- 48 < 10 {
                word.hash.add(byte)
            } else if byte >= 0x80 {
                let (value, next) = Letters.scalar(bytes, at: index)
                guard Letters.kind(value) == .letter, next <= end else { return false }
                if word.letters == 0 { word.isCapital = Letters.isCapital(value) }
                word.letters += 1
                word.hash.add(packed: Letters.folded(value))
                index = next
                continue
            } else {
                break
            }
            index += 1
        }
        return true
    }

    /// Whether a name ends at an index: with the list, before `;` or before its tags.
    @inline(__always)
    private func endsItem(_ index: Int, _ end: Int) -> Bool {
        guard index < end else { return true }
        let byte = bytes[index]
        if byte == UInt8(ascii: ";") || byte == UInt8(ascii: "[") { return true }
        guard byte == UInt8(ascii: " "), index + 1 < end else { return false }
        return bytes[index + 1] == UInt8(ascii: ";") || bytes[index + 1] == UInt8(ascii: "[")
    }
}
