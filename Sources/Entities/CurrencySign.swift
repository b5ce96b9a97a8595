/// Signs of currencies.
enum CurrencySign {
    /// The ISO 4217 code of a sign, `nil` for any other scalar.
    static func code(_ scalar: UInt32) -> String? {
        switch scalar {
        case 0x24: "USD"
        case 0x20AC: "EUR"
        case 0xA3: "GBP"
        case 0xA5: "JPY"
        case 0x20B9: "INR"
        case 0x20A9: "KRW"
        case 0x20BD: "RUB"
        case 0x20BA: "TRY"
        case 0x20B4: "UAH"
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
        return prefixes[String(decoding: letters, as: UTF8.self)].map { ($0, letters.count) }
    }

    private static let prefixes = [
        "USD": "USD", "EUR": "EUR", "GBP": "GBP", "CHF": "CHF", "SFr": "CHF", "Fr": "CHF", "DKr": "DKK", "DKK": "DKK",
        "SKr": "SEK", "SEK": "SEK", "NKr": "NOK", "NOK": "NOK", "Rmb": "CNY", "RMB": "CNY", "CNY": "CNY", "Rs": "INR",
        "INR": "INR", "JPY": "JPY", "KRW": "KRW", "Rp": "IDR", "AED": "AED", "SAR": "SAR", "PLN": "PLN", "BRL": "BRL",
    ]

    /// The dollar of a country by the letters before its sign (`US$`, `A$`).
    static func dollar(_ letters: String) -> String? {
        switch letters {
        case "US": "USD"
        case "A", "AU": "AUD"
        case "C", "CA": "CAD"
        case "HK": "HKD"
        case "NZ": "NZD"
        case "S": "SGD"
        case "R": "BRL"
        default: nil
        }
    }
}
