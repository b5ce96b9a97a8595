import CXML
import Model

/// Reads one article of a feed from the tree.
struct FeedItemReader {
    private let reader: FeedReader
    private let base: String?
    private var item = FeedItem()
    private var mediaTitle: FeedText?
    private var subtitle: FeedText?
    private var authors: [String] = []
    private var sourceAuthor: String?
    private var dates: (published: Timestamp?, updated: Timestamp?, created: Timestamp?)
    private var link: String?
    private var otherLink: String?
    private var originalLink: String?
    private var permanent: String?
    /// A link that cannot be made an address of the web.
    private var statedLink: String?

    /// A reader of the articles of a feed, their links relative to a base.
    init(reader: FeedReader, base: String?) {
        self.reader = reader
        self.base = base
    }

    private var tree: XMLTree { reader.tree }

    /// The article of an element.
    func item(_ index: Int) -> FeedItem {
        var reading = self
        reading.read(index)
        return reading.item
    }

    private mutating func read(_ index: Int) {
        item.base = base ?? reader.site
        item.facts.identifier = tree.attribute("about", prefix: "rdf", of: index).flatMap { $0.isEmpty ? nil : $0 }
        // The Channel Definition Format has its address as an attribute.
        link = tree.attribute("href", of: index).flatMap(address)
        item.facts.language = tree.attribute("lang", of: index).flatMap { $0.isEmpty ? nil : Language($0) }
        dates.updated = tree.attribute("lastmod", of: index).flatMap { FeedDate.moment(of: $0.utf8) }
        takeChildren(of: index, depth: 0)
        if item.title?.line == nil { item.title = mediaTitle }
        if item.summaries.isEmpty, let subtitle { item.summaries = [subtitle] }
        item.facts.author = FeedPerson.joined(authors) ?? sourceAuthor
        item.facts.published = dates.published ?? dates.updated ?? dates.created
        item.facts.url = originalLink ?? link ?? permanent ?? otherLink ?? statedLink
    }

    private mutating func takeChildren(of index: Int, depth: Int) {
        for child in tree.children(of: index) where !tree.isText(child) {
            let element = reader.element(child)
            switch element {
            case .mediaGroup: if depth < 4 { takeChildren(of: child, depth: depth + 1) }
            case .source: takeSource(child)
            case .title, .mediaTitle, .content, .summary, .mediaText, .subtitle: takeText(element, child)
            case .published, .updated, .created: takeDate(element, child)
            case .link, .originalLink, .identifier: takeAddress(element, child)
            case .author: if let name = person(child) { authors.append(name) }
            case .language: if let tag = tree.line(of: child) { item.facts.language = Language(tag) }
            default: break
            }
        }
    }

    private mutating func takeText(_ element: FeedElement, _ index: Int) {
        switch element {
        case .title: if item.title?.line == nil { item.title = text(index, .either) }
        case .mediaTitle: if mediaTitle == nil { mediaTitle = text(index, .either) }
        case .content: if item.content?.isBlank ?? true, let text = text(index, .html) { item.content = text }
        case .mediaText: if let text = text(index, .plain) { item.summaries.append(text) }
        case .subtitle: subtitle = subtitle ?? text(index, .either)
        default: if let text = text(index, .html) { item.summaries.append(text) }
        }
    }

    private mutating func takeDate(_ element: FeedElement, _ index: Int) {
        guard let moment = FeedDate.moment(of: tree.allText(of: index)) else { return }
        switch element {
        case .published: dates.published = moment
        case .updated: dates.updated = moment
        default: dates.created = moment
        }
    }
}

