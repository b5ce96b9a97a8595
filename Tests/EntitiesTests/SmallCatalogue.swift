import Entities

/// A small catalogue of its own for the tests, so that the built-in one can change.
enum SmallCatalogue {
    static let text = """
        # Companies
        Company: Google
        Headquarters: Mountain View
        Aliases: Alphabet; Big G
        Units: Google Cloud; YouTube
        Products: TPU [exact]; Gemini [homonym]; Google Maps
        Tickers: NASDAQ:GOOGL; NASDAQ:GOOG
        People: Sundar Pichai
        Metonyms: Mountain View
        Near: ai; chatbot

        Company: OpenAI
        Products: ChatGPT [any]; DALL·E
        People: Sam Altman

        Company: Microsoft
        Headquarters: Redmond
        Products: Azure; Microsoft Azure
        Metonyms: Redmond

        Company: LinkedIn
        Parent: Microsoft

        Company: LinkedIn Learning
        Parent: LinkedIn

        Company: Enel
        Tickers: BIT:ENEL
        Metonyms: Piazza Verdi

        Company: Eni [exact]
        Tickers: BIT:ENI
        Metonyms: cane a sei zampe

        Company: Meta [homonym]
        Aliases: Meta Platforms
        Near: facebook; social
        Not near: rugby

        Company: Apple [homonym]
        Products: iPhone
        Near: iphone; cupertino; smartphone
        Not near: pie

        Company: Target [word]
        Country: US
        Aliases: TGT
        Not near: prezzo

        Company: Ford
        Tickers: NYSE:F

        Company: Ferrari
        Headquarters: Maranello
        Metonyms: Maranello; il Cavallino

        Company: Stellantis
        Company: Intesa Sanpaolo
        Company: Goldman Sachs
        Company: Monte dei Paschi di Siena
        Company: Allianz
        Company: eBay
        Company: Disney
        Products: Disney+

        Company: Amazon
        Aliases: Amazon.com
        Company: AT&T
        Company: L'Oréal
        Company: 7-Eleven
        Company: Yahoo!
        Company: 3M
        Company: 1&1
        Company: De'Longhi
        Company: Tod's
        Company: Procter & Gamble
        Company: E.ON
        Company: J.P. Morgan
        Company: Nestlé

        Organization: Banca d'Italia; Bankitalia
        Person: Mario Draghi
        Place: Italia; Italy
        Place: Roma
        Place: Siena
        """

    /// One annotator over the small catalogue for tests of many cases.
    static let shared = Result { try annotator() }

    /// An annotator over the small catalogue.
    static func annotator() throws -> Annotator {
        Annotator(try Catalogue(parsing: text))
    }
}
