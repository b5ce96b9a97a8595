/// A regular expression as a tree.
indirect enum PatternNode {
    /// A place between two scalars.
    enum Place {
        case wordEdge, noWordEdge, lineStart, lineEnd
    }

    case empty
    case one(ScalarSet)
    case place(Place)
    case sequence([PatternNode])
    case choice([PatternNode])
    case repeated(PatternNode, least: Int, most: Int?)
}

/// A set of Unicode scalars: ranges and classes, or all others.
struct ScalarSet {
    var ranges: [ClosedRange<UInt32>] = []
    var traits: ScalarTraits = []
    var excluded: [ScalarTraits] = []
    var isNegated = false

    init(_ scalar: Unicode.Scalar) {
        ranges = [scalar.value...scalar.value]
    }

    init(traits: ScalarTraits = [], isNegated: Bool = false) {
        self.traits = traits
        self.isNegated = isNegated
    }

    func contains(_ value: UInt32, _ own: ScalarTraits) -> Bool {
        let isIn =
            ranges.contains { $0.contains(value) } || !traits.isDisjoint(with: own)
            || excluded.contains { $0.isDisjoint(with: own) }
        return isIn != isNegated
    }

    /// The set with the other cases of its letters; of a long range only those of ASCII.
    var withBothCases: ScalarSet {
        var copy = self
        for range in ranges {
            let values = range.count <= 1000 ? range : range.clamped(to: 0...0x7F)
            for value in values {
                guard let scalar = Unicode.Scalar(value) else { continue }
                for text in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
                    guard let other = text.unicodeScalars.first, text.unicodeScalars.count == 1, other != scalar else {
                        continue
                    }
                    copy.ranges.append(other.value...other.value)
                }
            }
        }
        return copy
    }
}

/// What a scalar is to the classes and places of patterns.
struct ScalarTraits: OptionSet, Hashable {
    let rawValue: UInt8

    /// A letter, mark, digit or low line.
    static let word = ScalarTraits(rawValue: 1)
    static let digit = ScalarTraits(rawValue: 2)
    static let space = ScalarTraits(rawValue: 4)
    static let lineEnd = ScalarTraits(rawValue: 8)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    init(of scalar: Unicode.Scalar) {
        var traits: ScalarTraits = []
        let properties = scalar.properties
        if scalar == "_" || properties.isAlphabetic || properties.numericType != nil
            || properties.generalCategory == .nonspacingMark
        {
            traits.insert(.word)
        }
        if properties.numericType == .decimal { traits.insert(.digit) }
        if properties.isWhitespace { traits.insert(.space) }
        if scalar == "\n" { traits.insert(.lineEnd) }
        self = traits
    }
}
