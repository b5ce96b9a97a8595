import Foundation
import GRDB
import Model

extension Library {
    /// Makes anew what follows from the articles: counters, both indexes, names, and rows that lead nowhere; an article that has
    /// lost its text keeps its title, one that has lost its state is unread.
    ///
    /// In one transaction, so that a repair that is broken off changes nothing; what articles say, and what the user did, is left as
    /// it is. It takes about as long as storing all articles. Damage to the file itself, and to texts, is not mended: `check()` goes
    /// on naming it.
    public func repair() throws(LibraryError) {
        try write { db in
            let repair = Repair(db: db)
            try Damage(db: db).note()
            try repair.rows()
            try repair.counters()
            try repair.indexes()
        }
    }
}

/// The steps of a repair.
private struct Repair {
    let db: Database

    /// Rows that are missing, and those that belong to none.
    func rows() throws {
        let lost = try Row.fetchAll(
            db, sql: "SELECT slot, title FROM article WHERE slot NOT IN (SELECT slot FROM body)")
        for row in lost {
            let title: String = row[1]
            let layout = Layout(blocks: [Block(0..<title.utf8.count, .title)], links: [])
            try db.execute(
                sql: "INSERT INTO body (slot, text, layout, mentions) VALUES (?, ?, ?, ?)",
                arguments: [row[0] as Int64, title, layout.encoded, MentionCodec.encode([])])
            try db.execute(
                sql: "UPDATE article SET fingerprint = ? WHERE slot = ?",
                arguments: [TextPrint(title: title, text: title, blocks: layout.blocks).fingerprint, row[0] as Int64])
        }
        for table in ["body", "state", "appearance", "origin", "tagging"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE slot NOT IN (SELECT slot FROM article)")
        }
        try db.execute(
            sql: """
                INSERT INTO state (slot, id) SELECT slot, id FROM article WHERE slot NOT IN (SELECT slot FROM state);
                UPDATE state SET id = (SELECT id FROM article AS a WHERE a.slot = state.slot)
                    WHERE id <> (SELECT id FROM article AS a WHERE a.slot = state.slot);
                DELETE FROM origin WHERE source NOT IN (SELECT id FROM source);
                DELETE FROM appearance WHERE company NOT IN (SELECT id FROM company);
                DELETE FROM tagging WHERE tag NOT IN (SELECT id FROM tag);
                DELETE FROM version WHERE article NOT IN (SELECT id FROM article);
                DELETE FROM name WHERE article <> 0 AND article NOT IN (SELECT id FROM article);
                UPDATE article SET outlet = NULL WHERE outlet NOT IN (SELECT id FROM outlet);
                UPDATE library SET lastArticle = max(lastArticle, (SELECT coalesce(max(id), 0) FROM article)),
                    lastChange = max(lastChange, (SELECT coalesce(max(id), 0) FROM journal));
                """)
    }

    /// Everything is set to nothing and counted in again, as it is when articles are stored.
    func counters() throws {
        try db.execute(sql: "UPDATE library SET articles = 0, unread = 0; DELETE FROM companyWeek")
        for table in ["outlet", "company", "source"] {
            try db.execute(sql: "UPDATE \(table) SET articles = 0, unread = 0 WHERE articles <> 0 OR unread <> 0")
        }
        var changes = CounterChanges()
        let companies = try db.cachedStatement(sql: "SELECT company FROM appearance WHERE slot = ?")
        let sources = try db.cachedStatement(sql: "SELECT source FROM origin WHERE slot = ?")
        let articles = try Row.fetchCursor(
            db,
            sql: """
                SELECT a.slot, a.published, a.outlet, s.read FROM article AS a JOIN state AS s ON s.slot = a.slot
                ORDER BY a.slot
                """)
        while let row = try articles.next() {
            let isUnread = (row[3] as Int) == 0
            changes.count(
                1, published: Timestamp(seconds: row[1]), outlet: row[2],
                companies: try Int64.fetchAll(companies, arguments: [row[0] as Int64]), isUnread: isUnread)
            for source in try Int64.fetchAll(sources, arguments: [row[0] as Int64]) {
                changes.count(1, source: source, isUnread: isUnread)
            }
        }
        try changes.apply(in: db)
    }

    func indexes() throws {
        SchemaFunctions.add(to: db)
        try db.execute(
            sql: """
                INSERT INTO search (search) VALUES ('rebuild');
                INSERT INTO facet (facet) VALUES ('delete-all');
                INSERT INTO facet (rowid, tokens)
                    SELECT a.slot, facets(b.text, b.mentions, a.author, a.language)
                    FROM article AS a CROSS JOIN body AS b ON b.slot = a.slot ORDER BY a.slot;
                """)
    }
}
