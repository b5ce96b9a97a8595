import Entities
import Foundation
import Model
import Testing

/// Listed companies, taken over from lists and not checked by hand.
struct ListedTests {
    private static let text = """
        Listed: Google; Alphabet Holdings | US | US:GOOX
        Listed: Aalberts; Aalberts Industries | NL | AMS:AALB
        Listed: Progress [homonym] | US | US:PRGS
        Listed: Sprout [homonym]; Sprout Therapeutics
        Listed: Boston Properties | US
        Listed: AGC [exact, homonym] | JP | TYO:5201
        Listed: Siena [homonym] | IT | BIT:SIE

        """

    private let catalogue: Catalogue
    private let annotator: Annotator

    init() throws {
        catalogue = try Catalogue(parsing: ListedTests.text + SmallCatalogue.text)
        annotator = Annotator(catalogue)
    }

    @Test func `one line is a company`() throws {
        let company = try #require(catalogue.company(named: "Aalberts"))
        #expect(company.isListed)
        #expect(company.aliases == [Company.Name("Aalberts Industries")])
        #expect(company.country == "NL")
        #expect(company.tickers == ["AMS:AALB"])
        #expect(try #require(catalogue.company(named: "Progress")).name.isHomonym)
        #expect(catalogue.isListed("Aalberts"))
        #expect(!catalogue.isListed("Enel"))
        #expect(catalogue.companies(meaning: "aalb") == ["Aalberts"])
    }

    @Test func `a hand-made record of that name wins over a listed company`() throws {
        #expect(!catalogue.isListed("Google"))
        #expect(try #require(catalogue.company(named: "Google")).headquarters == "Mountain View")
        #expect(catalogue.companies.filter { $0.name.text == "Google" }.count == 1)
        #expect(catalogue.companies(meaning: "Alphabet Holdings") == [])
        #expect(catalogue.companies(meaning: "goox") == [])
    }

    @Test(arguments: [
        ("La Aalberts Industries cresce, e Aalberts con lei", ["Aalberts Industries", "Aalberts"]),
        ("Sulla torta di Progress si tace. Progress è tardi. Ad Apple piace Progress e Google", ["Apple", "Google"]),
        ("Cresce Progress Inc. e dunque Progress vale di più", ["Progress Inc.", "Progress"]),
        ("Cresce Progress (NASDAQ: PRGS) e dunque Progress", ["Progress", "PRGS", "Progress"]),
        ("Cresce Progress (PRGS.O) e sale", ["Progress", "PRGS.O"]), ("Cresce Progress (GOOGL) e sale", []),
        ("Gli azionisti di Progress votano", ["Progress"]),
        ("Sprout Therapeutics la cura, Sprout la vende", ["Sprout Therapeutics", "Sprout"]),
        ("We saw Boston properties. Boston Properties sells", ["Boston Properties"]),
        ("Una visita di AGC a Siena", []),
    ])
    func `a listed homonym is believed where something agrees`(text: String, companies: [String]) {
        #expect(annotator.companies(text) == companies)
    }

    @Test func `the built-in list is long and keeps to the format`() throws {
        let text = String(decoding: GoldTests.catalogue, as: UTF8.self)
        #expect(text.split(separator: "\n").count { $0.hasPrefix("Listed: ") } >= 5000)
        let problems = Catalogue.problems(in: text).map { "\($0.line) \($0.reason)" }
        #expect(problems == [])
    }

    @Test func `a check finds what is wrong with a listed company`() {
        for (line, reason) in [
            ("Listed: A | Italy", "country"), ("Listed: A [loud]", "tag"), ("Listed: A | IT | ENI", "ticker"),
            ("Listed: A\nListed: B; a", "name"), ("Listed: ; A", "empty"),
        ] {
            #expect(Catalogue.problems(in: line).contains { $0.reason.contains(reason) }, "\(line)")
        }
        #expect(Catalogue.problems(in: "Listed: A | IT | BIT:A\nCompany: A") == [])
    }
}
