/// Signs and codes of currencies.
enum CurrencySign {
    /// The ISO 4217 code of a sign, `nil` for any other scalar.
    static func code(_ scalar: UInt32) -> String? {
        switch scalar {
        case 0x24: "USD"
        case 0x20AC: "EUR"
        case 0xA3: "GBP"
        case 0xA5, 0xFFE5: "JPY"
        case 0x20B9: "INR"
        case 0x20A9: "KRW"
        case 0x20BD: "RUB"
        case 0x20BA: "TRY"
        case 0x20B4: "UAH"
        case 0x20AA: "ILS"
        case 0x20AB: "VND"
        case 0x20B1: "PHP"
        case 0x20A6: "NGN"
        case 0x20BF: "BTC"
        default: nil
        }
    }

    /// The ISO 4217 code of a currency that is written before its number in letters (`CHF60bn`, `Rmb40,000`), and how
    /// many letters that takes; `nil` where a word is not letters of a currency and then digits.
    static func prefix(_ word: some Collection<UInt8>) -> (code: String, length: Int)? {
        let letters = word.prefix { ($0 | 0x20) &- 97 < 26 }
        guard (2...3).contains(letters.count), let digit = word.dropFirst(letters.count).first, digit &- 48 < 10 else {
            return nil
        }
        let key = packed(letters)
        return (codes[key] ?? abbreviations[key]).map { ($0, letters.count) }
    }

    /// The ISO 4217 code that a whole word stands for before its number: a code, or `Rs`, `Rmb`, `SFr`.
    static func word(_ word: some Collection<UInt8>) -> String? {
        guard (2...3).contains(word.count) else { return nil }
        let key = packed(word)
        return codes[key] ?? abbreviations[key]
    }

    /// The ISO 4217 code that a word in capitals is.
    static func iso(_ word: some Collection<UInt8>) -> String? {
        word.count == 3 ? codes[packed(word)] : nil
    }

    private static func packed(_ letters: some Collection<UInt8>) -> UInt32 {
        letters.reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// Codes of ISO 4217 that are no words of their own (`ALL`, `COP`, `TRY`, `PEN` are left out).
    private static let codes: [UInt32: String] = {
        let list = """
            USD EUR GBP CHF JPY CNY INR KRW AUD CAD NZD HKD SGD TWD SEK NOK DKK ISK PLN CZK HUF RON BGN RUB UAH BRL \
            MXN CLP ZAR NGN EGP ILS AED SAR QAR KWD THB IDR MYR PHP VND PKR ITL DEM FRF BTC
            """
        return list.split(separator: " ").reduce(into: [:]) { $0[packed($1.utf8)] = String($1) }
    }()

    private static let abbreviations: [UInt32: String] = [
        "SFr": "CHF", "DKr": "DKK", "SKr": "SEK", "NKr": "NOK", "Rmb": "CNY", "RMB": "CNY", "Rs": "INR",
        "Rp": "IDR", "Eur": "EUR", "Usd": "USD",
    ].reduce(into: [:]) { $0[packed($1.key.utf8)] = $1.value }

    /// The currency of a country by the letters before the sign of a dollar or yen (`US$`, `A$`, `CN¥`).
    static func country(_ letters: some Collection<UInt8>, _ code: String) -> String? {
        let key = packed(letters)
        return code == "USD" ? dollars[key] : code == "JPY" ? yens[key] : nil
    }

    private static let dollars: [UInt32: String] = [
        "US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD",
        "R": "BRL", "NT": "TWD", "MX": "MXN",
    ].reduce(into: [:]) { $0[packed($1.key.utf8)] = $1.value }

    private static let yens: [UInt32: String] = [
        packed("CN".utf8): "CNY", packed("RMB".utf8): "CNY", packed("JP".utf8): "JPY",
    ]
}
