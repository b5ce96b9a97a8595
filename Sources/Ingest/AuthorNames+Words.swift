// The words around names, folded.
extension AuthorNames {
    static let connectors: Set<String> = [
        "and", "und", "et", "y", "e", "ed", "with", "con", "for", "on", "view", "all", "follow", "see", "more", "is",
        "of", "am", "le",
        "il", "senior", "staff", "updated", "veroffentlicht",
    ]

    static let introductions: Set<String> = [
        "by", "di", "da", "von", "par", "por", "door", "af", "av", "written", "posted", "published", "text", "testo",
        "words", "story", "author", "authors", "autore", "autori", "autor", "auteur", "scritto", "pubblicato", "cura",
        "articolo", "reporting", "reported", "reviewed", "firma", "verfasst", "geschrieben", "escrito", "publie",
        "ecrit",
        "byline", "veröffentlicht", "text:", "from", "a",
    ]

    static let pieces: Set<String> = [
        "ein", "eine", "beitrag", "blogbeitrag", "gastbeitrag", "artikel", "text", "interview", "kommentar", "kolumne",
        "foto", "fotos",
        "veroffentlicht", "geschrieben", "verfasst", "erstellt", "eingestellt", "analyse", "essay", "bericht", "rezept",
        "rede",
        "pressemitteilung",
    ]

    static let dateWords: Set<String> = [
        "on", "at", "am", "um", "vom", "il", "le", "el", "the", "den", "mon", "monday", "tue", "tues", "tuesday", "wed",
        "wednesday", "thu", "thur", "thurs", "thursday", "fri", "friday", "sat", "saturday", "sun", "sunday", "montag",
        "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lunedi", "martedi", "mercoledi",
        "giovedi", "venerdi", "sabato", "domenica", "updated", "published", "posted", "date", "last", "stand",
        "mo", "di", "mi", "do", "fr", "sa", "so", "uhr",
    ]

    static let stops: [[UInt8]] = [
        " published", " posted", " updated", " pubblicato", " aggiornato", " on monday", " on tuesday", " on wednesday",
        " on thursday", " on friday", " last updated", " view all", " follow ", " see all", " more from", " is a ",
        " covers ", " staff writer", " contributing writer", " contributed to", " senior ", " for ", " of the ", " in ",
        " on ", " am ",
        " veroffentlicht", " aktualisiert", " publiziert", " shares", " le ", " il ",
    ].map { Array($0.utf8) }

    static let nobody: Set<String> = [
        "admin", "administrator", "author", "autore", "editor", "guest", "unknown", "anonymous", "null", "none",
        "undefined",
        "share", "follow", "twitter", "facebook", "instagram", "email", "by", "staff", "webmaster", "user", "updated",
        "published", "contributor", "minutes", "minute", "min", "min read", "redazione web", "view all posts",
        "veroffentlicht", "posted", "posts", "profile", "on", "n/a", "view profile", "bio", "about the author",
        "more by this author", "no author", "full bio", "contributors", "veroffentlicht am", "pubblicato il",
        "read more",
        "learn more", "tags", "last update", "last updated", "comments", "alle artikel", "alle beitrage", "autor",
        "autorin", "auteur", "verfasser",
    ]

    /// What those did who did not write.
    static let changers: Set<String> = [
        "updated", "edited", "reviewed", "researched", "photos", "photo", "photographs", "photography", "illustrations",
        "illustrated", "checked", "fact-checked", "medically", "video", "directed", "produced",
    ]

    /// The stops that may also stand in the name of a group.
    static let groupStops: Set<[UInt8]> = [Array(" for ".utf8), Array(" of the ".utf8), Array(" in ".utf8)]

    /// The words with which a role or a link begins that is written right behind a name.
    static let titles: Set<String> = [
        "founder", "co-founder", "cofounder", "head", "director", "manager", "marketing", "product", "chief", "ceo",
        "cto", "coo", "cmo", "gardener", "winemaker", "senior", "vice", "president", "professor", "tags", "alle",
        "last",
        "contributor", "sponsored", "content", "seo", "managing", "executive", "associate", "editor", "reporter",
        "correspondent", "freelance", "giornalista", "direttore", "redakteur", "redakteurin", "autorin",
        "projektleiter", "projektleiterin", "pressesprecher", "pressesprecherin", "chefredakteur", "chefredakteurin",
        "leiter", "leiterin",
    ]

    static let roles: Set<String> = [
        "editor", "reporter", "writer", "correspondent", "journalist", "columnist", "contributor", "staff", "producer",
        "giornalista", "inviato", "direttore", "redattore", "corrispondente", "redakteur", "chief", "photographer",
        "analyst", "author", "officer", "labs", "news", "read", "lettura", "ago", "fa", "minutes", "critic",
        "freelancer", "intern", "fellow", "blogger", "manager", "director", "founder", "co-founder", "cofounder", "ceo",
        "astrologer", "winemaker",
    ]

    static let groupWords: Set<String> = [
        "news", "staff", "team", "press", "media", "redazione", "redaktion", "editors", "editorial", "magazine",
        "journal",
        "agency", "university", "institute", "foundation", "association", "inc", "inc.", "ltd", "gmbh", "llc", "spa",
        "s.p.a.", "e.v.", "network", "newsroom", "report", "desk", "reuters", "ansa", "dpa", "afp", "adnkronos",
        "askanews",
        "bloomberg", "agenturen", "agencies",
        "stiftung", "e.v", "verband", "pressestelle", "group", "admin", "contributors", "editor", "ltd.",
    ]
}
