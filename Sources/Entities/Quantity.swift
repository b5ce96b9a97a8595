/// A number with its scale: `2`, `1,2 miliardi`, `two hundred`, `un milione e 200 mila`.
struct Quantity {
    /// The number.
    var figure: Figure
    /// Thousand, million and so on, multiplied.
    var scale = 1.0
    /// What `e 300 mila` adds.
    var rest = 0.0
    /// The byte after the last.
    var end: Int
    /// Written in letters.
    var isWord = false
    /// Its scale is so short (`m`, `bn`) that it is none by itself.
    var isShort = false

    /// Number times scale.
    var value: Double { figure.times(scale) + rest }
    /// Whether it may be a year.
    var isYear: Bool {
        !isWord && !isScaled && !figure.isGrouped && figure.power == 1 && (1900...2100).contains(figure.digits)
    }
    /// Whether it has a scale.
    var isScaled: Bool { scale > 1 }
}

extension AmountPhrase {
    /// The number in digits or letters at a byte offset, with its scale; `nil` where there is none.
    func quantity(at start: Int) -> Quantity? {
        guard start < limit else { return nil }
        guard var quantity = number(at: start) else { return nil }
        readHalf(&quantity)
        while readScale(&quantity) {}
        guard quantity.isScaled else { return quantity }
        readHalf(&quantity)
        if quantity.scale >= 1e3, !quantity.isShort, !isForeign { readRest(&quantity) }
        return quantity
    }

    /// `$1 billion and 200 million users` are two.
    private var isForeign: Bool { prefix != nil && reading.usesComma != true }

    private func numberInLetters(at start: Int) -> Quantity? {
        guard let first = word(at: start) else { return nil }
        let roles = lexicon.roles(first.hash)
        guard roles.contains(.number), !roles.contains(.scale) else { return nil }
        var value = lexicon.value(first.hash)
        var end = first.end
        if value == 0.5 {
            if let article = word(after: end, in: AmountPhrase.articles) { end = article.end }
            return Quantity(figure: Figure(digits: 5, power: 10), end: end, isWord: true)
        }
        if let unit = unit(after: end, of: value) {
            value += lexicon.value(unit.hash)
            end = unit.end
        }
        if value < 100, let hundred = word(after: end, in: AmountPhrase.hundred) {
            value *= 100
            end = hundred.end
            let and = word(after: end, in: AmountPhrase.and)
            if let more = word(at: skipSpace(and?.end ?? end)), isNumber(more), lexicon.value(more.hash) >= 1 {
                let added = lexicon.value(more.hash)
                if added < 100 {
                    value += added
                    end = more.end
                    if let unit = unit(after: end, of: added) {
                        value += lexicon.value(unit.hash)
                        end = unit.end
                    }
                }
            }
        }
        return Quantity(figure: Figure(digits: value), end: end, isWord: true)
    }

    /// The `five` of `twenty-five`.
    private func unit(after end: Int, of tens: Double) -> Word? {
        guard tens >= 20, tens < 100, tens.truncatingRemainder(dividingBy: 10) == 0, end < limit,
            bytes[end] == UInt8(ascii: "-") || usesComma == false
        else { return nil }
        guard let word = word(at: skipSpace(end)), isNumber(word), (1...9).contains(lexicon.value(word.hash)) else {
            return nil
        }
        return word
    }

    private func isNumber(_ word: Word) -> Bool {
        let roles = lexicon.roles(word.hash)
        return roles.contains(.number) && !roles.contains(.scale)
    }

    /// `due miliardi e mezzo`, `two and a half billion`.
    private func readHalf(_ quantity: inout Quantity) {
        guard let and = word(at: skipSpace(quantity.end)), lexicon.roles(and.hash).contains(.link),
            AmountPhrase.ands.contains(and.hash)
        else { return }
        var next = skipSpace(and.end)
        if let article = word(at: next), AmountPhrase.articles.contains(article.hash) { next = skipSpace(article.end) }
        guard let half = word(at: next), lexicon.value(half.hash) == 0.5 else { return }
        // `3 e mezzo` is a number only before its scale or unit, which the caller asks for.
        quantity.figure.digits += 0.5 * quantity.figure.power
        quantity.end = half.end
    }

    private func readScale(_ quantity: inout Quantity) -> Bool {
        let next = skipSpace(quantity.end)
        guard let word = word(at: next), lexicon.roles(word.hash).contains(.scale) else { return false }
        let isShort = word.length < 4 && AmountPhrase.short.contains(word.hash)
        // `300 m` is a length, `$300 m` a sum.
        if word.length == 1 || word.hash == AmountPhrase.doubleM, next != quantity.end, prefix == nil { return false }
        let scale = quantity.scale * lexicon.value(word.hash)
        guard scale <= 1e15 else { return false }
        quantity.scale = scale
        quantity.isShort = isShort
        quantity.end = word.end
        if word.length == 3, word.end < limit, bytes[word.end] == UInt8(ascii: "."),
            let after = self.word(at: skipSpace(word.end + 1)), after.start > word.end + 1,
            lexicon.roles(after.hash).contains(.currency) || AmountPhrase.ofs.contains(after.hash)
        {
            quantity.end += 1
        }
        return true
    }

    /// `e 300 mila` after `due milioni`: a smaller scale, or none before the unit of both.
    private func readRest(_ quantity: inout Quantity) {
        let and = word(after: quantity.end, in: AmountPhrase.ands)
        let next = skipSpace(and?.end ?? quantity.end)
        guard next > quantity.end, next < limit, let more = scaled(at: next) else { return }
        guard more.scale < quantity.scale, more.value < quantity.scale else { return }
        if more.isScaled {
            guard !more.isShort else { return }
        } else {
            guard and != nil, more.value >= 100, more.figure.power == 1, !isDigit(skipSpace(more.end)) else { return }
            guard let unit = word(at: skipSpace(more.end)), lexicon.roles(unit.hash).contains(.currency) else { return }
        }
        quantity.rest = more.value
        quantity.end = more.end
    }

    /// A number in digits or letters, without its scale.
    private func number(at start: Int) -> Quantity? {
        guard isDigit(start) else { return numberInLetters(at: start) }
        let (figure, end) = numbers.number(at: start, limit: limit)
        return Quantity(figure: figure, end: end)
    }

    /// A number with its scale and nothing more.
    private func scaled(at start: Int) -> Quantity? {
        guard var quantity = number(at: start) else { return nil }
        while readScale(&quantity) {}
        return quantity
    }

    static let ands = hashes("e and")
    static let ofs = hashes("di d of")
    static let articles = hashes("a an")
    private static let and = hashes("and")
    private static let hundred = hashes("hundred")
    private static let short = hashes("k m b t mm bn mn mio cr")
    private static let doubleM = WordHash.of("mm")
}
