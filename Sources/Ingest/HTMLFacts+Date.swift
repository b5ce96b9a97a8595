import Model

// When the article was published.
extension HTMLFacts {
    func date() -> Timestamp? {
        if let moment = metadata.linked.published.flatMap(PageDate.moment) { return moment }
        for name in HTMLFacts.dates {
            if let moment = metadata.first([name]).flatMap(PageDate.moment) { return moment }
        }
        // What the page says of itself may be of the file; what its face says is of the article.
        let own = HTMLFacts.datesOfPages.lazy.compactMap { metadata.first([$0]).flatMap(PageDate.moment) }.first
        if let own { return marked(.date) { index in saysChange(index) ? nil : moment(of: index) } ?? own }
        if let moment = datePublished() ?? dateShown() ?? times() ?? nearTitle(dateAlone) ?? nearTitle(dateInLine) {
            return moment
        }
        if let moment = metadata.published.lazy.compactMap(PageDate.moment).first { return moment }
        if let moment = metadata.address.flatMap(HTMLFacts.moment(inAddress:)) ?? introducedDate() { return moment }
        if let moment = metadata.titles.lazy.compactMap(PageDate.moment).first ?? dateInState() { return moment }
        let modified =
            metadata.linked.modified
            ?? metadata.first(["article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"])
        return modified.flatMap(PageDate.moment) ?? markedAnywhere(.date, { index in moment(of: index) }) ?? onlyTime()
    }

    /// The date in an element for it: above the text rather one that is not said to be of a change.
    private func dateShown() -> Timestamp? {
        let found = marked(.date) { index in moment(of: index).map { (index, $0) } }
        guard let (first, shown) = found else { return nil }
        let text = article.parts.first { $0.piece.isProse }?.piece.node ?? document.nodes.count
        guard first < text else { return shown }
        return marked(.date) { index in index < text && !saysChange(index) ? moment(of: index) : nil } ?? shown
    }

    /// Whether the words of an element begin by saying that something was changed.
    private func saysChange(_ index: Int) -> Bool {
        let line = Folding.fold((document.line(index) ?? "").prefix(24))
        return ["updated", "last ", "modified", "aktualisiert", "aggiornato", "ultim", "mis a jour", "stand"]
            .contains { line.hasPrefix($0) }
    }

    /// The date that a line is and nothing else.
    private func dateAlone(_ line: String) -> Timestamp? {
        line.utf8.count < 40 && line.split(separator: " ").count <= 4 ? PageDate.moment(line) : nil
    }

    /// The date in a line that is no sentence.
    private func dateInLine(_ line: String) -> Timestamp? {
        guard line.utf8.count < 200, !line.hasSuffix(".") || line.utf8.wordCount <= 12 else { return nil }
        return PageDate.moment(line)
    }

    /// The date of a short line that says when the article was published, for others may say when it was changed.
    private func datePublished() -> Timestamp? {
        for piece in article.writer.pieces where piece.words <= 10 && !piece.isPicture {
            let line = String(decoding: article.writer.text[piece.range].prefix(80), as: UTF8.self)
            let folded = Folding.fold(line.drop { $0 == "(" }.prefix(24))
            guard HTMLFacts.firstPublications.contains(where: { folded.hasPrefix($0) }), !isElsewhere(piece.node),
                let moment = PageDate.moment(line)
            else { continue }
            return moment
        }
        return nil
    }

    private static let firstPublications = [
        "published", "re)published", "first published", "originally published", "publication date", "publish date",
        "pubblicato", "veroffentlicht", "erschienen am", "publie le", "publicado",
    ]

    /// The only day that elements for times state, comments aside.
    private func onlyTime() -> Timestamp? {
        var found: Timestamp?
        for index in document.nodes.indices where document.nodes[index].tag == .time && !document.nodes[index].isText {
            guard !isAmongComments(index), let moment = moment(of: index) else { continue }
            if let found, found.seconds / 86400 != moment.seconds / 86400 { return nil }
            found = found ?? moment
        }
        return found
    }

