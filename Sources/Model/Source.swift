/// The number of a source in its library, from 1.
public typealias SourceID = Int64

/// Where articles keep coming from: a feed or a folder of files.
public struct Source: Equatable, Identifiable, Sendable {
    /// What a source is.
    public enum Kind: String, CaseIterable, Sendable {
        /// RSS, Atom or JSON Feed at an address, fetched again and again.
        case feed
        /// A folder of files on this machine, scanned again and watched while the reader runs.
        case folder
    }

    /// Its number in the library.
    public var id: SourceID
    /// What it is.
    public var kind: Kind
    /// The feed's address (`http` or `https`, any user part left out), or the folder's absolute path; no two sources
    /// have the same.
    public var address: String
    /// The name the user gave it, or else the one it gives itself; `nil` before its first success.
    public var title: String?
    /// The page that the feed belongs to.
    public var site: String?
    /// The user's tags in order; nested folders of an OPML file are joined by `/`.
    public var tags: [String]
    /// Whether the whole page is fetched for each new item of a feed that carries summaries only.
    public var fetchesPages: Bool
    /// How its last visits ended.
    public var visits: Visits
    /// How many articles came from it.
    public var articles: Int
    /// How many of them are unread.
    public var unread: Int

    /// A source.
    public init(
        id: SourceID = 0, kind: Kind, address: String, title: String? = nil, site: String? = nil, tags: [String] = [],
        fetchesPages: Bool = false, visits: Visits = Visits(), articles: Int = 0, unread: Int = 0
    ) {
        self.id = id
        self.kind = kind
        self.address = address
        self.title = title
        self.site = site
        self.tags = tags
        self.fetchesPages = fetchesPages
        self.visits = visits
        self.articles = articles
        self.unread = unread
    }

    /// What to call it: its title, or else its address.
    public var name: String {
        title ?? address
    }
}

/// What is remembered of the visits to a source, so that the next one asks only for what is new.
public struct Visits: Equatable, Sendable {
    /// When it was last asked; `nil` before the first time.
    public var last: Timestamp?
    /// When it last answered well, changed or not.
    public var success: Timestamp?
    /// Not to be asked before this moment (`Cache-Control`, `Retry-After`, the feed's own `ttl`, or patience after failures).
    public var due: Timestamp?
    /// Not to be asked before this moment even where the user wants it: the server's own wish (`Retry-After`).
    public var barredUntil: Timestamp?
    /// Why the last visit failed, in words; `nil` after a success.
    public var problem: String?
    /// How many visits have failed since the last success.
    public var failures: Int
    /// Whether the source said that it is gone for good (410): it is not asked again until the user asks for it by name.
    public var isGone: Bool
    /// The answer's `ETag`, as it came.
    public var entityTag: String?
    /// The answer's `Last-Modified`, as it came.
    public var modified: String?

    /// What is remembered of visits; nothing yet by default.
    public init(
        last: Timestamp? = nil, success: Timestamp? = nil, due: Timestamp? = nil, problem: String? = nil,
        failures: Int = 0, isGone: Bool = false, entityTag: String? = nil, modified: String? = nil,
        barredUntil: Timestamp? = nil
    ) {
        self.last = last
        self.success = success
        self.due = due
        self.problem = problem
        self.failures = failures
        self.isGone = isGone
        self.entityTag = entityTag
        self.modified = modified
        self.barredUntil = barredUntil
    }
}
