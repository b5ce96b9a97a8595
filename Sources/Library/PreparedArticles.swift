public import Model

/// Articles that are ready to be stored: read where that is needed.
///
/// An article that the library has as it is, read with the same knowledge, is not read again.
public struct PreparedArticles: Sendable {
    /// The articles, as they were given.
    public private(set) var articles: [ParsedArticle]
    /// What was found in each; `nil` where it was not read, because the library has it already.
    private(set) var readings: [Reading?]
    /// What they were read with, and those are that turn out to need it when they are stored.
    let reading: ArticleReading

    /// What was found in an article.
    struct Reading {
        var annotation = Annotation()
        /// Its blocks; `nil` where nobody looked.
        var prints: BlockPrints?
        /// Which of them are furniture by what was learned.
        var folded = FoldedBlocks()
    }

    /// Articles of which none has been read: those that need it are when they are stored, which then takes longer.
    public init(unread articles: [ParsedArticle], reading: ArticleReading) {
        self.init(articles: articles, readings: Array(repeating: nil, count: articles.count), reading: reading)
    }

    init(articles: [ParsedArticle], readings: [Reading?], reading: ArticleReading) {
        self.articles = articles
        self.readings = readings
        self.reading = reading
    }

    /// Adds articles that were prepared after these; `false` where they were read with another knowledge, and are not.
    public mutating func append(_ others: PreparedArticles) -> Bool {
        guard others.reading.knowledge == reading.knowledge else { return false }
        articles += others.articles
        readings += others.readings
        return true
    }

    /// How many were read.
    public var readCount: Int { readings.count { $0 != nil } }
}

extension PreparedArticles.Reading {
    /// What is found in an article, names in furniture left out.
    init(
        _ article: ParsedArticle, _ prints: BlockPrints, _ folded: FoldedBlocks,
        _ annotate: (ParsedArticle) -> Annotation
    ) {
        var shown = article
        shown.blocks = folded.folding(article.blocks)
        self.init(annotation: annotate(shown), prints: prints, folded: folded)
    }

    /// What somebody else has found.
    init(_ annotation: Annotation) {
        self.init(annotation: annotation, prints: nil)
    }
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
        let needs = try read { db in
            var preparing = try Preparing(db, articles, knowledge: reading.knowledge, folder: folder, source: source)
            return try preparing.needs()
        }
        let readings = zip(articles, needs).map { article, need in
            need.map { PreparedArticles.Reading(article, $0.prints, $0.folded, reading.annotate) }
        }
        return PreparedArticles(articles: articles, readings: readings, reading: reading)
    }
}
