import GRDB
import Model

/// Stores the articles of one transaction.
struct ArticleWriter {
    /// Where an article is that the library has already.
    private struct Place {
        var slot: Int64
        var id: ArticleID
    }

    private let db: Database
    private let now: Timestamp
    private let folder: String
    private let knowledge: Int64
    private var slots = SlotAllocator()
    private var counters = CounterChanges()
    private var index = IndexChanges()
    private var names: NameWriter

    init(_ db: Database, now: Timestamp, folder: String, knowledge: Int64) {
        self.db = db
        self.now = now
        self.folder = folder
        self.knowledge = knowledge
        names = NameWriter(db)
    }

    mutating func store(_ article: ParsedArticle, _ annotation: Annotation) throws -> StoreOutcome {
        let article = try article.storable()
        let identity = Identity(article, folder: folder)
        if let place = try place(key: identity.key) {
            return try update(place, with: article, annotation, identity)
        }
        if let id = try twin(of: article, identity) { return .unchanged(id) }
        return .added(try add(article, annotation, identity))
    }

    /// Writes what the articles have changed together: counters and text index.
    func finish() throws {
        try index.apply(in: db)
        try counters.apply(in: db)
        try db.cachedStatement(sql: "UPDATE library SET spill = max(spill, ?)").execute(arguments: [slots.spill])
    }
}

extension ArticleWriter {
    private func place(key: String) throws -> Place? {
        try Row.fetchOne(db.cachedStatement(sql: "SELECT slot, id FROM article WHERE key = ?"), arguments: [key])
            .map { Place(slot: $0[0], id: $0[1]) }
    }

    /// An article with the same title and text; one without text has none.
    private func twin(of article: ParsedArticle, _ identity: Identity) throws -> ArticleID? {
        guard article.words > 0 else { return nil }
        let sql = """
            SELECT id FROM article JOIN body USING (slot) WHERE fingerprint = ? AND title = ? AND text = ?
            """
        return try ArticleID.fetchOne(
            db.cachedStatement(sql: sql), arguments: [identity.fingerprint, article.title, article.text])
    }

    private mutating func stored(
        _ article: ParsedArticle, _ annotation: Annotation, published: Timestamp
    ) throws -> StoredArticle {
        StoredArticle(
            article, annotation, published: published, outlet: try article.outlet.flatMap { try names.outlet($0) },
            appearances: try names.parts(of: annotation.companies))
    }

