/// The words of page furniture in Italian and English, folded: small letters, no accents, `#` for numbers.
enum FurnitureTables {
    /// Networks and messengers.
    static let networks: Set<String> = [
        "facebook", "x", "twitter", "instagram", "linkedin", "whatsapp", "telegram", "youtube", "tiktok", "threads",
        "bluesky", "mastodon", "reddit", "pinterest", "flipboard", "pocket", "tumblr", "snapchat", "messenger",
    ]

    /// Names of buttons; a line of them alone is furniture among furniture.
    static let buttons: Set<String> = networks.union([
        "email", "e", "mail", "stampa", "print", "pdf", "copia", "copy", "link", "condividi", "share", "tweet", "invia",
        "send", "salva", "save", "su", "on", "and", "ed", "rss", "feed", "menu", "home", "login", "accedi",
    ])

    /// Verbs that ask to follow on a network named in the same line.
    static let follow: Set<String> = ["segui", "seguite", "seguici", "seguiteci", "follow", "trovaci", "find"]

    /// Words that make an invitation an offer.
    static let shopping: Set<String> = [
        "tuo", "tua", "tuoi", "tue", "te", "qui", "subito", "amazon", "offerta", "offerte", "prezzo", "prezzi",
        "sconto",
        "sconti", "your", "here", "now", "deal", "deals", "price", "prices", "discount", "discounts", "ebay",
    ]

    /// Lines that are labels of boxes, or whole notices.
    static let whole: Set<String> = lines(
        """
        fonti
        fonte
        sources
        source
        references
        riferimenti
        bibliografia
        commenti
        commento
        commenta
        comments
        comment
        commento all articolo
        commenta l articolo
        vai ai commenti
        tag
        tags
        argomenti
        topics
        related
        related articles
        related stories
        related news
        related posts
        related content
        more stories
        read more
        read next
        leggi anche
        leggi tutto
        da leggere
        articoli correlati
        notizie correlate
        contenuti correlati
        potrebbe interessarti
        potrebbe interessarti anche
        potrebbero interessarti
        potrebbero interessarti anche
        ti potrebbe interessare
        ti potrebbe interessare anche
        ti potrebbero interessare
        you may also like
        you might also like
        recommended
        recommended for you
        consigliati
        consigliati per te
        i piu letti
        most read
        most popular
        trending
        trending now
        advertisement
        advertising
        sponsored
        sponsored content
        pubblicita
        annuncio
        annunci
        contenuto sponsorizzato
        newsletter
        iscriviti
        subscribe
        subscribe now
        sign up
        torna su
        back to top
        skip to content
        vai al contenuto
        condividi questo articolo
        share this article
        share this story
        segnala un errore
        more on this topic
        more on this story
        dalla home
        preferenze
        privacy
        cookie
        top rated comments
        top comments
        top stories
        latest news
        latest stories
        latest articles
        latest posts
        recent posts
        recent articles
        popular posts
        popular articles
        most popular articles
        more
        more articles
        more news
        more like this
        don t miss
        editors picks
        editor s picks
        about the author
        about the authors
        about author
        share this
        share this post
        keep reading
        continue reading
        up next
        also on
        what to read next
        trending stories
        related topics
        related posts
        similar articles
        join the discussion
        leave a comment
        sull autore
        l autore
        ultime notizie
        articoli recenti
        articoli simili
        altri articoli
        da non perdere
        notizie piu lette
        articoli piu letti
        in evidenza
        """)

    /// Beginnings of lines that introduce related articles, sources, tags and the like.
    static let labels = phrases(
        """
        leggi anche
        leggi pure
        leggi di piu
        leggi l articolo
        continua a leggere
        read more :
        read more about
        read more on
        read more from
        read also
        read next :
        also read
        see also
        related :
        potrebbe interessarti
        potrebbero interessarti
        ti potrebbe interessare
        ti potrebbero interessare
        you may also like
        you might also like
        guarda anche
        ascolta anche
        vedi anche
        see all our
        watch :
        offerta del giorno
        offerte del giorno
        deals :
        deal of the day
        today s best deals
        per approfondire :
        approfondisci :
        approfondimenti :
        more from
        fonte :
        fonti :
        source :
        sources :
        via :
        references :
        con informazioni di
        tag :
        tags :
        argomenti :
        topics :
        parole chiave :
        filed under
        newsletter :
        link utili
        link affiliat
        link affiliati
        link affiliato
        link di affiliazione
        affiliate link
        affiliate links
        compra su amazon
        acquista su amazon
        buy on amazon
        buy it on amazon
        in offerta su amazon
        """)

    /// Beginnings of invitations to offers, where the line also calls out or names a shop.
    static let offers = phrases(
        """
        scopri
        scoprite
        approfitta
        acquista
        compra
        ecco i prodotti
        i prodotti consigliati
        prodotti consigliati
        discover the best
        discover our
        discover more
        check out
        shop the
        shop our
        shop for
        browse
        buy
        get yours
        grab
        save on
        risparmia
        abbonati
        """)

    /// The lines of a text.
    private static func lines(_ text: String) -> Set<String> {
        Set(text.split(separator: "\n").map(String.init))
    }

    /// Phrases, one a line, by their first word.
    static func phrases(_ text: String) -> [String: [[Substring]]] {
        Dictionary(grouping: text.split(separator: "\n").map { $0.split(separator: " ") }) { String($0[0]) }
    }
}
