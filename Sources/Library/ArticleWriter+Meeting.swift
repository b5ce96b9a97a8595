import GRDB
import Model

/// What happens when an article comes that the library has already, perhaps from another source.
extension ArticleWriter {
    mutating func meet(
        _ place: ArticleFinder.Place, _ article: ParsedArticle, _ reading: PreparedArticles.Reading?,
        _ identity: Identity
    ) throws -> StoreOutcome {
        guard let meeting = try Meeting(place, article, identity, source: source, in: db) else {
            return .unchanged(place.id)
        }
        for name in [identity.identifier, identity.address].compactMap({ $0 }) {
            try knownNames.give(name, to: place.id)
        }
        // Its hashes are those of the text as it came.
        let identity =
            meeting.isGivenBack ? Identity(meeting.article, folder: setting.folder, source: source) : identity
        try remember(meeting.originChange, at: place.slot)
        switch meeting.turn {
        case .kept: return .unchanged(place.id)
        case .completed: return try complete(meeting, reading, identity)
        case .said: return try say(meeting, reading, identity)
        }
    }

    /// Puts what an article's own source says now in place of what it said.
    private mutating func say(
        _ meeting: Meeting, _ reading: PreparedArticles.Reading?, _ identity: Identity
    ) throws -> StoreOutcome {
        let (old, place, article) = (meeting.old, meeting.place, meeting.article)
        let keepsText = meeting.keepsText
        let published = article.published ?? old.published
        var new: StoredArticle
        if try reading == nil && (keepsText || meeting.isRead(knowledge: setting.knowledge, in: db)) {
            new = try stored(article, PreparedArticles.Reading(), identity, published: published)
            new.keepRecognised(of: old)
        } else {
            new = try stored(article, reading ?? read(article), identity, published: published)
        }
        if source?.kind == .feed {
            // Feeds change their dates at every chance: an article of a feed keeps its first one.
            new.published = old.published
            new.complete(from: old)
            if meeting.isSame { new.title = old.title }
            if keepsText { new.keepText(of: old) }
        }
        guard new != old else {
            if new.text == article.text { try note(setting.knowledge, at: place.slot) }
            return .unchanged(place.id)
        }
        let slot = try replace(old, at: place.slot, with: new, identity, file: article.file)
        if new.text != article.text { try note(0, at: slot) }
        if !meeting.isSame { try markUpdated(place.id, at: slot, from: old) }
        try origins.give(slot, to: source?.id, from: old.print.whole)
        return .updated(place.id)
    }

    /// Puts a whole text in place of a summary: the article is the same, so no version is kept and nothing marked.
    private mutating func complete(
        _ meeting: Meeting, _ reading: PreparedArticles.Reading?, _ identity: Identity
    ) throws -> StoreOutcome {
        let (old, place, article) = (meeting.old, meeting.place, meeting.article)
        let prints = reading?.prints ?? BlockPrints(article)
        let known = BlockPrints(text: old.text, blocks: old.content.blocks).hashes
        try recurring.take(prints, of: old.outlet ?? outlet(of: article), except: known)
        var new = try stored(article, reading ?? read(article), identity, published: old.published)
        new.complete(from: old)
        new.outlet = old.outlet ?? new.outlet
        new.url = old.url ?? new.url
        let slot = try replace(old, at: place.slot, with: new, identity, file: article.file)
        try origins.give(slot, to: source?.id, from: old.print.whole)
        return .updated(place.id)
    }

    /// Remembers what a source said last, and counts the article for it where it is new there.
    private mutating func remember(_ change: Meeting.OriginChange, at slot: Int64) throws {
        guard let source else { return }
        switch change {
        case .none: break
        case .new(let print):
            try origins.add(source.id, at: slot, print: print)
            counters.count(1, source: source.id, isUnread: try isUnread(slot))
        case .said(let print): try origins.note(print, of: source.id, at: slot)
        }
    }

    /// Keeps what an article said before, and marks it as changed; as unread too where that is wanted.
    private mutating func markUpdated(_ id: ArticleID, at slot: Int64, from old: StoredArticle) throws {
        try Versions(db: db).keep(old, of: id, at: setting.now)
        try db.cachedStatement(sql: "UPDATE article SET updated = ? WHERE slot = ?")
            .execute(arguments: [setting.now.seconds, slot])
        guard try !isUnread(slot), setting.updatedIsUnread(), let new = try StoredArticle(slot: slot, in: db) else {
            return
        }
        try db.cachedStatement(sql: "UPDATE state SET read = 0, readChange = ? WHERE slot = ?")
            .execute(arguments: [try db.nextNumber(.lastChange), slot])
        count(-1, new, isUnread: false)
        count(1, new, isUnread: true)
        for origin in try origins.of(slot) {
            counters.count(-1, source: origin.source, isUnread: false)
            counters.count(1, source: origin.source, isUnread: true)
        }
    }
}
