/// An article as a file or feed gave it, before anything was recognised or stored.
public struct ParsedArticle: Equatable, Sendable {
    /// The file it came from, as the user named it; `-` for standard input.
    public var file: String
    /// Its place in the file, from 0; a feed holds many.
    public var index: Int
    /// The source's own identifier or address; `nil` where the source gives none.
    public var identifier: String?
    /// The title; never empty (made from the first sentence where the source gives none).
    public var title: String
    /// The canonical address.
    public var url: String?
    /// Who wrote it.
    public var author: String?
    /// When it was published.
    public var published: Timestamp?
    /// The language it is written in.
    public var language: Language?
    /// The outlet or feed title.
    public var outlet: String?
    /// Plain text with `\n` as line end. For a text file the decoded input; else blocks joined by an empty line.
    public var text: String
    /// The pieces of `text` in order, not overlapping.
    public var blocks: [Block]
    /// The links of `text` in order, `http` and `https` only.
    public var links: [Link]
    /// Whether the source carries only a summary of it, so that its page has more to say.
    public var isSummary: Bool

    /// An article as read from `file`.
    public init(
        file: String, index: Int = 0, identifier: String? = nil, title: String, url: String? = nil,
        author: String? = nil, published: Timestamp? = nil, language: Language? = nil, outlet: String? = nil,
        text: String, blocks: [Block], links: [Link] = [], isSummary: Bool = false
    ) {
        self.file = file
        self.index = index
        self.identifier = identifier
        self.title = title
        self.url = url
        self.author = author
        self.published = published
        self.language = language
        self.outlet = outlet
        self.text = text
        self.blocks = blocks
        self.links = links
        self.isSummary = isSummary
    }
}
