/// One amount as it is read: number, scale, unit, and the sign or currency before it.
struct AmountPhrase {
    private let reading: Reading
    let bytes: UnsafeBufferPointer<UInt8>
    private let lexicon: Lexicon
    let limit: Int
    private var start = 0
    private var end = 0
    private var scale = 1.0
    private var hasShortScale = false
    private var isWord = false
    private var leadsToNoun = false
    private var isNegative = false
    private var lower = 0.0
    /// ISO 4217 code of the currency.
    private(set) var currency: String?
    /// Parts in a hundred.
    private(set) var isPercent = false

    /// An empty phrase that ends before `limit`.
    init(_ reading: Reading, _ lexicon: Lexicon, _ limit: Int) {
        self.reading = reading
        self.lexicon = lexicon
        self.limit = limit
        bytes = reading.bytes
    }

    /// The bytes of the phrase.
    var range: Range<Int> { start..<end }
    /// The number with scale and sign.
    var value: Double { (isNegative ? -lower : lower) * scale }
    /// It has a unit.
    var isAmount: Bool { isPercent || (currency != nil && !(isWord && scale == 1 && lower <= 1)) }
    /// It has no unit, but a scale from a million on, and no noun after it.
    var isBare: Bool { scale >= 1e6 && !hasShortScale && !leadsToNoun }

    /// Reads number, scale and unit from a word on; false where there is no number.
    mutating func read(at index: Int) -> Bool {
        let token = reading.tokens[index]
        start = Int(token.start)
        if let code = CurrencySign.prefix(reading.bytes[token.range]) {
            (lower, end) = numbers.number(at: start + code.length, limit: limit)
            currency = code.code
        } else if token.shape.contains(.digit) {
            (lower, end) = numbers.number(at: start, limit: limit)
        } else {
            isWord = true
            guard readNumberWord(token) else { return false }
        }
        readRange()
        readUnits()
        return true
    }

    private var numbers: NumberReader {
        NumberReader(bytes: bytes, usesComma: reading.usesComma)
    }

    private mutating func readNumberWord(_ token: Token) -> Bool {
        end = Int(token.end)
        lower = lexicon.value(token.hash)
        if token.roles.contains(.scale) { return false }
        if lower == 0.5, let article = word(at: skipSpace(end)), article.hash == AmountPhrase.a { end = article.end }
        return lower > 0
    }

    private static let a = WordHash.of("a")

    /// What stands before the number: a sign, a currency sign or code.
    mutating func readPrefix(_ index: Int, after floor: Int) {
        guard !isWord else { return }
        var low = start
        if low > floor, bytes[low - 1] == 32 || bytes[low - 1] == 0xA0 { low -= bytes[low - 1] == 32 ? 1 : 2 }
        if let sign = sign(before: low, floor), let code = CurrencySign.code(sign.value) {
            currency = code
            start = sign.start
            if sign.value == 0x24 { readCountry(floor) }
        } else if index > 0, reading.tokens[index - 1].roles.contains(.currency), currency == nil {
            let code = reading.tokens[index - 1]
            if reading.tokens[index].gap == .space, code.shape.contains(.upper), code.length == 3,
                Int(code.start) >= floor
            {
                currency = lexicon.currency(code.hash)
                start = Int(code.start)
            }
        }
        readSign(floor)
    }

    /// The scalar that ends before a byte.
    private func sign(before high: Int, _ floor: Int) -> (value: UInt32, start: Int)? {
        var low = high - 1
        while low > floor, bytes[low] & 0xC0 == 0x80 { low -= 1 }
        return low >= max(floor, 0) ? (Letters.scalar(bytes, at: low).value, low) : nil
    }

    private mutating func readCountry(_ floor: Int) {
        var low = start
        while low > floor, bytes[low - 1] &- 65 < 26 { low -= 1 }
        guard low < start, start - low < 3, low == floor || !((bytes[low - 1] | 0x20) &- 97 < 26) else { return }
        guard let code = CurrencySign.dollar(reading.text(low..<start)) else { return }
        currency = code
        start = low
    }

