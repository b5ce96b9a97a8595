import Model

/// Gathers the tokens of an article, each once, from bytes as they stand.
struct FacetWriter {
    private var bytes: [UInt8] = []
    private var seen: Set<ArraySlice<UInt8>> = []

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
            if FacetWriter.isWordPart(byte) {
                if word.isEmpty { word.append(letter) }
                word.append(FacetWriter.small(byte))
            } else if !word.isEmpty {
                append(word[...])
                word.removeAll(keepingCapacity: true)
            }
        }
        if !word.isEmpty { append(word[...]) }
    }

    private mutating func append(_ token: ArraySlice<UInt8>) {
        guard seen.insert(token).inserted else { return }
        if !bytes.isEmpty { bytes.append(0x20) }
        bytes += token
    }

    private static func isWordPart(_ byte: UInt8) -> Bool {
        (97...122).contains(byte | 0x20) || (48...57).contains(byte)
    }

    private static func small(_ byte: UInt8) -> UInt8 {
        byte >= 65 && byte <= 90 ? byte | 0x20 : byte
    }
}
