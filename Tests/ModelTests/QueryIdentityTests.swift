import Model
import Testing

/// Trees at random, in the form in which the parser makes them.
@Suite struct QueryIdentityTests {
    @Test func `a tree that is printed is read as the same tree`() throws {
        var random = Seeded(state: 5)
        for _ in 0..<4000 {
            let tree = Self.tree(3, &random)
            #expect(try Query.parse(tree.description) == tree, "\(tree)")
        }
    }

    private static let texts = [
        "enel", "Enel", "dell'Enel", "perché", "OR", "AND", "NOT", "-x", "oggi", "last", "week", "EUR", "€", "scorsa",
        "settimana",
        "a b", "x*", "*", "(", "a)", "is:read", "compani:x", "“x”", "10:30", "http://x", "👍", "2026-01", "2026", "7d",
        "..", "x>=3",
        ">3", "#3", "/x/", "/", "a/b", "i", "'", "1bn", "thisweek", "this",
    ]

    private static func tree(_ depth: Int, _ random: inout Seeded) -> Query {
        let query = depth == 0 || Int.random(in: 0..<3, using: &random) == 0 ? leaf(&random) : branch(depth, &random)
        guard depth == 3, Int.random(in: 0..<6, using: &random) == 0 else { return query }
        return query.and(.sorted(Query.Order.allCases.randomElement(using: &random) ?? .date))
    }

    private static func branch(_ depth: Int, _ random: inout Seeded) -> Query {
        let count = Int.random(in: 2...4, using: &random)
        let parts = (0..<count).map { _ in tree(depth - 1, &random) }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return .not(tree(depth - 1, &random))
        case 1, 2:
            return .any(parts.flatMap { if case .any(let inner) = $0 { inner } else { [$0] } })
        case 3:
            return parts.reduce(Query.company("Eni", atLeast: .passing)) { $0.and($1) }.and(.with(text(&random)))
        default: return parts.reduce(Query.everything) { $0.and($1) }
        }
    }

    private static func leaf(_ random: inout Seeded) -> Query {
        switch Int.random(in: 0..<18, using: &random) {
        case 0, 1, 2, 3: return .text(term(&random))
        case 4: return .company(text(&random), atLeast: Bool.random(using: &random) ? .passing : .about)
        case 5: return .often(text(&random), times: Int.random(in: 1...9, using: &random))
        case 6: return .named([.product, .person, .place].randomElement(using: &random) ?? .place, plain(&random))
        case 7: return .amount(amount(&random))
        case 8:
            // A bare #3 is a number.
            let name = text(&random)
            return name == "#3" ? .from(3) : .source(name)
        case 9: return .author(plain(&random))
        case 10: return .language(Bool.random(using: &random) ? .italian : .english)
        case 11: return .state(Query.State.allCases.randomElement(using: &random) ?? .read)
        case 12: return .tag(text(&random))
        case 13: return .since(day(&random))
        case 14: return .before(day(&random))
        case 15: return .saved(text(&random))
        case 16: return .everything
        default:
            let pattern =
                ["a", "a|b", "x y", "\\/(a)", "\"", "[)(]+", "\\d{2,}", "i"].randomElement(using: &random) ?? "a"
            return .pattern(TextPattern(pattern, ignoresCase: Bool.random(using: &random)))
        }
    }

    private static func text(_ random: inout Seeded) -> String { texts.randomElement(using: &random) ?? "x" }

    /// A term in the form that the parser gives its text: what cannot be bare is a phrase.
    private static func term(_ random: inout Seeded) -> TextTerm {
        if Int.random(in: 0..<6, using: &random) == 0 { return TextTerm("eni gas \(text(&random))", .near) }
        let place = ([.anywhere, .anywhere, .title, .body] as [TextTerm.Place]).randomElement(using: &random) ?? .title
        let term = plain(&random)
        guard term.form == .word, place == .anywhere else { return TextTerm(term.text, term.form, in: place) }
        let isWord = (try? Query.parse(term.text)) == .text(term)
        return TextTerm(term.text, isWord ? .word : .phrase)
    }

    private static func plain(_ random: inout Seeded) -> TextTerm {
        let text = text(&random)
        let form = ([.word, .prefix, .phrase] as [TextTerm.Form]).randomElement(using: &random) ?? .word
        // A word has no blank, quotation mark or parenthesis, and no star at its end.
        let isWord = !text.contains { " \"“”()*".contains($0) }
        return TextTerm(text, form == .word && !isWord ? .phrase : form)
    }

    private static func day(_ random: inout Seeded) -> QueryDay {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: .daysAgo(Int.random(in: 0..<900, using: &random))
        case 1: .start(QueryDay.Span.allCases.randomElement(using: &random) ?? .thisWeek)
        default: .date(CivilDate(daysSince1970: Int.random(in: -9000..<30_000, using: &random)))
        }
    }

    private static func amount(_ random: inout Seeded) -> AmountTest {
        let value = { (random: inout Seeded) in
            let digits = Double(Int.random(in: 0...9999, using: &random))
            return digits * ([0.01, 1, 1000, 1e6, 1e7, 1e9, 1e12].randomElement(using: &random) ?? 1)
        }
        let (one, other) = (value(&random), value(&random))
        let bounds: [AmountTest.Bounds] = [
            .above(one), .atLeast(one), .below(one), .atMost(one), .between(one, other), .between(one, one),
        ]
        let units: [Amount.Unit] = [.money(currency: nil), .money(currency: "EUR"), .money(currency: "CHF"), .percent]
        return AmountTest(
            bounds.randomElement(using: &random) ?? .above(one), units.randomElement(using: &random) ?? .percent)
    }
}
