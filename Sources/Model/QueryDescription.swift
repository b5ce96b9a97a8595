extension Query: CustomStringConvertible {
    /// The query in canonical text: `Query.parse` of it gives the same query, if one was parsed to make this one.
    ///
    /// `.any([.text(TextTerm("enel", .word)), .state(.unread)])` is `enel OR is:unread`; `.everything` is empty.
    public var description: String {
        switch self {
        case .everything: ""
        case .all(let parts): parts.map(\.part).joined(separator: " ")
        case .any(let parts): parts.map(\.alternative).joined(separator: " OR ")
        default: part
        }
    }

    /// The query as one part of a conjunction or after a minus.
    private var part: String {
        switch self {
        case .everything: "*"
        case .text(let term): Query.written(term)
        case .company(let name, let salience): field(salience == .about ? .about : .company, name)
        case .source(let name): field(.source, name)
        case .from(let id): field(.source, "#\(id)")
        case .language(let language): field(.lang, language.code)
        case .state(let state): field(.is, state.rawValue)
        case .since(let day): field(.since, day.written)
        case .before(let day): field(.before, day.written)
        case .not(let query): "-" + query.part
        case .all, .any: "(\(description))"
        }
    }

    /// The query as one side of an `OR`; a conjunction needs no parentheses there.
    private var alternative: String {
        if case .all = self { description } else { part }
    }

    private func field(_ field: QueryField, _ value: String) -> String {
        let bare = "\(field.rawValue):\(value)"
        return (try? Query.parse(bare)) == self ? bare : "\(field.rawValue):\(Query.quoted(value))"
    }

    /// A term as it is written: bare where that is read as the same term, else in quotation marks.
    private static func written(_ term: TextTerm) -> String {
        let field = term.inTitle ? "title:" : ""
        let star = term.form == .prefix ? "*" : ""
        if term.form != .phrase {
            let bare = field + term.text + star
            if (try? parse(bare)) == .text(term) { return bare }
        }
        return field + quoted(term.text) + star
    }

    /// A text in the first quotation marks that it does not hold itself.
    private static func quoted(_ text: String) -> String {
        let styles: [(open: Character, close: Character)] = [("\"", "\""), ("“", "”"), ("«", "»")]
        for style in styles {
            let closers = QueryScanner.quotes[style.open] ?? []
            if !text.contains(where: closers.contains) { return "\(style.open)\(text)\(style.close)" }
        }
        return "\"\(String(text.map { $0 == "\"" ? " " : $0 }))\""
    }
}

extension QueryDay {
    /// The day as a query writes it: `2026-01-31`, `today`, `yesterday`, `7d`.
    var written: String {
        switch self {
        case .date(let date): date.iso8601
        case .daysAgo(0): "today"
        case .daysAgo(1): "yesterday"
        case .daysAgo(let days): "\(days)d"
        }
    }
}
