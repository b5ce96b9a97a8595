import Model

/// The names of people in a byline, without what pages put around them: `By`, `di`, roles, dates, addresses.
enum AuthorNames {
    /// The names in bylines, each once, joined by commas; `nil` where there are none but the outlet's own.
    static func joined(_ bylines: [String], outlet: String? = nil) -> String? {
        var names: [String] = []
        var known: Set<String> = []
        if let outlet { known = [Folding.fold(outlet), Folding.fold("The " + outlet)] }
        for byline in bylines.prefix(50) {
            for name in self.names(in: byline) where known.insert(Folding.fold(name)).inserted { names.append(name) }
        }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }

    /// The names in one byline.
    static func names(in byline: String) -> [String] {
        var line = oneLine(byline.utf8.prefix(400))
        guard !line.isEmpty else { return [] }
        if isPlain(line) { return name(line).map { [$0] } ?? [] }
        line = withoutIntroduction(line)
        for mark in [" | ", " – ", " — ", " • ", " · ", " // ", " / ", "\u{2022}"] {
            if let range = line.firstRange(of: mark) { line = String(line[..<range.lowerBound]) }
        }
        if let range = line.firstRange(of: " - ") { line = String(line[..<range.lowerBound]) }
        if let bracket = line.firstIndex(of: "("), bracket > line.startIndex { line = String(line[..<bracket]) }
        var names: [String] = []
        for part in parts(of: line) {
            guard let name = name(part) else {
                // A role, place or outlet follows the names it belongs to.
                if names.isEmpty { continue } else { break }
            }
            names.append(name)
        }
        return names
    }

    /// Whether a line is but a few words of letters, none of which joins or introduces names.
    private static func isPlain(_ line: String) -> Bool {
        let bytes = Array(line.utf8)
        guard bytes.allSatisfy({ $0.isLetter || $0 == .space || $0 == UInt8(ascii: "-") || 0xC3...0xC9 ~= $0 || 0x80..<0xC0 ~= $0 })
        else { return false }
        let words = line.split(separator: " ")
        return words.count <= 4 && !words.contains { connectors.contains($0.lowercased()) || introductions.contains($0.lowercased()) }
    }

    private static let connectors: Set<String> = [
        "and", "und", "et", "y", "e", "ed", "with", "con", "for", "on", "view", "all", "follow", "see", "more", "is", "of", "am", "le",
        "il", "senior", "staff", "updated", "veroffentlicht",
    ]

    /// A line without `By`, `Written by`, `di`, `A cura di`, and without the date after them.
    private static func withoutIntroduction(_ line: String) -> String {
        var words = line.split(separator: " ")[...]
        while let first = words.first {
            let word = Folding.fold(first)
            let bare = word.filter { $0.isLetter || $0 == "'" }
            if introductions.contains(bare) || bare.isEmpty && words.count > 1 {
                words = words.dropFirst()
            } else {
                break
            }
        }
        // `View all posts by Ada Neri`, `Artikel von: Ada Neri`.
        if let by = words.prefix(5).lastIndex(where: { ["by", "von", "by:", "von:"].contains($0.lowercased()) }) {
            words = words[(by + 1)...]
        }
        // Dates, reading times and handles come after the names.
        if let end = words.firstIndex(where: { $0.first == "@" || $0.contains { $0.isNumber } }), end > words.startIndex {
            words = words[..<end]
        }
        var rest = words.joined(separator: " ")
        // `Von Ada Neri und …`, `published on …`: what speaks of the time ends the names.
        let bytes = rest.utf8.map(\.lowercased)
        for index in bytes.indices where bytes[index] == .space {
            if stops.contains(where: { bytes[index...].starts(with: $0) }) {
                rest = String(decoding: rest.utf8.prefix(index), as: UTF8.self)
                break
            }
        }
        return rest
    }

    /// The parts between commas and conjunctions.
    private static func parts(of line: String) -> [String] {
        var text = line
        for mark in [";", "&", ","] { text = text.replacing(mark, with: "\n") }
        for word in [" and ", " And ", " AND ", " und ", " et ", " y ", " e ", " ed ", " with ", " con "] {
            text = text.replacing(word, with: "\n")
        }
        return text.split(separator: "\n").map { oneLine($0.utf8) }.filter { !$0.isEmpty }
    }

    /// A name where a part can be one: a few words, no digits, no address; `nil` for roles and names of nobody.
    private static func name(_ part: String) -> String? {
        var name = part
        while let last = name.last, ".:*-–,;|".contains(last), name.count > 3, !isInitial(name) { name.removeLast() }
        name = String(name.drop { " @.:-–*\"".contains($0) })
        guard name.utf8.count > 1, name.count <= 60, !name.hasPrefix("("), !name.contains("://"), !name.contains("@"),
            !name.contains("www."),
            !name.hasSuffix(".com"), !name.hasSuffix(".it"), name.contains(where: \.isLetter)
        else { return nil }
        let words = name.split(separator: " ")
        guard words.count <= 7, !words.contains(where: { $0.contains(where: \.isNumber) }) || words.count == 1 else {
            return nil
        }
        let folded = Folding.fold(name)
        guard !nobody.contains(folded) else { return nil }
        if let last = folded.split(separator: " ").last, words.count > 1, roles.contains(String(last)) { return nil }
        if roles.contains(folded) { return nil }
        return name
    }

    /// Whether a name ends in an initial or `Jr.`, whose stop belongs to it.
    private static func isInitial(_ name: String) -> Bool {
        guard name.hasSuffix("."), let last = name.split(separator: " ").last else { return false }
        return last.count <= 3
    }

    private static let introductions: Set<String> = [
        "by", "di", "da", "von", "par", "por", "door", "af", "av", "written", "posted", "published", "text", "testo",
        "words", "story", "author", "authors", "autore", "autori", "autor", "auteur", "scritto", "pubblicato", "cura",
        "articolo", "reporting", "reported", "reviewed", "firma", "verfasst", "geschrieben", "escrito", "publie",
        "ecrit",
        "byline", "veröffentlicht", "text:", "from", "a",
    ]

    private static let stops: [[UInt8]] = [
        " published", " posted", " updated", " pubblicato", " aggiornato", " on monday", " on tuesday", " on wednesday",
        " on thursday", " on friday", " last updated", " view all", " follow ", " see all", " more from", " is a ",
        " covers ", " staff writer", " contributing writer", " contributed to", " senior ", " for ", " of the ", " in ", " on ", " am ",
        " veroffentlicht", " aktualisiert", " le ", " il ",
    ].map { Array($0.utf8) }

    private static let nobody: Set<String> = [
        "admin", "administrator", "author", "autore", "editor", "guest", "unknown", "anonymous", "null", "none",
        "undefined",
        "share", "follow", "twitter", "facebook", "instagram", "email", "by", "staff", "webmaster", "user", "updated",
        "published", "contributor", "minutes", "minute", "min", "min read", "redazione web", "view all posts",
        "veröffentlicht", "posted", "n/a", "view profile", "bio", "about the author", "more by this author",
    ]

    private static let roles: Set<String> = [
        "editor", "reporter", "writer", "correspondent", "journalist", "columnist", "contributor", "staff", "producer",
        "giornalista", "inviato", "direttore", "redattore", "corrispondente", "redakteur", "chief", "photographer",
        "analyst", "author", "officer", "labs", "news", "read", "lettura", "ago", "fa", "minutes", "critic",
        "freelancer", "intern", "fellow", "blogger",
    ]
}
