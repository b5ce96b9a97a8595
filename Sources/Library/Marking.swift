import GRDB
import Model

/// Sets a flag of many articles and keeps the counters, set by set, through a table of the articles that change.
struct Marking {
    let finder: Finder
    let target: Flag.Test
    /// Whether all articles that are not as they are to be change, so that nobody has to note which.
    private var isWhole = false

    var db: Database { finder.db }

    /// What the articles are before.
    var before: Flag.Test { target.negated }

    init(finder: Finder, target: Flag.Test) throws {
        self.finder = finder
        self.target = target
        try db.cachedStatement(sql: "DELETE FROM changed").execute()
    }

    /// Adds the articles of a plan, all of which will change.
    mutating func collect(_ plan: Plan) throws {
        if case .rows(let selection) = plan, selection.isAll(of: before) {
            isWhole = true
            return
        }
        try db.execute(
            literal: """
                INSERT OR FAIL INTO changed
                SELECT s.slot, s.id FROM (\(try plan.slots(by: finder))) AS m CROSS JOIN state AS s ON s.slot = m.slot
                """)
    }

    /// Adds those of the articles that will change, some at a time: SQLite takes a list apart in memory.
    func collect(_ ids: [ArticleID]) throws {
        let sql = """
            INSERT OR IGNORE INTO changed SELECT s.slot, s.id
            FROM json_each(?) AS j CROSS JOIN article AS a ON a.id = j.value CROSS JOIN state AS s ON s.slot = a.slot
            WHERE s.\(target.flag.rawValue) = ?
            """
        let statement = try db.cachedStatement(sql: sql)
        for start in stride(from: 0, to: ids.count, by: Marking.listed) {
            let list = JSONList(Array(ids[start..<min(start + Marking.listed, ids.count)]))
            try statement.execute(arguments: [list.text, before.value])
        }
    }

    private static let listed = 2_000

    /// The articles that change, as the journal keeps them.
    func numbers() throws -> Numbers.Encoder {
        let flag = target.flag.rawValue
        // Past its index, a table is read in the order in which it lies.
        let sql =
            isWhole
            ? "SELECT id FROM state NOT INDEXED WHERE \(flag) = ?" : "SELECT id FROM changed WHERE ? IS NOT NULL"
        var numbers = Numbers.Encoder()
        let rows = try ArticleID.fetchCursor(db.cachedStatement(sql: sql), arguments: [before.value])
        while let id = try rows.next() { numbers.add(id) }
        return numbers
    }

    /// How many articles of a list change.
    func listedCount() throws -> Int {
        try Int.fetchOne(db.cachedStatement(sql: "SELECT count(*) FROM changed")) ?? 0
    }

    /// The title of the only article that changes.
    func title() throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT a.title FROM changed AS c CROSS JOIN article AS a ON a.slot = c.slot"))
    }

    /// Sets the flag of so many articles under a number of the journal.
    func apply(number: Int64, count: Int) throws {
        let isMany = try count > Marking.many && count * 2 > Sizes(db: db).all()
        // An index of most articles is made anew in a tenth of the time that it takes to change it entry by entry.
        let index = isMany ? target.flag.index : nil
        if let index { try db.execute(sql: "DROP INDEX \(index.name)") }
        try setFlag(number: number)
        if let index { try db.execute(sql: index.definition) }
        if target.flag == .read { try self.count(count) }
    }

    private static let many = 1000
    /// So many articles are passed in the time in which one is counted.
    private static let passed = 16

    private func setFlag(number: Int64) throws {
        let flag = target.flag
        let articles = isWhole ? "\(flag.rawValue) = ?" : "slot IN (SELECT slot FROM changed) AND ? IS NOT NULL"
        // An error ends the whole transaction anyway; so that SQLite need not keep every page as it was before, it is
        // told that what is done may stay.
        try db.cachedStatement(
            sql: "UPDATE OR FAIL state SET \(flag.rawValue) = ?, \(flag.change) = ? WHERE \(articles)"
        ).execute(arguments: [target.value, number, before.value])
    }

    /// Brings the counters of unread articles up to date by adding up the fewest articles: those that changed, or from
    /// none the ones now unread, or from all the ones now read, which are found by going through all.
    private func count(_ changed: Int) throws {
        let sign = target.value ? -1 : 1
        let sql = "UPDATE library SET unread = unread + ? RETURNING unread, articles - unread"
        guard let sizes = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [sign * changed]) else { return }
        let (unread, read): (Int, Int) = (sizes[0], sizes[1])
        if !isWhole, changed <= max(min(unread, read), (unread + read) / Marking.passed) {
            try add(sign, of: "changed", to: nil)
        } else if unread <= read {
            try add(1, of: "state WHERE read = 0", to: "0")
        } else {
            try add(-1, of: "state WHERE read = 1", to: "articles")
        }
    }

    /// Sets the counters to `base`, if it is given, and adds so many for each of the articles of `slots`.
    private func add(_ sign: Int, of slots: String, to base: String?) throws {
        for (counted, table) in [("company", "appearance"), ("outlet", "article"), ("source", "origin")] {
            if let base {
                try db.cachedStatement(sql: "UPDATE \(counted) SET unread = \(base) WHERE unread <> \(base)").execute()
            }
            let sql = """
                UPDATE OR FAIL \(counted) SET unread = unread + ? * sums.number
                FROM (SELECT t.\(counted) AS id, count(*) AS number
                    FROM (SELECT slot FROM \(slots)) AS c CROSS JOIN \(table) AS t ON t.slot = c.slot
                    GROUP BY t.\(counted)) AS sums
                WHERE sums.id = \(counted).id
                """
            try db.cachedStatement(sql: sql).execute(arguments: [sign])
        }
    }
}

/// Sets which companies the user follows.
struct Following {
    let db: Database

    /// Follows companies, or no longer; the number of those for which that is new.
    func set(_ isFollowed: Bool, _ ids: [Int64]) throws -> Int {
        let sql = """
            UPDATE company SET followed = ? WHERE id IN (SELECT value FROM json_each(?)) AND followed <> ?
            """
        try db.cachedStatement(sql: sql).execute(arguments: [isFollowed, JSONList(ids).text, isFollowed])
        return db.changesCount
    }
}
