/// What follows a number: a percent sign, a currency, or neither.
struct AmountUnit {
    /// ISO 4217 code of the currency.
    var currency: String?
    /// Parts in a hundred.
    var isPercent = false
    /// A noun follows that is no unit: what is counted is no money.
    var leadsToNoun = false
    /// The scale that a sign brings (`12 €m`).
    var scale = 1.0
    /// A hundredth of the currency.
    var isPence = false
    /// The byte after the last.
    var end = 0

    /// Whether it counts anything.
    var isUnit: Bool { isPercent || currency != nil }

    /// What so many are worth.
    func worth(of quantity: Quantity) -> Double {
        quantity.figure.times(quantity.scale * scale) / (isPence ? 100 : 1) + quantity.rest
    }
}

extension AmountPhrase {
    /// The unit after a number.
    func unit(after quantity: Quantity) -> AmountUnit {
        var unit = AmountUnit(end: quantity.end)
        if !quantity.isScaled, readPercent(&unit) { return unit }
        readCurrency(&unit, quantity)
        return unit
    }

    private func readPercent(_ unit: inout AmountUnit) -> Bool {
        let next = skipSpace(unit.end)
        guard next < limit else { return false }
        if bytes[next] == UInt8(ascii: "%") {
            unit.end = next + 1
        } else if let word = word(at: next), lexicon.roles(word.hash).contains(.percent) {
            if word.hash == AmountPhrase.per {
                guard let cent = self.word(after: word.end, in: AmountPhrase.cents) else { return false }
                unit.end = cent.end
            } else if word.hash != AmountPhrase.pc || next == unit.end {
                unit.end = word.end
            } else {
                return false
            }
        } else {
            return false
        }
        unit.isPercent = true
        return true
    }

    private static let pc = WordHash.of("pc")
    private static let per = WordHash.of("per")
    private static let cents = hashes("cento cent")

    private func readCurrency(_ unit: inout AmountUnit, _ quantity: Quantity) {
        var next = skipSpace(unit.end)
        guard next < limit else { return }
        if readSign(&unit, at: next, quantity) || readPence(&unit, quantity) { return }
        guard var name = word(at: next) else { return }
        if next == unit.end, !(bytes[next] &- 97 < 26), CurrencySign.iso(bytes[next..<name.end]) == nil { return }
        let roles = lexicon.roles(name.hash)
        if roles.contains(.joint), AmountPhrase.ofs.contains(name.hash) {
            unit.leadsToNoun = true
            next = skipSpace(name.end)
            if readSign(&unit, at: next, quantity) { return }
            if next < limit, bytes[next] == UInt8(ascii: "'") {
                next += 1
            } else if next < limit, bytes[next] == 0xE2 {
                next = Letters.scalar(bytes, at: next).next
            }
            guard quantity.scale >= 1e6, let noun = word(at: next) else { return }
            // `4,9 miliardi di fatturato` is a sum, `di utenti` is none.
            if lexicon.roles(noun.hash).contains(.money) { unit.leadsToNoun = false }
            name = noun
        } else if !roles.contains(.function), !AmountPhrase.plain.contains(name.hash) {
            unit.leadsToNoun = true
        }
        readCurrency(&unit, name, quantity)
    }

    /// Words after a sum that count nothing else: `2 miliardi lordi`.
    private static let plain = hashes("circa lordi netti complessivi totali annui")

    /// A currency's sign after the number, itself before no other number; `€m` and `€bn` scale it.
    private func readSign(_ unit: inout AmountUnit, at next: Int, _ quantity: Quantity) -> Bool {
        guard next < limit else { return false }
        let sign = Letters.scalar(bytes, at: next)
        guard let code = CurrencySign.code(sign.value), !isDigit(sign.next) else { return false }
        if next > unit.end, isDigit(skipSpace(sign.next)) { return false }
        unit.currency = code
        unit.end = sign.next
        if let word = word(at: sign.next), word.length < 4, !quantity.isScaled,
            lexicon.roles(word.hash).contains(.scale)
        {
            unit.scale = lexicon.value(word.hash)
            unit.end = word.end
        }
        return true
    }

    private func readCurrency(_ unit: inout AmountUnit, _ name: Word, _ quantity: Quantity) {
        if let code = lexicon.currency(name.hash), isMoney(name, code, quantity), !isContraction(name) {
            unit.currency = code
            unit.end = name.end
            readNation(&unit, code)
        } else if let code = CurrencySign.iso(bytes[name.start..<name.end]) {
            guard !isDigit(skipSpace(name.end)) else { return }
            unit.currency = code
            unit.end = name.end
        } else if let code = AmountPhrase.nations[name.hash] {
            var next = skipSpace(name.end)
            if let second = word(at: next), AmountPhrase.seconds.contains(second.hash) { next = skipSpace(second.end) }
            guard let money = word(at: next), lexicon.currency(money.hash) != nil else { return }
            unit.currency = code
            unit.end = money.end
        } else if AmountPhrase.crowns.contains(name.hash) {
            unit.end = name.end
            readNation(&unit, "crown")
            if unit.currency == nil { unit.end = quantity.end }
        }
    }

