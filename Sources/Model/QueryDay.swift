/// A day in a query: fixed, or counted back from today.
public enum QueryDay: Hashable, Sendable {
    /// A week or month of the calendar that has begun, or the one before; weeks begin on Monday.
    public enum Span: String, CaseIterable, Sendable {
        case thisWeek = "this week"
        case lastWeek = "last week"
        case thisMonth = "this month"
        case lastMonth = "last month"
    }

    /// A day of the calendar.
    case date(CivilDate)
    /// So many days before today; 0 is today.
    case daysAgo(Int)
    /// The first day of a week or month.
    case start(Span)

    /// The moment at which the day begins for the user.
    public func start(now: Timestamp, zone: Zone) -> Timestamp {
        let today = zone.date(of: now)
        switch self {
        case .date(let date): return zone.start(of: date)
        case .daysAgo(let days): return zone.start(of: CivilDate(daysSince1970: today.daysSince1970 - days))
        case .start(.thisWeek): return zone.start(of: today.monday)
        case .start(.lastWeek): return zone.start(of: CivilDate(daysSince1970: today.monday.daysSince1970 - 7))
        case .start(.thisMonth): return zone.start(of: today.firstOfMonth)
        case .start(.lastMonth):
            let last = CivilDate(daysSince1970: today.firstOfMonth.daysSince1970 - 1)
            return zone.start(of: last.firstOfMonth)
        }
    }

    /// The day as a query writes it: `2026-01-31`, `today`, `yesterday`, `7d`, `last week`.
    var written: String {
        switch self {
        case .date(let date): date.iso8601
        case .daysAgo(0): "today"
        case .daysAgo(1): "yesterday"
        case .daysAgo(let days): "\(days)d"
        case .start(let span): span.rawValue
        }
    }
}

extension CivilDate {
    /// The Monday on or before the day; 1970-01-01 was a Thursday.
    fileprivate var monday: CivilDate {
        let days = daysSince1970
        return CivilDate(daysSince1970: days - ((days + 3) % 7 + 7) % 7)
    }

    /// The first day of its month.
    fileprivate var firstOfMonth: CivilDate {
        CivilDate(daysSince1970: daysSince1970 - day + 1)
    }
}
