/// The words around an amount.
extension AmountPhrase {
    /// A word of letters at a byte offset.
    struct Word {
        var hash: UInt32
        var end: Int
        var length: Int
    }

    /// The word at a byte offset; `nil` where a digit goes on or no letter stands.
    func word(at start: Int) -> Word? {
        guard start < limit else { return nil }
        var hash = WordHash()
        var end = start
        while end < limit {
            let lower = bytes[end] | 0x20
            guard lower &- 97 < 26 else { break }
            hash.add(lower)
            end += 1
        }
        guard end > start, end == limit || !(bytes[end] &- 48 < 10) else { return nil }
        return Word(hash: hash.value, end: end, length: end - start)
    }

    /// The byte after at most one space, line end or hyphen before a word.
    func skipSpace(_ index: Int) -> Int {
        guard index < limit else { return index }
        if bytes[index] == 32 || bytes[index] == 10 || bytes[index] == UInt8(ascii: "-") { return index + 1 }
        let (value, next) = Letters.scalar(bytes, at: index)
        return bytes[index] >= 0x80 && Letters.kind(value) == .space ? next : index
    }
}
