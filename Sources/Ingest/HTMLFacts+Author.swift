import Model

// Who wrote the article.
extension HTMLFacts {
    /// The names of who wrote the article: of people before those of groups and accounts, as the head states them
    /// before as the face shows them.
    func author() -> String? {
        var impersonal: String?
        func personal(_ values: [String], isByGroup: Bool = false) -> String? {
            guard let names = AuthorNames.joined(values, outlet: metadata.outlet) else { return nil }
            if !isByGroup, AuthorNames.isPersonal(names) { return names }
            impersonal = impersonal ?? names
            return nil
        }
        if let names = personal(metadata.linked.authors, isByGroup: metadata.linked.isByGroup) { return fuller(names) }
        for name in HTMLFacts.authors {
            let values = metadata.all([name]).filter { !$0.holds("://") && $0 != metadata.outlet }
            if let names = personal(values) { return fuller(names) }
        }
        if let names = personal(metadata.labelled(HTMLFacts.introductions)) { return fuller(names) }
        if let shown = shownAuthor() {
            // `Profile of ada ada`: the account itself, in other words.
            if let account = impersonal, !account.contains(" "),
                shown.split(separator: " ").dropFirst().contains(account[...])
            {
                return account
            }
            if let names = personal([shown]) { return fuller(names) }
        }
        return markedAnywhere(.author, names(in:)).flatMap { personal([$0]) } ?? impersonal
            ?? AuthorNames.joined(metadata.linked.authors + stated)
            ?? AuthorNames.group(metadata.linked.authors + stated)
            ?? AuthorNames.joined(metadata.labelled(HTMLFacts.introductions)) ?? outletAsAuthor()
    }

    private var stated: [String] { metadata.all(["author", "article:author"]).filter { !$0.holds("://") } }

    private static let authors = [
        "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "citation_author",
        "parsely-author", "sailthru.author", "dcsext.author", "og:author", "creator", "byl",
    ]

    /// A name of one word with what the page's face adds to it.
    private func fuller(_ names: String) -> String {
        guard !names.contains(" ") else { return names }
        if let shown = shownAuthor(), shown.hasPrefix(names + " "), !shown.contains(",") { return shown }
        return fullName(of: names) ?? person(insteadOf: names) ?? names
    }

    /// The names on the page's face: in an element for them, in a line that says so, in links to authors' pages, beside
    /// the date.
    private func shownAuthor() -> String? {
        if let names = marked(.author, names(in:)) { return names }
        if let names = nearTitle(introducedNames) { return names }
        if let names = linkedAuthor() { return names }
        return nearTitle(nameBesideDate) ?? introducedAuthor() ?? nameUnderIntroduction()
    }

    /// The names in an element for them.
    func names(in index: Int) -> String? {
        guard measures.words(index) <= 25 else { return nil }
        var names = named(in: index)
        if names.isEmpty, let byLine = namesByLine(in: index) { return byLine }
        if names.isEmpty { names = [document.line(index) ?? ""] }
        if let joined = AuthorNames.joined(names, outlet: metadata.outlet) { return joined }
        return firstLink(in: index).flatMap { AuthorNames.joined([$0], outlet: metadata.outlet) }
    }

    private func introducedNames(_ line: String) -> String? {
        guard line.utf8.count < 120 else { return nil }
        let folded = Folding.fold(line)
        guard HTMLFacts.introductions.contains(where: { folded.hasPrefix($0) }) else { return nil }
        return AuthorNames.joined([line], outlet: metadata.outlet)
    }

    private func nameBesideDate(_ line: String) -> String? {
        guard line.utf8.count < 120, PageDate.moment(line) != nil else { return nil }
        // `Dec 8, 2026 by Ada Neri in Boats`.
        for mark in [" by ", " von ", " di ", " par "] {
            guard let place = line.firstRange(of: mark), let first = line[place.upperBound...].first, first.isUppercase,
                PageDate.moment(String(line[..<place.lowerBound])) != nil
            else { continue }
            return AuthorNames.joined(["By " + line[place.upperBound...]], outlet: metadata.outlet)
        }
        return AuthorNames.besideDate(line)
    }

