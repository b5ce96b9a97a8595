extension Query {
    /// Reads a query as the user writes it; an empty text is `.everything`.
    ///
    ///     query = both { "OR" both }
    ///     both  = part { ["AND"] part }
    ///     part  = ("-" | "NOT") part | "(" query ")" | field ":" value | value | day | "*"
    ///     value = word | word "*" | quoted | quoted "*"
    ///     day   = "oggi" | "ieri" | "today" | "yesterday"
    ///
    /// Operators are capitals; fields and days may be written in any case. Quotes are `"…"`, `“…”`, `„…”` or `«…»`.
    /// A lone `*` is every article. Letters before a colon are a field, so a wrong name is an error, except where `//`
    /// or nothing follows an unknown name (`https://…`, `OpenAI:`): then, as with `10:30`, it is a word.
    ///
    /// `company:"Banco BPM" -is:read oggi` is `.all([.company("Banco BPM", atLeast: .passing), .not(.state(.read)),
    /// .since(.daysAgo(0))])`.
    ///
    /// - Throws: `QueryError` with the column, for an unfinished query too (`company:`, `(`).
    public static func parse(_ text: String) throws(QueryError) -> Query {
        var parser = QueryParser(text)
        return try parser.parse()
    }
}

/// A recursive-descent parser of the query language.
private struct QueryParser {
    /// How deep parentheses and negations may nest.
    static let maximumDepth = 40
    /// How many words, phrases and fields a query may have.
    static let maximumParts = 200

    private static let term = "a word, a “phrase”, a field or a parenthesis"
    private var scanner: QueryScanner
    private var depth = 0
    private var parts = 0

    init(_ text: String) {
        scanner = QueryScanner(text)
    }

    mutating func parse() throws(QueryError) -> Query {
        scanner.skipBlanks()
        guard scanner.next != nil else { return .everything }
        let query = try alternatives()
        guard scanner.next == nil else { throw error(found: ")", expected: "an opening parenthesis before it") }
        return query
    }

    private mutating func alternatives() throws(QueryError) -> Query {
        var queries = [try conjunction()]
        while takeOperator("OR") {
            queries.append(try conjunction())
        }
        let flat = queries.flatMap { query in
            if case .any(let parts) = query { parts } else { [query] }
        }
        return flat.count == 1 ? flat[0] : .any(flat)
    }

    private mutating func conjunction() throws(QueryError) -> Query {
        var query = try part()
        while true {
            let isExplicit = takeOperator("AND")
            guard isExplicit || !isAtEndOfConjunction else { return query }
            query = query.and(try part())
        }
    }

    private var isAtEndOfConjunction: Bool {
        scanner.next == nil || scanner.next == ")" || scanner.peekWord() == "OR"
    }

    private mutating func part() throws(QueryError) -> Query {
        scanner.skipBlanks()
        let column = scanner.column
        depth += 1
        parts += 1
        guard depth <= QueryParser.maximumDepth, parts <= QueryParser.maximumParts else {
            throw QueryError(column: column, found: scanner.peekWord(), expected: "a simpler query")
        }
        let query = try unblankedPart()
        depth -= 1
        scanner.skipBlanks()
        return query
    }

    private mutating func unblankedPart() throws(QueryError) -> Query {
        if scanner.take("-") {
            guard let next = scanner.next, !next.isWhitespace else {
                throw error(found: scanner.next == nil ? "" : " ", expected: "what to leave out right after -")
            }
            return .not(try part())
        }
        if takeOperator("NOT") { return .not(try part()) }
        if scanner.next == "(" { return try group() }
        if let field = try field() { return field }
        return try plainPart()
    }

    private mutating func group() throws(QueryError) -> Query {
        let column = scanner.column
        _ = scanner.take("(")
        scanner.skipBlanks()
        let query = try alternatives()
        guard scanner.take(")") else {
            throw QueryError(column: column, found: "(", expected: "a closing parenthesis after it")
        }
        return query
    }

    private mutating func field() throws(QueryError) -> Query? {
        let start = scanner
        guard let name = scanner.fieldName() else { return nil }
        guard let field = QueryField(rawValue: name) else {
            if scanner.isAtEndOfWord, !scanner.isAtQuote {
                scanner = start
                return nil
            }
            let names = QueryField.allCases.map(\.rawValue).joined(separator: ", ")
            throw QueryError(column: start.column, found: name + ":", expected: "one of the fields \(names)")
        }
        let column = scanner.column
        guard let value = try value() else { throw error(found: foundHere, expected: field.expectation) }
        guard let query = field.query(value) else {
            throw QueryError(column: column, found: value.text, expected: field.expectation)
        }
        return query
    }

    /// A word, phrase or day outside any field.
    private mutating func plainPart() throws(QueryError) -> Query {
        let word = scanner.peekWord()
        if word == "OR" || word == "AND" {
            throw error(found: word, expected: "\(QueryParser.term) before it")
        }
        if word == "*" {
            _ = scanner.word()
            return .everything
        }
        guard let value = try value() else { throw error(found: foundHere, expected: QueryParser.term) }
        if value.form == .word, let days = QueryDay.named[value.text.lowercased()] { return .on(.daysAgo(days)) }
        return .text(value.term(inTitle: false))
    }

    /// A word, prefix or quoted text; `nil` where none begins.
    private mutating func value() throws(QueryError) -> QueryValue? {
        if scanner.isAtQuote {
            let text = try scanner.quoted()
            return QueryValue(text: text, form: scanner.take("*") ? .prefix : .phrase)
        }
        let word = scanner.word()
        guard !word.isEmpty else { return nil }
        guard word.count > 1, word.hasSuffix("*") else { return QueryValue(text: word, form: .word) }
        return QueryValue(text: String(word.dropLast()), form: .prefix)
    }

    /// Passes an operator if it is the next word.
    private mutating func takeOperator(_ name: String) -> Bool {
        guard scanner.peekWord() == name else { return false }
        _ = scanner.word()
        scanner.skipBlanks()
        return true
    }

    /// What stands where something else was expected.
    private var foundHere: String {
        scanner.next.map(String.init) ?? ""
    }

    private func error(found: String, expected: String) -> QueryError {
        QueryError(column: scanner.column, found: found, expected: expected)
    }
}
