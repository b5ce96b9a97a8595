import GRDB
import Model

/// By how much stored articles change the counters, added up over a transaction and written once.
struct CounterChanges {
    /// Articles and, of these, unread ones.
    struct Change {
        var articles = 0
        var unread = 0

        /// No change of either.
        var isNone: Bool { articles == 0 && unread == 0 }

        mutating func add(_ sign: Int, unread isUnread: Bool) {
            articles += sign
            unread += isUnread ? sign : 0
        }
    }

    /// A company in a week.
    struct Week: Hashable {
        var company: Int64
        var week: Int
    }

    private var total = Change()
    private var outlets: [Int64: Change] = [:]
    private var companies: [Int64: Change] = [:]
    private var sources: [Int64: Change] = [:]
    private var weeks: [Week: Int] = [:]

    /// Counts an article in (`sign` 1) or out (-1).
    mutating func count(
        _ sign: Int, published: Timestamp, outlet: Int64?, companies ids: some Sequence<Int64>, isUnread: Bool
    ) {
        total.add(sign, unread: isUnread)
        if let outlet { outlets[outlet, default: Change()].add(sign, unread: isUnread) }
        for id in ids {
            companies[id, default: Change()].add(sign, unread: isUnread)
            weeks[Week(company: id, week: published.week), default: 0] += sign
        }
    }

    /// Counts an article in or out for a source.
    mutating func count(_ sign: Int, source: Int64, isUnread: Bool) {
        sources[source, default: Change()].add(sign, unread: isUnread)
    }

    /// Writes the sums into the counters.
    func apply(in db: Database) throws {
        if !total.isNone {
            try db.cachedStatement(sql: "UPDATE library SET articles = articles + ?, unread = unread + ?")
                .execute(arguments: [total.articles, total.unread])
        }
        try apply(outlets, to: "outlet", in: db)
        try apply(companies, to: "company", in: db)
        try apply(sources, to: "source", in: db)
        try applyWeeks(in: db)
    }

    private func apply(_ changes: [Int64: Change], to table: String, in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: "UPDATE \(table) SET articles = articles + ?, unread = unread + ? WHERE id = ?")
        for (id, change) in changes where !change.isNone {
            try statement.execute(arguments: [change.articles, change.unread, id])
        }
    }

    private func applyWeeks(in db: Database) throws {
        let statement = try db.cachedStatement(
            sql: """
                INSERT INTO companyWeek (company, week, articles) VALUES (?1, ?2, max(0, ?3))
                ON CONFLICT DO UPDATE SET articles = articles + ?3
                """)
        for (key, change) in weeks where change != 0 {
            try statement.execute(arguments: [key.company, Int64(key.week), Int64(change)])
        }
    }
}

extension Timestamp {
    /// The number of the week, Monday to Sunday in UTC; the one of 1970-01-05 is 0.
    var week: Int {
        let days = daysSince1970 - 4
        return days >= 0 ? days / 7 : (days - 6) / 7
    }
}
