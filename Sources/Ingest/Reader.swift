public import Model

/// Makes articles of bytes and files.
public struct Reader: Sendable {
    /// The size in bytes beyond which a file is refused unread.
    public var limit: Int

    /// A reader of files up to a limit, 64 MiB by default.
    public init(limit: Int = 64 << 20) {
        self.limit = limit
    }

    /// The articles in a file's bytes, in file order: one, or those of a feed.
    ///
    /// - `name`: the file as the user named it; its ending tells the format where `format` is `nil`.
    /// - `modified`: the date of an article that states none.
    /// - `folder`: the outlet of an article that states none.
    public func articles(
        in bytes: [UInt8], named name: String, format: Format? = nil, modified: Timestamp? = nil, folder: String? = nil
    ) throws(IngestError) -> [ParsedArticle] {
        try contents(of: bytes, named: name, format: format, modified: modified, folder: folder).articles
    }

    /// The articles in a file's bytes, and what was left out or mended in them.
    ///
    /// A file that holds one article gives a feed of one.
    public func contents(
        of bytes: [UInt8], named name: String, format: Format? = nil, modified: Timestamp? = nil, folder: String? = nil
    ) throws(IngestError) -> ParsedFeed {
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        if (format ?? Format(ending: name)) == .feed { return try feedFile(bytes, named: name, modified, folder) }
        // A page without an ending declares its encoding all the same.
        let shown = format ?? Format(ending: name) ?? (Format(named: name, text: bytes) == .html ? .html : nil)
        let text = try decode(bytes, markup: shown == .html)
        guard text.contains(where: { !$0.isBlank && $0 != .newline }) else { throw .empty }
        if format == nil, SubscriptionList.isNewsboat(name, text[...]) { throw .listOfFeeds }
        let draft: Draft
        switch shown ?? Format(named: name, text: text) {
        case .text: draft = textDraft(text)
        case .markdown: draft = markdownDraft(text)
        case .html: draft = htmlDraft(text)
        case .feed: return try feedFile(bytes, named: name, modified, folder)
        }
        var given = Facts()
        given.published = modified
        given.outlet = folder
        return ParsedFeed(articles: [try completed(draft, file: name, given: given)])
    }

    /// A feed in a file, whose own date and folder stand in for what the feed does not state.
    private func feedFile(
        _ bytes: [UInt8], named name: String, _ modified: Timestamp?, _ folder: String?
    ) throws(IngestError) -> ParsedFeed {
        var feed = try feed(in: bytes, named: name)
        for index in feed.articles.indices {
            feed.articles[index].published = feed.articles[index].published ?? modified
            feed.articles[index].outlet = feed.articles[index].outlet ?? folder
        }
        return feed
    }
}