extension FeedItemReader {
    private mutating func takeAddress(_ element: FeedElement, _ index: Int) {
        let base = reader.base(of: index, outer: base)
        func address(_ text: String?) -> String? { text.flatMap { webAddress($0, base: base ?? reader.site) } }
        switch element {
        case .originalLink: originalLink = originalLink ?? address(tree.line(of: index))
        case .identifier:
            guard let text = tree.line(of: index) else { return }
            let isPermanent = (tree.attribute("ispermalink", of: index)?.lowercased() ?? "true") == "true"
            if isPermanent { permanent = permanent ?? address(text) }
            item.facts.identifier = isPermanent && base != nil ? address(text) ?? text : text
        default:
            guard let href = tree.attribute("href", of: index) else {
                // With its line ends, which an address loses.
                let text = String(decoding: tree.allText(of: index), as: UTF8.self)
                if tree.line(of: index) != nil { takeLink(text, address(text)) }
                return
            }
            let relation = tree.attribute("rel", of: index)?.lowercased() ?? "alternate"
            let type = tree.attribute("type", of: index)?.lowercased()
            if relation == "alternate" || relation.isEmpty {
                if type.map({ $0 == "text/html" || $0.contains("html") }) ?? true {
                    takeLink(href, address(href))
                } else {
                    otherLink = otherLink ?? address(href)
                }
            }
        }
    }

    /// Takes a link: the last one counts, and one of the web before others.
    private mutating func takeLink(_ stated: String, _ address: String?) {
        link = address ?? link
        if address == nil, stated.utf8.count <= 1 << 16, let link = HarmlessAddress.name(stated) { statedLink = link }
    }

    private func address(_ text: String) -> String? {
        webAddress(text, base: base ?? reader.site)
    }

    /// The feed that an article was taken from says who wrote it, where the article does not.
    private mutating func takeSource(_ index: Int) {
        for child in tree.children(of: index) where reader.element(child) == .author {
            sourceAuthor = sourceAuthor ?? person(child)
        }
    }

    /// The name in an author's element: of its `name` or else its `email`, or of its text.
    func person(_ index: Int) -> String? {
        var email: String?
        var words: [UInt8] = []
        for child in tree.children(of: index) {
            switch reader.element(child) {
            case .name:
                let name = FeedText(bytes: Array(tree.allText(of: child)), form: .either).line
                if let name { return FeedPerson.name(in: name) }
            case .email: email = email ?? tree.line(of: child)
            case .other where ["uri", "url", "homepage"].contains(tree.name(of: child)?.local ?? ""): continue
            default: words += tree.allText(of: child)
            }
        }
        return FeedText(bytes: words, form: .either).line.flatMap(FeedPerson.name) ?? email
    }

    /// The text of an element as its `type` and `mode` say, or else in the form that is usual for it; `nil` for what is no
    /// text.
    func text(_ index: Int, _ usual: FeedText.Form) -> FeedText? {
        let base = reader.base(of: index, outer: self.base)
        let type = tree.attribute("type", of: index)?.lowercased()
        let mode = tree.attribute("mode", of: index)?.lowercased()
        if tree.hasElements(index) {
            // RSS has HTML in CDATA beside elements, and some Atom wraps escaped HTML in an element.
            let isMixed = type == nil && usual == .html || type == "html"
            return FeedText(bytes: XMLMarkup.written(tree, index, hasHTML: isMixed), form: .html, base: base)
        }
        let bytes = tree.allText(of: index)
        if mode == "base64" || type.map(FeedItemReader.isBinary) == true {
            if let decoded = Base64.decoded(bytes) {
                return FeedText(bytes: decoded, form: type?.contains("html") == true ? .html : usual, base: base)
            }
            guard type.map(FeedItemReader.isMedia) != true else { return nil }
        }
        return FeedText(bytes: bytes, form: FeedItemReader.form(type: type, mode: mode) ?? usual, base: base)
    }

    private static func form(type: String?, mode: String?) -> FeedText.Form? {
        guard let type else { return nil }
        // Atom's default, stated: words, though many write HTML.
        if type == "text" || type == "text/plain" { return .plain }
        return type == "html" || type == "xhtml" || type == "text/html" || type.contains("html") ? .html : nil
    }

    /// Whether a type is one that Atom has in base 64.
    private static func isBinary(_ type: String) -> Bool {
        type.contains("/") && !type.hasPrefix("text/") && !type.hasSuffix("xml") && type != "application/xhtml"
    }

    private static func isMedia(_ type: String) -> Bool {
        ["image/", "audio/", "video/"].contains(where: type.hasPrefix)
    }
}
