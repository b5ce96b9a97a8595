/// Reads and writes the sums of queries: `>500m EUR`, `<=1,5mld`, `€100m..200m`, `>5%`.
enum AmountText {
    /// What a number is multiplied by, as a power of ten.
    private static let scales: [String: Int] = [
        "": 0, "k": 3, "mila": 3, "m": 6, "mln": 6, "mio": 6, "mn": 6, "million": 6, "milioni": 6, "b": 9, "bn": 9,
        "mld": 9, "mrd": 9, "billion": 9, "miliardi": 9, "t": 12, "tn": 12, "trn": 12, "trillion": 12,
    ]
    private static let signs: [Character: String] = ["€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR"]
    /// Currencies that a query may name (ISO 4217).
    static let currencies: Set<String> = Set(
        """
        EUR USD GBP JPY CHF CNY INR AUD CAD NZD SEK NOK DKK ISK PLN CZK HUF RON BGN RSD TRY RUB UAH BRL MXN ARS CLP COP \
        PEN ZAR EGP NGN KES MAD AED SAR QAR KWD ILS KRW TWD HKD SGD THB IDR MYR PHP VND PKR BDT KZT
        """.split(separator: " ").map(String.init))

    /// The currency of a word that stands for one: `EUR`, `€`.
    static func currency(_ word: String) -> String? {
        if word.count == 1, let first = word.first { return signs[first] }
        return currencies.contains(word) ? word : nil
    }

    /// The test that a text is; `nil` where it is none.
    static func test(_ text: String) -> AmountTest? {
        var rest = text[...]
        let sign = [">=", "<=", "≥", "≤", ">", "<"].first { rest.hasPrefix($0) }
        if let sign { rest = rest.dropFirst(sign.count) }
        if sign == nil, let dots = rest.firstRange(of: "..") {
            return range(rest[..<dots.lowerBound], rest[dots.upperBound...])
        }
        guard let one = Value(rest) else { return nil }
        let bounds: AmountTest.Bounds =
            switch sign {
            case ">": .above(one.value)
            case "<": .below(one.value)
            case ">=", "≥": .atLeast(one.value)
            case "<=", "≤": .atMost(one.value)
            default: .between(one.value, one.value)
            }
        return AmountTest(bounds, one.unit)
    }

    /// `100m..200m EUR`; a unit or scale that only the second value has holds for the first too: `1..2bn`.
    private static func range(_ left: Substring, _ right: Substring) -> AmountTest? {
        guard var least = Value(left), let most = Value(right) else { return nil }
        if least.scale == 0 { least.scale = most.scale }
        let units = Set([least.isPercent, most.isPercent])
        guard units.count == 1 || most.isPercent,
            least.currency == nil || most.currency == nil || least.unit == most.unit
        else { return nil }
        let unit: Amount.Unit = most.isPercent ? .percent : .money(currency: most.currency ?? least.currency)
        return AmountTest(.between(least.value, most.value), unit)
    }

    /// A value in the fewest signs that are read as the same: `500m`, `1.5bn`, `1200`.
    static func written(_ value: Double) -> String {
        for (name, power) in [("tn", 12), ("bn", 9), ("m", 6), ("k", 3)] {
            guard let scale = Double("1e\(power)"), value >= scale else { continue }
            let digits = plain(value / scale)
            if digits.utf8.count <= 5, Double("\(digits)e\(power)") == value { return digits + name }
        }
        return plain(value)
    }

    /// A value in digits alone.
    static func plain(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A number with scale and unit.
    private struct Value {
        var digits: String
        /// The power of ten of its scale (`m`), and that of its exponent (`e6`).
        var scale: Int
        var exponent: Int
        var currency: String?
        var isPercent: Bool

        var value: Double { Double("\(digits)e\(scale + exponent)") ?? 0 }
        var unit: Amount.Unit { isPercent ? .percent : .money(currency: currency) }

        init?(_ text: Substring) {
            var rest = text[...]
            rest.trim()
            if let first = rest.first, let code = AmountText.signs[first] {
                currency = code
                rest = rest.dropFirst()
                rest.trim()
            }
            guard let number = Value.number(&rest) else { return nil }
            (digits, exponent) = (number.digits, number.power)
            rest.trim()
            isPercent = rest == "%"
            scale = 0
            if isPercent {
                guard currency == nil else { return nil }
            } else {
                guard let scale = Value.scale(rest, &currency) else { return nil }
                self.scale = scale
            }
            guard (0..<1e18).contains(value) else { return nil }
        }

        /// Digits with one point or comma, and perhaps an exponent.
        private static func number(_ rest: inout Substring) -> (digits: String, power: Int)? {
            let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
            rest = rest.dropFirst(digits.count)
            var power = 0
            if rest.first == "e" || rest.first == "E" {
                let sign = rest.dropFirst().first == "-" ? "-" : ""
                let start = rest.dropFirst().drop { $0 == "+" || $0 == "-" }
                let exponent = start.prefix { $0.isASCII && $0.isNumber }
                if let value = Int(sign + exponent), abs(value) < 300 {
                    power = value
                    rest = start.dropFirst(exponent.count)
                }
            }
            let plain = String(digits.map { $0 == "," ? "." : $0 })
            guard plain.first != ".", plain.last != ".", Double(plain) != nil, plain.utf8.count <= 20 else {
                return nil
            }
            return (plain, power)
        }

        /// The power of ten of `m`, `bn`, `mld EUR`, `meur`, `m€`; `nil` where it is no scale.
        private static func scale(_ text: Substring, _ currency: inout String?) -> Int? {
            var rest = text
            var code: String?
            if let last = rest.last, let sign = AmountText.signs[last] {
                code = sign
                rest = rest.dropLast()
            } else if AmountText.currencies.contains(rest.suffix(3).uppercased()) {
                code = rest.suffix(3).uppercased()
                rest = rest.dropLast(3)
            }
            if let code {
                guard currency == nil || currency == code else { return nil }
                currency = code
            }
            rest.trim()
            return AmountText.scales[rest.lowercased()]
        }
    }
}

extension Substring {
    /// Takes blanks away at both ends.
    fileprivate mutating func trim() {
        while first?.isWhitespace == true { removeFirst() }
        while last?.isWhitespace == true { removeLast() }
    }
}
