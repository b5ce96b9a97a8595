import Entities
import Model
import Testing

/// Sums of money and percentages.
struct AmountTests {
    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.annotator()
    }

    @Test(arguments: [
        ("vale «43 miliardi di dollari»", 43e9, "USD"), ("da «1,2 mld €» a", 1.2e9, "EUR"),
        ("«€ 300 milioni» di", 300e6, "EUR"),
        ("«300 mila euro»", 300e3, "EUR"), ("«5 dollari»", 5, "USD"), ("«1.234,56 euro»", 1234.56, "EUR"),
        ("«mezzo miliardo di euro»", 5e8, "EUR"), ("«un miliardo di dollari»", 1e9, "USD"),
        ("«due miliardi e mezzo di euro»", 2.5e9, "EUR"), ("fra i «3 miliardi di euro»", 3e9, "EUR"),
        ("«12 franchi svizzeri»", 12, "CHF"), ("«7 milioni di dollari canadesi»", 7e6, "CAD"),
        ("«-€5 mln»", -5e6, "EUR"), ("«8,5 miliardi di $»", 8.5e9, "USD"),
    ])
    func `Italian sums`(drawn: String, value: Double, currency: String) {
        check(drawn, Amount(value: value, unit: .money(currency: currency)), .italian)
    }

    @Test(arguments: [
        ("at «$43bn» now", 43e9, "USD"), ("«$1.2bn» deal", 1.2e9, "USD"), ("«£300m»,", 300e6, "GBP"),
        ("«EUR 12m» fee", 12e6, "EUR"), ("«US$5 million»", 5e6, "USD"), ("«1,234.56 dollars»", 1234.56, "USD"),
        ("«half a billion dollars»", 5e8, "USD"), ("«$1,500»", 1500, "USD"), ("«¥780bn»", 780e9, "JPY"),
        ("«92p»", 0.92, "GBP"), ("«CHF60bn»", 60e9, "CHF"), ("«Rmb40,000»", 40_000, "CNY"), ("«DKr3bn»", 3e9, "DKK"),
        ("«$2.4-billion» deal", 2.4e9, "USD"),
    ])
    func `English sums`(drawn: String, value: Double, currency: String) {
        check(drawn, Amount(value: value, unit: .money(currency: currency)), .english)
    }

    @Test(arguments: [
        ("il «12 per cento»", 12), ("sale («+3,4%»)", 3.4), ("cede «-0,5%»", -0.5), ("il «12 %» di", 12),
        ("lo «0,125%»", 0.125),
    ])
    func `percentages`(drawn: String, value: Double) {
        check(drawn, Amount(value: value, unit: .percent), .italian)
    }

    @Test(arguments: [
        "nel 2024", "2 miliardi di utenti", "43 milioni di persone", "il G20", "un iPhone 16", "tel. 06 1234567",
        "300 m di filo",
        "12m di corda", "un dollaro forte", "la versione 1.2.3", "720p", "3-4 volte", "milioni di euro",
        "Three into two won't go", "due milioni di contratti", "la sala ABC60",
    ])
    func `other numbers are no amounts`(text: String) {
        #expect(annotator.amounts(text) == [])
    }

    @Test func `a scaled number without currency counts where money is spoken of`() {
        #expect(
            annotator.amounts("Utile a 402 milioni nel trimestre") == [
                Amount(value: 402e6, unit: .money(currency: nil))
            ])
        #expect(
            annotator.amounts("Ha 4,9 miliardi di fatturato") == [Amount(value: 4.9e9, unit: .money(currency: nil))])
        #expect(annotator.amounts("Nel 2050 saremo 10 miliardi") == [])
    }

    private func check(_ drawn: String, _ amount: Amount, _ language: Language) {
        let marked = Marked(drawn)
        let (plain, annotation) = annotator.annotate(lines: marked.text, language: language)
        #expect(annotation.mentions.map { plain.surface($0.range) } == marked.marks)
        #expect(annotation.mentions.map(\.amount) == [amount])
    }
}
