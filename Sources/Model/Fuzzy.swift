/// Ranks names against what the user typed: exact, then prefix, then start of a word, then letters in order.
public enum Fuzzy {
    /// A text as it is compared: its folded bytes, and which letters are in it.
    public struct Key: Equatable, Sendable {
        /// The folded text in UTF-8.
        let bytes: [UInt8]
        /// A bit for each letter or digit in it.
        @usableFromInline let letters: UInt64

        /// The key of a text, folded (`Folding.fold`).
        public init(_ text: String) {
            bytes = Array(Folding.fold(text).utf8)
            letters = bytes.reduce(0) { $0 | 1 << UInt64($1 & 63) }
        }

        /// Whether the text is empty.
        public var isEmpty: Bool { bytes.isEmpty }

        /// Whether it may have all letters of another one: where it does not, `score` is `nil`.
        @inlinable public func mayHave(lettersOf other: Key) -> Bool { other.letters & ~letters == 0 }
    }

    /// How well a name answers, larger is better; `nil` where the letters are not in it in this order.
    ///
    /// An empty `typed` matches everything with 0. `ms` answers `Microsoft` less well than `micro` does. Cost: the
    /// name's length, and next to nothing for a name that lacks one of the letters.
    public static func score(_ typed: Key, _ name: Key) -> Int? {
        guard !typed.isEmpty else { return 0 }
        guard typed.letters & ~name.letters == 0, typed.bytes.count <= name.bytes.count else { return nil }
        if typed.bytes == name.bytes { return 1000 }
        let surplus = min(99, name.bytes.count - typed.bytes.count)
        if name.bytes.starts(with: typed.bytes) { return 900 - surplus }
        if let start = wordStart(typed.bytes, in: name.bytes) { return 700 - surplus - min(50, start) }
        return subsequence(typed.bytes, name.bytes).map { 300 - surplus - min(150, $0 * 5) }
    }

    /// Where the letters begin as the start of a later word.
    private static func wordStart(_ typed: [UInt8], in name: [UInt8]) -> Int? {
        name.indices.first { index in
            index > 0 && name[index] == typed[0] && !isWordPart(name[index - 1])
                && name[index...].starts(with: typed)
        }
    }

    /// How many letters lie between those that match in order; `nil` where they do not. The first letter must begin
    /// a word, so that `pt` is not an answer to `chatgpt`.
    private static func subsequence(_ typed: [UInt8], _ name: [UInt8]) -> Int? {
        var best: Int?
        for start in name.indices where name[start] == typed[0] && (start == 0 || !isWordPart(name[start - 1])) {
            var matched = 1
            var at = start + 1
            while at < name.count, matched < typed.count {
                if name[at] == typed[matched] { matched += 1 }
                at += 1
            }
            if matched == typed.count { best = min(best ?? .max, at - start - typed.count) }
        }
        return best
    }

    static func isWordPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte)
    }
}
