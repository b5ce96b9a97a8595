import GRDB
import Model

/// Reads companies with the weeks up to one.
struct Companies {
    let db: Database
    /// The last week shown.
    let week: Int

    /// The rows of a statement whose columns are id, name, followed, unread and articles.
    func rows(_ statement: Statement, _ arguments: StatementArguments) throws -> [CompanyRow] {
        let found = try Row.fetchAll(statement, arguments: arguments)
        let weeks = try weeks(of: found.map { $0[0] })
        return found.map {
            CompanyRow(
                name: $0[1], isFollowed: $0[2], unread: $0[3], articles: $0[4],
                weeks: weeks[$0[0]] ?? Companies.noWeeks)
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