    /// A plus or minus that stands free before the amount.
    private mutating func readSign(_ floor: Int) {
        guard let sign = sign(before: start, floor), [0x2B, 0x2D, 0x2212].contains(sign.value) else { return }
        let isFree =
            sign.start == 0 || bytes[sign.start - 1] <= 32 || bytes[sign.start - 1] == UInt8(ascii: "(")
            || bytes[sign.start - 1] == UInt8(ascii: ":") || bytes[sign.start - 1] == 0xA0
        guard isFree else { return }
        start = sign.start
        isNegative = sign.value != 0x2B
    }
}

extension AmountPhrase {
    /// The second bound of `1.2-1.4bn` or `2 e 3 miliardi`; its unit is that of both.
    private mutating func readRange() {
        guard !isWord, end < limit else { return }
        let (value, next) = Letters.scalar(bytes, at: end)
        var second: Int?
        if value == 0x2D || value == 0x2013 {
            second = next
            if next < limit, CurrencySign.code(UInt32(bytes[next])) != nil { second = next + 1 }
        } else if let link = word(at: skipSpace(end)), AmountPhrase.links.contains(link.hash), followsBetween {
            second = skipSpace(link.end)
        }
        guard let second, second < limit, bytes[second] &- 48 < 10 else { return }
        end = numbers.number(at: second, limit: limit).end
    }

    private static let links = Set(["e", "and", "o", "or", "to"].map(WordHash.of))
    private static let between = Set(["tra", "fra", "between", "i", "from"].map(WordHash.of))

    /// Whether `tra`, `between` or the like stands before the number.
    private var followsBetween: Bool {
        let index = reading.tokens.partition { Int($0.start) < start }
        return index > 0 && AmountPhrase.between.contains(reading.tokens[index - 1].hash)
    }

    private mutating func readUnits() {
        if readPercent() { return }
        readScale()
        readScale()
        readHalf()
        readCurrency()
    }

    private mutating func readPercent() -> Bool {
        let next = skipSpace(end)
        if next < limit, bytes[next] == UInt8(ascii: "%") {
            end = next + 1
        } else if let word = word(at: next), AmountPhrase.percents.contains(word.hash) {
            end = word.end
        } else if let per = word(at: next), per.hash == AmountPhrase.per, let cent = word(at: skipSpace(per.end)),
            AmountPhrase.cents.contains(cent.hash)
        {
            end = cent.end
        } else {
            return false
        }
        isPercent = true
        return true
    }

    private static let percents = Set(["percent", "pct"].map(WordHash.of))
    private static let per = WordHash.of("per")
    private static let cents = Set(["cento", "cent"].map(WordHash.of))

    private mutating func readScale() {
        let next = skipSpace(end)
        guard let word = word(at: next), lexicon.roles(word.hash).contains(.scale) || isHundred(word) else { return }
        if word.length == 1, next != end { return }
        let factor = lexicon.value(word.hash)
        if word.length == 1 { hasShortScale = true }
        scale *= factor
        end = word.end
        if word.length == 3, end < limit, bytes[end] == UInt8(ascii: "."), end + 1 < limit, bytes[end + 1] == 32,
            let after = self.word(at: end + 2), lexicon.roles(after.hash).contains(.currency)
        {
            end += 1
        }
    }

    private func isHundred(_ word: Word) -> Bool {
        isWord && lexicon.value(word.hash) == 100
    }

    /// `due miliardi e mezzo`.
    private mutating func readHalf() {
        guard scale >= 1e6, let and = word(at: skipSpace(end)), AmountPhrase.ands.contains(and.hash),
            let half = word(at: skipSpace(and.end)), lexicon.value(half.hash) == 0.5
        else { return }
        lower += 0.5
        end = half.end
    }

    private static let ands = Set(["e", "and"].map(WordHash.of))
    private static let ofs = Set(["di", "d", "of"].map(WordHash.of))

