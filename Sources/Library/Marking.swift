import GRDB
import Model

/// Sets a flag of many articles and keeps the counters, set by set, through a table of the articles that change.
struct Marking {
    let finder: Finder
    let target: Flag.Test

    var db: Database { finder.db }

    /// What the articles are before.
    var before: Flag.Test { target.negated }

    func clear() throws {
        try db.cachedStatement(sql: "DELETE FROM changed").execute()
    }

    /// Adds the articles of a plan, all of which will change.
    func collect(_ plan: Plan) throws {
        try db.execute(
            literal: """
                INSERT INTO changed
                SELECT s.slot, s.id FROM (\(try plan.slots(by: finder))) AS m CROSS JOIN state AS s ON s.slot = m.slot
                """)
    }

    /// Adds those of the articles that will change.
    func collect(_ ids: [ArticleID]) throws {
        let sql = """
            INSERT OR IGNORE INTO changed SELECT s.slot, s.id
            FROM json_each(?) AS j CROSS JOIN article AS a ON a.id = j.value CROSS JOIN state AS s ON s.slot = a.slot
            WHERE s.\(target.flag.rawValue) = ?
            """
        try db.cachedStatement(sql: sql).execute(arguments: [JSONList(ids).text, before.value])
    }

    /// The articles that change.
    func ids() throws -> [ArticleID] {
        try ArticleID.fetchAll(db.cachedStatement(sql: "SELECT id FROM changed"))
    }

    /// The title of the only article that changes.
    func title() throws -> String? {
        try String.fetchOne(db.cachedStatement(sql: "SELECT title FROM article JOIN changed USING (slot)"))
    }

    /// Sets the flag under a number of the journal.
    func apply(number: Int64) throws {
        let flag = target.flag
        try db.cachedStatement(
            sql: """
                UPDATE state SET \(flag.rawValue) = ?, \(flag.change) = ? WHERE slot IN (SELECT slot FROM changed)
                """
        ).execute(arguments: [target.value, number])
        if flag == .read { try count() }
    }

    /// Brings the counters of unread articles up to date by adding up the fewest articles: those that changed, or from
    /// none the ones now unread, or from all the ones now read.
    private func count() throws {
        let sign = target.value ? -1 : 1
        let sql = """
            UPDATE library SET unread = unread + ? * (SELECT count(*) FROM changed)
            RETURNING unread, articles - unread, (SELECT count(*) FROM changed)
            """
        guard let sizes = try Row.fetchOne(db.cachedStatement(sql: sql), arguments: [sign]) else { return }
        let (unread, read, changed): (Int, Int, Int) = (sizes[0], sizes[1], sizes[2])
        if changed <= min(unread, read) {
            try add(sign, of: "changed", to: "unread")
        } else if unread <= read {
            try add(1, of: "state WHERE read = 0", to: "0")
        } else {
            try add(-1, of: "state WHERE read = 1", to: "articles")
        }
    }

    /// Sets the counters to `base` and adds so many for each of the articles of `slots`.
    private func add(_ sign: Int, of slots: String, to base: String) throws {
        for (counted, table) in [("company", "appearance"), ("outlet", "article"), ("source", "origin")] {
            try db.cachedStatement(sql: "UPDATE \(counted) SET unread = \(base) WHERE unread <> \(base)").execute()
            let sql = """
                UPDATE \(counted) SET unread = unread + ? * sums.number
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
