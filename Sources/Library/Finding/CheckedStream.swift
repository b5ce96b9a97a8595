import GRDB
import Model

/// What a plan finds and of which checks hold.
///
/// Where the check for a beginning of a word hardly ever holds, the text index gathers such words in the end, and leads.
final class CheckedStream: SlotStream {
    private let plan: Plan
    private let finder: Finder
    private let window: Window
    private var checks: ContentChecks
    private var lead: any SlotStream
    /// What the text index has gathered; the lead is only asked from then on.
    private var gathered: (any SlotStream)?
    private let search: SearchExpression?
    /// How many articles may still be asked before a search is gathered, and how many more for each that is found.
    private var patience = 0
    private let reward: Int

    init(_ plan: Plan, _ checks: [Filter], _ window: Window, _ finder: Finder) throws {
        self.plan = plan
        self.finder = finder
        self.window = window
        self.checks = ContentChecks(checks)
        lead = try plan.stream(window, by: finder)
        search = checks.lazy.compactMap { SearchExpression(ofOpen: $0) }.first
        if search != nil {
            patience = Int(finder.limits.askedARoot * Double(try Sizes(db: finder.db).all()).squareRoot())
        }
        reward = patience / 50
    }

    func next() throws -> Int64? {
        while let slot = try gathered?.next() ?? (gathered == nil ? lead.next() : nil) {
            guard try gathered == nil || lead.has(slot), try hold(slot) else {
                try wait(slot)
                continue
            }
            patience += reward
            return slot
        }
        return nil
    }

    func has(_ slot: Int64) throws -> Bool {
        try lead.has(slot) && hold(slot)
    }

    /// Gathers the search from a slot on once too many articles were asked in vain.
    private func wait(_ slot: Int64) throws {
        guard let search, gathered == nil else { return }
        patience -= 1
        guard patience < 0 else { return }
        let rest = Window(from: slot, isTowardsNewer: window.isTowardsNewer, limit: .max)
        gathered = try RowStream(Selection(.search(search), where: [], Sizes(db: finder.db)), rest, finder)
        lead = try plan.stream(rest, by: finder)
    }

    private func hold(_ slot: Int64) throws -> Bool {
        guard let article = try CheckedArticle(slot: slot, withParts: checks.needParts, in: finder.db) else {
            return false
        }
        return checks.hold(of: article)
    }
}

extension SearchExpression {
    /// The search of a check for a beginning of a word; `nil` for other checks.
    fileprivate init?(ofOpen filter: Filter) {
        guard case .check(.term(let term)) = filter, term.form == .prefix, let search = SearchExpression(term) else {
            return nil
        }
        self = search
    }
}
