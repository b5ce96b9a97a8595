import GRDB
import Model

/// How well articles answer a query: bm25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) of its
/// words, those in title and lead counted more, how much they are about its companies, and how new they are.
struct Ranking {
    let finder: Finder
    let now: Timestamp
    /// The query's words, each with the forms it stands for.
    let terms: [SearchExpression]
    /// The companies that the query asks for.
    let companies: [Int64]

    private var db: Database { finder.db }

    /// In how many of the newest articles the frequency of a word is looked up.
    private static let sample = 4096
    /// After so many days an article counts half of what it counts new, as far as newness counts at all.
    private static let halfLife = 30.0
    /// How much of the score does not depend on the date.
    private static let timeless = 0.4

    /// The scores of articles.
    ///
    /// - Parameter isEveryMatch: Whether the slots, in order of time, are all matches of the words between the first and
    ///   the last.
    func scores(of slots: [Int64], isEveryMatch: Bool) throws -> [Int64: Double] {
        var scores = Dictionary(uniqueKeysWithValues: slots.map { ($0, 0.0) })
        try addWords(to: &scores, slots, isEveryMatch: isEveryMatch)
        try addCompanies(to: &scores)
        let today = Double(Slot.minute(of: now))
        for (slot, score) in scores {
            let days = max(0, today - Double(Slot.minute(of: slot))) / 1440
            scores[slot] =
                (score + 0.01) * (Ranking.timeless + (1 - Ranking.timeless) * power(-days / Ranking.halfLife))
        }
        return scores
    }

    private func addWords(to scores: inout [Int64: Double], _ slots: [Int64], isEveryMatch: Bool) throws {
        guard !terms.isEmpty, let first = slots.first, let last = slots.last else { return }
        Weight.register(in: db)
        let weights = try terms.flatMap { Array(repeating: try rarity(of: $0), count: $0.phrases) }
            .prefix(Weight.mostPhrases).map { "\($0)" }.joined(separator: ", ")
        let text = SearchExpression.any(terms).text
        let isScanned = try isEveryMatch || isNarrow(first, last, slots.count)
        let weight = "\(Weight.name)(search, \(weights))"
        let wanted = isEveryMatch ? weight : "CASE WHEN rowid IN (SELECT value FROM json_each(?)) THEN \(weight) END"
        let sql = """
            SELECT rowid, \(isScanned ? wanted : weight) FROM search
            WHERE search MATCH ? AND rowid \(isScanned ? "BETWEEN ? AND ?" : "= ?")
            """
        let statement = try db.makeStatement(sql: sql)
        let ranges: [StatementArguments] =
            isScanned
            ? [(isEveryMatch ? [] : [JSONList(slots).text]) + [text, last, first]] : slots.map { [text, $0] }
        for arguments in ranges {
            let rows = try Row.fetchCursor(statement, arguments: arguments)
            while let row = try rows.next() { scores[row[0]]? += row[1] as Double? ?? 0 }
        }
    }

    /// Whether going through all articles between two slots takes less time than looking so many up.
    private func isNarrow(_ first: Int64, _ last: Int64, _ count: Int) throws -> Bool {
        let most = count * finder.limits.matchesALookup
        let sql = "SELECT count(*) FROM (SELECT 1 FROM state WHERE slot BETWEEN ? AND ? LIMIT \(most))"
        return try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [last, first]) ?? 0 < most
    }

    /// A third of an average word's worth for each step of salience, and a little for each mention.
    private func addCompanies(to scores: inout [Int64: Double]) throws {
        guard !companies.isEmpty else { return }
        let sql = """
            SELECT p.slot, max(p.salience), sum(p.mentions) FROM json_each(?) AS j
            JOIN appearance AS p ON p.slot = j.value AND p.company IN (SELECT value FROM json_each(?)) GROUP BY p.slot
            """
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: sql), arguments: [JSONList(Array(scores.keys)).text, JSONList(companies).text])
        while let row = try rows.next() {
            let (salience, mentions): (Double, Double) = (row[1], row[2])
            scores[row[0]]? += 1 + 2 * salience + min(mentions, 20) / 10
        }
    }

    /// How much a word says by being rare, from the newest articles: its inverse document frequency.
    private func rarity(of term: SearchExpression) throws -> Double {
        let oldest = try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT slot FROM state ORDER BY slot DESC LIMIT 1 OFFSET \(Ranking.sample - 1)"))
        let all = try oldest == nil ? Sizes(db: db).all() : Ranking.sample
        let sql = "SELECT count(*) FROM search WHERE search MATCH ? AND rowid >= ?"
        let found =
            try Int.fetchOne(db.cachedStatement(sql: sql), arguments: [term.text, oldest ?? Int64.min]) ?? 0
        return logarithm(1 + (Double(all - found) + 0.5) / (Double(found) + 0.5))
    }
}
