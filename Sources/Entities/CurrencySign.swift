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
