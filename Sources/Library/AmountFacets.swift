import Model

/// Sums and percentages as tokens: the power of two below their value, then the currency.
///
/// Whatever a query's limits are, whole powers lie within them or outside; only in those of the limits themselves has the
/// value to be looked at.
enum AmountFacets {
    /// Powers lie from here, which is 0, ...
    private static let lowest = -9
    /// ... to here, which is everything larger.
    private static let highest = 59

    /// The power of two at or below a value, brought within reach.
    private static func power(_ value: Double) -> Int {
        guard value > 0 else { return lowest }
        return min(max(Int(value.exponent), lowest + 1), highest)
    }

    /// The tokens of an amount, without and with its currency: of a range these for each power in it.
    static func tokens(of amount: Amount) -> [String] {
        let (low, high) = amount.magnitudes
        guard low.isFinite, high.isFinite else { return [] }
        let powers = power(low)...power(high)
        guard case .money(let currency?) = amount.unit, !currency.isEmpty else {
            return powers.map { token($0, amount.unit) }
        }
        return powers.flatMap { [token($0, .money(currency: nil)), token($0, amount.unit)] }
    }

    private static func token(_ power: Int, _ unit: Amount.Unit) -> String {
        let digits = String(power + 10)
        let number = digits.utf8.count == 1 ? "0" + digits : digits
        return switch unit {
        case .percent: Facets.Kind.percent.token(number)
        case .money(let currency): Facets.Kind.money.token(number + Folding.fold(currency ?? ""))
        }
    }

    /// The powers that pass a test as a whole, and those in which values have to be looked at.
    private static func powers(of test: AmountTest) -> (inside: [Int], edges: [Int]) {
        func between(_ low: Int, _ high: Int) -> [Int] { low + 1 < high ? Array((low + 1)..<high) : [] }
        return switch test.bounds {
        case .above(let value), .atLeast(let value): (between(power(value), highest + 1), [power(value)])
        case .below(let value), .atMost(let value): (between(lowest - 1, power(value)), [power(value)])
        case .between(let least, let most) where least <= most:
            (between(power(least), power(most)), Array(Set([power(least), power(most)])).sorted())
        case .between: ([], [])
        }
    }

    /// The articles with an amount that passes.
    static func filter(_ test: AmountTest) -> Filter {
        let (inside, edges) = powers(of: test)
        let expression = { (powers: [Int]) in
            SearchExpression.any(powers.map { SearchExpression(facet: token($0, test.unit)) })
        }
        var parts: [Filter] = []
        if !inside.isEmpty { parts.append(.facet(expression(inside))) }
        if !edges.isEmpty { parts.append(.all([.facet(expression(edges)), .check(.amount(test))])) }
        return .alternatives(of: parts)
    }
}
