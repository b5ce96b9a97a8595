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
        "ein", "beitrag", "gastbeitrag", "artikel", "text", "interview", "kommentar", "kolumne", "foto", "fotos",
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
        "more by this author",
    ]

    static let roles: Set<String> = [
        "editor", "reporter", "writer", "correspondent", "journalist", "columnist", "contributor", "staff", "producer",
        "giornalista", "inviato", "direttore", "redattore", "corrispondente", "redakteur", "chief", "photographer",
        "analyst", "author", "officer", "labs", "news", "read", "lettura", "ago", "fa", "minutes", "critic",
        "freelancer", "intern", "fellow", "blogger",
    ]

    static let groupWords: Set<String> = [
        "news", "staff", "team", "press", "media", "redazione", "redaktion", "editors", "editorial", "magazine",
        "journal",
        "agency", "university", "institute", "foundation", "association", "inc", "inc.", "ltd", "gmbh", "llc", "spa",
        "s.p.a.", "e.v.", "network", "newsroom", "report", "desk", "reuters", "ansa", "dpa", "afp", "adnkronos",
        "askanews",
        "bloomberg", "agenturen", "agencies",
    ]
}
