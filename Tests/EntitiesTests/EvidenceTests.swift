import Entities
import Model
import Testing

/// When a name that could mean something else is believed.
struct EvidenceTests {
    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.annotator()
    }

    private func evidence(_ text: String) -> [Mention.Evidence?] {
        annotator.annotate(lines: text).annotation.mentions.map(\.evidence)
    }

    @Test(arguments: [
        ("La Meta dei social cresce", ["Meta"]), ("T Facebook, multa\nPer ora paga Meta.", ["Meta"]),
        ("Una Meta ambita", []), ("Meta Platforms sale.\nPoi Meta scende.", ["Meta Platforms", "Meta"]),
        ("La Meta-analisi dei social", []), ("Una Meta di rugby sui social", []), ("Metà dei social", []),
        ("Il titolo Meta sale", ["Meta"]), ("Gli azionisti di Meta votano", ["Meta"]), ("Gli azionisti alla Meta", []),
        ("Meta della gita è il social", []), ("MULTA A META, FACEBOOK RICORRE", ["META"]),
    ])
    func `a homonym needs a word near it or another name of the firm`(text: String, companies: [String]) {
        #expect(annotator.companies(text) == companies)
    }

    @Test(arguments: [
        ("Apple growers buy an iPhone", []), ("Apple launches the iPhone", ["Apple"]),
        ("Apple shares fell", ["Apple"]), ("A stake in Apple", ["Apple"]), ("A stake in Apple Records", []),
        ("Nobody wants an Apple, they want an iPhone", []), ("Analysts at Apple like the iPhone", ["Apple"]),
    ])
    func `an English homonym is the common word where grammar says so`(text: String, companies: [String]) {
        #expect(annotator.companies(text, language: .english) == companies)
    }

    @Test(arguments: [
        ("Un accordo con Target e un altro", ["Target"]), ("In negozio, Target tace", ["Target"]),
        ("Target tace", []), ("La Golden Target tace", []), ("Per Target Date conta", []), ("L'offerta «Target»", []),
        ("Il prezzo secondo Target sale", []), ("Così Anna Target. Per Target è tardi", []),
    ])
    func `a name that is a common word is believed where it stands alone with its capital`(
        text: String, companies: [String]
    ) {
        #expect(annotator.companies(text) == companies)
    }

    @Test func `a town that opens a report is a place, a square may be written small`() {
        #expect(
            annotator.mentions("T Ferrari corre\nMARANELLO - Si riparte.") == ["company Ferrari", "place MARANELLO"])
        #expect(
            annotator.mentions("Enel, e piazza Verdi tace") == ["company Enel", "company piazza Verdi = Enel"])
        #expect(annotator.mentions("Enel e la gita in piazza Verdi") == ["company Enel"])
    }

    @Test func `a metonym counts only where the firm is named`() {
        #expect(
            annotator.mentions("Microsoft tace. Risponde Redmond.") == [
                "company Microsoft", "company Redmond = Microsoft",
            ])
        #expect(annotator.mentions("Una gita a Redmond") == ["place Redmond"])
        #expect(
            annotator.mentions("Per il Cavallino la Ferrari") == ["company Cavallino = Ferrari", "company Ferrari"])
        #expect(annotator.mentions("Un cane a sei zampe") == [])
    }

    @Test func `a metonym is a place where something is there`() {
        #expect(
            annotator.mentions("La Ferrari nello stabilimento di Maranello, ma Maranello nega") == [
                "company Ferrari", "place Maranello", "company Maranello = Ferrari",
            ])
    }

    @Test func `a surname is a person's, and makes the name doubtful in the article`() {
        #expect(annotator.companies("Harrison Ford ride. Ford tace.", language: .english) == [])
        #expect(annotator.mentions("Così Enrico Ferrari") == ["person Enrico Ferrari"])
        #expect(annotator.mentions("Così Enrico F Ferrari") == ["person Enrico F Ferrari"])
        #expect(annotator.mentions("Parla Enrico. I ferrari tacciono.") == [])
    }

    @Test func `a legal form after nothing but an article names no firm`() {
        #expect(annotator.mentions("Nata come La S.p.A. nel 1990") == [])
        #expect(annotator.mentions("Filed by The LLC today", language: .english) == [])
    }

    @Test func `a legal form belongs to the nearer of two names, unless they are one family firm's`() {
        #expect(annotator.mentions("Per Orlanelli and Trilef S.p.A. è tardi") == ["company Trilef S.p.A. = Trilef"])
        #expect(
            annotator.mentions("La Brambilla e Figli S.r.l. chiude") == [
                "company Brambilla e Figli S.r.l. = Brambilla e Figli"
            ])
        #expect(
            annotator.mentions("says Laura Quade of Quade Hirsch LLP", language: .english) == [
                "company Quade Hirsch LLP = Quade Hirsch"
            ])
    }

    @Test(arguments: ["He saw The Corp. there", "Dr The Inc.", "Il Corp.", "e Corp."])
    func `a legal form after words that start no name names nothing`(text: String) {
        #expect(annotator.mentions(text) == [])
    }

    @Test func `the evidence says how a company was found`() {
        #expect(
            evidence("Google, Big G, YouTube, TPU, Enel SpA e Sundar Pichai") == [
                .name, .alias, .alias, .product, .name, .name,
            ])
    }

    @Test(arguments: [
        ("Sale Enel (ENEL.MI)", ["Enel", "ENEL.MI"]), ("Fell (NASDAQ: GOOGL) today", ["GOOGL"]),
        ("Up: $GOOGL", ["GOOGL"]),
        ("Ford (F.N) rose", ["Ford", "F.N"]), ("(Milano: ENI)", ["ENI"]), ("Vitamina (F) e (A)", []),
        ("Stellantis (STLAM.MI)", ["Stellantis", "STLAM.MI"]), ("(XYZ.MI)", []),
        ("Google sale\nGOOGL: +3,4%\nENEL: -1%", ["Google", "GOOGL", "ENEL"]), ("Google ha GOOGL", ["Google"]),
    ])
    func `ticker symbols lead to their company`(text: String, companies: [String]) {
        #expect(annotator.companies(text) == companies)
    }

    @Test(arguments: [
        "OpenAI cresce: «Open» ha bisogno di calcolo.", "OpenAI cresce. «Open» userà i server.",
        "Goldman Sachs sale, e «Goldman» compra.", "Lo US Open e OpenAI", "OpenAI ama l'idea Open source",
        "OpenAI agli Open di Francia", "Il Monte dei Paschi di Siena («Mps») cede; «Mps» è ferma",
        "Intesa Sanpaolo firma con Roma", "Goldman Sachs e Goldman Marine",
    ])
    func `a clipped name counts after the whole one`(drawn: String) {
        let marked = Marked(drawn)
        let names = ["OpenAI", "Goldman Sachs", "Monte dei Paschi di Siena", "Intesa Sanpaolo"]
        #expect(annotator.companies(marked.text).filter { !names.contains($0) } == marked.marks)
    }

    @Test func `a legal form makes an unknown firm, and its name comes back`() {
        #expect(
            annotator.mentions("La Lumera Sistemi S.r.l. apre a Roma. Per Lumera Sistemi è un inizio, dice Lumera.")
                == [
                    "company Lumera Sistemi S.r.l. = Lumera Sistemi", "place Roma", "company Lumera Sistemi",
                    "company Lumera = Lumera Sistemi",
                ])
        #expect(annotator.mentions("Google Italia S.r.l.") == ["company Google Italia S.r.l. = Google"])
        #expect(annotator.mentions("Ferrari Marmi S.r.l.") == ["company Ferrari Marmi S.r.l. = Ferrari Marmi"])
    }

    @Test func `a body and its town are one organisation`() {
        #expect(
            annotator.mentions("La Procura di Roma e l'Università degli Studi di Siena; il comune di Siena") == [
                "organization Procura di Roma", "organization Università degli Studi di Siena", "place Siena",
            ])
    }

    @Test func `a surname comes back after the whole name`() {
        #expect(annotator.mentions("Sam Altman parla, poi Altman tace") == ["person Sam Altman", "person Altman"])
    }

    @Test(
        arguments: [
            ("La Target S.r.l. di Roma", ["company Target S.r.l. = Target", "place Roma"], nil),
            ("La TGT GmbH cresce", ["company TGT GmbH = TGT"], nil),
            (
                "Per Target S.p.A. è tardi. Un accordo con Target e un altro",
                ["company Target S.p.A. = Target", "company Target"], nil
            ),
            ("Per Target Corp. è tardi", ["company Target Corp. = Target"], "Target"),
            ("Per Target Inc. è tardi, e Target Srl è un'altra", [], "Target"),
        ] as [(String, [String], String?)])
    func `a homonym with a legal form that its company's country has not is another firm`(
        text: String, mentions: [String], company: String?
    ) throws {
        if !mentions.isEmpty { #expect(annotator.mentions(text) == mentions) }
        let (_, annotation) = annotator.annotate(lines: text)
        let known = annotation.mentions.filter { $0.evidence != .recognised && $0.kind == .company }.map(\.company)
        #expect(known == (company.map { [$0] } ?? []))
    }
}
