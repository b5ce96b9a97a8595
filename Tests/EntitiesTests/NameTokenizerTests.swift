import Testing

@testable import Entities

/// How the recogniser cuts words.
struct NameTokenizerTests {
    /// The words of a text, joined by bars; a circumflex stands before a word that starts a sentence.
    private func words(_ text: String, isUpper: Bool = false) -> String {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { buffer in
            var tokens: [NameToken] = []
            var tokenizer = NameTokenizer(buffer)
            tokenizer.append(buffer.indices, isUpper: isUpper, to: &tokens)
            return tokens.map {
                ($0.startsSentence ? "^" : "") + String(decoding: buffer[$0.range], as: UTF8.self)
            }.joined(separator: "|")
        }
    }

    @Test(arguments: [
        "S.p.A.", "Amazon.com", "7-Eleven", "AT&T", "L'Oréal", "L’Oréal", "DALL·E", "U.S.", "Character.AI",
        "lastminute.com",
        "Coca-Cola", "H&M", "Inc.", "Disney+", "C3.ai", "O'Brien", "D'Alema", "1.234,5", "2026", "@redazione",
        "GPT-5.2",
    ])
    func `a name that is one word stays whole`(word: String) {
        #expect(words(word) == "^" + word)
        #expect(words("con \(word) oggi") == "^con|\(word)|oggi")
    }

    @Test(arguments: [
        ("La quota dell'Enel", "^La|quota|dell'|Enel"), ("l’OpenAI sale", "^l’|OpenAI|sale"),
        ("L'Enel sale", "^L'|Enel|sale"), ("DELL'ENEL", "^DELL'|ENEL"), ("Google's chips", "^Google|'s|chips"),
        ("Google’s chips", "^Google|’s|chips"), ("don't", "^don|'t"), ("la London-based Arm", "^la|London|-|based|Arm"),
        ("«Eni», dice", "^«|^Eni|»|,|dice"), ("la (NASDAQ: GOOGL)", "^la|(|NASDAQ|:|GOOGL|)"), ("$1.2bn", "^$|1.2bn"),
        ("+3,4%", "^+|3,4|%"), ("visto su X. Il resto", "^visto|su|X|.|^Il|resto"), ("J. Edgar", "^J.|Edgar"),
        ("George W. Bush", "^George|W.|Bush"), ("Enel/Eni", "^Enel|/|Eni"), ("po' di Eni", "^po'|di|Eni"),
    ])
    func `elision, possessives and signs are cut off`(text: String, cut: String) {
        #expect(words(text, isUpper: text.allSatisfy { !$0.isLowercase }) == cut)
    }

    @Test(arguments: [
        ("Eni sale. Enel scende.", "^Eni|sale|.|^Enel|scende|."), ("Sale? Sì! Bene", "^Sale|?|^Sì|!|^Bene"),
        ("Il sig. Rossi, Apple Inc. e Dr. Who", "^Il|sig.|Rossi|,|Apple|Inc.|e|Dr.|Who"),
        ("Ha detto: «Basta.» Poi tace", "^Ha|detto|:|«|Basta|.|»|^Poi|tace"),
    ])
    func `sentences end where they end`(text: String, cut: String) {
        #expect(words(text) == cut)
    }

    @Test func `words lie in the text in order, whatever the bytes`() {
        var state: UInt64 = 7
        for _ in 0..<300 {
            let bytes = (0..<60).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let draw = UInt8(truncatingIfNeeded: state >> 56)
                return draw < 40 ? [32, 39, 45, 46, 38][Int(draw) % 5] : draw
            }
            bytes.withUnsafeBufferPointer { buffer in
                var tokens: [NameToken] = []
                var tokenizer = NameTokenizer(buffer)
                tokenizer.append(buffer.indices, isUpper: false, to: &tokens)
                var end = 0
                for token in tokens {
                    #expect(Int(token.start) >= end && token.end > token.start && Int(token.end) <= bytes.count)
                    end = Int(token.end)
                }
            }
        }
    }
}
