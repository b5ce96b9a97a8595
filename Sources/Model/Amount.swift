/// A sum of money or a percentage, as a text states it.
public struct Amount: Hashable, Sendable {
    /// What is counted.
    public enum Unit: Hashable, Sendable {
        /// Money, by ISO 4217 code (`EUR`, `USD`); `nil` where the text names no currency.
        case money(currency: String?)
        /// Parts in a hundred.
        case percent
    }

    /// How a text hedges an amount.
    public enum Approximation: String, CaseIterable, Sendable {
        /// `circa`, `about`: near it.
        case about
        /// `oltre`, `almeno`, `more than`: it or more.
        case over
        /// `quasi`, `meno di`, `up to`: it or less.
        case under
    }

    /// The number, scale and sign included: 2,400,000,000 for `2,4 miliardi`; -3.4 for `-3,4%`; of a range the lower.
    public var value: Double
    /// The higher end of a range (`tra 2 e 3 miliardi`), above `value`; `nil` where the text states one figure.
    public var upper: Double?
    /// What is counted.
    public var unit: Unit
    /// How the text hedges it; `nil` where it does not.
    public var approximation: Approximation?

    /// A value of a unit; one figure, not hedged, by default.
    public init(value: Double, upper: Double? = nil, unit: Unit, approximation: Approximation? = nil) {
        self.value = value
        self.upper = upper
        self.unit = unit
        self.approximation = approximation
    }
}
