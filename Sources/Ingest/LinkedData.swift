import Model

/// What a page states of its article in linked data (schema.org, JSON-LD): alone, in lists, in a graph.
struct LinkedData {
    private(set) var headline: String?
    private(set) var authors: [String] = []
    /// Whether the authors are organisations, not people.
    private(set) var isByGroup = false
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var publisher: String?
    private(set) var language: String?
    private(set) var address: String?
    private(set) var body: String?

    /// Reads a page's scripts. Of several articles, the one with the page's title counts, or else the first; what it does
    /// not say, the page itself or the next may.
    init(_ document: HTMLDocument, title: String?) {
        var objects: [[String: LooseJSON]] = []
        for script in document.data.prefix(50) {
            for value in LooseJSON.values(in: document.page[script]) {
                LinkedData.collect(value, into: &objects, depth: 0)
            }
        }
        var names: [String: String] = [:]
        for object in objects {
            if let id = object["@id"]?.text, let name = object["name"]?.text { names[id] = name }
        }
        let articles = objects.filter { LinkedData.isA($0, LinkedData.articles) }
        let same = articles.first { article in
            guard let title, let headline = LinkedData.text(article["headline"]) else { return false }
            return Draft.isSame(headline, title)
        }
        for object in [same].compactMap({ $0 }) + articles.prefix(1) { take(object, names) }
        let pages = objects.filter { LinkedData.isA($0, LinkedData.pages) }
        if let page = pages.first { takePage(page, names) }
    }

    private mutating func take(_ object: [String: LooseJSON], _ names: [String: String]) {
        headline = headline ?? LinkedData.text(object["headline"]) ?? LinkedData.text(object["name"])
        takeAuthors(object["author"] ?? object["creator"], names)
        published = published ?? object["datePublished"]?.text ?? object["dateCreated"]?.text
        modified = modified ?? object["dateModified"]?.text
        publisher = publisher ?? LinkedData.names(object["publisher"], names, persons: false).first
        language = language ?? object["inLanguage"].flatMap { $0.text ?? $0["alternateName"]?.text }
        body = body ?? object["articleBody"]?.text
        let main = object["mainEntityOfPage"]
        address = address ?? object["url"]?.text ?? main?["@id"]?.text ?? main?.text
    }

    private mutating func takeAuthors(_ value: LooseJSON?, _ names: [String: String]) {
        guard authors.isEmpty, let value else { return }
        authors = LinkedData.names(value, names)
        isByGroup = value.list.contains { value in
            guard case .object(let members) = value else { return false }
            return LinkedData.isA(members, LinkedData.groups)
        }
    }

    private mutating func takePage(_ object: [String: LooseJSON], _ names: [String: String]) {
        published = published ?? object["datePublished"]?.text
        takeAuthors(object["author"], names)
        language = language ?? object["inLanguage"]?.text
    }

    /// All objects in a value that have a type.
    private static func collect(_ value: LooseJSON, into objects: inout [[String: LooseJSON]], depth: Int) {
        guard depth < 8, objects.count < 2000 else { return }
        switch value {
        case .array(let values):
            for value in values { collect(value, into: &objects, depth: depth + 1) }
        case .object(let members):
            if members["@type"] != nil || members["headline"] != nil { objects.append(members) }
            for key in ["@graph", "mainEntity", "mainEntityOfPage", "itemReviewed", "review", "hasPart"] {
                if let inner = members[key] { collect(inner, into: &objects, depth: depth + 1) }
            }
        default: break
        }
    }

    private static func isA(_ object: [String: LooseJSON], _ types: Set<String>) -> Bool {
        guard let type = object["@type"] else { return object["headline"] != nil && types.contains("Article") }
        return type.list.contains { value in
            guard let name = value.text?.split(separator: "/").last.map(String.init) else { return false }
            return types.contains(name) || types.contains("Article") && name.hasSuffix("Article")
        }
    }

    private static let pages: Set<String> = ["WebPage", "ItemPage", "MedicalWebPage"]

    private static let groups: Set<String> = ["Organization", "NewsMediaOrganization", "Corporation"]

    private static let articles: Set<String> = [
        "Article", "BlogPosting", "LiveBlogPosting", "SocialMediaPosting", "Report", "Review", "Recipe", "HowTo",
        "DiscussionForumPosting", "CreativeWork", "Blog", "PodcastEpisode", "NewsItem", "Newsarticle", "newsarticle",
    ]

    /// The names of people, or of organisations where there are no people.
    private static func names(_ value: LooseJSON?, _ known: [String: String], persons: Bool = true) -> [String] {
        guard let value else { return [] }
        var people: [String] = []
        var others: [String] = []
        for value in value.list.prefix(50) {
            switch value {
            case .string(let name): people.append(name)
            case .object(let members):
                guard let name = text(members["name"]) ?? members["@id"]?.text.flatMap({ known[$0] }) else { continue }
                let names = members["name"]?.list.compactMap(\.text) ?? [name]
                let isGroup = isA(members, groups)
                if isGroup && persons { others += names } else { people += names.isEmpty ? [name] : names }
            default: break
            }
        }
        return people.isEmpty ? others : people
    }

    private static func text(_ value: LooseJSON?) -> String? {
        value?.text.flatMap { text in
            let line = oneLine(text.utf8)
            return line.isEmpty ? nil : line
        }
    }
}
