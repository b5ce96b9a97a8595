import Entities
import Model
import Testing

/// How much an article is about its companies.
struct SalienceTests {
    @Test func `title, lead and share make an article about a company`() throws {
        let text = """
            T Enel rilancia
            Con Stellantis, e ancora Stellantis, c'era Ford: lo dicono in molti fra gli addetti ai lavori da settimane.
            \(String(repeating: "Parole su parole per riempire la pagina. ", count: 10))
            Poi Google, la TPU di Google e Microsoft; infine Redmond e Allianz.
            """
        let companies = try SmallCatalogue.annotator().annotate(lines: text).annotation.companies
        #expect(
            companies.map { "\($0.salience.sign)\($0.company) \($0.mentions)" } == [
                "◆Google 3", "◆Stellantis 2", "◆Enel 1", "◇Microsoft 2", "◇Ford 1", "·Allianz 1",
            ])
    }

    @Test func `mentions of furniture count for nothing`() throws {
        let annotation = try SmallCatalogue.annotator().annotate(lines: "x Enel Enel Enel\nFord").annotation
        #expect(annotation.companies.map(\.company) == ["Ford"])
    }
}
