public import Model

/// What became of an article that was to be stored.
public enum StoreOutcome: Hashable, Sendable {
    /// It is new, with this number.
    case added(ArticleID)
    /// It was there and has changed: text, title, date or what was recognised in it. Its state is kept.
    case updated(ArticleID)
    /// It was there as it is, perhaps from another file or source.
    case unchanged(ArticleID)

    /// The article's number.
    public var id: ArticleID {
        switch self {
        case .added(let id), .updated(let id), .unchanged(let id): id
        }
    }
}

extension Library {
    /// Stores articles in one transaction, and says of each what became of it, in the same order.
    ///
    /// An article is the one that is there already if its source's identifier, its address or its text is the same:
    /// docs/sources.md says when exactly. It then keeps its number, its state and, from a feed, its date, and gains
    /// `source`. What its own source or file says anew replaces what it said, and a version of that is kept; what another
    /// source says does not, unless it is the whole text in place of a summary.
    ///
    /// The articles of one feed belong in one batch, so that an address that several of them share is seen to be none.
    /// Batches of some hundred articles are best: a batch is what an ending program can lose.
    ///
    /// - Parameters:
    ///   - source: The feed or folder they came from; one that is not there any more counts as none.
    ///   - updatedIsUnread: Whether an article that has changed is unread again; `nil` is what the library was opened with.
    @discardableResult
    public func store(
        _ prepared: PreparedArticles, from source: SourceID? = nil, updatedIsUnread: Bool? = nil
    ) throws(LibraryError) -> [StoreOutcome] {
        let setting = ArticleWriter.Setting(
            now: now(), folder: folder, knowledge: prepared.reading.knowledge, source: source,
            updatedIsUnread: { [setting = self.updatedIsUnread] in updatedIsUnread ?? setting() })
        return try write { db in
            var writer = try ArticleWriter(db, setting)
            let outcomes = try writer.store(prepared)
            try writer.finish()
            return outcomes
        }
    }

    /// Reads the articles that need it, and stores all: `prepare` and `store` in one.
    @discardableResult
    public func store(
        _ articles: [ParsedArticle], reading: ArticleReading, from source: SourceID? = nil,
        updatedIsUnread: Bool? = nil
    ) throws(LibraryError) -> [StoreOutcome] {
        let prepared = try prepare(articles, reading: reading, from: source)
        return try store(prepared, from: source, updatedIsUnread: updatedIsUnread)
    }

    /// Stores articles that have been read, each whether the library has it or not.
    ///
    /// - Parameter knowledge: The number of what they were read with (see `staleCount(knowledge:)`); 0 is unknown.
    @discardableResult
    public func store(
        _ items: [(ParsedArticle, Annotation)], knowledge: Int64 = 0, from source: SourceID? = nil,
        updatedIsUnread: Bool? = nil
    ) throws(LibraryError) -> [StoreOutcome] {
        let reading = ArticleReading(knowledge: knowledge) { _ in Annotation() }
        let prepared = PreparedArticles(articles: items.map(\.0), readings: items.map { .init($1) }, reading: reading)
        return try store(prepared, from: source, updatedIsUnread: updatedIsUnread)
    }
}
