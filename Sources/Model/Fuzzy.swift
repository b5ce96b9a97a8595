/// Ranks names against what the user typed: exact, then prefix, then start of a word, then letters in order.
public enum Fuzzy {
    /// How well a name answers, larger is better; `nil` where the letters are not in it in this order.
    ///
    /// Both are expected folded (`Folding.fold`). An empty `typed` matches everything with 0.
    /// `score("ms", "microsoft")` is below `score("micro", "microsoft")`; cost: the name's length.
    public static func score(_ typed: String, _ name: String) -> Int? {
        guard !typed.isEmpty else { return 0 }
        if typed == name { return 1000 }
        let typed = Array(typed.utf8)
        let name = Array(name.utf8)
        guard typed.count <= name.count else { return nil }
        let surplus = min(99, name.count - typed.count)
        if name.starts(with: typed) { return 900 - surplus }
        if let start = wordStart(typed, in: name) { return 700 - surplus - min(50, start) }
        return subsequence(typed, name).map { 300 - surplus - min(150, $0 * 5) }
    }

    /// Where the letters begin as the start of a later word.
    private static func wordStart(_ typed: [UInt8], in name: [UInt8]) -> Int? {
        name.indices.first { index in
            index > 0 && !isWordPart(name[index - 1]) && name[index...].starts(with: typed)
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

    private static func isWordPart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte)
    }
}
