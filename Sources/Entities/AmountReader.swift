import Model

/// Finds sums of money and percentages: `43 miliardi di dollari`, `$43bn`, `1,2 mld €`, `+3,4%`.
///
/// A range with one unit (`$1.2-1.4bn`, `tra 2 e 3 miliardi di euro`) is one mention over both bounds. A scaled number without currency counts only in a sentence that speaks of money.
struct AmountReader {
    /// The text.
    let reading: Reading
    /// Number words, scales, currencies.
    let lexicon: Lexicon

    /// All amounts in order, not overlapping.
    func mentions() -> [Mention] {
        var found: [Mention] = []
        for section in reading.sections {
            var end = section.range.lowerBound
            for index in section.words where Int(reading.tokens[index].start) >= end {
                guard starts(index), let mention = amount(at: index, in: section, after: end) else { continue }
                found.append(mention)
                end = mention.range.upperBound
            }
        }
        return found
    }

    private func starts(_ index: Int) -> Bool {
        let token = reading.tokens[index]
        if token.isCapital, token.length > 2, CurrencySign.prefix(reading.bytes[token.range]) != nil { return true }
        guard token.shape.contains(.digit) else { return token.roles.contains(.number) && leadsToUnit(index) }
        let start = Int(token.start)
        guard start > 1, reading.bytes[start - 2] &- 48 < 10 else { return true }
        return ![".", ",", "/", ":"].contains { reading.bytes[start - 1] == UInt8(ascii: $0) }
    }

    /// Whether a number in letters is followed by a scale or unit; `un` and `a` are most often articles.
    private func leadsToUnit(_ index: Int) -> Bool {
        guard index + 1 < reading.tokens.count else { return false }
        let next = reading.tokens[index + 1]
        if !next.roles.isDisjoint(with: [.scale, .number, .currency, .percent]) { return true }
        if lexicon.value(reading.tokens[index].hash) != 1 { return true }
        return next.roles.contains(.link) && index + 2 < reading.tokens.count
            && reading.tokens[index + 2].roles.contains(.number)
    }

    private func amount(at index: Int, in section: Reading.Section, after floor: Int) -> Mention? {
        var phrase = AmountPhrase(reading, lexicon, section.range.upperBound)
        guard phrase.read(at: index, after: floor) else { return nil }
        guard phrase.isAmount || (phrase.isBare && speaksOfMoney(index, in: section)) else { return nil }
        let amount = Amount(
            value: phrase.value, upper: phrase.upper,
            unit: phrase.isPercent ? .percent : .money(currency: phrase.currency),
            approximation: AmountHedge(reading: reading).approximation(of: phrase.range, in: section))
        let isBare = !phrase.isAmount
        return Mention(
            phrase.range, .amount, confidence: isBare ? Confidence.bareAmount : Confidence.amount, amount: amount)
    }

    private func speaksOfMoney(_ index: Int, in section: Reading.Section) -> Bool {
        let sentence = reading.sentence(around: index..<index + 1, in: section)
        return sentence.contains { reading.tokens[$0].roles.contains(.money) || hasSign(reading.tokens[$0]) }
    }

    private func hasSign(_ token: Token) -> Bool {
        let start = Int(token.start)
        return token.shape.contains(.digit) && start > 0
            && (reading.bytes[start - 1] == UInt8(ascii: "$") || reading.bytes[start - 1] == 0xAC)
    }
}
