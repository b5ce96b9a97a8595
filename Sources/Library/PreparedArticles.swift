public import Model

/// Articles that are ready to be stored: read where that is needed.
///
/// An article that the library has as it is, read with the same knowledge, is not read again.
public struct PreparedArticles: Sendable {
    /// The articles, as they were given.
    public let articles: [ParsedArticle]
    /// What was recognised in each; `nil` where it was not read, because the library has it already.
    let annotations: [Annotation?]
    /// What they were read with, and those are that turn out to need it when they are stored.
    let reading: ArticleReading

    /// Articles of which none has been read: those that need it are when they are stored, which then takes longer.
    public init(unread articles: [ParsedArticle], reading: ArticleReading) {
        self.init(articles: articles, annotations: Array(repeating: nil, count: articles.count), reading: reading)
    }

    init(articles: [ParsedArticle], annotations: [Annotation?], reading: ArticleReading) {
        self.articles = articles
        self.annotations = annotations
        self.reading = reading
    }

    /// How many were read.
    public var readCount: Int { annotations.count { $0 != nil } }
}

extension Library {
    /// Asks the library which articles it has as they are, and reads the others; changes nothing.
    ///
    /// Reading goes on outside of any transaction, and on the thread of the caller. What another thread stores meanwhile does
    /// no harm: storing looks again.
    ///
    /// - Parameter source: The feed or folder they came from.
    public func prepare(
        _ articles: [ParsedArticle], reading: ArticleReading, from source: SourceID? = nil
    ) throws(LibraryError) -> PreparedArticles {
        let folder = folder
        let needed = try read { db in
            let source = try source.flatMap { try StoredSource($0, in: db) }
            let batch = try ArticleBatch(articles, folder: folder, source: source)
            var finder = ArticleFinder(db: db, source: source, names: Names(db: db))
            finder.remembers = false
            return try batch.articles.indices.map { index in
                let (article, identity) = (batch.articles[index], batch.identities[index])
                guard let place = try finder.find(article, identity, shared: batch.shared),
                    let meeting = try Meeting(place, article, identity, source: source, in: db)
                else { return true }
                return try meeting.needsReading(of: article, knowledge: reading.knowledge, in: db)
            }
        }
        let annotations = zip(articles, needed).map { $1 ? reading.annotate($0) : nil }
        return PreparedArticles(articles: articles, annotations: annotations, reading: reading)
    }
}

/// Articles in the form in which SQLite can give them back, with that by which they are known again.
struct ArticleBatch {
    let articles: [ParsedArticle]
    let identities: [Identity]
    /// The names that several of them have, and which therefore are none's.
    let shared: Set<Int64>

    init(_ articles: [ParsedArticle], folder: String, source: StoredSource?) throws {
        self.articles = try articles.map { try $0.storable() }
        identities = self.articles.map { Identity($0, folder: folder, source: source) }
        shared = SharedNames(self.articles, identities).hashes
    }
}
