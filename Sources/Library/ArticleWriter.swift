import GRDB
import Model

/// Stores the articles of one transaction.
struct ArticleWriter {
    /// From where articles come, and with what they were read.
    struct Setting {
        var now: Timestamp
        var folder = ""
        var knowledge: Int64
        var source: SourceID?
        /// Whether an article that has changed is unread again.
        var updatedIsUnread: () -> Bool = { false }
    }

    let db: Database
    let setting: Setting
    let source: StoredSource?
    let origins: Origins
    let knownNames: Names
    private let finder: ArticleFinder
    private var slots = SlotAllocator()
    private var numbers: NumberBlock
    var counters = CounterChanges()
    private var index = IndexChanges()
    private var appearances = AppearanceWriter()
    private var names: NameWriter
    var recurring: Recurring
    /// What recognises in an article that turns out to need it, because another one came in between.
    private var annotate: @Sendable (ParsedArticle) -> Annotation = { _ in Annotation() }

    init(_ db: Database, _ setting: Setting) throws {
        self.db = db
        self.setting = setting
        source = try setting.source.flatMap { try StoredSource($0, in: db) }
        origins = Origins(db: db)
        knownNames = Names(db: db)
        finder = ArticleFinder(db: db, source: source, names: knownNames)
        numbers = NumberBlock(.lastArticle)
        names = NameWriter(db)
        recurring = Recurring(db)
    }

    mutating func store(_ prepared: PreparedArticles) throws -> [StoreOutcome] {
        annotate = prepared.reading.annotate
        let batch = try ArticleBatch(prepared.articles, folder: setting.folder, source: source)
        for name in batch.shared { try knownNames.share(name) }
        return try batch.articles.indices.map { index in
            let (article, identity) = (batch.articles[index], batch.identities[index])
            let reading = prepared.readings[index]
            if let place = try finder.find(article, identity, shared: batch.shared) {
                try appearances.apply(in: db)
                return try meet(place, article, reading, identity)
            }
            return .added(try add(article, reading, identity))
        }
    }

    /// Writes what the articles have changed together: counters and text index.
    mutating func finish() throws {
        try appearances.apply(in: db)
        try index.apply(in: db)
        try counters.apply(in: db)
        try numbers.apply(in: db)
        try recurring.apply()
        guard slots.spill > 0 else { return }
        try db.cachedStatement(sql: "UPDATE library SET spill = max(spill, ?)").execute(arguments: [slots.spill])
    }
}

extension ArticleWriter {
    /// An article in the form of the tables.
    mutating func stored(
        _ article: ParsedArticle, _ reading: PreparedArticles.Reading, _ identity: Identity, published: Timestamp
    ) throws -> StoredArticle {
        StoredArticle(
            article, reading, published: published, outlet: try outlet(of: article), words: identity.print.words,
            appearances: try names.parts(of: reading.annotation.companies))
    }

    /// What was found in an article, read again where something was learned of its outlet since.
    private mutating func upToDate(
        _ reading: PreparedArticles.Reading?, of article: ParsedArticle
    ) throws -> PreparedArticles.Reading {
        guard let reading else { return try read(article) }
        guard let prints = reading.prints else { return reading }
        let folded = try recurring.furniture(in: prints, of: outlet(of: article))
        return folded.isWithin(reading.folded) ? reading : try read(article)
    }

    mutating func outlet(of article: ParsedArticle) throws -> Int64? {
        try article.outlet.flatMap { try names.outlet($0) }
    }

    /// Reads an article that was not read before it was stored.
    mutating func read(_ article: ParsedArticle) throws -> PreparedArticles.Reading {
        let prints = BlockPrints(article)
        let folded = try recurring.furniture(in: prints, of: outlet(of: article))
        return PreparedArticles.Reading(article, prints, folded, annotate)
    }

