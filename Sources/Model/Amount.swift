/// A sum of money or a percentage, as a text states it.
public struct Amount: Hashable, Sendable {
    /// What is counted.
    public enum Unit: Hashable, Sendable {
        /// Money, by ISO 4217 code (`EUR`, `USD`); `nil` where the text names no currency.
        case money(currency: String?)
        /// Parts in a hundred.
        case percent
    }

    /// The number, scale included: 2,400,000,000 for `2,4 miliardi`; 3.4 for `3,4%`.
    public var value: Double
    /// What is counted.
    public var unit: Unit

    /// A value of a unit.
    public init(value: Double, unit: Unit) {
        self.value = value
        self.unit = unit
    }
}
