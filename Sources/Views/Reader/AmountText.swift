import Model

/// An amount as the screen says it: hedge, value, scale and unit.
enum AmountText {
    /// `43 bn USD`, `over 40,000 EUR`, `2-3 bn EUR`, `-3.4 %`.
    static func text(of amount: Amount) -> String {
        let scale = scale(of: amount)
        var text = figure(amount.value / scale.factor)
        if let upper = amount.upper { text += (amount.value < 0 ? " to " : "-") + figure(upper / scale.factor) }
        let words = [amount.approximation?.rawValue, text, scale.word, unit(of: amount)]
        return words.compactMap { $0 }.joined(separator: " ")
    }

    private static func unit(of amount: Amount) -> String? {
        switch amount.unit {
        case .percent: "%"
        case .money(let currency): currency
        }
    }

    /// The largest scale that leaves the value at least 1 and needs three decimals at most.
    private static func scale(of amount: Amount) -> (factor: Double, word: String?) {
        let scales: [(Double, String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "m")]
        let found = scales.first { factor, _ in
            abs(amount.value) >= factor
                && [amount.value, amount.upper ?? 0].allSatisfy { value in
                    let thousandths = value / factor * 1000
                    return abs(thousandths - thousandths.rounded()) < 1e-6
                }
        }
        return found.map { ($0.0, $0.1) } ?? (1, nil)
    }

    /// `43,000`, `2.4`.
    private static func figure(_ value: Double) -> String {
        let whole = value.rounded(.towardZero)
        return whole == value && abs(whole) < 1e15 ? Figures.grouped(Int(whole)) : "\(value)"
    }
}
