/// The words around an amount.
extension AmountPhrase {
    /// A word of letters at a byte offset.
    struct Word {
        var hash: UInt32
        var start: Int
        var end: Int
        var length: Int
    }

    /// The word at a byte offset, folded; `nil` where a digit goes on or no letter stands.
    func word(at start: Int) -> Word? {
        guard start < limit else { return nil }
        var hash = WordHash()
        var end = start
        var length = 0
        while end < limit {
            let lower = bytes[end] | 0x20
            if lower &- 97 < 26 {
                hash.add(lower)
                end += 1
            } else if bytes[end] >= 0x80 {
                let (value, next) = Letters.scalar(bytes, at: end)
                guard Letters.kind(value) == .letter else { break }
                hash.add(packed: Letters.folded(value))
                end = min(next, limit)
            } else {
                break
            }
            length += 1
        }
        guard end > start, end == limit || !(bytes[end] &- 48 < 10) else { return nil }
        return Word(hash: hash.value, start: start, end: end, length: length)
    }

    /// The byte after at most one space, line end or hyphen before a word.
    func skipSpace(_ index: Int) -> Int {
        guard index < limit else { return index }
        if bytes[index] == 32 || bytes[index] == 10 || bytes[index] == UInt8(ascii: "-") { return index + 1 }
        let (value, next) = Letters.scalar(bytes, at: index)
        return bytes[index] >= 0x80 && Letters.kind(value) == .space ? next : index
    }

    /// Whether a digit stands at a byte offset.
    func isDigit(_ index: Int) -> Bool {
        index < limit && bytes[index] &- 48 < 10
    }

    /// The word after a space that is one of a set.
    func word(after index: Int, in set: Set<UInt32>) -> Word? {
        let next = skipSpace(index)
        guard let word = word(at: next), set.contains(word.hash) else { return nil }
        return word
    }

    /// The hashes of some words.
    static func hashes(_ words: String) -> Set<UInt32> {
        Set(words.split(separator: " ").map { WordHash.of(String($0)) })
    }
}
