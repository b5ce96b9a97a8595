import Entities
import Model
import Testing

/// Which letters of a text are a name.
struct MatchingTests {
    private let annotator: Annotator

    init() throws {
        annotator = try SmallCatalogue.annotator()
    }

    private func check(_ drawn: String, _ language: Language = .italian, _ location: SourceLocation = #_sourceLocation)
    {
        let marked = Marked(drawn)
        #expect(annotator.companies(marked.text, language: language) == marked.marks, sourceLocation: location)
    }

    @Test(arguments: [
        "il piano dell'«Enel» e quello dell’«Enel»", "l’«OpenAI» di ieri, d'«Amazon» oggi",
        "«Google»'s plan, «Ford»’s car",
        "«OpenAI» «Google Cloud» è una coppia", "l'asse «OpenAI»-«Google», l'ex-«Enel»", "«Google»-backed chips",
        "un'intesa «Enel»/«Stellantis»", "(«Enel»), «Stellantis»; «Ford».", "OpenAIs Enelpower enel Megafordista",
    ])
    func `words end at elisions, possessives, hyphens and signs`(drawn: String) {
        check(drawn)
    }

    @Test(arguments: [
        "«AT&T» e «AT & T»", "«L'Oréal», «L’Oréal» e «L'OREAL»", "un «7-Eleven», un «7 Eleven»", "«Yahoo!» e «Yahoo»",
        "nastri «3M», non 3m di nastro", "rete «1&1»", "«De'Longhi» e «De’Longhi»", "scarpe «Tod's»",
        "«Procter & Gamble», «Procter&Gamble»", "gas di «E.ON»", "«J.P. Morgan» compra", "«Amazon.com» e «Amazon»",
        "acqua «Nestle» e «NESTLÉ»", "«ENEL» sale", "aste su «eBay», «EBay», «EBAY»", "eni sale, «Eni» sale, ENI no",
    ])
    func `names with signs match however they are typed`(drawn: String) {
        check(drawn)
    }

    @Test(arguments: [
        "«Enel S.p.A.» cresce", "«Enel SpA», «Enel spa» e «Enel Srl».", "«Apple Inc.» said", "«Ford, Inc.» said",
        "«Stellantis NV» e poi «Stellantis»", "«Procter & Gamble Co.» falls",
        "Enel se ne va".replacing("Enel", with: "«Enel»"),
    ])
    func `a legal form joins the name`(drawn: String) {
        check(drawn, .english)
    }

    @Test func `the longest name wins, whatever its kind`() {
        #expect(
            annotator.mentions("La Banca d’Italia a Roma, Microsoft Azure e Google Maps") == [
                "organization Banca d’Italia", "place Roma", "product Microsoft Azure = Microsoft",
                "product Google Maps = Google",
            ])
    }

    @Test func `a firm before a product that is not listed with it stays a mention of its own`() {
        #expect(annotator.mentions("Un Apple iPhone") == ["company Apple", "product iPhone = Apple"])
    }

    @Test func `products match with a sign, a middle dot or a plural`() {
        #expect(
            annotator.mentions("Su Disney+ c'è DALL·E, o DALL-E; chatgpt usa le TPUs, non le tpu") == [
                "product Disney+ = Disney", "product DALL·E = OpenAI", "product DALL-E = OpenAI",
                "product chatgpt = OpenAI", "product TPUs = Google",
            ])
    }

    @Test(arguments: [
        "scrivi a enel@Enel.it o Info@enel.com", "vedi https://www.Google.com/Enel e Enel.it", "segui @Enel e #Enel",
        "via Enel", "Via Enel", "allo Stadio Allianz", "the Allianz Stadium", "la Fondazione Enel",
    ])
    func `addresses, handles, streets and venues are no companies`(text: String) {
        #expect(annotator.companies(text) == (text == "via Enel" ? ["Enel"] : []))
    }

    @Test func `names stay inside their block and out of furniture`() {
        #expect(annotator.companies("Procter &\nGamble\nx Enel e OpenAI\nGoogle\nCloud") == ["Google"])
    }

    @Test func `ranges count bytes, also after letters beyond ASCII and emoji`() {
        let text = "Però 🚗 l’élite — «Enel»: \u{301}\u{200B}fine"
        let (plain, annotation) = annotator.annotate(lines: text)
        #expect(annotation.mentions.map { plain.surface($0.range) } == ["Enel"])
    }

    @Test(arguments: [
        "", " ", "\u{0}", "&", "+!&'’.-", "$", "%", "(", "€€€ %%% +-", "\u{301}\u{301}", "Привет ΑΘΗΝΑ 東京 🦊",
    ])
    func `texts without a name give none`(text: String) {
        #expect(annotator.mentions(text) == [])
    }

    @Test func `blocks outside the text are cut to it`() {
        let annotation = annotator.annotate(text: "Enel", blocks: [Block(2..<900, .paragraph)], language: nil)
        #expect(annotation.mentions.isEmpty)
    }
}
