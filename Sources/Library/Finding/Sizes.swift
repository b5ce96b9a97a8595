import GRDB
import Model

/// How many rows a way to find articles would visit, from the counters, or else counted up to a limit.
struct Sizes {
    let db: Database

    /// About how many articles a filter finds; those of text indexes are counted up to `limit`.
    func rows(of filter: Filter, limit: Int) throws -> Int {
        switch filter {
        case .nothing: return 0
        case .search(let search): return try matches(of: search, in: "search", limit: limit)
        case .facet(let search): return try matches(of: search, in: "facet", limit: limit)
        case .all(let parts): return try parts.map { try rows(of: $0, limit: limit) }.min() ?? 0
        case .any(let parts): return try parts.reduce(0) { try $0 + rows(of: $1, limit: limit) }
        default:
            guard let lead = Selection.Lead(filter) else { return try all() }
            return try rows(of: lead, limit: limit)
        }
    }

    /// How many rows a lead has.
    func rows(of lead: Selection.Lead, limit: Int) throws -> Int {
        switch lead {
        case .articles, .states: try all()
        case .search(let search): try matches(of: search, in: "search", limit: limit)
        case .facet(let search): try matches(of: search, in: "facet", limit: limit)
        case .companies(let ids, _): try sum("company", ids)
        case .places(let outlets, let sources): try sum("outlet", outlets) + sum("source", sources)
        case .outletless: try all() - one("SELECT sum(articles) FROM outlet")
        case .tagged(let tags, let sources):
            try one(
                """
                SELECT count(*) FROM (SELECT 1 FROM tagging WHERE tag IN (SELECT value FROM json_each(?)) LIMIT \(limit))
                """, tags) + sum("source", sources)
        case .flag(let test) where test.flag == .starred:
            try one("SELECT count(*) FROM (SELECT 1 FROM state WHERE starred = 1 LIMIT \(limit))")
        case .flag: try one("SELECT unread FROM library")
        case .among(let slots): slots.count
        case .muted: try one("SELECT count(*) FROM (SELECT 1 FROM muted WHERE lifted = 0 LIMIT \(limit))")
        case .updated:
            try one("SELECT count(*) FROM (SELECT 1 FROM article WHERE updated IS NOT NULL LIMIT \(limit))")
        }
    }

    /// How many articles there are.
    func all() throws -> Int {
        try one("SELECT articles FROM library")
    }

    /// The largest number of minutes by which a slot lies after its article's moment.
    func spill() throws -> Int64 {
        Int64(try one("SELECT spill FROM library"))
    }

    /// Whether the slot of a moment's minute parts the articles before it from those after it.
    func isExact(at moment: Timestamp) throws -> Bool {
        try moment.seconds % 60 == 0 && spill() == 0
    }

    private func sum(_ table: String, _ ids: [Int64]) throws -> Int {
        guard !ids.isEmpty else { return 0 }
        return try one("SELECT sum(articles) FROM \(table) WHERE id IN (SELECT value FROM json_each(?))", ids)
    }

    private func matches(of search: SearchExpression, in index: String, limit: Int) throws -> Int {
        let sql = "SELECT count(*) FROM (SELECT 1 FROM \(index) WHERE \(index) MATCH ? LIMIT ?)"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [search.text, limit]) ?? 0
    }

    private func one(_ sql: String, _ ids: [Int64]? = nil) throws -> Int {
        let arguments = ids.map { StatementArguments([JSONList($0).text]) } ?? StatementArguments()
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: arguments) ?? 0
    }
}
