import GRDB
public import Model

/// Articles that rules or the user hide from lists. They are there as before, and found where `is:muted` is asked for.
extension Library {
    /// Hides articles from lists, to be undone with `undo()`; `nil` when all of them are hidden already.
    ///
    /// - Parameters:
    ///   - until: From which moment on they are shown again; `nil` is never.
    ///   - rule: By what they are said to be hidden.
    @discardableResult
    public func mute(
        _ ids: [ArticleID], until: Timestamp? = nil, by rule: String
    ) throws(LibraryError) -> Change? {
        let moment = now()
        return try write { db in
            let hidden = try Muting(db: db).hide(ids, until: until ?? Muting.forEver, by: rule, now: moment)
            guard !hidden.isEmpty else { return nil }
            return try Journal(db: db).record(
                .muted, number: db.nextNumber(.lastChange), ids: hidden, subject: rule, at: moment)
        }
    }

    /// Shows hidden articles again, to be undone with `undo()`; `nil` when none of them is hidden.
    @discardableResult
    public func unmute(_ ids: [ArticleID]) throws(LibraryError) -> Change? {
        let moment = now()
        return try write { db in
            let muting = Muting(db: db)
            let hidden = try muting.inForce(ids, now: moment)
            guard try muting.lift(hidden, isMuted: false) > 0 else { return nil }
            return try Journal(db: db).record(
                .unmuted, number: db.nextNumber(.lastChange), ids: hidden, subject: nil, at: moment)
        }
    }

    /// The number of the article that came last; see `hidden(after:)`.
    public func lastArticle() throws(LibraryError) -> ArticleID {
        try read { db in try ArticleID.fetchOne(db.cachedStatement(sql: "SELECT lastArticle FROM library")) ?? 0 }
    }

    /// How many of the articles that came after one are hidden, by rule, in order of the rules' names.
    public func hidden(after last: ArticleID) throws(LibraryError) -> [HiddenCount] {
        let moment = now()
        return try read { db in
            let sql = """
                SELECT m.rule, count(*) FROM article AS a CROSS JOIN muted AS m ON m.slot = a.slot
                WHERE a.id > ? AND m.lifted = 0 AND m.until > ? GROUP BY m.rule ORDER BY m.rule
                """
            return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [last, moment.seconds]).map {
                HiddenCount(rule: $0[0], articles: $0[1])
            }
        }
    }

    /// A filter without what is hidden, unless its query asks for hidden articles, in whatever way.
    func visible(_ filter: Filter, of query: Query, in db: Database) throws -> Filter {
        let moment = now()
        guard !query.contains(where: { $0 == .state(.muted) }), try Muting(db: db).isAny(now: moment) else {
            return filter
        }
        return .conjunction(of: [filter, .not(.muted(moment.seconds))])
    }
}
