import Model
import Testing

struct FuzzyTests {
    private func score(_ typed: String, _ name: String) -> Int? {
        Fuzzy.score(Fuzzy.Key(typed), Fuzzy.Key(name))
    }

    @Test func `exact beats prefix, prefix beats the start of a word, that beats letters in order`() throws {
        let exact = try #require(score("meta", "Meta"))
        let prefix = try #require(score("meta", "Metalmeccanica"))
        let word = try #require(score("meta", "Gruppo Meta Sud"))
        let letters = try #require(score("mta", "Metano Italia"))
        #expect(exact > prefix)
        #expect(prefix > word)
        #expect(word > letters)
    }

    @Test func `the shorter of two names with the same beginning comes first`() throws {
        #expect(try #require(score("micro", "Micron")) > #require(score("micro", "Microsoft")))
    }

    @Test func `case, accents and apostrophes do not matter`() {
        #expect(score("loreal", "L’Oréal") != nil)
        #expect(score("L'ORÉAL", "L’Oréal") == score("l'oreal", "L’Oréal"))
    }

    @Test func `letters that are missing or in another order do not match`() {
        #expect(score("openx", "OpenAI") == nil)
        #expect(score("po", "OpenAI") == nil)
        #expect(score("openaiopenai", "OpenAI") == nil)
    }

    @Test func `letters in order must begin at a word`() {
        #expect(score("pt", "ChatGPT") == nil)
        #expect(score("cgp", "ChatGPT") != nil)
    }

    @Test func `nothing typed matches everything alike`() {
        #expect(score("", "Enel") == 0)
        #expect(score("", "") == 0)
    }
}
