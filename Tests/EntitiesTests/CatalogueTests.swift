import Entities
import Model
import Testing

/// Reading the catalogue and asking it.
struct CatalogueTests {
    private func catalogue() throws -> Catalogue {
        try Catalogue(parsing: SmallCatalogue.text)
    }

    @Test func `a record gives all its fields`() throws {
        let google = try #require(try catalogue().company(named: "Google"))
        #expect(google.headquarters == "Mountain View")
        #expect(google.aliases == [Company.Name("Alphabet"), Company.Name("Big G")])
        #expect(google.products.first == Company.Name("TPU", letterCase: .exact))
        #expect(google.products[1].isHomonym)
        #expect(google.tickers == ["NASDAQ:GOOGL", "NASDAQ:GOOG"])
        #expect(google.near == ["ai", "chatbot"])
        #expect(try catalogue().company(named: "google") == nil)
    }

    @Test(arguments: [
        ("google", "Google"), ("BIG G", "Google"), ("youtube", "Google"), ("tpu", "Google"), ("goog", "Google"),
        ("mountain view", "Google"), ("l’oreal", "L'Oréal"), ("sundar pichai", ""), ("goo", ""), ("", ""),
        ("google x", ""),
    ])
    func `a query means the company of a whole name`(text: String, company: String) throws {
        #expect(try catalogue().companies(meaning: text) == (company.isEmpty ? [] : [company]))
    }

    @Test func `a query means all that a company owns`() throws {
        #expect(try catalogue().companies(meaning: "redmond") == ["Microsoft", "LinkedIn", "LinkedIn Learning"])
    }

    @Test func `other records are listed by their first names`() throws {
        #expect(try catalogue().organizations == ["Banca d'Italia"])
        #expect(try catalogue().people == ["Mario Draghi"])
        #expect(try catalogue().places == ["Italia", "Roma", "Siena"])
    }

    @Test(arguments: [
        ("Company: A\nnonsense", 2), ("Aliases: B", 1), ("Company: A\nColour: red", 2),
        ("Company: A\n\n# x\nUnits: B", 4),
        ("Company:", 1),
    ])
    func `a broken line is named`(text: String, line: Int) {
        #expect {
            try Catalogue(parsing: text)
        } throws: { error in
            guard case .catalogue(line, _)? = error as? EntitiesError else { return false }
            return true
        }
    }

    @Test(arguments: [
        ("Company: A\n\nCompany: B\nAliases: a", "name"), ("Company: A\nSector: magic", "sector"),
        ("Company: A [loud]", "tag"),
        ("Company: A\nParent: B", "parent"), ("Company: A\nParent: B\n\nCompany: B\nParent: A", "circle"),
        ("Company: A\nCountry: Italy", "country"), ("Company: A\nTickers: ENEL", "ticker"),
        ("Company: A\nAliases: ;", "empty"),
        ("Company: A\nRelation: cousin", "relation"), ("Company: A\nUnits: B\nUnits: C", "twice"),
        ("Company: A\n\nCompany: A", "has already"), ("oops", "Field: value"),
    ])
    func `a check finds what the format forbids`(text: String, reason: String) {
        #expect(Catalogue.problems(in: text).contains { $0.reason.contains(reason) })
    }

    @Test func `a sound catalogue has no problems`() {
        #expect(Catalogue.problems(in: SmallCatalogue.text).map { "\($0.line) \($0.reason)" } == [])
    }
}
