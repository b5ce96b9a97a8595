/// One amount as it is read: sign, currency, number, scale, a second number of a range, and the unit of all.
struct AmountPhrase {
    let reading: Reading
    let bytes: UnsafeBufferPointer<UInt8>
    let lexicon: Lexicon
    let limit: Int
    private(set) var start = 0
    private(set) var end = 0
    private var isNegative = false
    private var lower = Quantity(figure: Figure(), end: 0)
    private var higher: Quantity?
    /// `$.5 million`.
    private var hasBarePoint = false
    private var unit = AmountUnit()
    /// ISO 4217 code of the currency before the number.
    private(set) var prefix: String?

    /// An empty phrase that ends before `limit`.
    init(_ reading: Reading, _ lexicon: Lexicon, _ limit: Int) {
        self.reading = reading
        self.lexicon = lexicon
        self.limit = limit
        bytes = reading.bytes
    }

    /// The bytes of the phrase.
    var range: Range<Int> { start..<end }
    /// The number with scale and sign; of a range the lower.
    var value: Double { isNegative ? -unit.worth(of: lower) : unit.worth(of: lower) }
    /// The higher number of a range.
    var upper: Double? { higher.map(unit.worth(of:)) }
    /// Parts in a hundred.
    var isPercent: Bool { unit.isPercent }
    /// ISO 4217 code of the currency.
    var currency: String? { prefix ?? unit.currency }
    /// It has a unit.
    var isAmount: Bool {
        isPercent || (currency != nil && !(lower.isWord && !last.isScaled && lower.value <= 1 && higher == nil))
    }
    /// It has no unit, but a scale from a million on, and no noun after it.
    var isBare: Bool { last.scale >= 1e6 && !last.isShort && !unit.leadsToNoun }

    private var last: Quantity { higher ?? lower }

    /// Whether a comma separates decimals. In an Italian text a foreign sum may be written either way (`$1,500`): a single
    /// separator before three digits groups them.
    var usesComma: Bool? {
        prefix == nil || prefix == "EUR" || reading.usesComma != true ? reading.usesComma : nil
    }

    /// How numbers in digits are read.
    var numbers: NumberReader { NumberReader(bytes: bytes, usesComma: usesComma) }

    /// Reads an amount from a word on, what stands before it after `floor` included; false where there is no number.
    mutating func read(at index: Int, after floor: Int) -> Bool {
        let token = reading.tokens[index]
        start = Int(token.start)
        var first = start
        if token.isCapital, let code = CurrencySign.prefix(bytes[token.range]) {
            prefix = code.code
            first += code.length
        } else if token.shape.contains(.digit) {
            readPrefix(index, after: floor)
        }
        readSign(floor)
        guard let quantity = quantity(at: first) else { return false }
        lower = quantity
        if hasBarePoint {
            while isDigit(first) {
                lower.figure.power *= 10
                first += 1
            }
        }
        unit = unit(after: lower)
        if unit.isPercent, prefix != nil { dropPrefix(token, floor) }
        if prefix == nil, !unit.isUnit { readName(index, after: floor) }
        end = unit.end
        if !isNegative { readRange() }
        return true
    }

    /// `euro 12,5 milioni`: the currency's name before a number that is plainly a sum.
    private mutating func readName(_ index: Int, after floor: Int) {
        guard index > 0, start == Int(reading.tokens[index].start), reading.tokens[index].gap == .space else { return }
        let name = reading.tokens[index - 1]
        guard name.hash == AmountPhrase.euro, Int(name.start) >= floor, !unit.leadsToNoun,
            lower.isScaled || lower.figure.isGrouped || lower.figure.power == 100
        else { return }
        prefix = "EUR"
        start = Int(name.start)
    }

    private static let euro = WordHash.of("euro")

    /// A percentage after the name of a currency is one of something else: `in EUR 5% less`.
    private mutating func dropPrefix(_ token: Token, _ floor: Int) {
        prefix = nil
        start = token.isCapital ? start : Int(token.start)
        isNegative = false
        readSign(floor)
    }

    private mutating func readRange() {
        guard let range = range(from: lower, unit) else { return }
        lower.scale = range.lowerScale
        lower.isShort = range.higher.isShort
        higher = range.higher
        unit = range.unit
        end = unit.end
    }

    /// What stands before the number: a currency sign or code.
    private mutating func readPrefix(_ index: Int, after floor: Int) {
        var low = start
        if low - 1 > floor, bytes[low - 1] == UInt8(ascii: "."), bytes[low - 2] > 57 || bytes[low - 2] < 46 {
            guard let sign = sign(before: low - 1, floor), CurrencySign.code(sign.value) != nil else { return }
            hasBarePoint = true
            low -= 1
        }
        if low > floor, bytes[low - 1] == 32 || bytes[low - 1] == 0xA0 { low -= bytes[low - 1] == 32 ? 1 : 2 }
        if let sign = sign(before: low, floor), let code = CurrencySign.code(sign.value) {
            prefix = code
            start = sign.start
            readCountry(code, floor)
        } else if index > 0, reading.tokens[index].gap == .space || reading.tokens[index].gap == .dotSpace {
            let code = reading.tokens[index - 1]
            guard code.isCapital, Int(code.start) >= floor, let found = CurrencySign.word(bytes[code.range]) else {
                return
            }
            guard reading.tokens[index].gap == .space || code.length == 2 else { return }
            prefix = found
            start = Int(code.start)
        }
    }

    /// The scalar that ends before a byte.
    private func sign(before high: Int, _ floor: Int) -> (value: UInt32, start: Int)? {
        var low = high - 1
        while low > floor, bytes[low] & 0xC0 == 0x80 { low -= 1 }
        return low >= max(floor, 0) ? (Letters.scalar(bytes, at: low).value, low) : nil
    }

    private mutating func readCountry(_ code: String, _ floor: Int) {
        var low = start
        while low > floor, bytes[low - 1] &- 65 < 26 { low -= 1 }
        guard low < start, start - low <= 3, low == floor || !((bytes[low - 1] | 0x20) &- 97 < 26) else { return }
        guard let country = CurrencySign.country(bytes[low..<start], code) else { return }
        prefix = country
        start = low
    }

    /// A plus or minus that stands free before the amount.
    private mutating func readSign(_ floor: Int) {
        guard let sign = sign(before: start, floor) else { return }
        switch sign.value {
        case 0x2B, 0x2D, 0x2212: break
        // A dash right before a percentage of market figures is a minus: `Enel –3,4%`.
        case 0x2013 where endsInPercent: break
        default: return
        }
        let before = sign.start > floor ? bytes[sign.start - 1] : 32
        guard before <= 32 || before == UInt8(ascii: "(") || before == UInt8(ascii: ":") || before == 0xA0 else {
            return
        }
        start = sign.start
        isNegative = sign.value != 0x2B
    }

    private var endsInPercent: Bool {
        var index = start
        while index < limit, isDigit(index) || bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",") {
            index += 1
        }
        return index > start && index < limit && bytes[index] == UInt8(ascii: "%")
    }
}
