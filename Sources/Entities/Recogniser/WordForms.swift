/// Small closed sets of word forms, compared byte for byte with ASCII letters made small.
private func matches(_ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ words: [StaticString]) -> Bool {
    let count = bytes.count
    return words.contains { word in
        guard word.utf8CodeUnitCount == count else { return false }
        var index = bytes.startIndex
        for offset in 0..<count {
            guard bytes[index] | 0x20 == word.utf8Start[offset] else { return false }
            index += 1
        }
        return true
    }
}

/// Italian words that drop their last vowel before an apostrophe.
enum Elision {
    private static let words: [StaticString] = [
        "l", "d", "c", "un", "dell", "all", "dall", "nell", "sull", "coll", "quell", "quest", "bell", "anch", "tutt",
        "mezz", "senz", "sant", "cos", "com", "dov", "m", "t", "s", "v", "n", "gl", "nient", "altr", "ciascun",
        "nessun",
        "buon", "grand", "vent", "trent", "cent", "quattr", "po", "mo", "fors", "quand", "pover", "degl", "negl", "agl",
    ]
    /// What follows `L'` in names that keep it.
    private static let whole: [StaticString] = [
        "or\u{E9}al", "oreal", "aquila", "espresso", "unit\u{E0}", "occitane", "equipe",
    ]

    /// Whether a word is one of them.
    static func contains(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.count <= 7 && matches(word, words)
    }

    /// Whether what follows `L'` makes one name with it.
    static func isWhole(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        whole.contains { name in
            let count = name.utf8CodeUnitCount
            guard rest.count >= count else { return false }
            var index = rest.startIndex
            for offset in 0..<count {
                let byte = rest[index]
                // The capital forms of the accented letters differ in one bit, as ASCII's do.
                guard byte == name.utf8Start[offset] || byte | 0x20 == name.utf8Start[offset] else { return false }
                index += 1
            }
            return true
        }
    }
}

/// What an apostrophe joins to an English word: `'s`, `'re`, `'ll`.
enum Contractions {
    private static let words: [StaticString] = ["s", "t", "d", "m", "re", "ve", "ll"]

    /// Whether one of them stands at an offset, and nothing more.
    static func stand(at start: Int, in bytes: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        var index = start
        while index < end, index < start + 3, bytes[index] >= 0x80 || (bytes[index] | 0x20) &- 97 < 26 { index += 1 }
        guard index > start, index < start + 3 else { return false }
        return matches(bytes[start..<index], words)
    }
}

/// Words that keep the full stop after them.
enum Abbreviations {
    private static let words: [StaticString] = [
        "inc", "corp", "co", "ltd", "bros", "mr", "mrs", "ms", "dr", "st", "jr", "sr", "prof", "dott", "sig", "avv",
        "ing",
        "geom", "sen", "gen", "gov", "rep", "sgt", "capt", "lt", "cav", "ecc", "vs", "jan", "feb", "aug", "sept", "oct",
        "nov",
        "dec", "fig", "tel", "pag", "nr",
    ]

    /// Whether a word is one of them.
    static func contain(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        word.count <= 4 && matches(word, words)
    }
}
