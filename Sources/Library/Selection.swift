import GRDB
import Model

/// How the articles of a filter are found, always in order of slots: one table that leads, conditions on its rows.
///
/// The table that leads is the one with the fewest rows: the text index, the appearances of companies, the articles of
/// outlets and sources, an index of unread or starred ones, or else all states or articles.
struct Selection {
    /// What leads; a list of numbers is one arm for each, merged by slot.
    enum Lead {
        case articles
        case states
        case search(SearchExpression)
        case companies([Int64], atLeast: Salience)
        case places(outlets: [Int64], sources: [Int64])
        case flag(Flag.Test)
    }

    /// More numbers than this are a condition, not arms.
    static let maximumArms = 16

    private(set) var lead = Lead.articles
    private(set) var conditions: [Filter] = []
    /// The slots in which the articles lie, as far as dates tell: from the first, before the second.
    private(set) var lower: Int64?
    private(set) var upper: Int64?

    /// The way to find a filter's articles; `nil` where it lets nothing through.
    init?(_ filter: Filter, in db: Database) throws {
        guard filter != .nothing else { return nil }
        let parts = if case .all(let parts) = filter { parts } else { [filter] }
        let sizes = Sizes(db: db)
        let leading = try parts.indices.compactMap { index in
            try Lead(parts[index]).map { (index: index, lead: $0, size: try sizes.rows(of: $0)) }
        }
        let best = leading.min { $0.size < $1.size }
        lead = best?.lead ?? (parts.contains(where: \.isFlag) ? .states : .articles)
        for index in parts.indices where index != best?.index {
            try add(parts[index], sizes)
        }
    }

    /// Adds a condition; a date narrows the slots, and is asked of the article too where slots are not exact.
    private mutating func add(_ part: Filter, _ sizes: Sizes) throws {
        switch part {
        case .everything: return
        case .since(let moment):
            let slot = Slot.slots(of: Slot.minute(of: moment)).lowerBound
            lower = max(lower ?? slot, slot)
            if try sizes.isExact(at: moment) { return }
        case .before(let moment):
            let isExact = try sizes.isExact(at: moment)
            let minute = try Slot.minute(of: moment) + (isExact ? 0 : sizes.spill() + 1)
            let slot = Slot.slots(of: minute).lowerBound
            upper = min(upper ?? slot, slot)
            if isExact { return }
        default: break
        }
        conditions.append(part)
    }
}

extension Selection.Lead {
    /// The lead that a part of a conjunction can be.
    fileprivate init?(_ filter: Filter) {
        switch filter {
        case .search(let search): self = .search(search)
        case .companies(let ids, let salience) where ids.count <= Selection.maximumArms:
            self = .companies(ids, atLeast: salience)
        case .places(let outlets, let sources) where outlets.count + sources.count <= Selection.maximumArms:
            self = .places(outlets: outlets, sources: sources)
        case .flag(let test) where test.orChangedAfter == nil && test.value == (test.flag == .starred):
            self = .flag(test)
        default: return nil
        }
    }
}

extension Filter {
    /// Whether it is a test of state.
    fileprivate var isFlag: Bool {
        if case .flag = self { true } else { false }
    }
}

/// How many rows a lead would visit, from the counters.
private struct Sizes {
    let db: Database

    func rows(of lead: Selection.Lead) throws -> Int {
        switch lead {
        case .articles, .states: try one("SELECT articles FROM library")
        case .search: -1
        case .companies(let ids, _):
            try one("SELECT sum(articles) FROM company WHERE id IN (SELECT value FROM json_each(?))", ids)
        case .places(let outlets, let sources):
            try one("SELECT sum(articles) FROM outlet WHERE id IN (SELECT value FROM json_each(?))", outlets)
                + one("SELECT sum(articles) FROM source WHERE id IN (SELECT value FROM json_each(?))", sources)
        case .flag(let test) where test.flag == .starred: try one("SELECT count(*) FROM state WHERE starred = 1")
        case .flag: try one("SELECT unread FROM library")
        }
    }

    /// The largest number of minutes by which a slot lies after its article's moment.
    func spill() throws -> Int64 {
        Int64(try one("SELECT spill FROM library"))
    }

    /// Whether the slot of a moment's minute parts the articles before it from those after it.
    func isExact(at moment: Timestamp) throws -> Bool {
        try moment.seconds % 60 == 0 && spill() == 0
    }

    private func one(_ sql: String, _ ids: [Int64]? = nil) throws -> Int {
        let arguments = ids.map { StatementArguments([JSONList($0).text]) } ?? StatementArguments()
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0
    }
}
