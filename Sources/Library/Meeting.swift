import GRDB
import Model

/// What is to become of a stored article when an article comes that is it, perhaps from another source. Finding out changes
/// nothing.
struct Meeting {
    /// Whose word a text that comes again is.
    private enum Voice {
        /// That of the file or source from which the article's text is: what it says now holds.
        case own
        /// Another source's: the article gains a source, and its text stays.
        case other
    }

    /// What becomes of the article.
    enum Turn {
        /// It stays as it is.
        case kept
        /// A whole text takes the place of a summary.
        case completed
        /// What its own source says now holds.
        case said
    }

    /// What is to be remembered of what the source said.
    enum OriginChange {
        case none
        /// The article is new there; `nil` where what it says is the article's text.
        case new(print: Int64?)
        /// The source says something new of it, which is not the article's text.
        case said(Int64)
    }

    let place: ArticleFinder.Place
    /// The article that has come, in pieces as its source gave them.
    let article: ParsedArticle
    /// The article as it is.
    let old: StoredArticle
    /// Whether both have the same words.
    let isSame: Bool
    let turn: Turn
    let originChange: OriginChange
    /// Whether it was given out by this library, with what was learned folded.
    let isGivenBack: Bool
    private let isOfFeed: Bool

    /// The meeting of an article with the stored one that it is; `nil` where that is there no more.
    init?(
        _ place: ArticleFinder.Place, _ article: ParsedArticle, _ identity: Identity, source: StoredSource?,
        in db: Database
    ) throws {
        guard let old = try StoredArticle(slot: place.slot, in: db) else { return nil }
        self.place = place
        self.old = old
        var article = article
        isGivenBack = old.isShown(as: article)
        if isGivenBack { article.blocks = old.content.blocks }
        self.article = article
        isOfFeed = source?.kind == .feed
        isSame =
            ContentWords.areSame(old.title, article.title)
            && ContentWords.areSame(old.content, (article.text, article.blocks))
        let origins = try source == nil ? [] : Origins(db: db).of(place.slot)
        let voice: Voice
        (voice, originChange) = Meeting.voice(
            of: identity.print.whole, from: source, at: place, isSame: isSame, origins)
        let isLess = article.isSummary && !old.isSummary || identity.print.words == 0 && old.words > 0
        if old.isSummary, !article.isSummary, !isSame {
            // One that has fewer words was not read well, and is left.
            turn = identity.print.words >= old.words ? .completed : .kept
        } else {
            turn = voice == .own && (isSame || !isLess) ? .said : .kept
        }
    }

    /// Whose word a text is, and what is to be remembered of it.
    private static func voice(
        of print: Int64, from source: StoredSource?, at place: ArticleFinder.Place, isSame: Bool,
        _ origins: [Origins.Origin]
    ) -> (Voice, OriginChange) {
        guard let source else { return (place.proof == .text ? .other : .own, .none) }
        let isGiven = origins.contains { $0.print == nil }
        guard let known = origins.first(where: { $0.source == source.id }) else {
            let gives = place.proof == .place || !isGiven && isSame
            return (place.proof == .place ? .own : .other, .new(print: gives ? nil : print))
        }
        // What a file says is its own word, in whichever folders it is found.
        guard place.proof != .place, let said = known.print else { return (.own, .none) }
        guard said != print else { return (.other, .none) }
        return isGiven ? (.other, .said(print)) : (.own, .none)
    }

    /// Whether the text stays though the source's word holds: a feed's that has the same words in another form.
    var keepsText: Bool {
        isOfFeed && isSame && old.text != article.text
    }

    /// Whether the article has to be read before it is stored; else what was recognised in the stored one holds.
    func needsReading(knowledge: Int64, in db: Database) throws -> Bool {
        switch turn {
        case .kept: false
        case .completed: true
        case .said: try !keepsText && !isRead(knowledge: knowledge, in: db)
        }
    }

    /// Whether the stored article has this one's text, and was read with the same knowledge.
    func isRead(knowledge: Int64, in db: Database) throws -> Bool {
        guard knowledge != 0, old.hasText(of: article) else { return false }
        let sql = "SELECT knowledge FROM article WHERE slot = ?"
        return try Int64.fetchOne(db.cachedStatement(sql: sql), arguments: [place.slot]) == knowledge
    }
}
