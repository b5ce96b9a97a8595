import Model

/// What a page's head states of its article: linked data, Open Graph, `meta`, `link`, `lang`.
struct HTMLMetadata {
    /// The title that the page states, without the outlet's name behind it.
    private(set) var title: String?
    /// The outlet's name.
    private(set) var outlet: String?
    /// The address of the page, whole.
    private(set) var address: String?
    private(set) var language: Language?
    /// All titles that the page states, as they are.
    private(set) var titles: [String] = []
    /// The titles that the page states of its article alone.
    private(set) var ownTitles: [String] = []
    /// What linked data state.
    let linked: LinkedData
    /// The values of `meta` elements by their names, in order.
    private var metas: [String: [String]] = [:]

    init(_ document: HTMLDocument) {
        var canonical: String?
        var base: String?
        var language: String?
        for tag in document.facts {
            switch tag.name {
            case .html: language = language ?? document.value(.lang, of: tag)
            case .base: base = base ?? document.value(.href, of: tag)
            case .link where document.value(.rel, of: tag)?.lowercased() == "canonical":
                canonical = canonical ?? document.value(.href, of: tag)
            case .meta: HTMLMetadata.take(tag, of: document, into: &metas)
            default: break
            }
        }
        let index = document.nodes.firstIndex { $0.tag == .title && !$0.isText }
        let pageTitle = index.flatMap { document.line($0) }
        let found = metas
        func first(_ names: String...) -> String? { names.lazy.compactMap { found[$0]?.first }.first }
        let open = first("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title")
        let linked = LinkedData(document, title: open ?? pageTitle)
        let outlet =
            first("og:site_name") ?? linked.publisher
            ?? first("application-name", "publisher", "dc.publisher", "citation_journal_title", "article:publisher")
            .flatMap { $0.holds("://") ? nil : $0 }
        title =
            open.map { HTMLMetadata.title($0, without: outlet, isSure: false) } ?? linked.headline
            ?? pageTitle.map { HTMLMetadata.title($0, without: outlet, isSure: true) }
        let page =
            base.flatMap { webAddress($0, base: first("og:url")) }
            ?? first("og:url").flatMap { webAddress($0, base: nil) }
        address =
            [canonical, first("og:url"), linked.address, first("twitter:url")]
            .lazy.compactMap { $0.flatMap { webAddress($0, base: page) } }.first
        let tag =
            language.flatMap { $0.isEmpty ? nil : $0 } ?? linked.language
            ?? first("og:locale", "content-language", "dc.language", "language")
        self.language = tag.map { Language($0) }
        self.linked = linked
        titles = [open, linked.headline, pageTitle].compactMap { $0 } + [title].compactMap { $0 }
        ownTitles = [open.map { HTMLMetadata.title($0, without: outlet, isSure: false) }, linked.headline]
            .compactMap { $0 }
        self.outlet = outlet
    }

    private static func take(_ tag: HTMLScan.Tag, of document: HTMLDocument, into metas: inout [String: [String]]) {
        let value =
            (document.value(.content, of: tag) ?? document.value(.value, of: tag)).map { oneLine($0.utf8) } ?? ""
        guard !value.isEmpty else { return }
        for name in [HTMLAttribute.Name.property, .name, .itemprop] {
            guard let names = document.value(name, of: tag)?.lowercased() else { continue }
            for key in names.split(separator: " ").prefix(4) where metas[String(key), default: []].count < 50 {
                metas[String(key), default: []].append(value)
            }
        }
    }

    /// The first value of the first of some names that has one.
    func first(_ names: [String]) -> String? {
        names.lazy.compactMap { metas[$0]?.first }.first
    }

    /// The values that labels for networks introduce: `twitter:label1`, `twitter:data1`.
    func labelled(_ introductions: [String]) -> [String] {
        for number in 1...2 {
            guard let label = metas["twitter:label\(number)"]?.first, let value = metas["twitter:data\(number)"]?.first
            else { continue }
            let folded = Folding.fold(label) + ":"
            if introductions.contains(where: { folded.hasPrefix($0) }) { return [value] }
        }
        return []
    }

    /// The values whose names speak of publishing, for outlets make names up.
    var published: [String] {
        let names = metas.keys.filter { $0.holds("publish") || $0.holds("pubdate") || $0.holds("pub-date") }
        return names.sorted().compactMap { metas[$0]?.first }
    }

    /// All values of the first of some names that has one.
    func all(_ names: [String]) -> [String] {
        names.lazy.compactMap { metas[$0] }.first ?? []
    }

    /// A title without ` - Outlet`, ` | Outlet` or ` – Outlet` at its end.
    ///
    /// - `isSure`: whether a short part at the end is the outlet's name also where that is not known.
    static func title(_ title: String, without outlet: String?, isSure: Bool) -> String {
        let marks: [(StaticString, String)] = [
            (" | ", " | "), (" - ", " - "), (" – ", " – "), (" — ", " — "), (" • ", " • "), (" :: ", " :: "),
            (" » ", " » "), (" « ", " « "),
        ]
        for (bytes, mark) in marks where title.holds(bytes) {
            if let first = title.firstRange(of: mark), let outlet,
                Folding.fold(title[..<first.lowerBound]) == Folding.fold(outlet)
            {
                return HTMLMetadata.title(String(title[first.upperBound...]), without: outlet, isSure: isSure)
            }
            guard let last = title.ranges(of: mark).last else { continue }
            let rest = title[last.upperBound...]
            let folded = Folding.fold(rest)
            let isKnown = outlet.map { Folding.fold($0) }.map {
                $0 == folded || $0.hasPrefix(folded) || folded.hasPrefix($0)
            }
            let isShort = rest.utf8.wordCount <= 4 && title[..<last.lowerBound].utf8.wordCount >= 3
            if isKnown == true || isSure && isShort && (isKnown == nil || folded.contains(".")) {
                return String(title[..<last.lowerBound])
            }
        }
        return title
    }
}
