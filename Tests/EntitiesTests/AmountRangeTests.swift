import Entities
import Model
import Testing

/// Two figures with one unit.
struct AmountRangeTests {
    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.shared.get()
    }

    @Test(arguments: [
        ("tra «2 e 3 miliardi di euro»", 2e9, 3e9, "EUR"), ("fra «1,2 e 1,4 miliardi di dollari»", 1.2e9, 1.4e9, "USD"),
        ("«2 o 3 milioni di euro»", 2e6, 3e6, "EUR"), ("da «10 a 15 milioni di euro»", 10e6, 15e6, "EUR"),
        ("dai «2 ai 3 mila euro»", 2000, 3000, "EUR"), ("tra i «20 e i 30 euro»", 20, 30, "EUR"),
        ("tra «due e tre miliardi di euro»", 2e9, 3e9, "EUR"), ("«due o tre milioni di dollari»", 2e6, 3e6, "USD"),
        ("«2-3 miliardi di euro»", 2e9, 3e9, "EUR"),
        ("«€ 10-15 mln»", 10e6, 15e6, "EUR"), ("«€10–15 milioni»", 10e6, 15e6, "EUR"),
        ("tra «800 milioni e 1,2 miliardi di euro»", 8e8, 1.2e9, "EUR"),
        ("tra circa «2 e 3 miliardi di euro»", 2e9, 3e9, "EUR"), ("«500-600 mila euro»", 500e3, 600e3, "EUR"),
        ("da «un miliardo a un miliardo e mezzo di euro»", 1e9, 1.5e9, "EUR"), ("«20 o 30 euro»", 20, 30, "EUR"),
    ])
    func `Italian ranges of money`(drawn: String, value: Double, upper: Double, currency: String) {
        check(drawn, Amount(value: value, upper: upper, unit: .money(currency: currency)), .italian)
    }

    @Test(arguments: [
        ("«$1.2-1.4bn» deal", 1.2e9, 1.4e9, "USD"), ("«$2-$3bn»", 2e9, 3e9, "USD"), ("«$2bn-$3bn»", 2e9, 3e9, "USD"),
        ("«$900m-1.2bn»", 9e8, 1.2e9, "USD"), ("between «2 and 3 billion euros»", 2e9, 3e9, "EUR"),
        ("from «$2 to $3bn»", 2e9, 3e9, "USD"), ("«2 to 3 million pounds»", 2e6, 3e6, "GBP"),
        ("«two or three billion dollars»", 2e9, 3e9, "USD"), ("«EUR 2-3bn»", 2e9, 3e9, "EUR"),
        ("«one or two million euros»", 1e6, 2e6, "EUR"), ("«$10-15» a share", 10, 15, "USD"),
        ("«€5–10 million»", 5e6, 10e6, "EUR"), ("«$1,500-2,000»", 1500, 2000, "USD"), ("«US$3-4bn»", 3e9, 4e9, "USD"),
        ("«$2 or 3 million»", 2e6, 3e6, "USD"),
    ])
    func `English ranges of money`(drawn: String, value: Double, upper: Double, currency: String) {
        check(drawn, Amount(value: value, upper: upper, unit: .money(currency: currency)), .english)
    }

    @Test(arguments: [
        ("«10-15%»", 10, 15), ("un «10-12%»", 10, 12), ("tra il «10 e il 15%»", 10, 15),
        ("dal «3 al 5 per cento»", 3, 5),
        ("dallo «0,5 all'1%»", 0.5, 1), ("fra l'«1 e il 2%»", 1, 2), ("«10%-15%»", 10, 15), ("«2 o 3 per cento»", 2, 3),
        ("dall'«1 al 3%»", 1, 3), ("«2,5–3,5%»", 2.5, 3.5), ("il «due o tre per cento»", 2, 3),
    ])
    func `Italian ranges of percentages`(drawn: String, value: Double, upper: Double) {
        check(drawn, Amount(value: value, upper: upper, unit: .percent), .italian)
    }

    @Test(arguments: [
        ("«10-15%»", 10, 15), ("between «3 and 5 per cent»", 3, 5), ("from «10 to 15 percent»", 10, 15),
        ("a «5 to 10 per cent» cut", 5, 10), ("«one or two per cent»", 1, 2), ("«2.5-3.5%»", 2.5, 3.5),
    ])
    func `English ranges of percentages`(drawn: String, value: Double, upper: Double) {
        check(drawn, Amount(value: value, upper: upper, unit: .percent), .english)
    }

    @Test(arguments: [
        "from «$2bn» to «$3bn»", "between «3%» and «10%»", "«$5bn» or «3%» of sales", "«$5bn» to 30 million users",
        "from 15 to «10%»", "«$3bn» and «2%»", "in 2024 or «3%»", "in 2019 or «2024 million dollars»", "1999-«3%»",
        "«$2bn» and 3 million users",
    ])
    func `figures that are no range stay apart`(drawn: String) {
        let marked = Marked(drawn)
        let (plain, annotation) = annotator.annotate(lines: marked.text, language: .english)
        #expect(annotation.mentions.map { plain.surface($0.range) } == marked.marks)
        #expect(annotation.mentions.allSatisfy { $0.amount?.upper == nil })
    }

    @Test func `a range without currency counts where money is spoken of`() {
        #expect(
            annotator.amounts("Ricavi tra 2 e 3 miliardi") == [
                Amount(value: 2e9, upper: 3e9, unit: .money(currency: nil))
            ])
    }

    private func check(_ drawn: String, _ amount: Amount, _ language: Language) {
        let marked = Marked(drawn)
        let (plain, annotation) = annotator.annotate(lines: marked.text, language: language)
        #expect(annotation.mentions.map { plain.surface($0.range) } == marked.marks)
        var found = annotation.mentions.compactMap(\.amount)
        for index in found.indices { found[index].approximation = nil }
        #expect(found == [amount])
    }
}
