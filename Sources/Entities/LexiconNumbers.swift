/// Numbers, scales and currencies in letters; case and accents do not count.
extension Lexicon {
    static let numbers: [(String, Double)] = [
        ("mezzo mezza half", 0.5), ("un uno una one a", 1), ("due two", 2), ("tre three", 3), ("quattro four", 4),
        ("cinque five", 5), ("sei six", 6), ("sette seven", 7), ("otto eight", 8), ("nove nine", 9), ("dieci ten", 10),
        ("undici eleven", 11), ("dodici twelve", 12), ("tredici thirteen", 13), ("quattordici fourteen", 14),
        ("quindici fifteen", 15), ("sedici sixteen", 16), ("diciassette seventeen", 17), ("diciotto eighteen", 18),
        ("diciannove nineteen", 19), ("venti twenty", 20), ("trenta thirty", 30), ("quaranta forty", 40),
        ("cinquanta fifty", 50), ("sessanta sixty", 60), ("settanta seventy", 70), ("ottanta eighty", 80),
        ("novanta ninety", 90), ("cento hundred", 100), ("duecento", 200), ("trecento", 300), ("quattrocento", 400),
        ("cinquecento", 500), ("seicento", 600), ("settecento", 700), ("ottocento", 800), ("novecento", 900),
        ("centocinquanta", 150), ("duecentocinquanta", 250), ("trecentocinquanta", 350), ("mille", 1000),
        ("millecinquecento", 1500),
    ]

    /// Italian numbers that are made of two: `ventuno` to `novantanove`, and thousands (`duemila`, `quindicimila`).
    static var composed: [(String, Double)] {
        let units = ["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"]
        let tens = ["venti", "trenta", "quaranta", "cinquanta", "sessanta", "settanta", "ottanta", "novanta"]
        var all: [(String, Double)] = []
        for (index, ten) in tens.enumerated() {
            for (unit, word) in units.enumerated() {
                let isElided = unit == 0 || unit == 7
                all.append(((isElided ? String(ten.dropLast()) : ten) + word, Double((index + 2) * 10 + unit + 1)))
            }
        }
        for (words, value) in numbers where (2...900).contains(value) {
            if let word = words.split(separator: " ").first { all.append((word + "mila", value * 1000)) }
        }
        return all
    }

    static let scales: [(String, Double)] = [
        ("mila thousand k", 1e3), ("lakh lakhs", 1e5), ("milione milioni million mln mio mn m mm", 1e6),
        ("crore crores cr", 1e7), ("miliardo miliardi billion mld mrd bn b", 1e9),
        ("trillion bilione bilioni trn tn t", 1e12),
    ]

    static let currencies: [(String, String)] = [
        ("euro euros eur", "EUR"), ("dollaro dollari dollar dollars usd", "USD"),
        ("sterlina sterline pound pounds gbp", "GBP"), ("franco franchi franc francs chf", "CHF"),
        ("yen jpy", "JPY"), ("yuan renminbi cny rmb", "CNY"), ("rupia rupie rupee rupees inr", "INR"),
        ("won krw", "KRW"), ("rublo rubli rouble roubles ruble rubles", "RUB"), ("lira lire itl", "ITL"),
        ("real reais brl", "BRL"), ("sek kronor", "SEK"), ("nok", "NOK"), ("dkk", "DKK"), ("zloty", "PLN"),
        ("rand", "ZAR"), ("ringgit", "MYR"), ("baht", "THB"), ("shekel shekels", "ILS"), ("rupiah", "IDR"),
        ("forint forints", "HUF"), ("dirham dirhams", "AED"), ("riyal riyals", "SAR"), ("bitcoin", "BTC"),
    ]
}
