/// The number of an article in its library, from 1; it never changes and is never given twice.
public typealias ArticleID = Int64

/// A stored article, whole, as the reading pane shows it.
public struct Article: Equatable, Sendable {
    /// What the list shows of it.
    public var row: ArticleRow
    /// Who wrote it.
    public var author: String?
    /// Its address.
    public var url: String?
    /// Plain text with `\n` as line end.
    public var text: String
    /// The pieces of `text` in order.
    public var blocks: [Block]
    /// The links of `text` in order.
    public var links: [Link]
    /// Names and amounts in order of position.
    public var mentions: [Mention]
    /// The companies meant, the most salient first.
    public var companies: [Appearance]
    /// The names of the sources from which it came, in the order in which these were added; empty for a file.
    public var sources: [String]
    /// Whether only a summary of it has come, so that its page has more to say.
    public var isSummary: Bool

    /// A stored article.
    public init(
        row: ArticleRow, author: String? = nil, url: String? = nil, text: String, blocks: [Block],
        links: [Link] = [], mentions: [Mention] = [], companies: [Appearance] = [], sources: [String] = [],
        isSummary: Bool = false
    ) {
        self.row = row
        self.author = author
        self.url = url
        self.text = text
        self.blocks = blocks
        self.links = links
        self.mentions = mentions
        self.companies = companies
        self.sources = sources
        self.isSummary = isSummary
    }
}

/// A stored article as a list shows it.
public struct ArticleRow: Equatable, Identifiable, Sendable {
    /// Its number in the library.
    public var id: ArticleID
    /// Its place in the order of time: larger is newer, no two alike. Lists are windows over this key.
    public var slot: Int64
    /// The title.
    public var title: String
    /// The outlet; `nil` where the source names none.
    public var outlet: String?
    /// When it was published, or else stored.
    public var published: Timestamp
    /// The language it is written in.
    public var language: Language?
    /// How many words the text has, furniture left out.
    public var words: Int
    /// Whether it has been read.
    public var isRead: Bool
    /// Whether the user starred it.
    public var isStarred: Bool
    /// The companies to name in the row: those it is about, else the first ones mentioned; at most three.
    public var companies: [Appearance]
    /// When its text or title last changed after it was stored; `nil` where they have not.
    public var updated: Timestamp?
    /// The user's tags, in order of name.
    public var tags: [String]

    /// A row of a list.
    public init(
        id: ArticleID, slot: Int64, title: String, outlet: String? = nil, published: Timestamp,
        language: Language? = nil, words: Int = 0, isRead: Bool = false, isStarred: Bool = false,
        companies: [Appearance] = [], updated: Timestamp? = nil, tags: [String] = []
    ) {
        self.id = id
        self.slot = slot
        self.title = title
        self.outlet = outlet
        self.published = published
        self.language = language
        self.words = words
        self.isRead = isRead
        self.isStarred = isStarred
        self.companies = companies
        self.updated = updated
        self.tags = tags
    }

    /// Whether its text or title has changed since it was stored, so that there are earlier versions.
    public var isUpdated: Bool { updated != nil }

    /// Reading time at 220 words a minute, at least 1.
    public var minutes: Int {
        max(1, (words + 110) / 220)
    }
}