    private mutating func readCurrency() {
        var next = skipSpace(end)
        guard next < limit else { return }
        if readSign(at: next) { return }
        if readPence() { return }
        guard var name = word(at: next), next > end || bytes[next] &- 97 < 26 else { return }
        if AmountPhrase.ofs.contains(name.hash) {
            leadsToNoun = true
            next = skipSpace(name.end)
            if readSign(at: next) { return }
            if next < limit, bytes[next] == UInt8(ascii: "'") { next += 1 }
            guard scale >= 1e6, let noun = word(at: next) else { return }
            // `4,9 miliardi di fatturato` is a sum, `di utenti` is none.
            if lexicon.roles(noun.hash).contains(.money) { leadsToNoun = false }
            name = noun
        } else if !lexicon.roles(name.hash).contains(.function) {
            leadsToNoun = true
        }
        readCurrency(name)
    }

    /// A currency's sign after the number, itself before no other number.
    private mutating func readSign(at next: Int) -> Bool {
        guard next < limit else { return false }
        let sign = Letters.scalar(bytes, at: next)
        guard let code = CurrencySign.code(sign.value), !(sign.next < limit && bytes[sign.next] &- 48 < 10) else {
            return false
        }
        currency = code
        end = sign.next
        return true
    }

    private mutating func readCurrency(_ name: Word) {
        guard !isContraction(name) else { return }
        if let code = AmountPhrase.nations.first(where: { $0.0 == name.hash })?.1 {
            guard let dollars = word(at: skipSpace(name.end)), lexicon.roles(dollars.hash).contains(.currency) else {
                return
            }
            currency = code.isEmpty ? lexicon.currency(dollars.hash) : code
            end = dollars.end
        } else if let code = lexicon.currency(name.hash) {
            currency = code
            end = name.end
            readNation(code)
        }
    }

    /// Whether an apostrophe and a `t` follow: `won't` is no money.
    private func isContraction(_ name: Word) -> Bool {
        guard name.end < limit else { return false }
        let (mark, next) = Letters.scalar(bytes, at: name.end)
        return (mark == 0x27 || mark == 0x2019) && next < limit && bytes[next] | 0x20 == UInt8(ascii: "t")
    }

    /// `dollari canadesi`, `franchi svizzeri`.
    private mutating func readNation(_ code: String) {
        guard let nation = word(at: skipSpace(end)) else { return }
        if let other = AmountPhrase.adjectives.first(where: { $0.0 == nation.hash && $0.1 == code })?.2 {
            currency = other
            end = nation.end
        }
    }

    private static let nations = [
        ("us", "USD"), ("swiss", "CHF"), ("canadian", "CAD"), ("australian", "AUD"), ("japanese", "JPY"),
        ("chinese", "CNY"), ("indian", "INR"), ("korean", "KRW"), ("british", "GBP"),
    ].map { (WordHash.of($0.0), $0.1) }

    private static let adjectives = [
        ("americani", "USD", "USD"), ("statunitensi", "USD", "USD"), ("usa", "USD", "USD"), ("canadesi", "USD", "CAD"),
        ("australiani", "USD", "AUD"), ("svizzeri", "CHF", "CHF"), ("inglesi", "GBP", "GBP"),
        ("britanniche", "GBP", "GBP"), ("sterling", "GBP", "GBP"), ("giapponesi", "JPY", "JPY"),
        ("cinesi", "CNY", "CNY"), ("indiane", "INR", "INR"), ("sudcoreani", "KRW", "KRW"),
    ].map { (WordHash.of($0.0), $0.1, $0.2) }

    /// `92p`, less than ten pounds; no height of a video.
    private mutating func readPence() -> Bool {
        guard !isWord, scale == 1, end < limit, bytes[end] == UInt8(ascii: "p"), word(at: end)?.length == 1,
            reading.usesComma == false, lower < 1000, ![144, 240, 360, 480, 720].contains(lower)
        else { return false }
        scale = 0.01
        currency = "GBP"
        end += 1
        return true
    }
}
