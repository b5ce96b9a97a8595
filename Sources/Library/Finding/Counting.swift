import GRDB
import Model

/// Counts the articles of a filter: from the counters where they tell, else by visiting the matches.
struct Counting {
    let finder: Finder

    private var db: Database { finder.db }

    func count(_ filter: Filter) throws -> Count {
        let parts = if case .all(let parts) = filter { parts } else { [filter] }
        let hidden: [Filter] = parts.compactMap {
            if case .not(.muted(let moment)) = $0 { .muted(moment) } else { nil }
        }
        let rest = Filter.conjunction(of: parts.filter { part in !hidden.contains { part == .not($0) } })
        guard let known = try known(rest) else { return try visit(filter) }
        // Counters have the hidden articles in them, which are few.
        return try hidden.reduce(known) { count, muted in
            let less = try visit(.conjunction(of: [rest, muted]))
            return Count(total: count.total - less.total, unread: count.unread - less.unread)
        }
    }

    /// What the counters tell; `nil` where they do not.
    private func known(_ filter: Filter) throws -> Count? {
        switch filter {
        case .nothing: return Count(total: 0, unread: 0)
        case .everything: return try sum("library")
        case .flag(Flag.Test(flag: .read, value: false)):
            let unread = try sum("library").unread
            return Count(total: unread, unread: unread)
        case .flag(Flag.Test(flag: .read, value: true)):
            let all = try sum("library")
            return Count(total: all.total - all.unread, unread: 0)
        case .companies(let ids, .passing) where ids.count == 1: return try sum("company", ids)
        case .places(let ids, let sources) where sources.isEmpty: return try sum("outlet", ids)
        case .places(let outlets, let ids) where outlets.isEmpty && ids.count == 1: return try sum("source", ids)
        default: return nil
        }
    }

    private func sum(_ table: String, _ ids: [Int64]? = nil) throws -> Count {
        let rows: SQL = ids.map { " WHERE id IN \($0)" } ?? ""
        return try one("SELECT coalesce(sum(articles), 0), coalesce(sum(unread), 0) FROM \(sql: table)\(rows)")
    }

    private func visit(_ filter: Filter) throws -> Count {
        guard let plan = try Planner(finder).plan(filter) else { return Count(total: 0, unread: 0) }
        return try one(
            """
            SELECT count(*), coalesce(sum(s.read = 0), 0)
            FROM (\(try plan.slots(by: finder))) AS m CROSS JOIN state AS s ON s.slot = m.slot
            """)
    }

    private func one(_ sql: SQL) throws -> Count {
        let row = try SQLRequest<Row>(literal: sql).fetchOne(db)
        return Count(total: row?[0] ?? 0, unread: row?[1] ?? 0)
    }
}
