import Model
import Testing

@testable import Entities

/// Catalogue and recogniser together, as the program has them, on names that no list has.
struct RecognisingTests {
    private func mentions(_ text: String, _ language: Language = .italian) throws -> [String] {
        try BuiltIn.annotator.get().mentions(text, language: language)
    }

    @Test(arguments: [
        (
            "Il gruppo Bortolazzi Meccanica ha acquisito la tedesca Feinwerk Holzer per 12 milioni di euro.",
            ["company Bortolazzi Meccanica", "company Feinwerk Holzer"]
        ),
        (
            "La startup milanese Fintalia, guidata da Ilaria Donzelli, ha raccolto 4 milioni da Vento Verticale Ventures.",
            ["company Fintalia", "person Ilaria Donzelli", "company Vento Verticale Ventures"]
        ),
    ])
    func `firms and people that nobody listed are found in Italian`(text: String, names: [String]) throws {
        let found = try mentions(text)
        for name in names { #expect(found.contains { $0.hasPrefix(name) }, "\(name) in \(found)") }
    }

    @Test(arguments: [
        (
            "Shares in Halbrook Biosciences fell 12% after the Boston company said Chief Executive Marla Quent would leave.",
            ["company Halbrook Biosciences", "place Boston", "person Marla Quent"]
        ),
        (
            "Private equity firm Tallow Ridge Partners agreed to buy Norfast Logistics from Grevin & Sons.",
            ["company Tallow Ridge Partners", "company Norfast Logistics", "company Grevin & Sons"]
        ),
    ])
    func `firms and people that nobody listed are found in English`(text: String, names: [String]) throws {
        let found = try mentions(text, .english)
        for name in names { #expect(found.contains { $0.hasPrefix(name) }, "\(name) in \(found)") }
    }

    @Test func `a word that is also a firm is one only where it is meant`() throws {
        let orchard = try mentions("Ogni mattina il contadino raccoglie una mela e la chiama apple per scherzo.")
        #expect(!orchard.contains { $0.contains("Apple") })
        #expect(try mentions("Ieri Apple ha presentato il nuovo iPhone a Cupertino.").contains("company Apple"))
        let river = try mentions("The canoe drifted down the Amazon towards Manaus for three days.", .english)
        #expect(!river.contains("company Amazon"))
    }

    @Test func `a firm is the same by its short name and its full one`() throws {
        let found = try mentions(
            """
            T Bortolazzi Meccanica compra in Germania
            Bortolazzi Meccanica S.p.A. ha firmato ieri. L'azienda di Schio, scrive Bortolazzi Meccanica in una nota, crescerà.
            """)
        let firms = Set(
            found.filter { $0.hasPrefix("company Bortolazzi") }.map { $0.components(separated: " = ").last ?? $0 })
        #expect(firms == ["Bortolazzi Meccanica", "company Bortolazzi Meccanica"])
    }

    @Test func `a surname is the person that the article names in full`() throws {
        let found = try mentions(
            """
            Marco Brandolesi lascia la presidenza. «Era tempo», ha detto Brandolesi ai cronisti di Padova. Al posto di Brandolesi
            arriva una manager.
            """)
        #expect(
            found.filter { $0.hasSuffix("Brandolesi") } == ["person Marco Brandolesi"]
                + Array(repeating: "person Brandolesi", count: 2))
    }

    @Test func `firms side by side stay two`() throws {
        let found = try mentions("OpenAI Google Cloud, l'accordo che nessuno si aspettava")
        #expect(found.prefix(2) == ["company OpenAI", "company Google Cloud = Google"])
    }

    @Test func `confidence is a share, and never certainty about a stranger`() throws {
        let annotation = try BuiltIn.annotator.get().annotate(
            lines: "La Quilmera di Lodi e la Enel di Roma trattano con Zanzotti & Figli."
        ).annotation
        #expect(annotation.mentions.count > 2)
        #expect(annotation.mentions.allSatisfy { (0...1).contains($0.confidence) })
        #expect(annotation.mentions.filter { $0.evidence == .recognised }.allSatisfy { $0.confidence < 1 })
    }

    @Test func `nothing in furniture is a name, and no two names overlap`() throws {
        let (_, annotation) = try BuiltIn.annotator.get().annotate(
            lines: "T Enel sale\nEnel guadagna il 2% a Milano.\nx Leggi anche: Quilmera compra Bortolazzi Meccanica")
        #expect(annotation.mentions.count { $0.company == "Enel" && $0.kind == .company } == 2)
        #expect(annotation.mentions.allSatisfy { $0.range.upperBound < 60 })
        #expect(
            zip(annotation.mentions, annotation.mentions.dropFirst()).allSatisfy {
                $0.range.upperBound <= $1.range.lowerBound
            })
    }

    @Test func `an explanation names words, candidates, decisions and what won`() throws {
        let text = "Ieri Microsoft ha citato Redmond e la Quilmera."
        let explanations = try BuiltIn.annotator.get().explain(
            text: text, blocks: [Block(0..<text.utf8.count, .paragraph)], language: .italian, at: 6)
        let lines = try #require(explanations.first).lines
        #expect(explanations.count == 1)
        #expect(lines.map(\.topic) == ["words", "candidate", "rules", "recogniser", "recogniser", "so"])
        #expect(lines[1].text == "Microsoft: canonical of Microsoft")
        #expect(lines.last?.text.contains("agree") == true)
    }

    @Test func `an acronym in the plural is nobody's name`() throws {
        let found = try mentions("Nvidia sells GPUs to Oracle, and its CEOs drive SUVs.", .english)
        #expect(found.allSatisfy { $0.hasPrefix("company Nvidia") || $0.hasPrefix("company Oracle") }, "\(found)")
    }
}

extension String {
    /// The parts between separators.
    fileprivate func components(separated separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }
}
