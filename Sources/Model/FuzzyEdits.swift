extension Fuzzy {
    /// How many typing errors are forgiven: one in five letters, two at most.
    static func forgiven(in typed: Key) -> Int {
        min(2, typed.bytes.count / 5)
    }

    /// How well a name answers in spite of typing errors, 1 to 49, larger is better; `nil` where there are more of them than
    /// one in five letters.
    ///
    /// An error is a letter too many, too few, another one, or two that changed places (optimal string alignment). What is
    /// typed may be the beginning of the name or of one of its words: `micorsof` answers `Microsoft`, `telcom` `Telecom Italia`.
    public static func errorScore(_ typed: Key, _ name: Key) -> Int? {
        let most = forgiven(in: typed)
        guard most > 0, (typed.letters & ~name.letters).nonzeroBitCount <= most else { return nil }
        var best: Int?
        for start in name.bytes.indices where start == 0 || !isWordPart(name.bytes[start - 1]) {
            guard mayBegin(typed.bytes, name.bytes[start...], most),
                let (edits, surplus) = edits(typed.bytes, name.bytes[start...], most)
            else { continue }
            best = max(best ?? 0, 49 - edits * 15 - min(14, surplus) - (start == 0 ? 0 : 1))
        }
        return best
    }

    /// Whether one of the first letters stands where it can after so many errors: nearly no other name is looked at further.
    private static func mayBegin(_ typed: [UInt8], _ name: ArraySlice<UInt8>, _ most: Int) -> Bool {
        guard name.count + most >= typed.count else { return false }
        return typed.prefix(most + 1).contains { letter in name.prefix(most + 1).contains(letter) }
    }

    /// The errors between what is typed and the beginning of a name that is nearest to it, and how many letters follow that.
    private static func edits(
        _ typed: [UInt8], _ name: ArraySlice<UInt8>, _ most: Int
    ) -> (edits: Int, surplus: Int)? {
        let letters = Array(name.prefix(typed.count + most))
        guard letters.count + most >= typed.count else { return nil }
        var before: [Int] = []
        var last = Array(0...letters.count)
        for (row, letter) in typed.enumerated() {
            var next = [row + 1]
            for (column, other) in letters.enumerated() {
                var cost = min(last[column + 1] + 1, next[column] + 1, last[column] + (letter == other ? 0 : 1))
                if row > 0, column > 0, letter == letters[column - 1], typed[row - 1] == other {
                    cost = min(cost, before[column - 1] + 1)
                }
                next.append(cost)
            }
            if next.allSatisfy({ $0 > most }) { return nil }
            (before, last) = (last, next)
        }
        // Of beginnings that are as near, the longest.
        guard let edits = last.min(), edits <= most, let end = last.lastIndex(of: edits) else { return nil }
        return (edits, name.count - end)
    }
}
