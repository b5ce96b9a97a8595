import GRDB
import Model

/// Finds out which articles have to be read before they are stored, and what of them is furniture.
struct Preparing {
    private let db: Database
    private let batch: ArticleBatch
    private let source: StoredSource?
    private let finder: ArticleFinder
    private let knowledge: Int64
    private var recurring: Recurring
    private var outlets: [String: Int64] = [:]

    init(
        _ db: Database, _ articles: [ParsedArticle], knowledge: Int64, folder: String, source: SourceID?
    ) throws {
        self.db = db
        self.knowledge = knowledge
        self.source = try source.flatMap { try StoredSource($0, in: db) }
        batch = try ArticleBatch(articles, folder: folder, source: self.source)
        finder = ArticleFinder(db: db, source: self.source, names: Names(db: db), remembers: false)
        recurring = Recurring(db)
    }

    /// What reading an article begins with; `nil` for each that need not be read.
    mutating func needs() throws -> [(prints: BlockPrints, folded: FoldedBlocks)?] {
        var all: [BlockPrints?] = []
        for (article, identity) in zip(batch.articles, batch.identities) {
            let place = try finder.find(article, identity, shared: batch.shared)
            let meeting = try place.flatMap { try Meeting($0, article, identity, source: source, in: db) }
            guard try meeting?.needsReading(knowledge: knowledge, in: db) ?? true else {
                all.append(nil)
                continue
            }
            let prints = BlockPrints(article)
            all.append(prints)
            // What is new teaches, before any of it is read, what is furniture in it.
            if place == nil || meeting?.turn == .completed { try recurring.take(prints, of: outlet(of: article)) }
        }
        return try zip(batch.articles, all).map { article, prints in
            try prints.map { ($0, try recurring.furniture(in: $0, of: outlet(of: article))) }
        }
    }

    /// The number of an article's outlet; below zero for one that the library does not have yet.
    private mutating func outlet(of article: ParsedArticle) throws -> Int64? {
        guard let name = article.outlet, !name.isEmpty else { return nil }
        if let known = outlets[name] { return known }
        let sql = "SELECT id FROM outlet WHERE name = ?"
        let id = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [name]) ?? Int64(-1 - outlets.count)
        outlets[name] = id
        return id
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