    /// The date in what a script of the page is given: `"publishedAt": "2026-11-13T06:30:00Z"`.
    private func dateInState() -> Timestamp? {
        let page = document.page
        var from = 0
        var looks = 0
        while looks < 2000, let mark = page.index(of: UInt8(ascii: "\""), in: from..<page.count) {
            from = mark + 1
            guard let letter = page.dropFirst(from).first, letter == UInt8(ascii: "p") || letter == UInt8(ascii: "d"),
                let key = HTMLFacts.stateKeys.first(where: { page.has($0, at: from) })
            else { continue }
            looks += 1
            var value = page[(from + key.utf8CodeUnitCount)...].prefix(60)
            value = value.drop {
                $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: ":") || $0 == .space
            }
            let text = String(decoding: value.prefix { $0.isDigit || "-:TZ.+ ".utf8.contains($0) }, as: UTF8.self)
            if text.utf8.count >= 10, let moment = PageDate.moment(text) { return moment }
        }
        return nil
    }

    private static let stateKeys: [StaticString] = [
        "publishedAt", "publishedDate", "published_at", "publishDate", "publish_date", "publicationDate",
        "publication_date", "datePublished", "date_published", "published\"", "date\"",
    ]

    private func moment(of index: Int) -> Timestamp? {
        for name in [HTMLAttribute.Name.content, .datetime, .title] {
            if let moment = document.value(name, of: index).flatMap(PageDate.moment) { return moment }
        }
        guard measures.words(index) <= 25 else { return nil }
        return document.line(index).flatMap(PageDate.moment)
    }

    /// The first `time` that states a moment, outside of lists of other articles.
    private func times() -> Timestamp? {
        for index in document.nodes.indices where document.nodes[index].tag == .time && !document.nodes[index].isText {
            guard !isElsewhere(index) else { continue }
            if let moment = moment(of: index) { return moment }
        }
        return nil
    }

    private static let dates = [
        "article:published_time", "og:published_time", "datepublished", "og:article:published_time",
        "article:published",
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dc.created",
        "pubdate", "publishdate", "publish-date", "publish_date",
        "published-date",
        "publication_date", "datecreated", "originalpublicationdate", "cxenseparse:recs:publishtime",
        "rnews:datepublished", "published_time", "created",
    ]

    private static let datesOfPages = ["dcterms.date", "dc.date", "date", "citation_publication_date", "citation_date"]

    /// The date of a line in the article, or under it, that says when it was published; of the paragraph that begins with
    /// one.
    private func introducedDate() -> Timestamp? {
        guard let first = article.parts.first(where: { $0.piece.isProse })?.index else { return nil }
        let pieces = article.writer.pieces
        for part in article.parts.lazy.filter(\.piece.isProse).prefix(3) {
            let begin = String(decoding: article.writer.text[part.piece.range].prefix(24), as: UTF8.self)
            if begin.first?.isNumber == true, let moment = PageDate.moment(begin) { return moment }
        }
        for piece in pieces[first...] where piece.words <= 20 && !piece.isPicture {
            let line = String(decoding: article.writer.text[piece.range].prefix(200), as: UTF8.self)
            let folded = Folding.fold(line.prefix(24))
            if HTMLFacts.publications.contains(where: { folded.hasPrefix($0) }), let moment = PageDate.moment(line) {
                return moment
            }
        }
        return nil
    }

    private static let publications = [
        "published", "posted", "first published", "originally published", "last updated", "updated", "last reviewed",
        "last modified", "date:", "pubblicato", "ultimo aggiornamento", "aggiornato", "data:", "veroffentlicht",
        "letzte anderung", "letzte aktualisierung", "zuletzt geandert", "diese seite wurde zuletzt",
        "erschienen", "aktualisiert", "stand:", "stand ", "datum:", "publie", "publicado",
    ]

    /// A date in the path of an address: `/2019/11/18/`.
    private static func moment(inAddress address: String) -> Timestamp? {
        let parts = address.split { "/-_.".contains($0) }.map { $0.utf8.allSatisfy(\.isDigit) ? Int($0) : nil }
        guard parts.count >= 3 else { return nil }
        for index in 0..<parts.count - 2 {
            guard let year = parts[index], 1995...2100 ~= year, let month = parts[index + 1],
                let day = parts[index + 2],
                let date = CivilDate(year: year, month: month, day: day)
            else { continue }
            return Timestamp(date)
        }
        return nil
    }
}
