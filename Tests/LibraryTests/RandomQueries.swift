import Model

/// Queries at random, of the words and names that random articles have.
struct RandomQueries {
    static let words = [
        "enel", "l'Enel", "perché", "banca centrale", "chips", "conti", "«chip»", "ora", "é", "banche", "banca",
        "utili",
        "utile", "merger", "mergers", "acquired", "acquire",
    ]
    static let names = ["Enel", "Eni", "Café", "Banco BPM"]
    static let amounts = [
        Amount(value: 2e9, unit: .money(currency: "EUR")), Amount(value: 3e6, unit: .money(currency: nil)),
        Amount(value: 4e5, upper: 5e8, unit: .money(currency: "USD")), Amount(value: -12.5, unit: .percent),
        Amount(value: 0, unit: .money(currency: "EUR")),
    ]
    static let authors = ["Mario Rossi", "Ada Verdé", nil]

    /// A query of at most so many levels.
    static func query(_ depth: Int, _ random: inout Seeded) -> Query {
        let parts = { (random: inout Seeded) in
            (0..<Int.random(in: 1...3, using: &random)).map { _ in query(depth - 1, &random) }
        }
        switch Int.random(in: 0..<(depth > 0 ? 23 : 17), using: &random) {
        case 0, 1, 2: return .text(term(&random))
        case 3: return .company(name(&random), atLeast: Salience.allCases.randomElement(using: &random) ?? .about)
        case 4: return .often(name(&random), times: Int.random(in: 0...4, using: &random))
        case 5: return .state(Query.State.allCases.randomElement(using: &random) ?? .read)
        case 6:
            let name = ["a", "be", "x", "cafe"].randomElement(using: &random) ?? ""
            return Bool.random(using: &random) ? .source(name) : .from(SourceID.random(in: 1...2, using: &random))
        case 7: return Bool.random(using: &random) ? .language(.italian) : .everything
        case 8, 9: return Bool.random(using: &random) ? .since(day(&random)) : .before(day(&random))
        case 10:
            let kind =
                ([.product, .person, .place] as [Mention.Kind]).randomElement(using: &random) ?? .person
            return .named(kind, nameTerm(&random))
        case 11: return .amount(amount(&random))
        case 12:
            let term = TextTerm(
                ["mario", "rossi mario", "Mario Rossi", "ver"].randomElement(using: &random) ?? "", form(&random))
            return .author(term)
        case 13: return .tag(["mare", "economia", "Mio", "mio/altro"].randomElement(using: &random) ?? "")
        case 14: return .saved((SlowLibrary.searches.keys.sorted() + ["nessuna"]).randomElement(using: &random) ?? "")
        case 15:
            let texts = ["e[nl]+", "^\\w+ ", "chip(s|»)", "\\bEnel\\b", "[0-9]\\.\\d c?", "(a|b)+nc[^h]"]
            return .pattern(
                TextPattern(texts.randomElement(using: &random) ?? "", ignoresCase: Bool.random(using: &random)))
        case 16: return .company(name(&random), atLeast: .passing).and(.with(name(&random)))
        case 17, 18: return .not(query(depth - 1, &random))
        case 19: return .all([.company(name(&random), atLeast: .passing), .not(.with(name(&random)))] + parts(&random))
        case 20, 21: return .all(parts(&random))
        default: return .any(parts(&random))
        }
    }

    private static func term(_ random: inout Seeded) -> TextTerm {
        let word = (words + ["👍", "con", "e"]).randomElement(using: &random) ?? ""
        let place = ([.anywhere, .anywhere, .title, .body] as [TextTerm.Place]).randomElement(using: &random)
        if Int.random(in: 0..<6, using: &random) == 0 {
            return TextTerm(word + " " + (words.randomElement(using: &random) ?? ""), .near)
        }
        return TextTerm(word, form(&random), in: place ?? .anywhere)
    }

    private static func nameTerm(_ random: inout Seeded) -> TextTerm {
        TextTerm((words + ["banca ce", "centrale banca"]).randomElement(using: &random) ?? "", form(&random))
    }

    private static func form(_ random: inout Seeded) -> TextTerm.Form {
        ([.word, .prefix, .phrase] as [TextTerm.Form]).randomElement(using: &random) ?? .word
    }

    private static func name(_ random: inout Seeded) -> String {
        (names + ["cafe", "x"]).randomElement(using: &random) ?? ""
    }

    private static func day(_ random: inout Seeded) -> QueryDay {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .start(QueryDay.Span.allCases.randomElement(using: &random) ?? .thisWeek)
        case 1: .date(CivilDate(daysSince1970: 20_770 + Int.random(in: 0..<9, using: &random)))
        default: .daysAgo(Int.random(in: 0..<150, using: &random))
        }
    }

    private static func amount(_ random: inout Seeded) -> AmountTest {
        let values = [0, 1, 12.5, 3e6, 4e5, 5e8, 1.9e9, 2e9, 3e9, 1e18]
        let (one, other) = (values.randomElement(using: &random) ?? 0, values.randomElement(using: &random) ?? 0)
        let bounds: [AmountTest.Bounds] = [
            .above(one), .atLeast(one), .below(one), .atMost(one), .between(one, other), .between(one, one),
        ]
        let units: [Amount.Unit] = [
            .money(currency: nil), .money(currency: "EUR"), .money(currency: "USD"), .percent,
        ]
        return AmountTest(
            bounds.randomElement(using: &random) ?? .above(0), units.randomElement(using: &random) ?? .percent)
    }
}
