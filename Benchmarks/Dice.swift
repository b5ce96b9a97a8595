/// Numbers and words at random, the same for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct Dice {
    private var state: UInt64

    /// Dice of a seed. Its place in the series is mixed, so that the next seed's numbers are not these shifted by one.
    init(seed: UInt64) {
        state = Dice.mixed(seed &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A number from 0, below `sides`.
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: Dice.mixed(state) % UInt64(sides))
    }

    private static func mixed(_ state: UInt64) -> UInt64 {
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return bits ^ bits >> 31
    }

    /// A word of no language; low syllables are more frequent, as frequent words are in texts.
    mutating func word() -> String {
        (0..<(2 + roll(3))).map { _ in
            let range = 1 + roll(Dice.syllables.count)
            return Dice.syllables[roll(range)]
        }.joined()
    }

    /// Six such words.
    mutating func sentence() -> String {
        (0..<6).map { _ in word() }.joined(separator: " ") + "."
    }

    private static let syllables = [
        "ra", "li", "to", "ne", "mo", "va", "sti", "per", "co", "lu", "gra", "den", "fi", "bro", "za", "qui", "sel",
        "tur", "pia", "ghe",
    ]
}
