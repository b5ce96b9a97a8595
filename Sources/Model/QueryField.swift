/// The fields of the query language: `company:openai`, `since:7d`.
enum QueryField: String, CaseIterable {
    case company, about, `is`, title, source, lang, since, before, on

    /// What the field is followed by, in words.
    var expectation: String {
        switch self {
        case .company, .about: "a company's name after \(rawValue):"
        case .is: "unread, read or starred after is:"
        case .title: "a word or a “phrase” after title:"
        case .source: "a source's or outlet's name, or # and a source's number, after source:"
        case .lang: "a language code such as it or en after lang:"
        case .since, .before, .on: "a day such as 2026-01-31, 7d, 2w, 3m, today or yesterday after \(rawValue):"
        }
    }

    /// The query that the field and a value are; `nil` where the value is not one of the field's.
    func query(_ value: QueryValue) -> Query? {
        switch self {
        case .company: .company(value.text, atLeast: .passing)
        case .about: .company(value.text, atLeast: .about)
        case .is: Query.State(rawValue: value.text.lowercased()).map(Query.state)
        case .title: .text(value.term(inTitle: true))
        case .source: value.number.map(Query.from) ?? .source(value.text)
        case .lang: QueryField.language(value.text).map(Query.language)
        case .since: QueryDay(value.text).map(Query.since)
        case .before: QueryDay(value.text).map(Query.before)
        case .on: QueryDay(value.text).map(Query.on)
        }
    }

    /// The language of a code such as `it` or `it-IT`.
    private static func language(_ tag: String) -> Language? {
        let code = tag.prefix { $0.isASCII && $0.isLetter }
        guard code.count == 2, let mark = tag.dropFirst(2).first else { return code.count == 2 ? Language(tag) : nil }
        return mark == "-" || mark == "_" ? Language(tag) : nil
    }
}

/// A word, prefix or quoted text as it stands in a query.
struct QueryValue {
    var text: String
    var form: TextTerm.Form

    func term(inTitle: Bool) -> TextTerm {
        TextTerm(text, form, inTitle: inTitle)
    }

    /// The number of a bare `#3`; `nil` for anything else.
    var number: Int64? {
        guard form == .word, text.hasPrefix("#"), let number = Int64(text.dropFirst()), number > 0,
            text.utf8.dropFirst().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return number
    }
}

extension QueryDay {
    /// The day of a value: `2026-01-31`, `7d`, `2w`, `3m` (of 30 days), `1y` (of 365), `today`, `oggi`, `yesterday`,
    /// `ieri`.
    init?(_ text: String) {
        let value = text.lowercased()
        if let days = QueryDay.named[value] {
            self = .daysAgo(days)
        } else if let unit = value.last, let length = QueryDay.units[unit], value.utf8.count <= 8,
            value.utf8.dropLast().allSatisfy({ (48...57).contains($0) }), let number = Int(value.dropLast()),
            number * length <= QueryDay.furthest
        {
            self = .daysAgo(number * length)
        } else if value.utf8.count == 10, let moment = Timestamp(iso8601: value) {
            self = .date(CivilDate(daysSince1970: moment.daysSince1970))
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

extension Query {
    /// Articles published on a day.
    static func on(_ day: QueryDay) -> Query {
        switch day {
        case .daysAgo(0): .since(day)
        case .daysAgo(let days): .all([.since(day), .before(.daysAgo(days - 1))])
        case .date(let date): .all([.since(day), .before(.date(CivilDate(daysSince1970: date.daysSince1970 + 1)))])
        }
    }
}