    /// The words of the links near the title that lead to authors' pages.
    private func linkedAuthor() -> String? {
        let pieces = piecesNearTitle
        var names: [String] = []
        for link in article.writer.links
        where pieces.contains(where: { $0.range.contains(link.range.lowerBound) }) {
            guard let address = document.value(.href, of: link.node)?.lowercased(),
                HTMLFacts.authorPages.contains(where: { address.holds($0) })
            else { continue }
            names.append(oneLine(article.writer.text[link.range]))
        }
        return names.count > 5 ? nil : AuthorNames.joined(names, outlet: metadata.outlet)
    }

    private static let authorPages: [StaticString] = [
        "/author/", "/authors/", "/autor/", "/autoren/", "/autore/", "/autori/", "/auteur/", "/auteurs/",
        "/contributor/", "/contributors/", "/reporter/", "/reporters/", "/journalist/", "/columnist/", "/writer/",
        "/writers/", "/staff/", "/people/", "/profile/", "/profil/", "/team/", "/redaktion/", "author=",
    ]

    /// The names of a line anywhere that says who wrote it, outside of other articles.
    private func introducedAuthor() -> String? {
        for piece in article.writer.pieces where piece.words <= 16 && !piece.isPicture {
            let folded = Folding.fold(String(decoding: article.writer.text[piece.range].prefix(24), as: UTF8.self))
            guard HTMLFacts.clearIntroductions.contains(where: { folded.hasPrefix($0) }), !isAmongComments(piece.node)
            else { continue }
            let line = String(decoding: article.writer.text[piece.range], as: UTF8.self)
            if let names = AuthorNames.joined([line], outlet: metadata.outlet) { return names }
        }
        return nil
    }

    private static let introductions =
        ["by ", "by:", "di ", "von ", "par ", "por ", "posted ", "author:", "autore:", "text:", "story by"]
        + clearIntroductions

    private static let clearIntroductions = [
        "written by", "posted by", "words by", "reporting by", "a cura di", "scritto da", "articolo di",
        "pubblicato da",
        "ein artikel von", "ein beitrag von", "artikel von", "beitrag von", "text von", "erstellt von",
        "eine kolumne von", "kolumne von", "gastbeitrag von", "ein gastbeitrag von", "blogbeitrag von",
        "blog beitrag von", "kommentar von", "ein kommentar von", "ein interview von", "ein essay von", "contributors:",
        "testo di", "testi di", "intervista di", "servizio di", "una rubrica di", "autor/in:", "autor*in:", "autoren:",
        "autori:", "texte par",
        "eingestellt von", "verfasst von", "geschrieben von", "veroffentlicht von", "autor:", "autorin:", "redaktion:",
        "escrito por", "ecrit par",
    ]

    /// The names marked inside of a byline: links to authors, `itemprop="name"`.
    private func named(in index: Int) -> [String] {
        var names: [String] = []
        var inner = index + 1
        while inner < document.end(index) {
            let isName =
                !document.nodes[inner].isText
                && (measures.traits[inner].contains(.author) || document.value(.itemprop, of: inner) == "name")
            if isName, document.nodes[inner].tag == .a || document.value(.itemprop, of: inner) == "name",
                let line = document.line(inner)
            {
                names.append(line)
                inner = document.end(inner)
            } else {
                inner += 1
            }
        }
        return names
    }

    /// The words of the first link in an element.
    private func firstLink(in index: Int) -> String? {
        (index + 1..<max(document.end(index), index + 1)).first {
            document.nodes[$0].tag == .a && !document.nodes[$0].isText
        }
        .flatMap { document.line($0) }
    }
}
