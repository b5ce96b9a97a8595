import Model
import Testing

@Suite struct PatternTests {
    @Test(arguments: [
        ("eni", "Generali eni", true), ("^eni", "x\neni", true), ("^eni", "x eni", false), ("eni$", "eni\nx", true),
        ("\\beni\\b", "benin", false), ("\\beni\\b", "l’eni.", true), ("\\Beni", "benin", true), ("a.c", "a\nc", false),
        ("a.c", "aéc", true), ("[a-c]{2,3}x", "abx", true), ("[^a-z ]", "abc d", false), ("[]x]", "]", true),
        ("colou?r", "color", true),
        ("(ab|cd)+e", "xabcde", true), ("(?:ab)*?c", "c", true), ("\\d+%", "il 20% di", true), ("\\d", "٣", true),
        ("[\\d.]+ mln", "3.5 mln", true),
        ("[^\\s]x", " x", false), ("[\\S]x", "ax", true), ("a{2}", "a", false), ("a{2,}", "aaa", true),
        ("^a{,2}$", "aa", true), ("^a{,2}$", "aaa", false), ("a{b", "a{b", true),
        ("x|", "", true), ("", "", true), ("\\.", "a", false), ("👍+", "a👍👍", true), ("\\t", "\t", true),
        ("é", "e\u{301}", false),
    ])
    func `a pattern matches a text or not`(pattern: String, text: String, isMatch: Bool) throws {
        #expect(TextPattern(pattern).problem == nil)
        var matcher = try #require(PatternMatcher(TextPattern(pattern)))
        let answers = [matcher.matches(text), matcher.matches(text)]
        #expect(answers == [isMatch, isMatch])
    }

    @Test func `case counts unless it is said that it does not`() throws {
        var (exact, folded) = (
            try #require(PatternMatcher(TextPattern("[a-e]ni|ÉTÀ"))),
            try #require(PatternMatcher(TextPattern("[a-e]ni|ÉTÀ", ignoresCase: true)))
        )
        let answers = [exact.matches("ENI età"), folded.matches("ENI"), folded.matches("l'été, età ... étà")]
        #expect(answers == [false, true, true])
    }

    @Test func `matches are the first ones and the longest there`() throws {
        let matcher = try #require(PatternMatcher(TextPattern("eni(live)?|è+")))
        let text = "Enilive, enilive è eni"
        #expect(
            matcher.ranges(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) } == [
                "enilive", "è", "eni",
            ])
        #expect(try #require(PatternMatcher(TextPattern("x*"))).ranges(in: "axxb").map(\.count) == [2])
    }

    @Test(arguments: [
        "(", ")", "[", "[a", "*", "a**", "a{3,1}", "a{999}", "(?<=a)", "\\", "\\q", "[b-a]",
        "((((a){99}){99}){99}){99}",
    ])
    func `what is no pattern has a problem`(text: String) {
        #expect(TextPattern(text).problem != nil)
        #expect(PatternMatcher(TextPattern(text)) == nil)
    }

    @Test func `no pattern takes more than a step a letter`() throws {
        // A machine that tries one way after the other needs two to the power of thirty steps for each of these.
        let text = String(repeating: "a", count: 20_000)
        for pattern in [
            "(a|a)*b", "(a*)*b", "(a+)+$x", "a?a?a?a?a?a?a?a?a?a?a?a?a?a?a?aaaaaaaaaaaaaaab", "(.*)(.*)(.*)b",
            "(x?){100}(x?){100}b",
        ] {
            var matcher = try #require(PatternMatcher(TextPattern(pattern)), "\(pattern)")
            let answer = matcher.matches(text)
            #expect(!answer, "\(pattern)")
        }
        // Thousands of states are made and forgotten.
        var many = try #require(PatternMatcher(TextPattern("[ab]*a[ab]{14}c")))
        var random = Seeded(state: 1)
        let answer = many.matches(String((0..<20_000).map { _ in Bool.random(using: &random) ? "a" : "b" }))
        #expect(!answer)
    }

    @Test func `random patterns match what Swift's own match`() throws {
        var random = Seeded(state: 8)
        let pieces = [
            "a", "b", "[ab]", "(a|bc)", ".", "\\b", "^", "$", "(ab)*", "a+", "b?", "c{1,2}", "[^a]", " ", "\\w", "|",
        ]
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }.joined()
            let subject = (0..<Int.random(in: 0...7, using: &random)).map { _ in
                ["a", "b", "c", " ", "\n"].randomElement(using: &random) ?? ""
            }
            .joined()
            guard var matcher = PatternMatcher(TextPattern(text)), let regex = try? Regex(text) else { continue }
            let theirs = regex.anchorsMatchLineEndings().wordBoundaryKind(.simple)
            let answer = matcher.matches(subject)
            #expect(answer == (subject.firstMatch(of: theirs) != nil), "/\(text)/ in “\(subject)”")
        }
    }
}