    private mutating func add(
        _ article: ParsedArticle, _ annotation: Annotation, _ identity: Identity
    ) throws -> ArticleID {
        let new = try stored(article, annotation, published: article.published ?? now)
        let id = try db.nextNumber(.lastArticle)
        let slot = try slots.slot(for: new.published, in: db)
        try db.cachedStatement(
            sql: """
                INSERT INTO article (published, language, outlet, title, author, url, words, about, fingerprint, file,
                    knowledge, slot, id, key, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: rowArguments(new, identity, article.file) + [slot, id, identity.key, now.seconds])
        try db.cachedStatement(sql: "INSERT INTO body (text, layout, mentions, slot) VALUES (?, ?, ?, ?)")
            .execute(arguments: [new.text, new.layout, new.mentions, slot])
        try db.cachedStatement(sql: "INSERT INTO state (slot, id) VALUES (?, ?)").execute(arguments: [slot, id])
        try insert(new.appearances, at: slot)
        index.insert(new.document, at: slot)
        count(1, new, isUnread: true)
        return id
    }

    private mutating func update(
        _ place: Place, with article: ParsedArticle, _ annotation: Annotation, _ identity: Identity
    ) throws -> StoreOutcome {
        guard let old = try StoredArticle(slot: place.slot, in: db) else { return .unchanged(place.id) }
        let new = try stored(article, annotation, published: article.published ?? old.published)
        guard new != old else {
            try note(knowledge, at: place.slot)
            return .unchanged(place.id)
        }
        let isMoved = Slot.minute(of: new.published) != Slot.minute(of: old.published)
        let slot = isMoved ? try slots.slot(for: new.published, in: db) : place.slot
        try replaceRows(at: place.slot, with: new, at: slot, identity, file: article.file)
        if new.appearances != old.appearances {
            try db.cachedStatement(sql: "DELETE FROM appearance WHERE slot = ?").execute(arguments: [slot])
            try insert(new.appearances, at: slot)
        }
        if isMoved || new.document != old.document {
            index.remove(old.document, at: place.slot)
            index.insert(new.document, at: slot)
        }
        let isUnread = try isUnread(slot)
        count(-1, old, isUnread: isUnread)
        count(1, new, isUnread: isUnread)
        return .updated(place.id)
    }

    /// Rewrites article and body; the tables that refer to the article follow it to its new slot.
    private func replaceRows(
        at old: Int64, with new: StoredArticle, at slot: Int64, _ identity: Identity, file: String
    ) throws {
        try db.cachedStatement(
            sql: """
                UPDATE article SET published = ?, language = ?, outlet = ?, title = ?, author = ?, url = ?, words = ?,
                    about = ?, fingerprint = ?, file = ?, knowledge = ?, slot = ? WHERE slot = ?
                """
        ).execute(arguments: rowArguments(new, identity, file) + [slot, old])
        try db.cachedStatement(sql: "UPDATE body SET text = ?, layout = ?, mentions = ? WHERE slot = ?")
            .execute(arguments: [new.text, new.layout, new.mentions, slot])
    }

    private func rowArguments(_ new: StoredArticle, _ identity: Identity, _ file: String) -> StatementArguments {
        [
            new.published.seconds, new.language, new.outlet, new.title, new.author, new.url, new.words, new.about,
            identity.fingerprint, file, knowledge,
        ]
    }

    private func insert(_ appearances: [Int64: StoredArticle.Part], at slot: Int64) throws {
        let statement = try db.cachedStatement(
            sql: "INSERT INTO appearance (company, slot, salience, mentions) VALUES (?, ?, ?, ?)")
        for (company, part) in appearances {
            try statement.execute(arguments: [company, slot, part.salience, part.mentions])
        }
    }

    private func isUnread(_ slot: Int64) throws -> Bool {
        try Bool.fetchOne(db.cachedStatement(sql: "SELECT read = 0 FROM state WHERE slot = ?"), arguments: [slot])
            ?? false
    }

    private mutating func count(_ sign: Int, _ article: StoredArticle, isUnread: Bool) {
        counters.count(
            sign, published: article.published, outlet: article.outlet, companies: article.appearances.keys,
            isUnread: isUnread)
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
        try note(knowledge, at: slot)
        var new = old
        new.about = AboutCodec.encode(AboutCodec.selection(of: annotation.companies))
        new.mentions = MentionCodec.encode(annotation.mentions)
        new.appearances = try names.parts(of: annotation.companies)
        guard new != old else { return false }
        try db.cachedStatement(sql: "UPDATE article SET about = ? WHERE slot = ?").execute(arguments: [new.about, slot])
        try db.cachedStatement(sql: "UPDATE body SET mentions = ? WHERE slot = ?")
            .execute(arguments: [new.mentions, slot])
        guard new.appearances != old.appearances else { return true }
        try db.cachedStatement(sql: "DELETE FROM appearance WHERE slot = ?").execute(arguments: [slot])
        try insert(new.appearances, at: slot)
        let isUnread = try isUnread(slot)
        count(-1, old, isUnread: isUnread)
        count(1, new, isUnread: isUnread)
        return true
    }

    /// Notes with what an article was read.
    private func note(_ knowledge: Int64, at slot: Int64) throws {
        try db.cachedStatement(sql: "UPDATE article SET knowledge = ? WHERE slot = ? AND knowledge <> ?")
            .execute(arguments: [knowledge, slot, knowledge])
    }
}
