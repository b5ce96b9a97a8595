/// A stretch of days in a query, from one and before another: `ieri`, `2026-01`, `last week`, `2026-01..2026-03`.
struct QueryPeriod: Equatable {
    /// The first day; `nil` for a period without beginning.
    var first: QueryDay?
    /// The day after the last one; `nil` for a period that still goes on.
    var end: QueryDay?

    /// Articles published within it.
    var query: Query {
        switch (first, end) {
        case (let first?, let end?): .all([.since(first), .before(end)])
        case (let first?, nil): .since(first)
        case (nil, let end?): .before(end)
        case (nil, nil): .everything
        }
    }
}

extension Query {
    /// Whether a text is a day or a stretch of days, as the fields `on:`, `since:` and `before:` have them.
    public static func isPeriod(_ text: String) -> Bool {
        QueryPeriod(text) != nil
    }
}

extension QueryPeriod {
    /// The period of a value: a day, a week or month by name, `2026-01-31`, `2026-01`, `2026`, or two of these joined by
    /// `..`, of which one may be left out.
    init?(_ text: String) {
        guard let dots = text.firstRange(of: "..") else {
            self.init(one: text)
            return
        }
        let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
        guard !left.isEmpty || !right.isEmpty else { return nil }
        let (from, to) = (QueryPeriod(one: String(left)), QueryPeriod(one: String(right)))
        guard left.isEmpty || from != nil, right.isEmpty || to != nil else { return nil }
        if case .date(let first)? = from?.first, case .date(let end)? = to?.end, first >= end {
            return nil
        }
        self.init(first: from?.first, end: to?.end)
    }

    /// The period of a word outside any field: a day's or span's name, a date to the month, an interval of these. A year
    /// or `7d` alone is a word.
    init?(bare text: String) {
        let parts = text.ranges(of: "..").isEmpty ? [text] : text.split(separator: "..").map(String.init)
        let isInterval = text.contains("..")
        let isBare = { (part: String) in
            QueryDay.named[part.lowercased()] != nil
                || CalendarText(part).map { isInterval || $0.month != nil } ?? false
        }
        guard !parts.isEmpty, parts.allSatisfy(isBare) else { return nil }
        self.init(text)
    }

    /// Whether a word outside any field has the form of a date or interval, but there is none such: `2026-02-30`,
    /// `2026-12..2026-10`.
    static func isMistaken(bare text: String) -> Bool {
        let parts = text.contains("..") ? text.split(separator: "..").map(String.init) : [text]
        guard !parts.isEmpty, parts.allSatisfy({ CalendarText.hasForm($0, withYear: text.contains("..")) }) else {
            return false
        }
        return QueryPeriod(bare: text) == nil
    }

    /// The names of spans, in the words of both languages.
    static let spans: [String: QueryDay.Span] = {
        var spans: [String: QueryDay.Span] = [
            "settimana scorsa": .lastWeek, "scorsa settimana": .lastWeek, "questa settimana": .thisWeek,
            "mese scorso": .lastMonth, "scorso mese": .lastMonth, "questo mese": .thisMonth,
        ]
        for span in QueryDay.Span.allCases { spans[span.rawValue] = span }
        return spans
    }()

    private init?(one text: String) {
        let value = text.lowercased()
        if let span = QueryPeriod.spans[value] {
            self.init(first: .start(span), end: span.next.map(QueryDay.start))
        } else if let date = CalendarText(value) {
            guard let first = date.first else { return nil }
            self.init(first: .date(first), end: .date(date.next))
        } else if case .daysAgo(let days) = QueryDay(value) {
            self.init(first: .daysAgo(days), end: days == 0 ? nil : .daysAgo(days - 1))
        } else {
            return nil
        }
    }

    private init(first: QueryDay, end: QueryDay?) {
        self.first = first
        self.end = end
    }
}

extension QueryDay {
    /// The day with which a value begins: `2026-01-31`, `2026-01`, `2026`, `7d`, `2w`, `3m` (of 30 days), `1y` (of 365),
    /// `today`, `oggi`, `yesterday`, `ieri`, `last week` and its kin.
    init?(_ text: String) {
        let value = text.lowercased()
        if let days = QueryDay.named[value] {
            self = .daysAgo(days)
        } else if let span = QueryPeriod.spans[value] {
            self = .start(span)
        } else if let unit = value.last, let length = QueryDay.units[unit], value.utf8.count <= 8,
            value.utf8.dropLast().allSatisfy({ (48...57).contains($0) }), let number = Int(value.dropLast()),
            number * length <= QueryDay.furthest
        {
            self = .daysAgo(number * length)
        } else if let date = CalendarText(value)?.first {
            self = .date(date)
        } else {
            return nil
        }
    }

    /// Days that have names, by how many days ago they were.
    static let named = ["today": 0, "oggi": 0, "yesterday": 1, "ieri": 1]

    /// How many days back a query may count: ten thousand years.
    private static let furthest = 3_650_000

    private static let units: [Character: Int] = ["d": 1, "w": 7, "m": 30, "y": 365]
}

extension QueryDay.Span {
    /// The span after it, where that has begun.
    fileprivate var next: QueryDay.Span? {
        switch self {
        case .lastWeek: .thisWeek
        case .lastMonth: .thisMonth
        case .thisWeek, .thisMonth: nil
        }
    }
}

/// A date as far as it is written: `2026`, `2026-01`, `2026-01-31`.
private struct CalendarText {
    var year: Int
    var month: Int?
    var day: Int?

    init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
            parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0])
        else { return nil }
        self.year = year
        month = parts.count > 1 ? Int(parts[1]) : nil
        day = parts.count > 2 ? Int(parts[2]) : nil
        guard first != nil else { return nil }
    }

    /// Whether a text is written as a month or day is, or a year where that is one of two.
    static func hasForm(_ text: String, withYear: Bool) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (withYear ? 1 : 2)...3 ~= parts.count, parts[0].utf8.count == 4 else { return false }
        return parts.dropFirst().allSatisfy { $0.utf8.count == 2 }
            && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    }

    /// Its first day; `nil` where there is none (`2026-02-30`).
    var first: CivilDate? {
        CivilDate(year: year, month: month ?? 1, day: day ?? 1)
    }

    /// The day after its last one.
    var next: CivilDate {
        let first = first?.daysSince1970 ?? 0
        if day != nil { return CivilDate(daysSince1970: first + 1) }
        let end = month.map { $0 == 12 ? (year + 1, 1) : (year, $0 + 1) } ?? (year + 1, 1)
        return CivilDate(year: end.0, month: end.1, day: 1) ?? CivilDate(daysSince1970: first + 1)
    }
}
