import GRDB
import Model

/// What happens when an article comes that the library has already, perhaps from another source.
extension ArticleWriter {
    /// Whose word a text that comes again is.
    private enum Voice {
        /// That of the file or source from which the article's text is: what it says now holds.
        case own
        /// Another source's: the article gains a source, and its text stays.
        case other
    }

    mutating func meet(
        _ place: ArticleFinder.Place, _ article: ParsedArticle, _ annotation: Annotation, _ identity: Identity
    ) throws -> StoreOutcome {
        guard let old = try StoredArticle(slot: place.slot, in: db) else { return .unchanged(place.id) }
        for name in [identity.identifier, identity.address].compactMap({ $0 }) {
            try knownNames.give(name, to: place.id)
        }
        let isSame =
            ContentWords.areSame(old.title, article.title)
            && ContentWords.areSame(old.content, (article.text, article.blocks))
        let voice = try voice(of: identity, at: place, isSame: isSame)
        if old.isSummary, !article.isSummary, !isSame {
            return try complete(old, place, article, annotation, identity)
        }
        let isLess = article.isSummary && !old.isSummary || identity.print.words == 0 && old.words > 0
        guard voice == .own, isSame || !isLess else { return .unchanged(place.id) }
        var new = try stored(article, annotation, identity, published: article.published ?? old.published)
        if source?.kind == .feed {
            // Feeds change their dates at every chance: an article of a feed keeps its first one.
            new.published = old.published
            new.complete(from: old)
            if isSame, new.text != old.text || new.title != old.title { new.keepText(of: old) }
        }
        guard new != old else {
            if new.text == article.text { try note(setting.knowledge, at: place.slot) }
            return .unchanged(place.id)
        }
        let slot = try replace(old, at: place.slot, with: new, identity, file: article.file)
        if new.text != article.text { try note(0, at: slot) }
        if !isSame { try markUpdated(place.id, at: slot, from: old) }
        try origins.give(slot, to: source?.id, from: old.print.whole)
        return .updated(place.id)
    }

    /// Puts a whole text in place of a summary: the article is the same, so no version is kept and nothing marked. One
    /// that has fewer words was not read well, and is left.
    private mutating func complete(
        _ old: StoredArticle, _ place: ArticleFinder.Place, _ article: ParsedArticle, _ annotation: Annotation,
        _ identity: Identity
    ) throws -> StoreOutcome {
        guard identity.print.words >= old.words else { return .unchanged(place.id) }
        var new = try stored(article, annotation, identity, published: old.published)
        new.complete(from: old)
        new.outlet = old.outlet ?? new.outlet
        new.url = old.url ?? new.url
        let slot = try replace(old, at: place.slot, with: new, identity, file: article.file)
        try origins.give(slot, to: source?.id, from: old.print.whole)
        return .updated(place.id)
    }

    /// Whose word the text is; what a source said last is remembered, and the article counted for it where it is new
    /// there.
    private mutating func voice(of identity: Identity, at place: ArticleFinder.Place, isSame: Bool) throws -> Voice {
        guard let source else { return place.proof == .text ? .other : .own }
        let all = try origins.of(place.slot)
        let isGiven = all.contains { $0.print == nil }
        let print = identity.print.whole
        guard let known = all.first(where: { $0.source == source.id }) else {
            let gives = place.proof == .place || !isGiven && isSame
            try origins.add(source.id, at: place.slot, print: gives ? nil : print)
            counters.count(1, source: source.id, isUnread: try isUnread(place.slot))
            return place.proof == .place ? .own : .other
        }
        // What a file says is its own word, in whichever folders it is found.
        guard place.proof != .place, let said = known.print else { return .own }
        guard said != print else { return .other }
        guard isGiven else { return .own }
        try origins.note(print, of: source.id, at: place.slot)
        return .other
    }

    /// Keeps what an article said before, and marks it as changed; as unread too where that is wanted.
    private mutating func markUpdated(_ id: ArticleID, at slot: Int64, from old: StoredArticle) throws {
        try Versions(db: db).keep(old, of: id, at: setting.now)
        try db.cachedStatement(sql: "UPDATE article SET updated = ? WHERE slot = ?")
            .execute(arguments: [setting.now.seconds, slot])
        guard setting.updatedIsUnread, try !isUnread(slot), let new = try StoredArticle(slot: slot, in: db) else {
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
