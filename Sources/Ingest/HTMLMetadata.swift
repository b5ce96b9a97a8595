import Model

/// What a page's head and marked elements say of its article: Open Graph, `meta`, `link`, `lang` and microdata.
///
/// Sources are asked in order of trust; the first that answers wins.
struct HTMLMetadata {
    /// The facts, without a title.
    private(set) var facts = Facts()
    /// The title by Open Graph or the `title` element, without the outlet's name behind it.
    private(set) var title: String?

    private var metas: [String: String] = [:]
    private var canonical: String?
    private var pageTitle: String?
    private var author: String?
    private var time: String?
    private var language: String?

    init(_ document: HTMLDocument) {
        for tag in document.facts { take(tag, in: document) }
        for index in document.nodes.indices where !document.nodes[index].isText { take(index, in: document) }
        let address = canonical ?? meta("og:url", "twitter:url")
        facts.url = address.flatMap { webAddress($0, base: meta("og:url")) }
        facts.identifier = facts.url
        facts.outlet = meta("og:site_name", "application-name", "publisher", "dc.publisher", "citation_journal_title")
        facts.author =
            meta("author", "article:author_name", "dc.creator", "parsely-author", "sailthru.author") ?? author
            ?? meta("article:author").flatMap { $0.contains("://") ? nil : $0 }
        facts.published = date ?? time.flatMap(DateText.moment)
        facts.language = (language ?? meta("og:locale", "content-language", "dc.language")).map { Language($0) }
        title = meta("og:title", "twitter:title", "dc.title") ?? pageTitle.map { withoutOutlet($0) }
    }

    private mutating func take(_ tag: HTMLScan.Tag, in document: HTMLDocument) {
        switch tag.name {
        case .html: if language == nil { language = document.value(.lang, of: tag).flatMap { $0.isEmpty ? nil : $0 } }
        case .meta:
            let key =
                document.value(.property, of: tag) ?? document.value(.name, of: tag)
                ?? document.value(.itemprop, of: tag)
            guard let key = key?.lowercased(), let value = document.value(.content, of: tag).map({ oneLine($0.utf8) })
            else {
                return
            }
            if metas[key] == nil, !value.isEmpty { metas[key] = value }
        case .link:
            if canonical == nil, document.value(.rel, of: tag)?.lowercased() == "canonical" {
                canonical = document.value(.href, of: tag)
            }
        default: break
        }
    }

    private mutating func take(_ index: Int, in document: HTMLDocument) {
        switch document.nodes[index].tag {
        case .title: if pageTitle == nil { pageTitle = document.line(index) }
        case .time: if time == nil { time = document.value(.datetime, of: index) }
        default: break
        }
        guard author == nil,
            document.value(.itemprop, of: index) == "author" || document.value(.rel, of: index) == "author"
        else { return }
        author = document.line(index)
    }

    /// The first date that the metadata state.
    private var date: Timestamp? {
        HTMLMetadata.dates.lazy.compactMap { metas[$0].flatMap(DateText.moment) }.first
    }

    private func meta(_ names: String...) -> String? {
        names.lazy.compactMap { metas[$0] }.first
    }

    /// A page's title without ` - Outlet`, ` | Outlet` or ` – Outlet` at its end.
    private func withoutOutlet(_ title: String) -> String {
        for mark in [" | ", " - ", " – ", " — ", " • ", " :: "] {
            guard let last = title.ranges(of: mark).last else { continue }
            let rest = title[last.upperBound...]
            let isOutlet =
                facts.outlet.map { Folding.fold(rest) == Folding.fold($0) }
                ?? (rest.utf8.wordCount <= 4 && title[..<last.lowerBound].utf8.wordCount >= 3)
            if isOutlet { return String(title[..<last.lowerBound]) }
        }
        return title
    }

    private static let dates = [
        "article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
        "dcterms.created", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
        "sailthru.date",
        "citation_publication_date", "article:modified_time",
    ]
}
