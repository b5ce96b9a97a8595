import GRDB
public import Model
import Synchronization

/// The user's rules: for new articles as they are stored, and for those that are there.
extension Library {
    /// Has new articles treated by rules from now on, one after the other; they are asked for at each store.
    public func follow(rules: @escaping @Sendable () -> [Rule]) {
        self.rules.withLock { $0 = rules }
    }

    /// What rules would change in the articles that are there now, each after those before it; nothing is changed.
    ///
    /// It takes as long as making the changes, in a transaction that is then taken back.
    public func preview(_ rules: [Rule]) throws(LibraryError) -> [RuleEffect] {
        try write { db in
            var effects: [RuleEffect] = []
            try db.inSavepoint {
                let work = try ruleWork(isWhole: true, in: db)
                effects = try rules.map { try work.apply($0, to: work.ids(expanded($0.query, in: db), among: nil)) }
                return .rollback
            }
            return effects
        }
    }

    /// Makes a rule's changes to the articles that are there now, each to be undone with `undo()`.
    @discardableResult
    public func apply(_ rule: Rule) throws(LibraryError) -> RuleEffect {
        let (ids, end) = try read { db in
            let work = try ruleWork(isWhole: true, in: db)
            return (try work.ids(expanded(rule.query, in: db), among: nil), work.end(of: rule))
        }
        var effect = RuleEffect(rule: rule.name, matches: ids.count)
        effect.tagged = try tag(ids, rule.tags.map { TagChange($0) }).articles
        if rule.isStarred { effect.starred = try mark(.starred, ids: ids)?.count ?? 0 }
        if rule.isRead { effect.read = try mark(.read, ids: ids)?.count ?? 0 }
        if let end { effect.hidden = try mute(ids, until: end, by: rule.name)?.count ?? 0 }
        return effect
    }

    /// Treats articles that have just been stored, of which only the new ones are looked at.
    func applyRules(to outcomes: [StoreOutcome], in db: Database) throws {
        let new = outcomes.compactMap { if case .added(let id) = $0 { id } else { nil } }
        guard !new.isEmpty else { return }
        let provider = rules.withLock { $0 }
        let rules = provider()
        guard !rules.isEmpty else { return }
        let sql = "SELECT a.slot FROM json_each(?) AS j CROSS JOIN article AS a ON a.id = j.value"
        let slots = try Int64.fetchAll(db.cachedStatement(sql: sql), arguments: [JSONList(new).text])
        let work = try ruleWork(in: db)
        for rule in rules { _ = try work.apply(rule, to: work.ids(expanded(rule.query, in: db), among: slots)) }
    }

    private func ruleWork(isWhole: Bool = false, in db: Database) throws -> RuleWork {
        RuleWork(finder: finder(db), resolver: try resolver(isWhole: isWhole, in: db), now: now(), zone: zone)
    }
}
