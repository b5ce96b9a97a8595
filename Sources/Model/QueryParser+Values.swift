extension QueryParser {
    /// The value of a field; `nil` where none begins.
    mutating func value(of field: QueryField) throws(QueryError) -> QueryValue? {
        if field.isOfDays, let span = takeSpan() { return QueryValue(text: span, form: .word) }
        let start = scanner.column
        guard var value = try value() else { return nil }
        switch field {
        case .with: try checkSign(value, at: start, expected: "a company's name without a number of mentions")
        case .company, .about:
            if value.form == .word, value.counted.times != nil { return value.counted }
            try checkSign(
                value, at: start,
                expected: "a number of mentions such as >=3 (for fewer, a minus before \(field.rawValue):…>=3)")
            guard scanner.next == ">" || scanner.next == "<" else { return value }
            let column = scanner.column
            let word = scanner.word()
            guard let times = QueryValue.times(word[...]) else {
                throw QueryError(column: column, found: word, expected: "a number of mentions such as >=3")
            }
            value.times = times
        case .amount:
            // A currency stands behind a blank: `amount:>500m EUR`.
            var ahead = scanner
            ahead.skipBlanks()
            let word = ahead.word()
            guard value.form == .word, AmountText.currency(word) != nil,
                AmountText.test("\(value.text) \(word)") != nil
            else { return value }
            scanner = ahead
            value.text += " \(word)"
        default: break
        }
        return value
    }

    /// Refuses a `<` or `>` in a name that is not quoted, which would find nothing.
    private func checkSign(_ value: QueryValue, at start: Int, expected: String) throws(QueryError) {
        guard value.form != .phrase, let sign = value.text.firstIndex(where: { $0 == "<" || $0 == ">" }) else { return }
        throw QueryError(
            column: start + value.text.distance(from: value.text.startIndex, to: sign),
            found: String(value.text[sign...]),
            expected: expected)
    }

    /// A word, prefix or quoted text; `nil` where none begins.
    mutating func value() throws(QueryError) -> QueryValue? {
        if scanner.isAtQuote {
            let text = try scanner.quoted()
            return QueryValue(text: text, form: scanner.take("*") ? .prefix : .phrase)
        }
        let word = scanner.word()
        guard !word.isEmpty else { return nil }
        guard word.count > 1, word.hasSuffix("*") else { return QueryValue(text: word, form: .word) }
        return QueryValue(text: String(word.dropLast()), form: .prefix)
    }

    /// Passes `last week` and its kin, which are two words.
    mutating func takeSpan() -> String? {
        var ahead = scanner
        let first = ahead.word()
        guard !first.isEmpty, ahead.next?.isWhitespace == true else { return nil }
        ahead.skipBlanks()
        let span = "\(first) \(ahead.word())".lowercased()
        guard QueryPeriod.spans[span] != nil else { return nil }
        scanner = ahead
        return span
    }

    /// A pattern between slashes, with an `i` behind them where case does not count.
    mutating func pattern() throws(QueryError) -> TextPattern {
        let column = scanner.column
        let text = try scanner.delimited()
        var pattern = TextPattern(text)
        if scanner.peekWord() == "i" {
            _ = scanner.word()
            pattern.ignoresCase = true
        }
        guard scanner.isAtEndOfWord else {
            throw error(found: scanner.peekWord(), expected: "a blank or i after the pattern")
        }
        if let problem = pattern.problem {
            let scalars = Array(text.unicodeScalars)
            let before = String(String.UnicodeScalarView(scalars.prefix(problem.offset)))
            let found = scalars.dropFirst(problem.offset).first.map { String(Character($0)) } ?? "/"
            throw QueryError(
                column: column + 1 + before.count, found: found, expected: "\(problem.expected) in the pattern")
        }
        return pattern
    }
}
