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

    /// A row where the article in the slot `:slot` is one of them.
    var test: SQL {
        "SELECT 1 FROM (\(arms(and: "\(sql: slot) = :slot", isDistinct: false))) LIMIT 1"
    }

    /// How a single slot is found.
    enum Lookup {
        /// At once, by a key.
        case byKey
        /// By a text index, which takes some steps of going along it.
        case byIndex
        /// By a text index that would gather all articles for each slot.
        case never
    }

    var lookup: Lookup {
        switch lead {
        case .search(let search), .facet(let search): search.isOpen ? .never : .byIndex
        default: .byKey
        }
    }

    /// A part of the answer: a table and what holds of its rows.
    private struct Arm {
        var table: String
        var head: SQL?
    }

    private func arms(and end: SQL?, isDistinct: Bool = true) -> SQL {
        arms.map { arm in
            var conditions = (arm.head.map { [$0] } ?? []) + self.conditions.map { condition($0, in: arm.table) }
            if let lower { conditions.append("\(sql: slot) >= \(lower)") }
            if let upper { conditions.append("\(sql: slot) < \(upper)") }
            if let end { conditions.append(end) }
            let whole: SQL = conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
            return "SELECT \(sql: slot) AS slot FROM \(sql: arm.table)\(whole)"
        }
        .joined(separator: isDistinct ? " UNION " : " UNION ALL ")
    }

    /// The column of slots.
    private var slot: String {
        switch lead {
        case .search: "search.rowid"
        case .facet: "facet.rowid"
        default: "lead.slot"
        }
    }

    /// The lead's tables and own conditions.
    private var arms: [Arm] {
        switch lead {
        case .articles: [Arm(table: "article AS lead")]
        case .states: [Arm(table: "state AS lead")]
        case .search(let search): [Arm(table: "search", head: "search MATCH \(search.text)")]
        case .facet(let search): [Arm(table: "facet", head: "facet MATCH \(search.text)")]
        case .outletless: [Arm(table: "article AS lead", head: "lead.outlet IS NULL")]
        case .updated:
            [Arm(table: "article AS lead", head: "(lead.updated IS NOT NULL) = 1 AND lead.updated IS NOT NULL")]
        case .muted(let moment): [Arm(table: "muted AS lead", head: "lead.lifted = 0 AND lead.until > \(moment)")]
        case .among(let slots):
            [Arm(table: "state AS lead", head: "lead.slot IN (SELECT value FROM json_each(\(JSONList(slots).text)))")]
        case .tagged(let tags, let sources):
            tags.map { Arm(table: "tagging AS lead", head: "lead.tag = \($0)") }
                + sources.map { Arm(table: "origin AS lead", head: "lead.source = \($0)") }
        case .places(let outlets, let sources):
            outlets.map { Arm(table: "article AS lead", head: "lead.outlet = \($0)") }
                + sources.map { Arm(table: "origin AS lead", head: "lead.source = \($0)") }
        case .companies(let ids, .passing): ids.map { Arm(table: "appearance AS lead", head: "lead.company = \($0)") }
        case .companies(let ids, let salience):
            ids.map {
                Arm(
                    table: "appearance AS lead",
                    head: "lead.company = \($0) AND lead.salience >= \(salience.rawValue)")
            }
        case .flag(let test):
            [Arm(table: "state AS lead", head: "lead.\(sql: test.flag.rawValue) = \(sql: test.value ? "1" : "0")")]
        }
    }

    /// A condition on a row of the lead's table; never NULL, so that it can be negated.
    private func condition(_ filter: Filter, in lead: String) -> SQL {
        switch filter {
        case .everything: "TRUE"
        case .nothing: "FALSE"
        // Not asked for: what is no row test leads, or is tested beside the lead (`Plan`).
        case .search(let search): "\(sql: slot) IN (SELECT rowid FROM search WHERE search MATCH \(search.text))"
        case .facet(let search): "\(sql: slot) IN (SELECT rowid FROM facet WHERE facet MATCH \(search.text))"
        case .check: "FALSE"
        case .companies(let ids, let salience):
            exists("appearance", "company IN \(ids) AND salience >= \(salience.rawValue)", in: lead)
        case .places(let ids, let sources) where sources.isEmpty: exists("article", "outlet IN \(ids)", in: lead)
        case .places(let outlets, let ids) where outlets.isEmpty: exists("origin", "source IN \(ids)", in: lead)
        case .places(let outlets, let sources):
            "(\(exists("article", "outlet IN \(outlets)", in: lead)) OR \(exists("origin", "source IN \(sources)", in: lead)))"
        case .often(let ids, let times):
            """
            (SELECT coalesce(sum(mentions), 0) FROM appearance AS other
                WHERE other.slot = \(sql: slot) AND other.company IN \(ids)) >= \(times)
            """
        case .outletless: exists("article", "outlet IS NULL", in: lead)
        case .tagged(let tags, let sources):
            "(\(exists("tagging", "tag IN \(tags)", in: lead)) OR \(exists("origin", "source IN \(sources)", in: lead)))"
        case .muted(let moment): exists("muted", "lifted = 0 AND until > \(moment)", in: lead)
        case .among(let slots): "\(sql: slot) IN (SELECT value FROM json_each(\(JSONList(slots).text)))"
        case .updated: exists("article", "updated IS NOT NULL", in: lead)
        case .language(let code): exists("article", "language = \(code)", in: lead)
        case .since(let moment): exists("article", "published >= \(moment.seconds)", in: lead)
        case .before(let moment): exists("article", "published < \(moment.seconds)", in: lead)
        case .flag(let test): exists("state", test.sql, in: lead)
        case .not(let filter): "NOT \(condition(filter, in: lead))"
        case .all(let parts): "(\(parts.map { condition($0, in: lead) }.joined(separator: " AND ")))"
        case .any(let parts): "(\(parts.map { condition($0, in: lead) }.joined(separator: " OR ")))"
        }
    }

    /// That a table has a row in the lead's slot for which `test` holds; never NULL. Where an article has one row at most
    /// and the table leads, it is this row.
    private func exists(_ table: String, _ test: SQL, in lead: String) -> SQL {
        guard lead != "\(table) AS lead" || ["appearance", "origin", "tagging"].contains(table) else {
            return "ifnull(\(test), FALSE)"
        }
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
