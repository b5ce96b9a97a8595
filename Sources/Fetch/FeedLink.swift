/// A feed that a page names.
public struct FeedLink: Equatable, Sendable {
    /// Where it is.
    public var address: Address
    /// What the page calls it; outside text.
    public var title: String?
    /// Whether it seems to hold comments and not articles.
    public var isOfComments: Bool

    /// A feed.
    public init(address: Address, title: String?, isOfComments: Bool = false) {
        self.address = address
        self.title = title
        self.isOfComments = isOfComments
    }

    /// The feeds that a page names in its head: `<link rel="alternate" type="application/rss+xml" href="…">` and the like,
    /// each once, in the page's order. A `<base>` is heeded.
    public static func all(in page: [UInt8], at address: Address) -> [FeedLink] {
        var base = address
        var hasBase = false
        var found: [FeedLink] = []
        var scan = TagScan(page, names: ["base", "link"])
        while let tag = scan.next(), found.count < 100 {
            guard let reference = tag.attributes["href"], let target = base.resolving(reference) else { continue }
            if tag.name == "base" {
                if !hasBase { base = target }
                hasBase = true
            } else if isFeed(tag.attributes), !found.contains(where: { $0.address == target }) {
                let title = tag.attributes["title"]?.plain()
                found.append(FeedLink(address: target, title: title, isOfComments: isOfComments(target, title)))
            }
        }
        return found
    }

    /// Whether a page says of itself that it is an article (OpenGraph: `og:type`): the feeds that it names are then its
    /// site's.
    public static func isArticle(_ page: [UInt8]) -> Bool {
        var scan = TagScan(page, names: ["meta"])
        while let tag = scan.next() {
            guard (tag.attributes["property"] ?? tag.attributes["name"])?.lowercased() == "og:type" else { continue }
            return (tag.attributes["content"] ?? "").lowercased().contains("article")
        }
        return false
    }

    /// Where feeds often lie on a site whose pages name none.
    public static func usualPlaces(on address: Address) -> [Address] {
        [
            "/feed", "/rss.xml", "/atom.xml", "/feed.xml", "/index.xml", "/rss", "/feed.json", "/feeds/posts/default",
        ].map { address.at($0) }
    }

    private static func isFeed(_ attributes: [String: String]) -> Bool {
        let relations = (attributes["rel"] ?? "").lowercased().split(whereSeparator: \.isWhitespace)
        guard relations.contains("alternate") || relations.contains("feed"), !relations.contains("stylesheet")
        else { return false }
        let type = (attributes["type"] ?? "").lowercased().prefix { $0 != ";" }.trimmed
        return types.contains(type) || type.isEmpty && relations.contains("feed")
    }

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "text/rss+xml",
        "text/atom+xml", "application/rss", "application/x.atom+xml", "application/x-atom+xml", "application/x-rss+xml",
    ]

    private static func isOfComments(_ address: Address, _ title: String?) -> Bool {
        let words = ((title ?? "") + " " + address.target).lowercased()
        return ["comments", "commenti"].contains { words.contains($0) }
    }
}
