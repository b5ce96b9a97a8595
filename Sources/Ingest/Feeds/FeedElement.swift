/// What an element of a feed says, whichever of the formats it is from.
enum FeedElement {
    /// The feed itself, and one article.
    case channel, item
    case title, link, identifier
    /// The whole text, what stands for it where it is missing, and an even shorter word.
    case content, summary, subtitle
    /// Media RSS: a title and text of a picture or film, and what holds them.
    case mediaTitle, mediaText, mediaGroup
    case author, name, email
    case published, updated, created
    case language
    /// How long the feed stays good.
    case minutes, period, frequency, skippedHours
    /// The feed that an article was taken from, and pictures and search fields, which have titles and links of their own.
    case source, picture
    /// The address before a service put its own in its place.
    case originalLink
    case other

    /// What elements of names say.
    static func all(_ names: [XMLTree.Name]) -> [FeedElement] {
        // Names of one namespace mostly follow each other.
        var last: (name: XMLTree.Name, space: Space)?
        return names.map { name in
            let space: Space
            if let last, last.name.space == name.space, last.name.prefix == name.prefix {
                space = last.space
            } else {
                space = Space(name)
            }
            last = (name, space)
            return spaces[space.rawValue][name.local] ?? .other
        }
    }

    /// The vocabularies that feeds are written in.
    private enum Space: Int, CaseIterable {
        /// RSS and Atom of all versions, and names without a namespace.
        case feed
        case content, dublinCore, terms, media, podcast, syndication, burner, xhtml, other

        init(_ name: XMLTree.Name) {
            let space = name.space.isEmpty ? nil : Space.addresses[name.space.lowercased()]
            if let space {
                self = space
            } else if name.prefix.isEmpty || name.space.lowercased().hasPrefix("http://backend.userland.com/rss") {
                self = .feed
            } else {
                self = Space.prefixes[name.prefix] ?? .other
            }
        }

        /// By their addresses.
        private static let addresses: [String: Space] = [
            "http://purl.org/rss/1.0/": .feed, "http://my.netscape.com/rdf/simple/0.9/": .feed,
            "http://backend.userland.com/rss": .feed, "http://backend.userland.com/rss2": .feed,
            "http://blogs.law.harvard.edu/tech/rss": .feed, "http://channel.netscape.com/rdf/simple/0.9/": .feed,
            "http://purl.org/net/rss1.1#": .feed, "http://www.w3.org/2005/atom": .feed,
            "http://purl.org/atom/ns#": .feed, "http://example.com/necho": .feed, "http://purl.org/echo/": .feed,
            "uri/of/echo/namespace#": .feed, "http://purl.org/pie/": .feed, "http://example.com/newformat#": .feed,
            "http://purl.org/rss/1.0/modules/rss091#": .feed,
            "http://purl.org/rss/1.0/modules/content/": .content,
            "http://purl.org/dc/elements/1.1/": .dublinCore, "http://purl.org/dc/elements/1.0/": .dublinCore,
            "http://purl.org/dc/terms/": .terms, "http://search.yahoo.com/mrss/": .media,
            "http://search.yahoo.com/mrss": .media, "http://www.itunes.com/dtds/podcast-1.0.dtd": .podcast,
            "http://example.com/dtds/podcast-1.0.dtd": .podcast,
            "http://purl.org/rss/1.0/modules/syndication/": .syndication,
            "http://rssnamespace.org/feedburner/ext/1.0": .burner, "http://www.w3.org/1999/xhtml": .xhtml,
        ]

        /// By the prefixes that everyone uses, where the namespace is another one or none.
        private static let prefixes: [String: Space] = [
            "rss": .feed, "atom": .feed, "a10": .feed, "atom03": .feed, "content": .content, "dc": .dublinCore,
            "dcterms": .terms, "media": .media, "itunes": .podcast, "sy": .syndication, "feedburner": .burner,
            "xhtml": .xhtml,
        ]
    }

    /// What the names of each vocabulary say, by its place in `Space`.
    private static let spaces: [[String: FeedElement]] = Space.allCases.map { names[$0] ?? [:] }

    private static let names: [Space: [String: FeedElement]] = [
        .feed: [
            "channel": .channel, "feed": .channel, "item": .item, "entry": .item, "title": .title, "link": .link,
            "id": .identifier, "guid": .identifier, "description": .summary, "summary": .summary, "abstract": .summary,
            "content": .content, "body": .content, "fullitem": .content, "encoded": .content, "subtitle": .subtitle,
            "tagline": .subtitle, "author": .author, "managingeditor": .author, "name": .name, "email": .email,
            "pubdate": .published, "published": .published, "issued": .published, "updated": .updated,
            "modified": .updated, "lastbuilddate": .updated, "date": .updated, "created": .created,
            "language": .language, "ttl": .minutes, "skiphours": .skippedHours, "source": .source, "image": .picture,
            "textinput": .picture,
        ],
        .content: ["encoded": .content],
        .dublinCore: [
            "title": .title, "creator": .author, "author": .author, "description": .summary, "date": .updated,
            "language": .language, "identifier": .other,
        ],
        .terms: [
            "issued": .published, "modified": .updated, "created": .created, "date": .updated, "title": .title,
            "creator": .author, "abstract": .summary,
        ],
        .media: [
            "title": .mediaTitle, "description": .mediaText, "text": .mediaText, "group": .mediaGroup,
            "content": .mediaGroup,
        ],
        .podcast: [
            "author": .author, "name": .name, "email": .email, "summary": .summary, "subtitle": .subtitle,
            "title": .mediaTitle, "image": .picture,
        ],
        .syndication: ["updateperiod": .period, "updatefrequency": .frequency],
        .burner: ["origlink": .originalLink],
        .xhtml: ["body": .content, "div": .content],
    ]
}
