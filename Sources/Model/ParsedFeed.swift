/// A feed as its bytes gave it.
public struct ParsedFeed: Equatable, Sendable {
    /// The feed's title.
    public var title: String?
    /// The page that it belongs to, `http` or `https`.
    public var site: String?
    /// The language that the feed states.
    public var language: Language?
    /// How long its answers stay good, in minutes (RSS `ttl`, the syndication module); `nil` where it does not say.
    public var minutes: Int?
    /// Its articles in file order.
    public var articles: [ParsedArticle]
    /// What was wrong in it and what was left out for it, a line each; an item that cannot be read is named by its place.
    public var problems: [String]

    /// A feed.
    public init(
        title: String? = nil, site: String? = nil, language: Language? = nil, minutes: Int? = nil,
        articles: [ParsedArticle] = [], problems: [String] = []
    ) {
        self.title = title
        self.site = site
        self.language = language
        self.minutes = minutes
        self.articles = articles
        self.problems = problems
    }
}
