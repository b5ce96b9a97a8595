import GRDB
import Model

/// Finds the stored article that an article is.
struct ArticleFinder {
    /// Where an article is that the library has already.
    struct Place {
        var slot: Int64
        var id: ArticleID
        /// By what it was found.
        var proof: Proof
    }

    /// By what an article is known again.
    enum Proof {
        case identifier, address, place, text
    }

    /// An article that may be the one.
    private struct Candidate {
        var slot: Int64
        var id: ArticleID
        var title: String
        var address: CanonicalAddress?
        var words: Int
        var published: Timestamp
    }

    let db: Database
    let source: StoredSource?
    let names: Names
    /// Whether names that turn out to be several articles' are noted as such, which changes the library.
    var remembers = true

    /// The article that an article is; `nil` where it is new.
    func find(_ article: ParsedArticle, _ identity: Identity, shared: Set<Int64>) throws -> Place? {
        let proofs: [(Proof, Int64?)] = [
            (.identifier, identity.identifier), (.address, identity.address), (.place, identity.place),
        ]
        for case (let proof, let name?) in proofs where !shared.contains(name) {
            guard let id = try names.article(name), let candidate = try candidate(id) else { continue }
            if try isSame(candidate, article, identity, proof) {
                return Place(slot: candidate.slot, id: candidate.id, proof: proof)
            }
            // A source that gives one address to two articles does so again.
            if remembers, proof == .address, try isOfSource(candidate.slot) { try names.share(name) }
        }
        return try twin(of: article, identity)
    }

    private func isSame(
        _ candidate: Candidate, _ article: ParsedArticle, _ identity: Identity, _ proof: Proof
    ) throws -> Bool {
        switch proof {
        case .identifier:
            if !identity.isWorldwide { return true }
            guard let site = identity.canonical?.site, let other = candidate.address?.site, site != other else {
                return true
            }
            // Identifiers such as `http://localhost/?p=1` are no site's alone.
            return try isOfSource(candidate.slot) || Likeness.areLike(candidate.title, article.title)
        case .address:
            if Likeness.areLike(candidate.title, article.title) { return true }
            // An aggregator's line under another title is about the article; another text is another article.
            let least = try isOfSource(candidate.slot) ? 1 : ArticleFinder.ownText
            guard min(candidate.words, identity.print.words) >= least else { return true }
            return try isLike(candidate, article)
        case .place, .text: return true
        }
    }

    /// From how many words on a text under an address is more than a line about what is there.
    private static let ownText = 30

    private func isLike(_ candidate: Candidate, _ article: ParsedArticle) throws -> Bool {
        let sql = "SELECT text FROM body WHERE slot = ?"
        let text = try String.fetchOne(db.cachedStatement(sql: sql), arguments: [candidate.slot])
        return Likeness.areLike(text ?? "", article.text)
    }

    /// An article with the same text; one without text has none.
    private func twin(of article: ParsedArticle, _ identity: Identity) throws -> Place? {
        guard identity.print.words > 0 else { return nil }
        let sql = "SELECT id FROM article WHERE fingerprint = ? ORDER BY slot LIMIT \(ArticleFinder.mostTwins)"
        let ids = try ArticleID.fetchAll(db.cachedStatement(sql: sql), arguments: [identity.print.fingerprint])
        for id in ids {
            guard let candidate = try candidate(id), try isTwin(candidate, article, identity) else { continue }
            return Place(slot: candidate.slot, id: candidate.id, proof: .text)
        }
        return nil
    }

    /// A text that more articles have is a notice, not an article's text.
    private static let mostTwins = 50

    /// Whether an article with the same text is the same article.
    ///
    /// Under another title a text is the same article on another site; on the same one it is a notice such as
    /// `Subscribers only`. At two addresses, title and text must say enough (`Comments` does not), and be of the same days:
    /// what comes every month under one title is an article each time.
    private func isTwin(_ candidate: Candidate, _ article: ParsedArticle, _ identity: Identity) throws -> Bool {
        let (one, other) = (candidate.address, identity.canonical)
        guard Folding.fold(candidate.title) == Folding.fold(article.title) else {
            guard let one, let other else { return false }
            return one.site != other.site
        }
        guard let one, let other, one != other else { return true }
        let isOfSource = try isOfSource(candidate.slot)
        let days = isOfSource ? 1 : ArticleFinder.sameDays
        let date = article.published ?? candidate.published
        guard abs(date.daysSince1970 - candidate.published.daysSince1970) <= days else { return false }
        return identity.print.words >= (isOfSource ? TextPrint.longText : ArticleFinder.tellingText)
    }

    /// From how many words on a text at two addresses, under one title, is one text.
    private static let tellingText = 8

    /// How many days a text takes at most from one source to another.
    private static let sameDays = 7

    private func isOfSource(_ slot: Int64) throws -> Bool {
        guard let source else { return false }
        let sql = "SELECT 1 FROM origin WHERE source = ? AND slot = ?"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [source.id, slot]) != nil
    }

    private func candidate(_ id: ArticleID) throws -> Candidate? {
        let sql = "SELECT slot, title, url, words, published FROM article WHERE id = ?"
        return try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [id]).map { row in
            Candidate(
                slot: row[0], id: id, title: row[1], address: (row[2] as String?).flatMap { CanonicalAddress($0) },
                words: row[3], published: Timestamp(seconds: row[4]))
        }
    }
}
