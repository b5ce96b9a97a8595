import Model

/// The facts of a page's article, from its head and from what stands around its title.
///
/// Sources are asked in order of trust; the first that answers wins.
struct HTMLFacts {
    private(set) var facts = Facts()
    private let article: HTMLArticle
    private let metadata: HTMLMetadata

    init(_ metadata: HTMLMetadata, _ article: HTMLArticle) {
        self.metadata = metadata
        self.article = article
        facts.url = metadata.address
        facts.identifier = metadata.address
        facts.outlet = metadata.outlet
        facts.language = metadata.language
        facts.author = author()
        facts.published = date()
    }

    private var measures: HTMLMeasures { article.measures }
    private var document: HTMLDocument { article.measures.document }

    private func author() -> String? {
        if let names = AuthorNames.joined(metadata.linked.authors, outlet: metadata.outlet) { return names }
        let stated = [
            "author", "article:author", "article:author_name", "dc.creator", "dcterms.creator", "citation_author",
            "parsely-author", "sailthru.author", "dcsext.author", "og:author", "creator", "byl",
        ]
        for name in stated {
            let values = metadata.all([name]).filter { !$0.contains("://") && $0 != metadata.outlet }
            if let names = AuthorNames.joined(values, outlet: metadata.outlet) { return names }
        }
        return marked(.author) { index in
            guard measures.words(index) <= 25 else { return nil }
            var names = self.named(in: index)
            if names.isEmpty { names = [document.line(index) ?? ""] }
            return AuthorNames.joined(names, outlet: metadata.outlet)
                ?? firstLink(in: index).flatMap { AuthorNames.joined([$0], outlet: metadata.outlet) }
        } ?? nearTitle { line in
            let folded = Folding.fold(line)
            guard line.utf8.count < 120, HTMLFacts.introductions.contains(where: { folded.hasPrefix($0) }) else {
                return nil
            }
            return AuthorNames.joined([line], outlet: metadata.outlet)
        }
            ?? AuthorNames.joined(
                metadata.linked.authors + metadata.all(["author", "article:author"]).filter { !$0.contains("://") })
    }

    private static let introductions = [
        "by ", "by:", "di ", "von ", "par ", "por ", "written by", "posted by", "a cura di", "author:", "autore:",
        "text:",
        "words by", "story by",
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
        (index + 1..<max(document.end(index), index + 1)).first { document.nodes[$0].tag == .a && !document.nodes[$0].isText }
            .flatMap { document.line($0) }
    }

    private func date() -> Timestamp? {
        if let moment = metadata.linked.published.flatMap(PageDate.moment) { return moment }
        for name in HTMLFacts.dates {
            if let moment = metadata.first([name]).flatMap(PageDate.moment) { return moment }
        }
        if let moment = marked(.date, { index in moment(of: index) }) ?? times()
            ?? nearTitle({ $0.utf8.count < 200 ? PageDate.moment($0) : nil })
        {
            return moment
        }
        if let moment = metadata.address.flatMap(HTMLFacts.moment(inAddress:)) { return moment }
        let modified =
            metadata.linked.modified
            ?? metadata.first(["article:modified_time", "og:updated_time", "datemodified", "last-modified", "lastmod"])
        return modified.flatMap(PageDate.moment)
    }

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
        "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created", "dcterms.date", "dc.date",
        "dc.created",
        "citation_publication_date", "citation_date", "pubdate", "publishdate", "publish-date", "publish_date",
        "published-date",
        "publication_date", "datecreated", "date", "originalpublicationdate", "cxenseparse:recs:publishtime",
        "rnews:datepublished", "published_time", "created",
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

// Looking at the page.
extension HTMLFacts {
    /// What the first element with a trait gives that stands not among other articles.
    private func marked<Value>(_ trait: HTMLTraits, _ take: (Int) -> Value?) -> Value? {
        var index = 0
        while index < document.nodes.count {
            if !document.nodes[index].isText, measures.traits[index].contains(trait), !isElsewhere(index),
                let value = take(index)
            {
                return value
            }
            index += 1
        }
        return nil
    }

    /// Whether an element stands among comments, other articles and the like.
    private func isElsewhere(_ index: Int) -> Bool {
        var node = index
        var isAside = false
        while node > 0 {
            let traits = measures.traits[node]
            if traits.contains(.comments) { return true }
            if traits.contains(.furniture), measures.isZone(node), traits.isDisjoint(with: [.author, .date]) { return true }
            let tag = document.nodes[node].tag
            if tag == .nav { return true }
            isAside = isAside || tag == .footer || tag != .header && traits.contains(.surroundings)
            // In an article that is another one, or in the article itself.
            if traits.contains(.article), tag != .body { return !holdsArticle(node) }
            node = document.parent(node)
        }
        return isAside
    }

    private func holdsArticle(_ node: Int) -> Bool {
        let range = node..<document.end(node)
        return article.parts.contains { !$0.isFurniture && range.contains($0.piece.node) }
            || article.top.map { range.contains(measures.pieces[$0].node) } ?? false
    }

    /// What the first of the pieces around the title gives: those after it, up to the first long paragraph, then those
    /// before it.
    private func nearTitle<Value>(_ take: (String) -> Value?) -> Value? {
        guard let top = article.top ?? article.parts.first?.index else { return nil }
        let pieces = article.writer.pieces
        func value(_ piece: HTMLPiece) -> Value? {
            take(String(decoding: article.writer.text[piece.range].prefix(300), as: UTF8.self))
        }
        for piece in pieces[top...].prefix(20) {
            if piece.isProse && piece.words > 30 { break }
            if let value = value(piece) { return value }
        }
        for piece in pieces[..<top].suffix(6).reversed() where !measures.isSurrounding(piece.node) {
            if let value = value(piece) { return value }
        }
        return nil
    }
}
