import GRDB
import Model

/// Articles whose texts are not what was stored, which nothing in the library can mend.
struct Damage {
    /// An article that is damaged.
    struct Finding: Equatable {
        var id: ArticleID
        var title: String
        /// Whether it cannot be read at all.
        var isUnreadable: Bool
    }

    /// So many articles are named; the others are counted.
    private static let named = 20
    /// The fingerprint of an article whose text a repair found to be another one; no text has it (`TextPrint`).
    static let mark: Int64 = 0

    let db: Database

    /// The damaged articles. A text that can be read is taken for damaged where a repair has marked it, and, where the text index
    /// fits the texts no longer, if it is not the one that was stored by its fingerprint.
    func findings(isIndexSound: Bool) throws -> [Finding] {
        let rows = Rows(db: db)
        let sql =
            "SELECT a.title, a.fingerprint, b.text, b.layout FROM article AS a JOIN body AS b USING (slot) WHERE a.id = ?"
        let statement = try db.cachedStatement(sql: sql)
        var findings: [Finding] = []
        for id in try ArticleID.fetchAll(db, sql: "SELECT id FROM article ORDER BY id") {
            do {
                guard try rows.article(id) != nil, let row = try Row.fetchOne(statement, arguments: [id]) else {
                    continue
                }
                let title: String = row[0]
                let isOther =
                    try row[1] == Damage.mark
                    || !isIndexSound
                        && TextPrint(title: title, text: row[2], blocks: Layout(decoding: row[3]).blocks).fingerprint
                            != row[1]
                if isOther { findings.append(Finding(id: id, title: title, isUnreadable: false)) }
            } catch is ByteReader.Malformed {
                findings.append(Finding(id: id, title: title(of: id), isUnreadable: true))
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
                findings.append(Finding(id: id, title: title(of: id), isUnreadable: true))
            }
        }
        return findings
    }

    /// A sentence for each damaged article, the first few of them.
    func sentences(isIndexSound: Bool) throws -> [String] {
        let findings = try findings(isIndexSound: isIndexSound)
        let first = findings.prefix(Damage.named).map { finding in
            let title = finding.title.isEmpty ? "" : ", “\(finding.title.prefix(200))”,"
            let what = finding.isUnreadable ? "cannot be read" : "has another text than was stored"
            return "Article \(finding.id)\(title) \(what)."
        }
        let more = findings.count - first.count
        return first + (more > 0 ? ["\(more) further articles are damaged like these."] : [])
    }

    /// Remembers which texts are not what was stored, before the text index is made anew from them.
    func note() throws {
        guard try !isIndexSound() else { return }
        let statement = try db.cachedStatement(sql: "UPDATE article SET fingerprint = ? WHERE id = ?")
        for finding in try findings(isIndexSound: false) {
            try statement.execute(arguments: [Damage.mark, finding.id])
        }
    }

    /// Whether the text index fits the texts.
    func isIndexSound() throws -> Bool {
        do {
            try db.execute(sql: "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)")
            return true
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
            return false
        }
    }

    private func title(of id: ArticleID) -> String {
        (try? String.fetchOne(db, sql: "SELECT title FROM article WHERE id = ?", arguments: [id])) ?? ""
    }
}
