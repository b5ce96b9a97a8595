/// A feed that is followed, as a list of feeds names it.
public struct Subscription: Equatable, Sendable {
    /// The feed's address, `http` or `https`.
    public var address: String
    /// The name it was given; `nil` where it has none but its address.
    public var title: String?
    /// The page that it belongs to, `http` or `https`.
    public var site: String?
    /// Its folders and categories in order, each once; nested folders are joined by `/`.
    public var tags: [String]

    /// A feed in a list.
    public init(address: String, title: String? = nil, site: String? = nil, tags: [String] = []) {
        self.address = address
        self.title = title
        self.site = site
        self.tags = tags
    }
}

/// A list of feeds as a file gave it.
public struct SubscriptionList: Equatable, Sendable {
    /// The list's own title.
    public var title: String?
    /// The feeds in file order, no address twice.
    public var subscriptions: [Subscription] = []
    /// How many entries named a feed that was named before; their tags went to the first one.
    public var merged = 0
    /// What was left out and why, a line each.
    public var skipped: [String] = []

    /// An empty list.
    public init() {}

    /// The list in a file's bytes: OPML, or newsboat's `urls`.
    ///
    /// Broken OPML is read as far as it goes. What is neither gives an error.
    public init(reading bytes: [UInt8]) throws(IngestError) {
        let text = try decodeXML(bytes)
        guard let first = text.first(where: { !$0.isBlank && $0 != .newline }) else { throw .empty }
        if first == UInt8(ascii: "<") {
            self = try OPMLReader.list(in: text)
        } else {
            self = NewsboatList.list(in: text)
            guard !subscriptions.isEmpty || !skipped.isEmpty else { throw .unsupported("a list without addresses") }
        }
    }
}

extension SubscriptionList {
    /// Whether a file is a list of feeds, by its name and how it begins: OPML by its ending or its root, newsboat's list by the
    /// name `urls` and an address in its first line that is no comment.
    public static func isOne(named name: String, head: ArraySlice<UInt8>) -> Bool {
        if fileEnding(of: name) == "opml" || isNewsboat(name, head) { return true }
        let text = String(decoding: head, as: UTF8.self).lowercased().drop { $0.isWhitespace || $0 == "\u{FEFF}" }
        return Format.root(of: String(text))?.hasPrefix("<opml") ?? false
    }

    /// Whether a file is newsboat's list.
    static func isNewsboat(_ name: String, _ text: ArraySlice<UInt8>) -> Bool {
        guard lastPart(of: name) == "urls" else { return false }
        let lines = text.split(separator: .newline).lazy.map { String(decoding: $0.prefix(4096), as: UTF8.self) }
        let first = lines.first { line in !["", "#"].contains(line.drop { $0.isWhitespace }.prefix(1)) } ?? ""
        let word = first.drop { $0.isWhitespace || $0 == "\"" }.lowercased()
        return ["http://", "https://", "feed:", "query:", "exec:", "filter:"].contains { word.hasPrefix($0) }
    }

    /// Adds a feed, or its tags and what was not known yet to the one with the same address.
    mutating func add(_ subscription: Subscription, places: inout [String: Int]) {
        let key = SubscriptionList.key(of: subscription.address)
        guard let place = places[key] else {
            places[key] = subscriptions.count
            subscriptions.append(subscription)
            return
        }
        merged += 1
        subscriptions[place].title = subscriptions[place].title ?? subscription.title
        subscriptions[place].site = subscriptions[place].site ?? subscription.site
        for tag in subscription.tags where !subscriptions[place].tags.contains(tag) {
            subscriptions[place].tags.append(tag)
        }
    }

    /// By what two addresses are the same: the case of scheme and host and a slash at the end left aside.
    private static func key(of address: String) -> String {
        let scheme = address.firstRange(of: "://")?.upperBound ?? address.startIndex
        let path = address[scheme...].firstIndex { "/?#".contains($0) } ?? address.endIndex
        let rest = address[path...]
        return address[..<path].lowercased() + (rest.hasSuffix("/") ? rest.dropLast() : rest)
    }

    /// An address of a feed as lists write it, `feed:` before or instead of `http:`; `nil` for what is no address of the
    /// web.
    static func feedAddress(_ text: String) -> String? {
        let text = oneLine(text.utf8)
        let lower = text.lowercased()
        if lower.hasPrefix("feed://") { return webAddress("http" + text.dropFirst(4), base: nil) }
        if lower.hasPrefix("feed:") { return webAddress(String(text.dropFirst(5)), base: nil) }
        return webAddress(text, base: nil)
    }
}
