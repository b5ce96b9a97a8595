/// What the user wants done with new articles that a query matches.
public struct Rule: Equatable, Sendable {
    /// For how long articles are hidden from lists.
    public enum Mute: Equatable, Sendable {
        case forEver
        /// To the end of a day.
        case until(CivilDate)
    }

    /// What it is called where articles are said to be hidden by it.
    public var name: String
    /// Which articles it means.
    public var query: Query
    /// Tags that they get.
    public var tags: [String]
    /// Whether they are starred.
    public var isStarred: Bool
    /// Whether they are marked read.
    public var isRead: Bool
    /// Whether, and for how long, they are hidden.
    public var mute: Mute?

    /// A rule that does nothing yet, unless said otherwise.
    public init(
        name: String, query: Query, tags: [String] = [], isStarred: Bool = false, isRead: Bool = false,
        mute: Mute? = nil
    ) {
        self.name = name
        self.query = query
        self.tags = tags
        self.isStarred = isStarred
        self.isRead = isRead
        self.mute = mute
    }
}

extension Rule {
    /// What it does, in a few words: `tag energy, star, hide until 2026-12-31`.
    public var actions: String {
        var parts = tags.map { "tag \($0)" }
        if isStarred { parts.append("star") }
        if isRead { parts.append("mark read") }
        switch mute {
        case .forEver: parts.append("hide")
        case .until(let day): parts.append("hide until \(day.iso8601)")
        case nil: break
        }
        return parts.joined(separator: ", ")
    }
}

/// What a rule has changed, or would change.
public struct RuleEffect: Equatable, Sendable {
    /// The rule's name.
    public var rule: String
    /// How many articles it means.
    public var matches: Int
    /// How many of them got tags that they had not.
    public var tagged: Int
    /// How many were starred.
    public var starred: Int
    /// How many were marked read.
    public var read: Int
    /// How many were hidden.
    public var hidden: Int

    /// What a rule has changed; nothing by default.
    public init(rule: String, matches: Int = 0, tagged: Int = 0, starred: Int = 0, read: Int = 0, hidden: Int = 0) {
        self.rule = rule
        self.matches = matches
        self.tagged = tagged
        self.starred = starred
        self.read = read
        self.hidden = hidden
    }
}

/// How many articles a rule has hidden.
public struct HiddenCount: Equatable, Sendable {
    /// The rule's name.
    public var rule: String
    /// How many articles, at least 1.
    public var articles: Int

    /// So many articles hidden by a rule.
    public init(rule: String, articles: Int) {
        self.rule = rule
        self.articles = articles
    }
}

extension [HiddenCount] {
    /// `3 articles hidden by "gossip", 1 by "horoscopes"`; `nil` where none is.
    public var words: String? {
        guard let first else { return nil }
        let count = first.articles == 1 ? "1 article" : "\(first.articles) articles"
        let others = dropFirst().map { ", \($0.articles) by \"\($0.rule)\"" }.joined()
        return "\(count) hidden by \"\(first.rule)\"\(others)"
    }
}
