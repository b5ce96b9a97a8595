/// Which sums or percentages a query asks for: `>500m EUR`, `1bn..2bn`, `>5%`.
public struct AmountTest: Hashable, Sendable {
    /// Between which values an amount has to lie, scale included.
    public enum Bounds: Hashable, Sendable {
        case above(Double)
        case atLeast(Double)
        case below(Double)
        case atMost(Double)
        /// Both ends count; one value is a range of two equal ones.
        case between(Double, Double)
    }

    /// The values that pass; none is negative.
    public var bounds: Bounds
    /// What is counted; money without a currency is money of any.
    public var unit: Amount.Unit

    /// Values of a unit.
    public init(_ bounds: Bounds, _ unit: Amount.Unit) {
        self.bounds = bounds
        self.unit = unit
    }

    /// Whether a stated amount passes: its sign and its hedge do not count, and one value of a range is enough.
    public func matches(_ amount: Amount) -> Bool {
        switch (unit, amount.unit) {
        case (.percent, .percent), (.money(nil), .money): break
        case (.money(let wanted), .money(let stated)) where wanted == stated: break
        default: return false
        }
        let (low, high) = amount.magnitudes
        return switch bounds {
        case .above(let value): high > value
        case .atLeast(let value): high >= value
        case .below(let value): low < value
        case .atMost(let value): low <= value
        case .between(let least, let most): least <= most && high >= least && low <= most
        }
    }
}

extension Amount {
    /// The smallest and the largest value that it states, without sign.
    public var magnitudes: (low: Double, high: Double) {
        let (one, other) = (abs(value), abs(upper ?? value))
        return (min(one, other), max(one, other))
    }
}

extension AmountTest: CustomStringConvertible {
    /// The test as a query writes it after `amount:`.
    public var description: String {
        let number = { (value: Double) in unit == .percent ? AmountText.plain(value) + "%" : AmountText.written(value) }
        let limits =
            switch bounds {
            case .above(let value): ">" + number(value)
            case .atLeast(let value): ">=" + number(value)
            case .below(let value): "<" + number(value)
            case .atMost(let value): "<=" + number(value)
            case .between(let least, let most) where least == most: number(least)
            case .between(let least, let most): range(least, most)
            }
        if case .money(let currency?) = unit { return "\(limits) \(currency)" }
        return limits
    }

    /// `1bn..2bn`. A second value with a scale gives it to a first one without, so then it is written without.
    private func range(_ least: Double, _ most: Double) -> String {
        guard unit != .percent else { return "\(AmountText.plain(least))%..\(AmountText.plain(most))%" }
        let first = AmountText.written(least)
        let isPlain = least > 0 && first.last?.isNumber == true
        return "\(first)..\(isPlain ? AmountText.plain(most) : AmountText.written(most))"
    }
}
