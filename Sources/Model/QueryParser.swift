extension Query {
    /// Reads a query as the user writes it; an empty text is `.everything`.
    ///
    ///     query  = both { "OR" both }
    ///     both   = part { ["AND"] part }
    ///     part   = ("-" | "NOT") part | "(" query ")" | field ":" value | value | regex | period | "*"
    ///     value  = word | word "*" | quoted | quoted "*"
    ///     regex  = "/" pattern "/" ["i"]
    ///     period = "oggi" | "ieri" | "last week" | … | date [ ".." date ]
    ///
    /// `docs/queries.md` has every form with an example. Operators are capitals; fields and days may be written in any
    /// case. Quotes are `"…"`, `“…”`, `„…”` or `«…»`. A lone `*` is every article. Letters before a colon are a field, so a
    /// wrong name is an error, except where `//` or nothing follows an unknown name (`https://…`, `OpenAI:`): then, as with
    /// `10:30`, it is a word. A `sort:` holds for the whole query, wherever it stands outside parentheses.
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
struct QueryParser {
    /// How deep parentheses and negations may nest.
    static let maximumDepth = 40
    /// How many words, phrases and fields a query may have.
    static let maximumParts = 200

    private static let term = "a word, a “phrase”, a field or a parenthesis"
    var scanner: QueryScanner
    /// How many parentheses and negations are open, and one for the part that is read.
    private(set) var depth = 0
    private var parts = 0
    /// What the last `sort:` says.
    private var order: Query.Order?
    /// Where each `with:` stands.
    private var withColumns: [Int] = []
    /// The saved searches that the text asks for, and where each name stands.
    private(set) var searches: [(name: String, column: Int)] = []

    init(_ text: String) {
        scanner = QueryScanner(text)
    }

    mutating func parse() throws(QueryError) -> Query {
        scanner.skipBlanks()
        guard scanner.next != nil else { return .everything }
        var query = try alternatives()
        guard scanner.next == nil else { throw error(found: ")", expected: "an opening parenthesis before it") }
        if let lonely = query.firstLonelyWith(), withColumns.indices.contains(lonely) {
            throw QueryError(
                column: withColumns[lonely], found: "with:", expected: "company: or about: beside it, with which to be")
        }
        if let order { query = query.and(.sorted(order)) }
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
        if scanner.next == "/" { return .pattern(try pattern()) }
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
        guard let value = try value(of: field) else { throw error(found: foundHere, expected: field.expectation) }
        guard let query = field.query(value) else {
            throw QueryError(column: column, found: value.text, expected: field.expectation)
        }
        if case .with = query { withColumns.append(start.column) }
        if case .saved(let name) = query { searches.append((name, column)) }
        guard case .sorted(let order) = query else { return query }
        guard depth == 1 else {
            throw QueryError(
                column: start.column, found: "sort:", expected: "it outside parentheses and without a minus")
        }
        self.order = order
        return .everything
    }

    /// A word, phrase or period outside any field.
    private mutating func plainPart() throws(QueryError) -> Query {
        let word = scanner.peekWord()
        if word == "OR" || word == "AND" {
            throw error(found: word, expected: "\(QueryParser.term) before it")
        }
        if word == "*" {
            _ = scanner.word()
            return .everything
        }
        if let span = takeSpan() { return QueryPeriod(span)?.query ?? .everything }
        let column = scanner.column
        guard let value = try value() else { throw error(found: foundHere, expected: QueryParser.term) }
        if value.form == .word, let period = QueryPeriod(bare: value.text) { return period.query }
        if value.form == .word, QueryPeriod.isMistaken(bare: value.text) {
            throw QueryError(
                column: column, found: value.text,
                expected: "a day or month that there is, or an interval from the earlier one on")
        }
        return .text(value.term(in: .anywhere))
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

    func error(found: String, expected: String) -> QueryError {
        QueryError(column: scanner.column, found: found, expected: expected)
    }
}

extension Query {
    /// Which `with:`, counted from 0 in the order of the text, has no company beside or around it; `nil` for none.
    fileprivate func firstLonelyWith() -> Int? {
        var count = 0
        return firstLonelyWith(isAnchored: false, &count)
    }

    private func firstLonelyWith(isAnchored: Bool, _ count: inout Int) -> Int? {
        switch self {
        case .with:
            count += 1
            return isAnchored ? nil : count - 1
        case .not(let query): return query.firstLonelyWith(isAnchored: isAnchored, &count)
        case .all(let parts), .any(let parts):
            var isAnchored = isAnchored
            if case .all = self, !anchors.isEmpty { isAnchored = true }
            for part in parts {
                if let lonely = part.firstLonelyWith(isAnchored: isAnchored, &count) { return lonely }
            }
            return nil
        default: return nil
        }
    }
}
