public import Model

/// Which sources are to be fetched.
public enum RefreshTarget: Equatable, Sendable {
    /// All of them.
    case all
    /// These, by the user's wish.
    case sources([SourceID])
    /// Those that an article came from.
    case article(ArticleID)
}

/// What a refresh came to.
public struct RefreshSummary: Equatable, Sendable {
    /// A source that could not be fetched, and why.
    public struct Failure: Equatable, Sendable {
        /// The source's name.
        public var name: String
        /// The reason in words.
        public var reason: String

        /// A source and a reason.
        public init(name: String, reason: String) {
            self.name = name
            self.reason = reason
        }
    }

    /// How many sources were asked.
    public var sources: Int
    /// How many new articles were stored.
    public var added: Int
    /// How many articles have changed.
    public var updated: Int
    /// The sources that failed.
    public var failures: [Failure]
    /// Whether the user ended it before all were asked.
    public var isCancelled: Bool
    /// New articles that rules have hidden.
    public var hidden: [HiddenCount] = []

    /// What a refresh of so many sources came to.
    public init(
        sources: Int, added: Int = 0, updated: Int = 0, failures: [Failure] = [], isCancelled: Bool = false
    ) {
        self.sources = sources
        self.added = added
        self.updated = updated
        self.failures = failures
        self.isCancelled = isCancelled
    }
}

/// A feed that a page names, to be picked from.
public struct FeedChoice: Equatable, Sendable {
    /// Its address.
    public var address: String
    /// What the page calls it.
    public var title: String?

    /// A feed at an address.
    public init(address: String, title: String? = nil) {
        self.address = address
        self.title = title
    }
}

/// What a menu or a line being typed about sources is for.
enum Sourcing: Equatable {
    /// Which of a page's feeds is added.
    case picking([FeedChoice])
    /// Whether a source is removed.
    case removal(Source)
    /// What is changed of a source.
    case editing(Source)
    /// The address or path of a new one.
    case addition
    /// A source's name, or its tags.
    case naming(Source), tagging(Source)
}
