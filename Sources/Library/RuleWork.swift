import GRDB
import Model

/// Does what a rule wants with articles, within a transaction and outside the journal.
struct RuleWork {
    let finder: Finder
    let resolver: Resolver
    let now: Timestamp
    let zone: Zone

    private var db: Database { finder.db }

    /// The articles that a rule means among those in some slots, or among all.
    ///
    /// - Parameter query: That of the rule, with what saved searches ask for in place of their names.
    func ids(_ query: Query, among slots: [Int64]?) throws -> [ArticleID] {
        let filter = try resolver.filter(query)
        let whole = slots.map { .conjunction(of: [filter, .among($0)]) } ?? filter
        guard let plan = try Planner(finder).plan(whole) else { return [] }
        let sql: SQL = """
            SELECT s.id FROM (\(try plan.slots(by: finder))) AS m CROSS JOIN state AS s ON s.slot = m.slot
            """
        return try SQLRequest<ArticleID>(literal: sql).fetchAll(db)
    }

    /// Does what a rule wants with articles.
    func apply(_ rule: Rule, to ids: [ArticleID]) throws -> RuleEffect {
        var effect = RuleEffect(rule: rule.name, matches: ids.count)
        guard !ids.isEmpty else { return effect }
        effect.tagged = Set(try rule.tags.flatMap { try Tagging(db: db).set($0, true, on: ids) }).count
        if rule.isStarred { effect.starred = try set(.starred, ids) }
        if rule.isRead { effect.read = try set(.read, ids) }
        if let end = end(of: rule) {
            effect.hidden = try Muting(db: db).hide(ids, until: end, by: rule.name, now: now).count
        }
        return effect
    }

    private func set(_ flag: Flag, _ ids: [ArticleID]) throws -> Int {
        let marking = try Marking(finder: finder, target: Flag.Test(flag: flag, value: true))
        try marking.collect(ids)
        let count = try marking.listedCount()
        // Lists that were built before do not keep the articles, which they never had.
        if count > 0 { try marking.apply(number: 0, count: count) }
        return count
    }

    /// Until when a rule hides articles; `nil` where it hides none, or none any more.
    func end(of rule: Rule) -> Timestamp? {
        switch rule.mute {
        case .forEver: return Muting.forEver
        case .until(let day):
            let end = zone.start(of: CivilDate(daysSince1970: day.daysSince1970 + 1))
            return now < end ? end : nil
        case nil: return nil
        }
    }
}
