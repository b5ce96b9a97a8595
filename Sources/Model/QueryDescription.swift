extension Query: CustomStringConvertible {
    /// The query in canonical text: `Query.parse` of it gives the same query, if one was parsed to make this one.
    ///
    /// `.any([.text(TextTerm("enel", .word)), .state(.unread)])` is `enel OR is:unread`; `.everything` is empty.
    public var description: String {
        switch self {
        case .everything: ""
        case .all(let parts): Query.joined(parts.map(\.part))
        case .any(let parts): parts.map(\.alternative).joined(separator: " OR ")
        default: part
        }
    }

    /// The query as one part of a conjunction or after a minus.
    private var part: String {
        switch self {
        case .everything: "*"
        case .text(let term): Query.written(term)
        case .pattern(let pattern): "/\(pattern.text)/\(pattern.ignoresCase ? "i" : "")"
        case .company(let name, let salience): field(salience == .about ? .about : .company, name)
        case .often(let name, let times): field(.company, name, ">=\(times)")
        case .with(let name): field(.with, name)
        case .named(let kind, let term): Query.named(kind).map { field($0, term) } ?? Query.written(term)
        case .amount(let test): "amount:\(test)"
        case .source(let name): field(.source, name)
        case .from(let id): field(.source, "#\(id)")
        case .author(let term): field(.author, term)
        case .language(let language): field(.lang, language.code)
        case .state(let state): field(.is, state.rawValue)
        case .tag(let tag): field(.tag, tag)
        case .since(let day): field(.since, day.written)
        case .before(let day): field(.before, day.written)
        case .saved(let name): field(.search, name)
        case .sorted(let order): field(.sort, order.rawValue)
        case .not(let query): "-" + query.part
        case .all, .any: "(\(description))"
        }
    }

    /// The query as one side of an `OR`; a conjunction needs no parentheses there.
    private var alternative: String {
        if case .all = self { description } else { part }
    }

    /// Parts side by side, with an `AND` between two words that would be read as one thing.
    private static func joined(_ parts: [String]) -> String {
        var text = ""
        for part in parts {
            if !text.isEmpty { text += isOne(text, part) ? " AND " : " " }
            text += part
        }
        return text
    }

    /// Whether a part goes on what stands before it: `last` and `week`, an amount and `EUR`.
    private static func isOne(_ before: String, _ part: String) -> Bool {
        let last = before.split(separator: " ").last ?? ""
        let word = part.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "(" && $0 != ")" }
        let span = "\(last.drop { $0 == "-" }) \(word)".lowercased()
        return QueryPeriod.spans[span] != nil || AmountText.currency(String(word)) != nil && last.contains("amount:")
    }

    private func field(_ field: QueryField, _ value: String, _ end: String = "") -> String {
        let bare = "\(field.rawValue):\(value)\(end)"
        return isWritten(bare) ? bare : "\(field.rawValue):\(Query.quoted(value))\(end)"
    }

    private func field(_ field: QueryField, _ term: TextTerm) -> String {
        let star = term.form == .prefix ? "*" : ""
        let bare = "\(field.rawValue):\(term.text)\(star)"
        return term.form != .phrase && isWritten(bare) ? bare : "\(field.rawValue):\(Query.quoted(term.text))\(star)"
    }

    /// Whether a text is read as this query; a `with:` only beside a company.
    private func isWritten(_ text: String) -> Bool {
        guard case .with = self else { return (try? Query.parse(text)) == self }
        return (try? Query.parse("company:x " + text)) == .all([.company("x", atLeast: .passing), self])
    }

    private static func named(_ kind: Mention.Kind) -> QueryField? {
        switch kind {
        case .product: .product
        case .person: .person
        case .place: .place
        default: nil
        }
    }

    /// A term as it is written: bare where that is read as the same term, else in quotation marks.
    private static func written(_ term: TextTerm) -> String {
        if term.form == .near { return "near:" + quoted(term.text) }
        let field = term.place == .title ? "title:" : term.place == .body ? "body:" : ""
        let star = term.form == .prefix ? "*" : ""
        if term.form != .phrase {
            let bare = field + term.text + star
            if (try? parse(bare)) == .text(term) { return bare }
        }
        return field + quoted(term.text) + star
    }

    /// A text in the first quotation marks that it does not hold itself.
    static func quoted(_ text: String) -> String {
        let styles: [(open: Character, close: Character)] = [("\"", "\""), ("“", "”"), ("«", "»")]
        for style in styles {
            let closers = QueryScanner.quotes[style.open] ?? []
            if !text.contains(where: closers.contains) { return "\(style.open)\(text)\(style.close)" }
        }
        return "\"\(String(text.map { $0 == "\"" ? " " : $0 }))\""
    }
}
