import Controller
import Entities
import Foundation
import Library
import Model
import TestSupport
import Testing
import Views

@testable import rassegna

/// The user's own companies: `companies.toml`.
struct OwnCompanyTests {
    private func problems(_ text: String) -> [String] {
        CompanyFile.parse(text).problems.map { "\($0.line): \($0.reason)" }
    }

    @Test func `an entry becomes a record of the catalogue`() throws {
        let contents = CompanyFile.parse(
            """
            # Mine
            [[company]]
            name = "Acme"
            aliases = ["ACME Spa", "Big A"]
            products = ["Anvil [homonym]"]
            near = ["incudine"]
            tickers = ["BIT:ACM"]
            parent = "Eni"
            """)
        #expect(contents.problems == [])
        let company = try #require(contents.companies.first)
        #expect(company.name == "Acme")
        #expect(
            company.record == """
                Company: Acme
                Aliases: ACME Spa; Big A
                Products: Anvil [homonym]
                Tickers: BIT:ACM
                Near: incudine
                Parent: Eni

                """)
    }

    @Test func `an entry with an error is named by line and reason, and the others are in force`() {
        let contents = CompanyFile.parse(
            """
            [[company]]
            name = "Acme"
            alias = ["A"]

            [[company]]
            name = "Bolt
            [[company]]
            name = "Cargo"
            aliases = "C"
            [[company]]
            name = "Delta"
            tickers = ["DLT"]
            [[company]]
            aliases = ["E"]
            [[company]]
            name = "Fine"
            [[company]]
            name = "Fine"
            """)
        #expect(contents.companies.map(\.name) == ["Fine"])
        #expect(contents.problems.map(\.line) == [3, 6, 9, 12, 13, 17])
        #expect(contents.problems[0].reason.hasPrefix("there is no key “alias”, only name,"))
        #expect(contents.problems[2].reason == "aliases must be a list, such as [\"one\", \"two\"]")
        #expect(contents.problems[3].reason.contains("a ticker without exchange"))
        #expect(contents.problems[5].reason == "the company Fine stands here twice")
    }

    @Test(arguments: [
        ("name = \"A\"", "1: “name” stands outside of a [[company]]"),
        ("[company]\nname = \"A\"", "1: a company begins with a line [[company]]"),
        ("[[company]]\nname = 3", "2: name must be a text in quotes"),
        ("[[company]]\nname = \"A\"\naliases = [1]", "3: aliases must hold texts in quotes only"),
        ("[[company]]\nname = \"A;B\"", "2: name may hold neither ; nor control characters"),
        ("[[company]]\nname = \"A\\nCompany: B\"", "2: name may hold neither ; nor control characters"),
        ("[[company]]\nname = \" \"", "2: name must not be empty"),
        ("[[company]]\nname = \"A\"\n[other]\nx = 1", "3: “other” stands outside of a [[company]]"),
    ])
    func `what cannot be understood says why`(text: String, problem: String) {
        #expect(problems(text) == [problem])
    }

    @Test func `names for a known company join its record`() throws {
        try withSettings("[[company]]\nname = \"eni\"\naliases = [\"Cagnone Giallo\"]\n") { folder, knowledge in
            let company = try #require(knowledge.catalogue.company(named: "Eni"))
            let builtIn = try #require(Knowledge.shared.catalogue.company(named: "Eni"))
            #expect(company.aliases == [Company.Name("Cagnone Giallo")] + builtIn.aliases)
            #expect(company.products == builtIn.products)
            #expect(knowledge.catalogue.companyNames == Knowledge.shared.catalogue.companyNames)
            #expect(
                knowledge.catalogue.companies(meaning: "cagnone giallo")
                    == Knowledge.shared.catalogue.companies(meaning: "Eni"))
        }
    }

    @Test func `a parent that no catalogue has is an error`() throws {
        try withSettings("[[company]]\nname = \"Acme\"\nparent = \"Nessuna Spa\"\n") { folder, knowledge in
            #expect(
                knowledge.look().complaints == [
                    "\(folder)/companies.toml, line 3: there is no company Nessuna Spa to be its parent"
                ])
            #expect(knowledge.look().complaints == [])
            #expect(knowledge.catalogue.company(named: "Acme") == nil)
        }
    }

    @Test func `a changed file is taken in at the next look, and the library is read again`() throws {
        try withSettings("") { folder, knowledge in
            let library = try Library.inMemory(now: { .testNow }, resolve: { knowledge.companies(meaning: $0) })
            let importer = Importer(library: library, knowledge: knowledge)
            try "La Zanzibar Motori di Pavia cresce ancora.\n".write(
                toFile: folder + "/a.txt", atomically: true, encoding: .utf8)
            #expect(try importer.add([folder + "/a.txt"]).added == 1)
            var rereading = Rereading(library: library, knowledge: knowledge)
            #expect(try rereading.finish() == 0)
            #expect(!knowledge.look().hasChanged)
            let query = Query.company("Zanzi", atLeast: .passing)
            #expect(try library.count(query).total == 0)
            let text =
                "[[company]]\nname = \"Zanzibar\"\naliases = [\"Zanzibar Motori\", \"Zanzi\"]\nparent = \"Eni\"\n"
            try text.write(toFile: folder + "/companies.toml", atomically: true, encoding: .utf8)
            let look = knowledge.look()
            #expect(look.hasChanged && look.complaints.isEmpty)
            #expect(try rereading.finish() == 1)
            #expect(try library.count(query).total == 1)
            #expect(try library.count(.company("eni", atLeast: .passing)).total == 1)
            #expect(knowledge.names["Zanzibar"]?.map(\.text) == ["Zanzibar", "Zanzibar Motori", "Zanzi"])
            try FileManager.default.removeItem(atPath: folder + "/companies.toml")
            #expect(knowledge.look().hasChanged)
            #expect(try rereading.finish() == 1)
            #expect(try library.count(query).total == 0)
        }
    }

    @Test func `a name that the catalogue gives to another company means the user's own`() throws {
        try withSettings("[[company]]\nname = \"Zanzibar\"\naliases = [\"Big G\", \"Ferrari\"]\n") { _, knowledge in
            let text = "Big G sale, Ferrari scende. Google compra Zanzibar."
            let article = ParsedArticle(
                file: "-", title: "T", language: .italian, text: text, blocks: [Block(0..<text.utf8.count, .paragraph)])
            let companies = { knowledge.recogniser($0).annotate(article).mentions.map(\.company) }
            #expect(companies([]) == ["Zanzibar", "Zanzibar", "Google", "Zanzibar"])
            // What is said in the reader is said later.
            #expect(
                companies([Correction("Big G", .means("Google"))]) == ["Google", "Zanzibar", "Google", "Zanzibar"])
        }
    }

    @Test func `a recogniser reads with the companies of its number when the file has changed since`() throws {
        try withSettings("[[company]]\nname = \"Zanzibar\"\naliases = [\"Big G\"]\n") { folder, knowledge in
            let old = knowledge.recogniser([])
            try "".write(toFile: folder + "/companies.toml", atomically: true, encoding: .utf8)
            #expect(knowledge.look().hasChanged)
            let new = knowledge.recogniser([])
            let text = "Big G sale in Borsa."
            let article = ParsedArticle(
                file: "-", title: "T", language: .italian, text: text, blocks: [Block(0..<text.utf8.count, .paragraph)])
            #expect(new.annotate(article).mentions.map(\.company) == ["Google"])
            #expect(old.annotate(article).mentions.map(\.company) == ["Zanzibar"])
        }
    }

    @Test func `plain parse knows nothing of the user's companies`() throws {
        try withSettings("[[company]]\nname = \"Zanzibar\"\n") { _, knowledge in
            #expect(knowledge.recogniser([]).base != Knowledge().recogniser([]).base)
            #expect(Knowledge.shared.catalogue.company(named: "Zanzibar") == nil)
        }
    }

    private func withSettings(_ text: String, _ body: (String, Knowledge) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("settings-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try text.write(toFile: folder + "/companies.toml", atomically: true, encoding: .utf8)
        try body(folder, Knowledge(CompanyFile(folder: folder)))
    }
}
