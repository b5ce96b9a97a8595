import GRDB
import Model

/// A stretch of a list.
struct Window {
    /// The slot it begins after; `nil` begins at the end of the list.
    var from: Int64?
    /// Whether that slot belongs to it.
    var isInclusive = false
    /// Whether it goes towards newer articles.
    var isTowardsNewer = false
    var limit: Int
}

extension Selection {
    /// The slots of a window, in its direction, without sorting: every arm runs along its index.
    func slots(in window: Window) -> SQL {
        let ends: SQL? = window.from.map { from in
            let comparison = (window.isTowardsNewer ? ">" : "<") + (window.isInclusive ? "=" : "")
            return "\(sql: slot) \(sql: comparison) \(from)"
        }
        let order = window.isTowardsNewer ? "ASC" : "DESC"
        return "\(arms(and: ends)) ORDER BY slot \(sql: order) LIMIT \(window.limit)"
    }

    /// All slots, each once, in any order.
    var slots: SQL { arms(and: nil) }

    private func arms(and end: SQL?) -> SQL {
        var conditions = self.conditions.map { condition($0) }
        if let lower { conditions.append("\(sql: slot) >= \(lower)") }
        if let upper { conditions.append("\(sql: slot) < \(upper)") }
        if let end { conditions.append(end) }
        return heads.map { head in
            let all = (head.map { [$0] } ?? []) + conditions
            let whole: SQL = all.isEmpty ? "" : " WHERE \(all.joined(separator: " AND "))"
            return "SELECT \(sql: slot) AS slot FROM \(sql: table)\(whole)"
        }
        .joined(separator: " UNION ")
    }

    /// The lead's table.
    private var table: String {
        switch lead {
        case .articles, .outlets: "article AS lead"
        case .search: "search"
        case .companies: "appearance AS lead"
        case .flag, .states: "state AS lead"
        }
    }

    /// The lead's column of slots.
    private var slot: String {
        if case .search = lead { "search.rowid" } else { "lead.slot" }
    }

    /// The lead's own condition, for each arm.
    private var heads: [SQL?] {
        switch lead {
        case .articles, .states: [nil]
        case .search(let search): ["search MATCH \(search.text)"]
        case .outlets(let ids): ids.map { "lead.outlet = \($0)" }
        case .companies(let ids, .passing): ids.map { "lead.company = \($0)" }
        case .companies(let ids, let salience):
            ids.map { "lead.company = \($0) AND lead.salience >= \(salience.rawValue)" }
        case .flag(let test): ["lead.\(sql: test.flag.rawValue) = \(sql: test.value ? "1" : "0")"]
        }
    }

    /// A condition on the lead's row; never NULL, so that it can be negated.
    private func condition(_ filter: Filter) -> SQL {
        switch filter {
        case .everything: "TRUE"
        case .nothing: "FALSE"
        case .search(let search): "\(sql: slot) IN (SELECT rowid FROM search WHERE search MATCH \(search.text))"
        case .companies(let ids, let salience):
            exists("appearance", "company IN \(ids) AND salience >= \(salience.rawValue)")
        case .outlets(let ids): exists("article", "outlet IN \(ids)")
        case .language(let code): exists("article", "language = \(code)")
        case .since(let moment): exists("article", "published >= \(moment.seconds)")
        case .before(let moment): exists("article", "published < \(moment.seconds)")
        case .flag(let test): exists("state", test.sql)
        case .not(let filter): "NOT \(condition(filter))"
        case .all(let parts): "(\(parts.map { condition($0) }.joined(separator: " AND ")))"
        case .any(let parts): "(\(parts.map { condition($0) }.joined(separator: " OR ")))"
        }
    }

    /// That a table has a row in the lead's slot for which `test` holds; never NULL.
    private func exists(_ table: String, _ test: SQL) -> SQL {
        guard self.table != "\(table) AS lead" || table == "appearance" else { return "ifnull(\(test), FALSE)" }
        return "EXISTS (SELECT 1 FROM \(sql: table) AS other WHERE other.slot = \(sql: slot) AND \(test))"
    }
}

extension Flag.Test {
    /// The test on a row of `state`.
    fileprivate var sql: SQL {
        let isSet: SQL = "\(sql: flag.rawValue) = \(value)"
        guard let orChangedAfter else { return isSet }
        return "(\(isSet) OR \(sql: flag.change) > \(orChangedAfter))"
    }
}
