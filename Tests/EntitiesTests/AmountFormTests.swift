import Entities
import Model
import Testing

/// The many ways to write one sum or percentage.
struct AmountFormTests {
    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.shared.get()
    }

    @Test(arguments: [
        ("vale «mezzo miliardo di euro»", 5e8, "EUR"), ("«un miliardo e mezzo di euro»", 1.5e9, "EUR"),
        ("«due milioni e 300 mila euro»", 2.3e6, "EUR"), ("«1 miliardo e 200 milioni di dollari»", 1.2e9, "USD"),
        ("«3 miliardi 250 milioni di euro»", 3.25e9, "EUR"), ("«un milione e duecentomila euro»", 1.2e6, "EUR"),
        ("«2 milioni e 500 euro»", 2_000_500, "EUR"), ("«tre milioni e mezzo di sterline»", 3.5e6, "GBP"),
        ("«12 mln EUR»", 12e6, "EUR"), ("«Euro 12,5 milioni»", 12.5e6, "EUR"), ("di «euro 12.500»", 12500, "EUR"),
        ("«EUR 12 mln»", 12e6, "EUR"), ("«12 mln. di euro»", 12e6, "EUR"),
        ("«1,2 mld. euro»", 1.2e9, "EUR"), ("«40mila euro»", 40e3, "EUR"), ("«40 mila dollari»", 40e3, "USD"),
        ("«duemila euro»", 2000, "EUR"), ("«nove milioni e seicentomila euro»", 9.6e6, "EUR"),
        ("«mille miliardi di dollari»", 1e12, "USD"),
        ("«venticinque milioni di euro»", 25e6, "EUR"), ("«trentotto euro»", 38, "EUR"),
        ("«quindicimila euro»", 15e3, "EUR"), ("«cento milioni d'euro»", 100e6, "EUR"),
        ("«1.234 milioni di euro»", 1.234e9, "EUR"), ("«1,234 miliardi di euro»", 1.234e9, "EUR"),
        ("«1.234.567,89 €»", 1_234_567.89, "EUR"), ("«1,789 euro» al litro", 1.789, "EUR"),
        ("«$1,500» al mese", 1500, "USD"), ("«300'000 franchi svizzeri»", 300e3, "CHF"),
        ("«10 miliardi di dollari di Hong Kong»", 10e9, "HKD"), ("«5 milioni di corone svedesi»", 5e6, "SEK"),
        ("«5 miliardi di lire turche»", 5e9, "TRY"), ("«200 milioni di real»", 200e6, "BRL"),
        ("«1,5 €mld»", 1.5e9, "EUR"), ("«12 €m»", 12e6, "EUR"), ("«-5 mln €»", -5e6, "EUR"),
        ("«−€ 5 milioni»", -5e6, "EUR"), ("«+200 milioni di euro»", 200e6, "EUR"),
        ("nel 2024 «€ 5 mln»", 5e6, "EUR"), ("nel 2024 «EUR 5 mln»", 5e6, "EUR"),
        ("«12 mila miliardi di yen»", 12e12, "JPY"),
        ("«1 miliardo d’euro»", 1e9, "EUR"), ("«250\u{A0}milioni di\u{A0}euro»", 250e6, "EUR"),
        ("«1\u{A0}250\u{A0}000 euro»", 1_250_000, "EUR"),
    ])
    func `Italian sums in all their forms`(drawn: String, value: Double, currency: String) {
        check(drawn, Amount(value: value, unit: .money(currency: currency)), .italian)
    }

    @Test(arguments: [
        ("«half a billion dollars»", 5e8, "USD"), ("«a million dollars»", 1e6, "USD"),
        ("«a billion and a half euros»", 1.5e9, "EUR"), ("«two and a half million pounds»", 2.5e6, "GBP"),
        ("«a hundred million dollars»", 100e6, "USD"), ("«two hundred and fifty million euros»", 250e6, "EUR"),
        ("«twenty-five million dollars»", 25e6, "USD"), ("«EUR 12m»", 12e6, "EUR"), ("«USD1.2bn»", 1.2e9, "USD"),
        ("«CHF 300,000»", 300e3, "CHF"), ("«Rs 500 crore»", 5e9, "INR"), ("«Rs. 2 lakh crore»", 2e12, "INR"),
        ("«¥1.2tn»", 1.2e12, "JPY"), ("«A$5m»", 5e6, "AUD"), ("«HK$3.2bn»", 3.2e9, "HKD"), ("«C$40m»", 40e6, "CAD"),
        ("«R$2bn»", 2e9, "BRL"), ("«NT$600 billion»", 600e9, "TWD"), ("«US$ 5 million»", 5e6, "USD"),
        ("«S$1.5m»", 1.5e6, "SGD"), ("«CN¥8bn»", 8e9, "CNY"), ("«12 £m»", 12e6, "GBP"), ("«£12mn»", 12e6, "GBP"),
        ("«$1.2t»", 1.2e12, "USD"), ("«$5MM»", 5e6, "USD"), ("«12 million Swiss francs»", 12e6, "CHF"),
        ("«3 billion Hong Kong dollars»", 3e9, "HKD"), ("«40,000 won»", 40_000, "KRW"),
        ("«$1.234 billion»", 1.234e9, "USD"),
        ("«1,234 million euros»", 1.234e9, "EUR"), ("«$0.125»", 0.125, "USD"), ("«-$3m»", -3e6, "USD"),
        ("«378p»", 3.78, "GBP"), ("«$.57» a share", 0.57, "USD"), ("«$.5 million»", 5e5, "USD"),
        ("«$98 M»", 98e6, "USD"),
        ("«Rs 3,442 cr»", 34.42e9, "INR"), ("«-$.25»", -0.25, "USD"), ("«₹500 crore»", 5e9, "INR"),
        ("«SEK 20bn»", 20e9, "SEK"), ("«1.2bn CHF»", 1.2e9, "CHF"),
        ("«1.13bn euros»", 1.13e9, "EUR"), ("«$67.73» a barrel", 67.73, "USD"),
    ])
    func `English sums in all their forms`(drawn: String, value: Double, currency: String) {
        check(drawn, Amount(value: value, unit: .money(currency: currency)), .english)
    }

    @Test(arguments: [
        ("«-3,4%»", -3.4), ("«−3,4%»", -3.4), ("«+12%»", 12), ("Enel «–3,4%»", -3.4), ("«3,4 per cento»", 3.4),
        ("«tre per cento»", 3), ("il «venti per cento»", 20), ("il «12 %»", 12),
        ("lo «0,5 percento»", 0.5), ("l'«1%»", 1), ("«mezzo per cento»", 0.5), ("(«-0,7%»)", -0.7),
    ])
    func `Italian percentages`(drawn: String, value: Double) {
        check(drawn, Amount(value: value, unit: .percent), .italian)
    }

    @Test(arguments: [
        ("up «3.4%»", 3.4), ("«-3.4%»", -3.4), ("«−3.4%»", -3.4), ("«five per cent»", 5), ("«12 percent»", 12),
        ("«7.5 pct»", 7.5), ("«62 per cent»", 62), ("«twenty-five percent»", 25), ("«half a per cent»", 0.5),
        ("in EUR «5%» less", 5),
        ("«one percent»", 1), ("«5pc»", 5), ("«five and a half per cent»", 5.5),
    ])
    func `English percentages`(drawn: String, value: Double) {
        check(drawn, Amount(value: value, unit: .percent), .english)
    }

    @Test(arguments: [
        "40mila dipendenti", "5 milioni di clienti", "2 miliardi e 300 milioni di utenti", "nel 2024", "il 12/05/2024",
        "dal 2020 al 2024", "tel. +39 06 1234567", "alle 3 e mezzo", "1,5 punti percentuali", "25 punti base",
        "il 5 per mille", "decine di milioni di euro", "alcuni milioni di euro", "nella zona euro 2024",
        "gli Euro 2024", "la zona euro 20 paesi", "centinaia di milioni di dollari",
        "i due Franco", "due Real Madrid", "versione 1.2.3", "una BMW 320", "il Boeing 737-800", "un euro forte",
        "3 milioni di tonnellate", "tra 2 e 3 milioni di persone", "2 o 3 milioni di utenti", "un milione di posti",
        "10-15 volte", "il 25 dicembre 2024", "la Serie A 2024-25", "in 5 o 6 anni", "un 3-2 netto", "gate 12m",
    ])
    func `what is no amount in Italian`(text: String) {
        #expect(annotator.amounts(text) == [])
    }

    @Test(arguments: [
        "20 million users", "3 million tonnes", "in 2024", "from 2019 to 2023", "25 basis points", "50bps",
        "2.5 percentage points", "tens of millions of dollars", "a few million dollars", "hundreds of millions",
        "20 euro area countries", "2024 euro zone inflation", "2024 dollar bonds", "3 won again", "5 real estate funds",
        "a million users", "a 5m fence", "between 2 and 3 million people", "Windows 11", "the Boeing 737 Max",
        "call 020 7946 0000", "May 12, 2024", "12:30", "5.4.1", "one or two people", "a dollar", "5t of steel",
        "half a dozen", "at COP 26", "after COP28", "TRY 5 of these", "2024-25 season", "ten to fifteen years",
        "3 billion parameters",
    ])
    func `what is no amount in English`(text: String) {
        #expect(annotator.amounts(text, language: .english) == [])
    }

    @Test(arguments: [
        ("oltre «40 mila euro»", Amount.Approximation.over), ("circa «2 miliardi di euro»", .about),
        ("«2 miliardi di euro» circa", .about), ("più di «3 milioni di euro»", .over), ("meno di «5 euro»", .under),
        ("quasi «100 euro»", .under), ("almeno il «20%»", .over), ("fino al «20%»", .under), ("più del «5%»", .over),
        ("intorno ai «30 euro»", .about), ("attorno all'«1%»", .about), ("non meno di «5 euro»", .over),
        ("non più di «5 euro»", .under), ("al massimo «5 euro»", .under), ("sotto il «2%»", .under),
        ("sopra i «2 miliardi di euro»", .over), ("~«5%»", .about), ("ca. «5 euro»", .about),
        ("poco più del «5%»", .over),
    ])
    func `Italian words of approximation stay outside and are kept`(
        drawn: String, approximation: Amount.Approximation
    ) {
        check(drawn, approximation, .italian)
    }

    @Test(arguments: [
        ("about «$2bn»", Amount.Approximation.about), ("more than «$1.2bn»", .over), ("nearly «5%»", .under),
        ("up to «25 percent»", .under), ("at least «$60m»", .over), ("no more than «$60m»", .under),
        ("not less than «€5m»", .over), ("almost «half a billion dollars»", .under), ("roughly «$2-3bn»", .about),
        ("over «£5m»", .over), ("as much as «$5bn»", .under), ("in excess of «$2bn»", .over), ("«$2bn» or so", .about),
        ("«$2bn» or more", .over), (">«5%»", .over), ("just under «$3»", .under), ("approx. «$2bn»", .about),
        ("close to «10%»", .about), ("at most «3%»", .under), ("about a third of «$2bn»", nil),
        ("What about, «$2bn»", nil),
    ])
    func `English words of approximation stay outside and are kept`(
        drawn: String, approximation: Amount.Approximation?
    ) {
        check(drawn, approximation, .english)
    }

    private func check(_ drawn: String, _ approximation: Amount.Approximation?, _ language: Language) {
        let marked = Marked(drawn)
        let (plain, annotation) = annotator.annotate(lines: marked.text, language: language)
        #expect(annotation.mentions.map { plain.surface($0.range) } == marked.marks)
        #expect(annotation.mentions.map(\.amount?.approximation) == [approximation])
    }

    private func check(_ drawn: String, _ amount: Amount, _ language: Language) {
        let marked = Marked(drawn)
        let (plain, annotation) = annotator.annotate(lines: marked.text, language: language)
        let amounts = annotation.mentions.filter { $0.kind == .amount }
        #expect(amounts.map { plain.surface($0.range) } == marked.marks)
        #expect(amounts.map(\.amount) == [amount])
    }
}