    /// Whether a currency's name is meant as one, and is no other word.
    private func isMoney(_ name: Word, _ code: String, _ quantity: Quantity) -> Bool {
        // `nel 2024 EUR 5 mln`
        if name.length == 3, isDigit(skipSpace(name.end)), CurrencySign.iso(bytes[name.start..<name.end]) != nil {
            return false
        }
        let isCapital = bytes[name.start] &- 65 < 26 && !(name.end - name.start > 1 && bytes[name.start + 1] &- 65 < 26)
        switch code {
        case "KRW": return !isCapital && quantity.value >= 1000
        case "BRL": return !isCapital && (usesComma != false || name.hash != AmountPhrase.real)
        case "CHF", "ZAR": return !isCapital
        case "EUR":
            // `20 euro area countries` counts countries.
            if quantity.isYear, isDigit(skipSpace(name.end)) { return false }
            return word(after: name.end, in: AmountPhrase.areas) == nil
        case "USD", "GBP":
            return !quantity.isYear || !AmountPhrase.ones.contains(name.hash)
        default: return true
        }
    }

    private static let real = WordHash.of("real")
    private static let areas = hashes("area zone bloc")
    private static let ones = hashes("dollar pound")
    private static let crowns = hashes("corone crowns")

    /// Whether an apostrophe and a `t` follow: `won't` is no money.
    private func isContraction(_ name: Word) -> Bool {
        guard name.end < limit else { return false }
        let (mark, next) = Letters.scalar(bytes, at: name.end)
        return (mark == 0x27 || mark == 0x2019) && next < limit && bytes[next] | 0x20 == UInt8(ascii: "t")
    }

    /// `dollari canadesi`, `franchi svizzeri`, `dollari di Hong Kong`.
    private func readNation(_ unit: inout AmountUnit, _ code: String) {
        guard let nation = word(at: skipSpace(unit.end)) else { return }
        if let other = AmountPhrase.adjectives.first(where: { $0.0 == nation.hash && $0.1 == code })?.2 {
            unit.currency = other
            unit.end = nation.end
        } else if code == "USD", AmountPhrase.ofs.contains(nation.hash), let country = word(at: skipSpace(nation.end)),
            let other = AmountPhrase.lands[country.hash]
        {
            unit.currency = other
            unit.end = country.end
            if let second = word(after: country.end, in: AmountPhrase.seconds) { unit.end = second.end }
        }
    }

    private static let nations = [
        "us": "USD", "american": "USD", "swiss": "CHF", "canadian": "CAD", "australian": "AUD", "japanese": "JPY",
        "chinese": "CNY", "indian": "INR", "korean": "KRW", "british": "GBP", "brazilian": "BRL", "turkish": "TRY",
        "russian": "RUB", "singapore": "SGD", "taiwan": "TWD", "hong": "HKD",
    ].reduce(into: [UInt32: String]()) { $0[WordHash.of($1.key)] = $1.value }

    private static let lands = ["hong": "HKD", "singapore": "SGD", "taiwan": "TWD"]
        .reduce(into: [UInt32: String]()) { $0[WordHash.of($1.key)] = $1.value }

    private static let seconds = hashes("kong")

    private static let adjectives = [
        ("americani", "USD", "USD"), ("statunitensi", "USD", "USD"), ("usa", "USD", "USD"), ("canadesi", "USD", "CAD"),
        ("australiani", "USD", "AUD"), ("svizzeri", "CHF", "CHF"), ("inglesi", "GBP", "GBP"),
        ("britanniche", "GBP", "GBP"), ("sterling", "GBP", "GBP"), ("giapponesi", "JPY", "JPY"),
        ("cinesi", "CNY", "CNY"), ("indiane", "INR", "INR"), ("sudcoreani", "KRW", "KRW"), ("turche", "ITL", "TRY"),
        ("russi", "RUB", "RUB"), ("brasiliani", "BRL", "BRL"), ("svedesi", "crown", "SEK"),
        ("norvegesi", "crown", "NOK"), ("danesi", "crown", "DKK"), ("ceche", "crown", "CZK"),
    ].map { (WordHash.of($0.0), $0.1, $0.2) }

    /// `92p`, less than ten pounds; no height of a video.
    private func readPence(_ unit: inout AmountUnit, _ quantity: Quantity) -> Bool {
        guard !quantity.isWord, !quantity.isScaled, unit.end < limit, bytes[unit.end] == UInt8(ascii: "p"),
            word(at: unit.end)?.length == 1, reading.usesComma == false, quantity.value < 1000,
            ![144, 240, 360, 480, 720].contains(quantity.value)
        else { return false }
        unit.isPence = true
        unit.currency = "GBP"
        unit.end += 1
        return true
    }
}
