import Model
import Testing

@Suite struct StemTests {
    @Test(arguments: [
        ("banca", "banche"), ("utile", "utili"), ("bilancio", "bilanci"), ("società", "societa"),
        ("strategia", "strategie"),
        ("industriale", "industriali"), ("acquisito", "acquisita"), ("amiche", "amica"), ("lunghi", "lunga"),
        ("merger", "mergers"), ("company", "companies"), ("acquire", "acquired"), ("acquiring", "acquires"),
        ("price", "pricing"),
        ("plan", "planning"), ("planned", "plans"), ("bank", "banks"), ("building", "builds"), ("tax", "taxes"),
        ("carried", "carry"),
        ("boss", "bosses"), ("rate", "rated"), ("hoping", "hope"),
    ])
    func `two forms of a word are forms of one`(one: String, other: String) {
        // Words with less than four letters are left alone.
        guard one.count > 3, other.count > 3 else { return }
        let (one, other) = (Folding.fold(one), Folding.fold(other))
        #expect(Stem.areForms(one, other))
        #expect(Stem.forms(of: one).contains(other))
        #expect(Stem.forms(of: other).contains(one))
    }

    @Test(arguments: [
        ("mercato", "merce"), ("casa", "caso"), ("business", "busine"), ("news", "new"), ("analysis", "analys"),
        ("gas", "gase"),
        ("enel", "eni"), ("agreed", "agre"), ("string", "str"), ("need", "ne"), ("bus", "bu"),
    ])
    func `two words are not`(one: String, other: String) {
        #expect(!Stem.areForms(one, other))
    }

    @Test(arguments: [
        ("utile", true), ("perché", true), ("Utile", false), ("gas", false), ("chip4", false), ("dell'utile", false),
        ("ESG", false),
        ("株式会社です", false), ("", false),
    ])
    func `only plain words in small letters are stemmed`(word: String, isStemmed: Bool) {
        #expect(TextTerm(word, .word).isStemmed == isStemmed)
        #expect(!TextTerm(word, .phrase).isStemmed)
        #expect(!TextTerm(word, .prefix).isStemmed)
    }

    /// Words are found by their forms, so that whatever has the same stem must be among these.
    @Test func `the forms of a word are all words of its stem`() {
        var random = Seeded(state: 3)
        let starts = [
            "banc", "util", "plan", "acquir", "carr", "bos", "tax", "pric", "aa", "ee", "lungh", "rat", "compan", "s",
            "z",
        ]
        let ends = [
            "", "a", "e", "i", "o", "he", "hi", "ia", "io", "ii", "s", "es", "ies", "ed", "ied", "ing", "ings", "y",
            "n", "sses",
        ]
        let words = (0..<3000).map { _ in
            (starts.randomElement(using: &random) ?? "")
                + (0..<Int.random(in: 0...2, using: &random)).map { _ in
                    ends.randomElement(using: &random) ?? ""
                }.joined()
        }
        let distinct = Array(Set(words)).sorted()
        for one in distinct {
            let forms = Set(Stem.forms(of: one))
            for other in distinct where Stem.areForms(one, other) {
                #expect(forms.contains(other), "\(one), \(other)")
            }
            #expect(forms.allSatisfy { Stem.areForms(one, $0) }, "\(one)")
            #expect(forms.count < 40, "\(one)")
        }
    }
}