    private mutating func add(
        _ article: ParsedArticle, _ reading: PreparedArticles.Reading?, _ identity: Identity
    ) throws -> ArticleID {
        try recurring.take(reading?.prints ?? BlockPrints(article), of: outlet(of: article))
        let reading = try upToDate(reading, of: article)
        let new = try stored(article, reading, identity, published: article.published ?? setting.now)
        let id = try numbers.next(in: db)
        let slot = try slots.slot(for: new.published, in: db)
        try db.cachedStatement(
            sql: """
                INSERT INTO article (published, language, outlet, title, author, url, words, about, summary,
                    fingerprint, file, knowledge, slot, id, key, added)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: rowArguments(new, identity, article.file) + [slot, id, id, setting.now.seconds])
        try db.cachedStatement(sql: ArticleWriter.newBody)
            .execute([new.text, new.layout, new.mentions, new.folded, slot], with: new.text)
        try db.cachedStatement(sql: "INSERT INTO state (slot, id) VALUES (?, ?)").execute(arguments: [slot, id])
        for name in identity.names { try knownNames.give(name, to: id) }
        if let source {
            try origins.add(source.id, at: slot, print: nil)
            counters.count(1, source: source.id, isUnread: true)
        }
        appearances.insert(new.appearances, at: slot)
        index.insert(new.document, at: slot)
        index.insert(facets: new.facets(of: reading.annotation.mentions), at: slot)
        count(1, new, isUnread: true)
        return id
    }

    /// Puts an article in place of what it was; its number and state stay.
    ///
    /// - Returns: Its slot, another one where its date is another.
    mutating func replace(
        _ old: StoredArticle, at place: Int64, with new: StoredArticle, _ identity: Identity, file: String
    ) throws -> Int64 {
        let isMoved = Slot.minute(of: new.published) != Slot.minute(of: old.published)
        let slot = isMoved ? try slots.slot(for: new.published, in: db) : place
        try replaceRows(at: place, with: new, at: slot, identity, file: file)
        if new.appearances != old.appearances {
            try db.cachedStatement(sql: "DELETE FROM appearance WHERE slot = ?").execute(arguments: [slot])
            appearances.insert(new.appearances, at: slot)
        }
        if isMoved || new.document != old.document {
            index.remove(old.document, at: place)
            index.insert(new.document, at: slot)
        }
        change(old.facets, at: place, to: new.facets, at: slot)
        let isUnread = try isUnread(slot)
        count(-1, old, isUnread: isUnread)
        count(1, new, isUnread: isUnread)
        return slot
    }

    /// Puts what an article is searched by now in place of what it was searched by.
    private mutating func change(_ old: String, at place: Int64, to new: String, at slot: Int64) {
        guard place != slot || new != old else { return }
        index.remove(facets: old, at: place)
        index.insert(facets: new, at: slot)
    }

    private static let newBody = "INSERT INTO body (text, layout, mentions, folded, slot) VALUES (?, ?, ?, ?, ?)"

    /// Rewrites article and body; the tables that refer to the article follow it to its new slot.
    ///
    /// A body that moves is taken out and put in again: one that followed would be copied into memory meanwhile.
    private func replaceRows(
        at old: Int64, with new: StoredArticle, at slot: Int64, _ identity: Identity, file: String
    ) throws {
        if old != slot {
            try db.cachedStatement(sql: "DELETE FROM body WHERE slot = ?").execute(arguments: [old])
        }
        try db.cachedStatement(
            sql: """
                UPDATE article SET published = ?, language = ?, outlet = ?, title = ?, author = ?, url = ?, words = ?,
                    about = ?, summary = ?, fingerprint = ?, file = ?, knowledge = ?, slot = ? WHERE slot = ?
                """
        ).execute(arguments: rowArguments(new, identity, file) + [slot, old])
        let body: StatementArguments = [new.text, new.layout, new.mentions, new.folded, slot]
        let sql =
            old == slot
            ? "UPDATE body SET text = ?, layout = ?, mentions = ?, folded = ? WHERE slot = ?" : ArticleWriter.newBody
        try db.cachedStatement(sql: sql).execute(body, with: new.text)
    }

    private func rowArguments(_ new: StoredArticle, _ identity: Identity, _ file: String) -> StatementArguments {
        [
            new.published.seconds, new.language, new.outlet, new.title, new.author, new.url, new.words, new.about,
            new.isSummary, identity.print.fingerprint, file, setting.knowledge,
        ]
    }

    func isUnread(_ slot: Int64) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT read = 0 FROM state WHERE slot = ?"), arguments: [slot])
            ?? false
    }

    mutating func count(_ sign: Int, _ article: StoredArticle, isUnread: Bool) {
        counters.count(
            sign, published: article.published, outlet: article.outlet, companies: article.appearances.keys,
            isUnread: isUnread)
    }

    /// Notes with what an article was read.
    func note(_ knowledge: Int64, at slot: Int64) throws {
        try db.cachedStatement(sql: "UPDATE article SET knowledge = ? WHERE slot = ? AND knowledge <> ?")
            .execute(arguments: [knowledge, slot, knowledge])
    }
}

extension ArticleWriter {
    /// Puts what is recognised now in place of what was; whether anything became different.
    ///
    /// An article that was stored anew since it was read is left alone: it was read then.
    mutating func annotate(_ stale: StaleArticle, _ annotation: Annotation) throws -> Bool {
        let sql = "SELECT slot FROM article WHERE id = ?"
        guard let slot = try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [stale.id]),
            let old = try StoredArticle(slot: slot, in: db), old.text == stale.text, old.layout == stale.layout
        else { return false }
        try note(setting.knowledge, at: slot)
        var new = old
        new.about = AboutCodec.encode(AboutCodec.selection(of: annotation.companies))
        new.mentions = MentionCodec.encode(annotation.mentions)
        new.folded = stale.folded.encoded
        new.appearances = try names.parts(of: annotation.companies)
        guard new != old else { return false }
        try db.cachedStatement(sql: "UPDATE article SET about = ? WHERE slot = ?").execute(arguments: [new.about, slot])
        try db.cachedStatement(sql: "UPDATE body SET mentions = ?, folded = ? WHERE slot = ?")
            .execute(arguments: [new.mentions, new.folded, slot])
        change(old.facets, at: slot, to: new.facets, at: slot)
        guard new.appearances != old.appearances else { return true }
        try db.cachedStatement(sql: "DELETE FROM appearance WHERE slot = ?").execute(arguments: [slot])
        appearances.insert(new.appearances, at: slot)
        let isUnread = try isUnread(slot)
        count(-1, old, isUnread: isUnread)
        count(1, new, isUnread: isUnread)
        return true
    }
}
