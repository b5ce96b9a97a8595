/// A company of the library as the companies pane shows it.
public struct CompanyRow: Equatable, Sendable {
    /// Its canonical name.
    public var name: String
    /// Whether the user follows it.
    public var isFollowed: Bool
    /// How many unread articles mention it.
    public var unread: Int
    /// How many articles mention it.
    public var articles: Int
    /// How many articles mentioned it in each of the last weeks, the oldest first.
    public var weeks: [Int]

    /// A row of the companies pane.
    public init(name: String, isFollowed: Bool = false, unread: Int = 0, articles: Int = 0, weeks: [Int] = []) {
        self.name = name
        self.isFollowed = isFollowed
        self.unread = unread
        self.articles = articles
        self.weeks = weeks
    }
}

/// An outlet of the library as the left pane shows it.
public struct SourceRow: Equatable, Sendable {
    /// The outlet's name.
    public var name: String
    /// How many of its articles are unread.
    public var unread: Int
    /// How many articles it has.
    public var articles: Int

    /// A row of the sources.
    public init(name: String, unread: Int, articles: Int) {
        self.name = name
        self.unread = unread
        self.articles = articles
    }
}
