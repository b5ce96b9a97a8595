/// Light stemming of Italian and English: which words are forms of one another.
///
/// Light means that number, gender and the endings `-ed` and `-ing` go, and nothing else: `banca` and `banche` are forms of
/// one word, `mercato` and `merce` are not. It is in the manner of J. Savoy, "Light stemming approaches for the French,
/// Portuguese, German and Hungarian languages" (SAC 2006), and of M. Porter's Snowball, step 1. Words are folded first.
public enum Stem {
    /// A word that is stemmed has at least so many letters.
    public static let shortest = 4
    /// Longer words are taken as they are.
    public static let longest = 40

    /// Whether other forms of a word of a query are looked for: a plain word in small letters.
    public static func isStemmable(_ text: String) -> Bool {
        guard (shortest...4 * longest).contains(text.utf8.count) else { return false }
        guard text.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic && !$0.properties.isUppercase }) else {
            return false
        }
        return isPlain(Folding.fold(text))
    }

    /// Whether two words are forms of one, in Italian or in English; both folded.
    public static func areForms(_ one: String, _ other: String) -> Bool {
        guard one != other else { return true }
        guard isPlain(one), isPlain(other) else { return false }
        return ItalianStem.stem(one) == ItalianStem.stem(other) || EnglishStem.stem(one) == EnglishStem.stem(other)
    }

    /// All words that are forms of a folded one, itself the first; most of them do not exist.
    public static func forms(of word: String) -> [String] {
        guard isPlain(word) else { return [word] }
        var forms = [word]
        for form in ItalianStem.forms(of: word) + EnglishStem.forms(of: word) where !forms.contains(form) {
            forms.append(form)
        }
        return forms
    }

    /// Whether a folded word is stemmed at all.
    static func isPlain(_ word: String) -> Bool {
        (shortest...longest).contains(word.utf8.count) && word.utf8.allSatisfy { (97...122).contains($0) }
    }

    /// Those of the candidates that have the stem and are words to be stemmed, each once.
    static func filtered(
        _ candidates: some Sequence<String>, stem: String, by rule: (String) -> String
    ) -> [String] {
        var seen: Set<String> = []
        return candidates.filter { isPlain($0) && seen.insert($0).inserted && rule($0) == stem }
    }
}
