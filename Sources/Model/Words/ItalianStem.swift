/// Italian: the vowels of gender and number fall, and the `h` that keeps the sound before them.
///
/// `banca`, `banche` are `banc`; `utile`, `utili` are `util`; `bilancio`, `bilanci` are `bilanc`.
enum ItalianStem {
    /// Words with fewer letters are left alone: too many of them differ in the last vowel only (`casa`, `caso`).
    static let shortest = 5

    /// The stem of a folded word.
    static func stem(_ word: String) -> String {
        guard word.utf8.count >= shortest, let last = word.utf8.last, isVowel(last) else { return word }
        let rest = word.dropLast()
        // Before -a and -o an h is part of the word; before -e and -i it only keeps the sound of c and g.
        switch (rest.utf8.last, last) {
        case (UInt8(ascii: "i"), _): return String(rest.dropLast())
        case (UInt8(ascii: "h"), UInt8(ascii: "e")), (UInt8(ascii: "h"), UInt8(ascii: "i")):
            return String(rest.dropLast())
        default: return String(rest)
        }
    }

    /// The words of the same stem.
    static func forms(of word: String) -> [String] {
        let stem = stem(word)
        return Stem.filtered(endings.lazy.map { stem + $0 }, stem: stem, by: ItalianStem.stem)
    }

    private static let endings = ["", "a", "e", "i", "o", "he", "hi", "ia", "ie", "ii", "io"]

    private static func isVowel(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "a") || byte == UInt8(ascii: "e") || byte == UInt8(ascii: "i") || byte == UInt8(ascii: "o")
    }
}
