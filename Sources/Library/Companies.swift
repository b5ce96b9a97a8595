import GRDB
import Model

/// Reads companies with the weeks up to one.
struct Companies {
    let db: Database
    /// The last week shown.
    let week: Int

    /// The rows of a statement whose columns are id, name, followed, unread and articles, less so many.
    func rows(
        _ statement: Statement, _ arguments: StatementArguments, less hidden: [Int64: Count] = [:]
    ) throws -> [CompanyRow] {
        let found = try Row.fetchAll(statement, arguments: arguments)
        let weeks = try weeks(of: found.map { $0[0] })
        return found.map { row in
            let id: Int64 = row[0]
            let less = hidden[id] ?? Count(total: 0, unread: 0)
            let (unread, articles): (Int, Int) = (row[3], row[4])
            return CompanyRow(
                name: row[1], isFollowed: row[2], unread: unread - less.unread, articles: articles - less.total,
                weeks: weeks[id] ?? Companies.noWeeks)
        }
    }

    private static let noWeeks = [Int](repeating: 0, count: Library.weeks)

    /// The articles of companies in each week, the oldest first.
    private func weeks(of companies: [Int64]) throws -> [Int64: [Int]] {
        let first = week - Library.weeks + 1
        let sql = """
            SELECT w.company, w.week, w.articles
            FROM json_each(?) AS j CROSS JOIN companyWeek AS w ON w.company = j.value AND w.week BETWEEN ? AND ?
            """
        let rows = try Row.fetchCursor(
            db.cachedStatement(sql: sql), arguments: [JSONList(companies).text, first, week])
        var weeks: [Int64: [Int]] = [:]
        while let row = try rows.next() {
            weeks[row[0], default: Companies.noWeeks][row[1] - first] = row[2]
        }
        return weeks
    }
}
