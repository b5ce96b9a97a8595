/// Numbers and words at random, the same for the same seed (SplitMix64, Steele, Lea and Flood 2014).
struct Dice {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed &* 0x9E37_79B9_7F4A_7C15
    }

    /// A number from 0, below `sides`.
    mutating func roll(_ sides: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var bits = state
        bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
        return Int(truncatingIfNeeded: (bits ^ bits >> 31) % UInt64(sides))
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
