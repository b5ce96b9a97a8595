import Entities
import Model
import Testing

/// Whose an amount is.
struct AmountLinkTests {
    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.shared.get()
    }

    @Test(arguments: [
        ("Eni chiude con un utile di 2 miliardi di euro", ["Eni"]),
        ("Un utile di 2 miliardi di euro per l'Enel", ["Enel"]),
        ("Google paga 2 miliardi di dollari a OpenAI", [nil]), ("Ford vende a Ferrari il 5% di Stellantis", [nil]),
        ("Il prezzo è di 5 euro", [nil]), ("Enel sale. Il petrolio cede il 3%.", [nil]),
        ("Il petrolio cede il 3%; l'Enel tace", [nil]),
        ("Redmond tratta, Microsoft paga 3 miliardi di dollari", ["Microsoft"]),
        ("ChatGPT costa 20 dollari al mese", [nil]), ("Microsoft porta Azure al 30%", ["Microsoft"]),
        ("Le azioni dell'Enel hanno guadagnato lo 0,8%, quelle dell'Eni tacciono", ["Enel"]),
        ("In Borsa: Enel +0,6%, Eni -0,2%, Ferrari (3%)", ["Enel", "Eni", "Ferrari"]),
        ("Google si compra la chat di OpenAI: 2 miliardi di dollari", [nil]),
        ("Google compra Ford (2 miliardi di euro)", [nil]),
        ("Enel: 3%, Eni: 2%", ["Enel", "Eni"]),
        ("Secondo Goldman Sachs, Eni chiude con ricavi di 3 miliardi di euro", ["Eni"]),
        ("Eni e Enel hanno chiuso con ricavi di 3 miliardi di euro", [nil]),
        ("Amazon batte Google e sale del 3%", [nil]), ("Amazon, che controlla Google, sale del 3%", [nil]),
        ("Enel compra da Eni impianti e ricavi per 2 miliardi di euro", [nil]),
        (
            "Ferrari chiude con ricavi per 2 miliardi di euro, mentre Stellantis ha perso il 3%",
            ["Ferrari", "Stellantis"]
        ),
        ("Stellantis ha perso il 3,4% a Milano e il 3,6% a Parigi, Ferrari tace", ["Stellantis", "Stellantis"]),
    ])
    func `Italian sentences say whose an amount is, or do not`(text: String, companies: [String?]) {
        #expect(owners(text, .italian) == companies)
    }

    @Test(arguments: [
        ("Google reported revenue of $57bn on Tuesday", ["Google"]), ("Google agreed to pay OpenAI $2bn", [nil]),
        ("Microsoft Inc. reported sales of $5bn", ["Microsoft"]),
        ("Shares of Ferrari rose 3%, while Ford lost 2%", ["Ferrari", "Ford"]),
        ("Goldman Sachs thinks Ford shares are worth $12", [nil]),
        ("Ford shed 2%, Stellantis (-3%)", ["Ford", "Stellantis"]),
        ("Ford bought 5% of Ferrari for $2bn", [nil, nil]), ("Brent fell 1.2% to $67", [nil, nil]),
        ("Amazon posted a profit of $2-3bn but Google was silent", ["Amazon"]),
        ("Amazon posted a profit of $2bn from Google", [nil]),
    ])
    func `English sentences say whose an amount is, or do not`(text: String, companies: [String?]) {
        #expect(owners(text, .english) == companies)
    }

    @Test func `an amount leads to a company by no evidence and counts in no ranking`() {
        let annotation = annotator.annotate(lines: "Eni chiude con un utile di 2 miliardi di euro e sale del 3%")
            .annotation
        let amounts = annotation.mentions.filter { $0.kind == .amount }
        #expect(amounts.map(\.company) == ["Eni", "Eni"])
        #expect(amounts.allSatisfy { $0.evidence == nil })
        #expect(annotation.companies.map(\.mentions) == [1])
    }

    private func owners(_ text: String, _ language: Language) -> [String?] {
        annotator.annotate(lines: text, language: language).annotation.mentions.filter { $0.kind == .amount }
            .map(\.company)
    }
}
