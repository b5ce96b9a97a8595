public import Model

/// What became of an article that was to be stored.
public enum StoreOutcome: Hashable, Sendable {
    /// It is new, with this number.
    case added(ArticleID)
    /// It was there and has changed: text, title, date or what was recognised in it. Its state is kept.
    case updated(ArticleID)
    /// It was there as it is, perhaps from another file.
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
    /// An article is the one that is there already if its source's identifier or address, or else its file and place
    /// in the file, is the same; or if title and text are the same, wherever they come from. Batches of some hundred
    /// articles are best: a batch is what an ending program can lose.
    ///
    /// - Parameter knowledge: The number of what they were read with (see `staleCount(knowledge:)`); 0 is unknown.
    @discardableResult
    public func store(
        _ items: [(ParsedArticle, Annotation)], knowledge: Int64 = 0
    ) throws(LibraryError) -> [StoreOutcome] {
        let moment = now()
        return try write { db in
            var writer = ArticleWriter(db, now: moment, folder: folder, knowledge: knowledge)
            let outcomes = try items.map { try writer.store($0, $1) }
            try writer.finish()
            return outcomes
        }
    }
}
