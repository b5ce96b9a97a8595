import CXML
import Model

/// Reads RSS 0.90 to 2.0, RSS 1.0 (RDF) and Atom from the tree of their XML.
///
/// The formats are read as one: an element is known by its name and namespace (`FeedElement`), wherever it stands, so
/// that a feed that mixes them, as many do, loses nothing.
struct FeedReader {
    let tree: XMLTree
    /// What each name of the tree says.
    let elements: [FeedElement]
    private let file: String
    private let address: String?
    private var feed = ParsedFeed()
    private var given = Facts()
    private var isFeed = false
    private var isAtom = false
    private var cycle = FeedCycle()
    private var count = 0

    /// A feed's tree, read; `nil` where it is none.
    ///
    /// - `file`: what the articles name as theirs.
    /// - `address`: the feed's own, for relative links.
    static func read(_ tree: XMLTree, file: String, address: String?) -> ParsedFeed? {
        var reader = FeedReader(tree, file: file, address: address)
        reader.run()
        guard reader.isFeed else { return nil }
        return reader.feed
    }

    private init(_ tree: XMLTree, file: String, address: String?) {
        self.tree = tree
        self.file = file
        self.address = address
        elements = FeedElement.all(tree.names)
    }

    /// What an element says.
    func element(_ index: Int) -> FeedElement {
        let number = Int(tree.nodes[index].name)
        return number < elements.count ? elements[number] : .other
    }

    private mutating func run() {
        guard !tree.nodes.isEmpty else { return }
        let items = takeFeed()
        feed.title = feed.title.map { ShortText.cut($0, to: ShortText.name) }
        given.outlet = feed.title
        given.language = feed.language
        feed.minutes = cycle.minutes
        for (index, base) in items {
            let item = FeedItemReader(reader: self, base: base).item(index)
            feed.articles.append(item.article(file: file, index: count, given: given))
            count += 1
        }
        if let problem = tree.problem { feed.problems.append(problem) }
    }

    /// Takes what the feed says of itself; where its items stand, each with the address that its links are relative to.
    private mutating func takeFeed() -> [(index: Int, base: String?)] {
        var items: [(index: Int, base: String?)] = []
        var open: [(end: Int, base: String?, isPassed: Bool)] = [(tree.nodes.count, address, false)]
        var index = 0
        while index < tree.nodes.count {
            while open.count > 1, let last = open.last, last.end <= index { open.removeLast() }
            let end = Int(tree.nodes[index].end)
            guard !tree.isText(index), let outer = open.last else {
                index += 1
                continue
            }
            let base = self.base(of: index, outer: outer.base)
            noteRoot(index)
            switch element(index) {
            case .item:
                items.append((index, base))
                isFeed = isFeed || index == 0 || isArticle(index)
                index = end
                continue
            case .picture, .source:
                index = end
                continue
            case let element: if !outer.isPassed { take(element, index, base) }
            }
            // Only what stands in the feed itself speaks of it.
            open.append((end, base, element(index) != .channel && index > 0 && !isRoot(index)))
            index += 1
        }
        return items
    }

    /// Whether an item outside of a feed is an article: other XML has items too.
    private func isArticle(_ index: Int) -> Bool {
        tree.children(of: index).contains { child in
            switch element(child) {
            case .title, .link, .summary, .content, .identifier, .published, .updated: true
            default: false
            }
        }
    }

    private func isRoot(_ index: Int) -> Bool {
        guard let name = tree.name(of: index)?.local else { return false }
        return ["rss", "rdf", "feed", "channel"].contains(name)
    }

    private mutating func noteRoot(_ index: Int) {
        guard !isFeed || !isAtom, let name = tree.name(of: index) else { return }
        if isRoot(index) {
            isFeed = isFeed || name.local != "rdf" || name.space.contains("rdf") || name.prefix == "rdf"
        }
        if name.local == "feed" { isAtom = true }
        guard feed.language == nil, isRoot(index) else { return }
        feed.language = tree.attribute("lang", of: index).flatMap { $0.isEmpty ? nil : Language($0) }
    }

    /// The address that an element's links are relative to.
    func base(of index: Int, outer: String?) -> String? {
        guard tree.nodes[index].attribute_count > 0, let own = tree.attribute("base", of: index) else {
            return outer
        }
        return webAddress(own, base: outer) ?? outer
    }

    private mutating func take(_ element: FeedElement, _ index: Int, _ base: String?) {
        switch element {
        case .title:
            if feed.title == nil { feed.title = FeedItemReader(reader: self, base: base).text(index, .either)?.line }
        case .link: takeLink(index, base)
        case .language: if let language = tree.line(of: index) { feed.language = Language(language) }
        case .author where isAtom:
            if given.author == nil { given.author = FeedItemReader(reader: self, base: base).person(index) }
        case .minutes, .period, .frequency, .skippedHours: cycle.take(element, tree.line(of: index))
        default: break
        }
    }

    private mutating func takeLink(_ index: Int, _ base: String?) {
        guard feed.site == nil else { return }
        if let address = tree.attribute("href", of: index) {
            guard (tree.attribute("rel", of: index)?.lowercased() ?? "alternate") == "alternate" else { return }
            feed.site = webAddress(address, base: base)
        } else {
            feed.site = tree.line(of: index).flatMap { webAddress($0, base: base) }
        }
    }

    /// The page that relative addresses may be meant against where no base is stated.
    var site: String? { feed.site }
}

/// How long a feed stays good.
struct FeedCycle {
    private var stated: Int?
    private var period: Int?
    private var frequency = 1

    /// In minutes, from one to four weeks; `nil` where the feed does not say.
    var minutes: Int? {
        let value = stated ?? period.map { $0 / frequency }
        return value.map { min(max($0, 1), 40_320) }
    }

    /// Takes what a feed says of its cycle.
    mutating func take(_ element: FeedElement, _ text: String?) {
        guard let text else { return }
        switch element {
        case .minutes: if let value = Int(text), value > 0 { stated = value }
        case .frequency: if let value = Int(text), value > 0 { frequency = value }
        case .period: period = FeedCycle.periods[text.lowercased()]
        default: break
        }
    }

    private static let periods = ["hourly": 60, "daily": 1440, "weekly": 10_080, "monthly": 40_320, "yearly": 525_600]
}
