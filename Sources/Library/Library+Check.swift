import GRDB
import Model

extension Library {
    /// What is wrong in the library, a sentence for each trouble; empty when all is well. Articles that are damaged are named.
    ///
    /// Every counter is counted again, the text index compared with the texts, and the file checked by SQLite: it takes
    /// as long as reading the whole library.
    public func check() throws(LibraryError) -> [String] {
        try write { db in
            let checks = Check(db: db)
            let isIndexSound = try Damage(db: db).isIndexSound()
            let index = isIndexSound ? [] : ["The text index does not fit the texts."]
            return try checks.file() + part("articles and their state", checks.states) + part("names", checks.names)
                + part("counts", checks.counters) + index + part("the index of names and sums", checks.facets)
                + part("the articles") { try Damage(db: db).sentences(isIndexSound: isIndexSound) }
        }
    }
}

/// What a check finds; a file that is damaged where it looks is a finding too, and ends no other check.
private func part(_ what: String, _ check: () throws -> [String]) throws -> [String] {
    do {
        return try check()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return ["The file is damaged where \(what) stand: \(error.message ?? "it cannot be read")."]
    }
}

/// The checks of a library.
private struct Check {
    let db: Database

    func file() throws -> [String] {
        let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { row in
            "A row of \(row["table"] as String) refers to one that is not there."
        }
        return integrity.map { "SQLite finds: \($0)." } + strays
    }

    func states() throws -> [String] {
        try differences(
            "articles whose body, state or number is missing or wrong",
            """
            SELECT count(*) FROM article AS a LEFT JOIN body AS b ON b.slot = a.slot
                LEFT JOIN state AS s ON s.slot = a.slot WHERE b.slot IS NULL OR s.id IS NOT a.id
            """)
    }

    func names() throws -> [String] {
        try differences(
            "names that lead to no article",
            "SELECT count(*) FROM name WHERE article <> 0 AND article NOT IN (SELECT id FROM article)")
    }

    func counters() throws -> [String] {
        let articles = "FROM article AS a JOIN state AS s ON s.slot = a.slot"
        let appearances = "FROM appearance AS a JOIN state AS s ON s.slot = a.slot"
        let origins = "FROM origin AS a JOIN state AS s ON s.slot = a.slot"
        let counts = "count(*) AS articles, coalesce(sum(s.read = 0), 0) AS unread"
        return try differences(
            "wrong counts of all articles",
            """
            SELECT count(*) FROM library AS l, (SELECT \(counts) \(articles)) AS c
            WHERE l.articles <> c.articles OR l.unread <> c.unread
            """)
            + counter("outlet", "SELECT a.outlet AS id, \(counts) \(articles) GROUP BY a.outlet")
            + counter("company", "SELECT a.company AS id, \(counts) \(appearances) GROUP BY a.company")
            + counter("source", "SELECT a.source AS id, \(counts) \(origins) GROUP BY a.source") + weeks()
    }

    /// Tokens are counted again, article by article, and compared with those of the index.
    func facets() throws -> [String] {
        var counted: [String: Int] = [:]
        let articles = try Row.fetchCursor(
            db,
            sql: """
                SELECT b.text, b.mentions, a.author, a.language
                FROM article AS a CROSS JOIN body AS b ON b.slot = a.slot
                """)
        while let row = try articles.next() {
            let tokens = Facets.text(
                of: row[0], (try? MentionCodec.decode(row[1])) ?? [], author: row[2], language: row[3])
            for token in tokens.split(separator: " ") { counted[String(token), default: 0] += 1 }
        }
        try db.execute(sql: "CREATE VIRTUAL TABLE temp.facetWord USING fts5vocab (main, facet, row)")
        defer { try? db.execute(sql: "DROP TABLE temp.facetWord") }
        let words = try Row.fetchCursor(db, sql: "SELECT term, doc FROM temp.facetWord")
        while let row = try words.next() { counted[row[0], default: 0] -= row[1] as Int }
        let wrong = counted.values.filter { $0 != 0 }.count
        return wrong == 0 ? [] : ["The index of names and sums does not fit the articles: \(wrong) differ."]
    }

    private func counter(_ table: String, _ counted: String) throws -> [String] {
        try differences(
            "wrong counts of \(table) articles",
            """
            SELECT count(*) FROM \(table) AS t LEFT JOIN (\(counted)) AS c ON c.id = t.id
            WHERE t.articles <> coalesce(c.articles, 0) OR t.unread <> coalesce(c.unread, 0)
            """)
    }

    /// Weeks are counted here and not by SQL, so that there is one rule for what a week is.
    private func weeks() throws -> [String] {
        var counted: [CounterChanges.Week: Int] = [:]
        let appearances = try Row.fetchCursor(
            db, sql: "SELECT p.company, a.published FROM appearance AS p JOIN article AS a ON a.slot = p.slot")
        while let row = try appearances.next() {
            counted[CounterChanges.Week(company: row[0], week: Timestamp(seconds: row[1]).week), default: 0] += 1
        }
        let stored = try Row.fetchCursor(db, sql: "SELECT company, week, articles FROM companyWeek")
        while let row = try stored.next() {
            counted[CounterChanges.Week(company: row[0], week: row[1]), default: 0] -= row[2]
        }
        let wrong = counted.values.filter { $0 != 0 }.count
        return wrong == 0 ? [] : ["There are \(wrong) wrong counts of weeks."]
    }

    private func differences(_ what: String, _ sql: String) throws -> [String] {
        let count = try Int.fetchOne(db, sql: sql) ?? 0
        return count == 0 ? [] : ["There are \(count) \(what)."]
    }
}
