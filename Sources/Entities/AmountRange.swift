/// The second number of `1.2-1.4bn`, `tra 2 e 3 miliardi`, `2 o 3 milioni`; its scale and unit are those of both where
/// the first has none. Two sums that are each written whole stay two, but for a dash between.
struct AmountRange {
    /// The scale of the first number.
    var lowerScale: Double
    /// The second number.
    var higher: Quantity
    /// The unit of both.
    var unit: AmountUnit
}

extension AmountPhrase {
    /// The range that a number begins; `nil` where none follows, or one that does not rise.
    func range(from lower: Quantity, _ unit: AmountUnit) -> AmountRange? {
        guard unit.end < limit else { return nil }
        let (mark, next) = Letters.scalar(bytes, at: unit.end)
        if mark == 0x2D || (0x2010...0x2013).contains(mark) { return range(from: lower, unit, dashEnd: next) }
        return unit.isUnit ? nil : range(from: lower, linkAt: skipSpace(unit.end))
    }

    private func range(from lower: Quantity, _ whole: AmountUnit, dashEnd: Int) -> AmountRange? {
        let second = signEnd(dashEnd)
        guard isDigit(second), let higher = quantity(at: second) else { return nil }
        let unit = unit(after: higher)
        if whole.isUnit {
            guard unit.isPercent == whole.isPercent, unit.currency == whole.currency else { return nil }
        }
        return rising(lower, higher, unit)
    }

    private func range(from lower: Quantity, linkAt index: Int) -> AmountRange? {
        guard index > lower.end, let link = word(at: index), lexicon.roles(link.hash).contains(.link) else {
            return nil
        }
        let opener = opener
        if AmountPhrase.ands.contains(link.hash), opener != .between { return nil }
        if AmountPhrase.italianTo.contains(link.hash), opener != .from { return nil }
        var next = skipJoint(link.end)
        if let article = word(at: next), AmountPhrase.definite.contains(article.hash) { next = skipJoint(article.end) }
        let second = signEnd(next)
        guard let higher = quantity(at: second) else { return nil }
        let unit = unit(after: higher)
        if second > next, lower.isScaled || !higher.isScaled { return nil }
        if prefix != nil {
            guard higher.isScaled, unit.currency == nil, opener != nil || !unit.leadsToNoun else { return nil }
        }
        return rising(lower, higher, unit)
    }

    private func rising(_ lower: Quantity, _ higher: Quantity, _ unit: AmountUnit) -> AmountRange? {
        if unit.isPercent, lower.isScaled || prefix != nil { return nil }
        let isBare = higher.scale >= 1e6 && !higher.isShort && !unit.leadsToNoun
        guard unit.isUnit || prefix != nil || isBare else { return nil }
        if lower.isYear, higher.isScaled { return nil }
        let scale = lower.isScaled ? lower.scale : higher.scale
        guard lower.figure.times(scale) + lower.rest < higher.value else { return nil }
        return AmountRange(lowerScale: scale, higher: higher, unit: unit)
    }

    /// The byte after a currency's sign.
    private func signEnd(_ index: Int) -> Int {
        guard index < limit else { return index }
        let (sign, next) = Letters.scalar(bytes, at: index)
        return CurrencySign.code(sign) == nil ? index : next
    }

    /// The byte after a space or apostrophe.
    private func skipJoint(_ index: Int) -> Int {
        guard index < limit else { return index }
        let (mark, next) = Letters.scalar(bytes, at: index)
        return mark == 0x27 || mark == 0x2019 ? next : skipSpace(index)
    }

    /// What a range can begin with.
    private enum Opener {
        case between, from
    }

    /// The word that stands before the number, an article and `circa` left out.
    private var opener: Opener? {
        var index = reading.tokens.partition { Int($0.start) < start } - 1
        for _ in 0..<3 where index >= 0 {
            let hash = reading.tokens[index].hash
            if AmountPhrase.between.contains(hash) { return .between }
            if AmountPhrase.from.contains(hash) { return .from }
            guard AmountPhrase.definite.contains(hash) || hash == AmountPhrase.circa else { return nil }
            index -= 1
        }
        return nil
    }

    private static let italianTo = hashes("a al allo all ai agli")
    private static let definite = hashes("il lo la l i gli le the")
    private static let between = hashes("tra fra between")
    private static let from = hashes("da dal dallo dall dai dagli from")
    private static let circa = WordHash.of("circa")
}
