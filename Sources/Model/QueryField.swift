/// The fields of the query language: `company:openai`, `since:7d`.
enum QueryField: String, CaseIterable {
    case company, about, with, product, person, place, amount, title, body, near, source, author, lang, tag, `is`
    case since, before, on, search, sort

    /// What the field is followed by, in words.
    var expectation: String {
        switch self {
        case .company, .about, .with: "a company's name after \(rawValue):"
        case .product, .person, .place: "the name of a \(rawValue) after \(rawValue):"
        case .amount: "a sum such as >500m EUR, <=1.5bn, 100m..200m or >5% after amount:"
        case .is: "unread, read, starred, updated or muted after is:"
        case .title, .body: "a word or a “phrase” after \(rawValue):"
        case .near: "two or more words in quotation marks after near:"
        case .source: "a source's or outlet's name, or # and a source's number, after source:"
        case .author: "an author's name after author:"
        case .lang: "a language code such as it or en after lang:"
        case .tag: "a tag after tag:"
        case .since, .before: "a day such as 2026-01-31, 7d, 2w, 3m, today or yesterday after \(rawValue):"
        case .on: "a day such as 2026-01-31, ieri, 2026-01, last week or 2026-01..2026-03 after on:"
        case .search: "the name of a saved search after search:"
        case .sort: "date, rank or source after sort:"
        }
    }

    /// The query that the field and a value are; `nil` where the value is not one of the field's.
    func query(_ value: QueryValue) -> Query? {
        switch self {
        case .company: QueryField.company(value, atLeast: .passing)
        case .about: QueryField.company(value, atLeast: .about)
        case .with: .with(value.companyName)
        case .product: value.name(.product)
        case .person: value.name(.person)
        case .place: value.name(.place)
        case .amount: AmountText.test(value.text).map(Query.amount)
        case .is: Query.State(rawValue: value.text.lowercased()).map(Query.state)
        case .title: .text(value.term(in: .title))
        case .body: .text(value.term(in: .body))
        case .near: value.near
        case .source: value.number.map(Query.from) ?? (value.isBadNumber ? nil : .source(value.text))
        case .author: .author(value.term(in: .anywhere))
        case .lang: QueryField.language(value.text).map(Query.language)
        case .tag: .tag(value.text)
        case .since: QueryDay(value.text).map(Query.since)
        case .before: QueryDay(value.text).map(Query.before)
        case .on: QueryPeriod(value.text)?.query
        case .search: .saved(value.text)
        case .sort: Query.Order(rawValue: value.text.lowercased()).map(Query.sorted)
        }
    }

    /// Whether days are what follows it.
    var isOfDays: Bool { self == .since || self == .before || self == .on }

    private static func company(_ value: QueryValue, atLeast salience: Salience) -> Query {
        let company = Query.company(value.companyName, atLeast: salience)
        guard let times = value.times else { return company }
        let often = Query.often(value.companyName, times: times)
        return salience == .passing ? often : company.and(often)
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
    /// The number behind a `>=`.
    var times: Int?

    func term(in place: TextTerm.Place) -> TextTerm {
        TextTerm(text, form, in: place)
    }

    func name(_ kind: Mention.Kind) -> Query {
        .named(kind, term(in: .anywhere))
    }

    /// Words near each other; `nil` for a single one.
    var near: Query? {
        guard FoldedWord.words(of: text).count > 1, form != .prefix else { return nil }
        return .text(TextTerm(text, .near))
    }

    /// The number of a bare `#3`; `nil` for anything else.
    var number: Int64? {
        guard form == .word, text.hasPrefix("#"), let number = Int64(text.dropFirst()), number > 0,
            text.utf8.dropFirst().allSatisfy({ (48...57).contains($0) })
        else { return nil }
        return number
    }

    /// A company's name, with a `*` at its end where its beginning alone is told.
    var companyName: String { form == .prefix ? text + "*" : text }

    /// Whether it begins as a number does and is none.
    var isBadNumber: Bool { form != .phrase && text.hasPrefix("#") && number == nil }

    /// `x>=3` as `x`, three times or more; the value itself where it ends in nothing of the kind.
    var counted: QueryValue {
        guard form == .word, let sign = text.firstRange(of: ">"), sign.lowerBound > text.startIndex,
            let times = QueryValue.times(text[sign.lowerBound...])
        else { return self }
        return QueryValue(text: String(text[..<sign.lowerBound]), form: .word, times: times)
    }

    /// The least number that `>=3` or `>2` lets through; `nil` for anything else.
    static func times(_ text: Substring) -> Int? {
        let isOrMore = text.hasPrefix(">=")
        let digits = text.dropFirst(isOrMore ? 2 : 1)
        guard text.hasPrefix(">"), !digits.isEmpty, digits.utf8.count < 7,
            digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits)
        else { return nil }
        return max(1, isOrMore ? number : number + 1)
    }
}
