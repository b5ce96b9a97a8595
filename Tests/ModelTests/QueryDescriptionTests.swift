import Model
import Testing

@Suite struct QueryDescriptionTests {
    @Test(arguments: [
        ("", ""), ("  a   b ", "a b"), ("a OR (b c)", "a OR b c"), ("(a OR b) c", "(a OR b) c"),
        ("company:'Enel'", "company:'Enel'"), ("company:\"Enel\"", "company:Enel"),
        ("Company:“Banco BPM”", "company:\"Banco BPM\""), ("«a \" b»", "“a \" b”"), ("-(a b) NOT c", "-(a b) -c"),
        ("since:2w ieri", "since:14d since:yesterday before:today"), ("IS:Unread", "is:unread"),
        ("lang:EN-gb", "lang:en"),
        ("title:pre*", "title:pre*"), ("\"oggi\"", "\"oggi\""), ("-*", "-*"), ("source:\"a)\"", "source:\"a)\""),
    ])
    func `a query is printed in one canonical way`(text: String, canonical: String) throws {
        #expect(try Query.parse(text).description == canonical)
    }

    @Test func `a term that reads as something else is quoted`() {
        let texts = ["OR", "-x", "oggi", "is:read", "compani:x", "a b", "", "x*", "(", "*"]
        for text in texts {
            #expect("\(Query.text(TextTerm(text, .word)))" == "\"\(text)\"")
        }
        #expect("\(Query.text(TextTerm("“a” \"b\" «c»", .word)))" == "\"“a”  b  «c»\"")
    }

    @Test func `what is printed is read as the same query`() throws {
        var random = Seeded(state: 20_261_120)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...9, using: &random))
                .map { _ in Self.pieces.randomElement(using: &random) ?? "" }
                .joined(separator: Bool.random(using: &random) ? " " : "")
            guard let query = try? Query.parse(text) else { continue }
            #expect(try Query.parse(query.description) == query, "\(text) as \(query)")
        }
    }

    private static let pieces = [
        "a", "Enel", "dell'Enel", "perché", "pre*", "*", "\"una frase\"", "“x \" y”", "«", "»", "(", ")", "OR", "AND",
        "NOT", "-", "company:", "company:eni", "about:\"Banco BPM\"", "title:x", "title:\"a b\"*", "is:unread", "is:",
        "lang:it", "since:7d", "before:2026-02-01", "on:ieri", "oggi", "source:Telaio", "10:30", "http://x", "👍", "x:",
        "\"", "'", "^", "NEAR(a b)", "\u{0}", "\n", "é",
    ]
}

/// Numbers that look random and are the same in every run (SplitMix64; Steele, Lea and Flood 2014).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
