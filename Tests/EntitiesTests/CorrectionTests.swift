import Entities
import Model
import Testing

/// What the user said of names goes before what is recognised.
struct CorrectionTests {
    private func mentions(_ text: String, _ log: [Correction]) throws -> [String] {
        try SmallCatalogue.annotator().corrected(by: Corrections(log)).mentions(text)
    }

    private func companies(_ text: String, _ log: [Correction]) throws -> [String] {
        let annotator = try SmallCatalogue.annotator().corrected(by: Corrections(log))
        return annotator.annotate(lines: text).annotation.companies.map { "\($0.company) \($0.mentions)" }
    }

    @Test func `without corrections everything stays as it is`() throws {
        let text = "T Enel e OpenAI\nLa Banca d'Italia paga 3 milioni di euro a Mario Draghi."
        #expect(try mentions(text, []) == SmallCatalogue.annotator().mentions(text))
    }

    @Test func `what is no name is dropped, with or without its legal form`() throws {
        let log = [Correction("Enel", .notAName)]
        #expect(try mentions("Enel, ENEL ed Enel S.p.A. con Ford", log) == ["company Ford"])
        #expect(try companies("Enel, ENEL ed Enel S.p.A. con Ford", log) == ["Ford 1"])
        #expect(try mentions("Enel e Ford", [Correction("Enel S.p.A.", .notAName)]) == ["company Ford"])
    }

    @Test func `a name becomes a person, a place, an organisation, and leads to no company`() throws {
        for kind in [Mention.Kind.person, .place, .organization] {
            let log = [Correction("Ford", .kind(kind))]
            #expect(try mentions("Ford con Enel", log) == ["\(kind.rawValue) Ford", "company Enel"])
            #expect(try companies("Ford con Enel", log) == ["Enel 1"])
        }
    }

    @Test func `a product stays its firm's, and a firm that is a product is nobody's`() throws {
        let log = [Correction("Ford", .kind(.product)), Correction("YouTube", .kind(.product))]
        #expect(try mentions("Ford su YouTube", log) == ["product Ford", "product YouTube = Google"])
        #expect(try companies("Ford su YouTube", log) == ["Google 1"])
        let meant = log + [Correction("Ford", .means("Enel"))]
        #expect(try mentions("Ford corre", meant) == ["product Ford = Enel"])
    }

    @Test func `a name means another company wherever it stands`() throws {
        let log = [Correction("Ford", .means("Enel"))]
        #expect(
            try mentions("Ford sale. Poi Ford scende con Enel.", log).map { $0 } == [
                "company Ford = Enel", "company Ford = Enel", "company Enel",
            ])
        #expect(try companies("Ford sale. Poi Ford scende con Enel.", log) == ["Enel 3"])
        #expect(
            try mentions("La TPU di Enel", [Correction("TPU", .means("Microsoft"))]).first == "product TPU = Microsoft")
    }

    @Test func `a company that was not found is added, whole words in their very letters, furniture left out`() throws {
        let log = [Correction("Rossi Motori", .newCompany("Rossi Motori")), Correction("bolt", .means("Enel"))]
        #expect(
            try mentions("x Rossi Motori nel menu\nLa Rossi Motori e i rossi motori; un bolt, un Bolt, bolts", log)
                .filter { $0.hasPrefix("company") } == ["company Rossi Motori", "company bolt = Enel"])
        #expect(
            try mentions("La «Rossi\nMotori» oggi".replacing("\n", with: " "), log).contains("company Rossi Motori"))
    }

    @Test func `an added name gives way to a longer one and takes a shorter one in`() throws {
        let log = [Correction("Cloud", .newCompany("Cloud")), Correction("Enel Sole", .newCompany("Enel Sole"))]
        #expect(
            try companies("Google Cloud, e anche Cloud; poi Enel Sole e Enel.", log) == [
                "Cloud 1", "Enel 1", "Enel Sole 1", "Google 1",
            ])
    }

    @Test func `companies that are the same are counted as one, under every name`() throws {
        let log = [Correction("LinkedIn", .sameAs(from: "LinkedIn", to: "Microsoft"))]
        #expect(try companies("LinkedIn, Azure e Microsoft", log) == ["Microsoft 3"])
        let added = log + [Correction("Linco", .means("LinkedIn"))]
        #expect(try mentions("La Linco cresce", added).last == "company Linco = Microsoft")
    }

    @Test func `amounts are never corrected`() throws {
        let text = "Costa 3 milioni di euro"
        let log = [Correction("3 milioni di euro", .notAName)]
        #expect(try mentions(text, log) == ["amount 3 milioni di euro"])
    }

    @Test func `salience follows the corrections`() throws {
        let annotator = try SmallCatalogue.annotator().corrected(
            by: Corrections([Correction("Ford", .means("Enel"))]))
        let companies = annotator.annotate(lines: "T Ford rilancia\nNiente altro da dire oggi.").annotation.companies
        #expect(companies == [Appearance(company: "Enel", salience: .about, mentions: 1)])
    }
}
