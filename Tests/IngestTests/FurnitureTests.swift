import Ingest
import Model
import Testing

@Suite struct FurnitureTests {
    @Test(arguments: [
        "Condividi su Facebook | X | LinkedIn", "Share this article", "Facebook · X · WhatsApp", "Seguici su Instagram",
        "Follow Circuit Weekly on Bluesky and Threads", "Iscriviti alla newsletter di Cloud Quotidiano!",
        "Sign up for our newsletter", "Get Circuit Weekly in your inbox", "Link affiliati Amazon – Sostieni il sito",
        "If you buy from these shops we may earn a commission.", "Commento all'articolo", "31 comments",
        "Leave a reply",
        "Lascia un commento", "Fonti", "Fonte: Ansa", "Sources: Reuters; company filings",
        "Leggi anche: Un altro titolo",
        "Read more: another story", "Tag: Enel, Eni", "© 2026 Il Telaio. Tutti i diritti riservati.",
        "Scopri i dispositivi ideali per te!", "Perché non condividerlo sui social, o iscriverti al canale YouTube?",
        "Disclosure: the author owns Intel shares", "Guarda anche: le foto", "Segnala un errore", "4 min read",
        "Offerta del giorno: cuffie a 29 euro", "Hai bisogno di aiuto? Scrivici su WhatsApp", "More on this topic",
        "RIPRODUZIONE RISERVATA", "Join 38,000 readers",
    ])
    func `a line that speaks for the page is furniture`(line: String) {
        #expect(Furniture.isFurniture(Array(line.utf8)))
    }

    @Test(arguments: [
        "Facebook ha perso il 3%", "The newsletter business of Substack grew",
        "Fonti vicine all'operazione confermano.",
        "Shares on Wall Street fell", "Sharing data on Facebook is a risk, the regulator said.",
        "Abbonati in calo per Sky",
        "«Iscriviti al nostro canale», dice lo slogan", "Follow-up talks between Eni and Shell are due in May.",
        "Comments by the chief executive moved the stock.", "Amazon pays affiliates less than it did a year ago.",
        "Related party transactions doubled.", "Commenti positivi dagli analisti di Equita",
        "Source code is the asset.",
        "Scopri come Enel ha cambiato il mercato", "Instagram, la scommessa di Meta", "X",
        "Abbonati a quota dieci milioni per Netflix", "In collaborazione con Enel il gruppo ha costruito l'impianto.",
    ])
    func `a line of the article that names such things is none`(line: String) {
        #expect(!Furniture.isFurniture(Array(line.utf8)))
    }

    @Test func `items under a call for offers are furniture, items of the article are not`() throws {
        let text = """
            \(prose)
            - un punto della notizia
            \(prose)
            Scopri i prodotti per la tua casa!
            - ▶ Echo Show con Alexa
            - ▶ Google Pixel
            Supportano il sito senza costi aggiuntivi per te.
            """
        let kinds = try article(text).blocks.map(\.kind)
        #expect(kinds == [.paragraph, .item, .paragraph, .furniture, .furniture, .furniture, .furniture])
    }

    @Test func `short lines among furniture at the end are furniture`() throws {
        let text = "\(prose)\n\(prose)\nSeguici su Facebook\nCronaca\nSport\nRiproduzione riservata\nMeteo"
        #expect(try article(text).blocks.dropFirst(2).allSatisfy { $0.kind == .furniture })
    }

    @Test func `sentences after furniture stay`() throws {
        let text = "\(prose)\nLeggi anche: Un altro titolo\nChi paga, come spesso accade, è chi non legge.\nCommenti"
        let kinds = try article(text).blocks.map(\.kind)
        #expect(kinds == [.paragraph, .furniture, .paragraph, .furniture])
    }

    @Test func `share buttons at the top do not swallow a text of short lines`() throws {
        let lines = (1...12).map { "verso numero \($0)" }
        let blocks = try article((["Una poesia", "", "Condividi su Facebook", ""] + lines).joined(separator: "\n"))
            .blocks
        #expect(blocks.count { $0.kind == .furniture } == 1)
    }

    @Test func `where all is furniture nothing is`() throws {
        let kinds = try article("Iscriviti alla newsletter\nSeguici su Facebook\nCommenti").blocks.map(\.kind)
        #expect(!kinds.contains(.furniture))
        #expect(kinds.count == 3)
    }

    @Test func `a title is never furniture`() throws {
        #expect(try article("# Iscriviti\n\n\(prose)", .markdown).blocks[0].kind == .title)
    }
}
