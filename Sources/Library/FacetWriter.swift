import Model

/// Gathers the tokens of an article, each once, from bytes as they stand.
struct FacetWriter {
    private var bytes: [UInt8] = []
    private var seen: Set<ArraySlice<UInt8>> = []
    /// Which beginnings of three letters or digits of ASCII there are: a bit for each.
    private var beginnings = [UInt64](repeating: 0, count: 37 * 37 * 37 / 64 + 1)

    /// The tokens with blanks between them.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func add(_ token: String) {
        append(Array(token.utf8)[...])
    }

    mutating func add(_ kind: Facets.Kind, wordsOf name: String) {
        for word in FoldedWord.words(of: name) { add(kind.token(word.folded)) }
    }

    /// Words of ASCII are folded where they stand; any other name the long way.
    mutating func add(_ kind: Facets.Kind, wordsOf name: UnsafeBufferPointer<UInt8>) {
        guard name.allSatisfy({ $0 < 0x80 }) else { return add(kind, wordsOf: String(decoding: name, as: UTF8.self)) }
        let letter = kind.rawValue.utf8.first ?? 0
        var word: [UInt8] = []
        for byte in name {
            if FacetWriter.place(byte) > 0 {
                if word.isEmpty { word.append(letter) }
                word.append(FacetWriter.small(byte))
            } else if !word.isEmpty {
                append(word[...])
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { append(word[...]) }
    }

    /// Adds how the words of a text begin.
    mutating func add(beginningsOf text: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < text.count {
            guard FacetWriter.isWordPart(text[index]) else {
                index += 1
                continue
            }
            let start = index
            var isPlain = true
            while index < text.count, FacetWriter.isWordPart(text[index]) {
                if text[index] >= 0x80 { isPlain = false }
                index += 1
            }
            let part = UnsafeBufferPointer(rebasing: text[start..<index])
            if isPlain { addPlain(part) } else { addOther(String(decoding: part, as: UTF8.self)) }
        }
    }

    private mutating func addPlain(_ word: UnsafeBufferPointer<UInt8>) {
        let head = word.prefix(3)
        var code = 0
        for byte in head { code = code * 37 + FacetWriter.place(byte) }
        guard beginnings[code >> 6] & (1 << UInt64(code & 63)) == 0 else { return }
        beginnings[code >> 6] |= 1 << UInt64(code & 63)
        if !bytes.isEmpty { bytes.append(0x20) }
        bytes.append(Facets.Kind.beginning.rawValue.utf8.first ?? 0)
        for byte in head { bytes.append(FacetWriter.small(byte)) }
    }

    /// A run with other letters, or signs that are no part of a word.
    private mutating func addOther(_ run: String) {
        for word in FoldedWord.words(of: run) {
            var head = String(word.folded.unicodeScalars.prefix(3))
            if head.utf8.allSatisfy({ $0 < 0x80 }) {
                head.withUTF8 { addPlain($0) }
            } else {
                add(Facets.Kind.beginning.token(head))
            }
        }
    }

    private mutating func append(_ token: ArraySlice<UInt8>) {
        guard seen.insert(token).inserted else { return }
        if !bytes.isEmpty { bytes.append(0x20) }
        bytes += token
    }

    /// The number of a letter or digit of ASCII, from 1; 0 for any other byte.
    private static func place(_ byte: UInt8) -> Int {
        switch byte {
        case 48...57: Int(byte) - 47
        case 65...90: Int(byte) - 54
        case 97...122: Int(byte) - 86
        default: 0
        }
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        byte >= 65 && byte <= 90 ? byte | 0x20 : byte
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || place(byte) > 0
    }
}
