import Model

/// A search in a text index, in the language of FTS5: every text is quoted, so nothing in it is an operator.
struct SearchExpression: Equatable {
    /// The expression, ready to be bound to `MATCH`.
    let text: String
    /// The words and phrases in it, each with the number of its term: forms of one word have the same.
    private(set) var phrases = 1
    /// Whether it looks for a beginning of words: FTS5 then gathers all articles that have one before it gives the first.
    private(set) var isOpen = false

    private init(text: String, of parts: [SearchExpression]) {
        self.text = text
        phrases = parts.reduce(0) { $0 + $1.phrases }
        isOpen = parts.contains(where: \.isOpen)
    }

    /// A term; `nil` where it holds nothing that the index holds (only marks or emoji).
    ///
    /// - Parameter forms: The words to be found in place of a stemmed one.
    init?(_ term: TextTerm, forms: [String] = []) {
        guard term.text.unicodeScalars.contains(where: SearchExpression.isWordScalar) else { return nil }
        let column =
            switch term.place {
            case .anywhere: ""
            case .title: "title : "
            case .body: "text : "
            }
        if term.form == .near {
            let words = FoldedWord.words(of: term.text).map { SearchExpression.quoted(term.text.part($0.range)) }
            phrases = words.count
            text = words.count == 1 ? words[0] : "NEAR(\(words.joined(separator: " ")), \(TextTerm.nearness))"
        } else if forms.count > 1 {
            phrases = forms.count
            text = column + "(\(forms.map(SearchExpression.quoted).joined(separator: " OR ")))"
        } else {
            text = column + SearchExpression.quoted(term.text) + (term.form == .prefix ? " *" : "")
            isOpen = term.form == .prefix
        }
    }

    /// A token of the index of facets, or the beginning of one.
    init(facet token: String, isPrefix: Bool = false) {
        text = SearchExpression.quoted(token) + (isPrefix ? " *" : "")
        isOpen = isPrefix
    }

    /// What all of `searches` find and none of `excluded`; `searches` is not empty.
    static func all(_ searches: [SearchExpression], except excluded: [SearchExpression] = []) -> SearchExpression {
        let found = joined(searches, by: "AND")
        guard !excluded.isEmpty else { return found }
        let without = joined(excluded, by: "OR")
        return SearchExpression(text: "(\(found.text)) NOT (\(without.text))", of: [found, without])
    }

    /// What one of `searches` finds; it is not empty.
    static func any(_ searches: [SearchExpression]) -> SearchExpression {
        joined(searches, by: "OR")
    }

    private static func joined(_ searches: [SearchExpression], by word: String) -> SearchExpression {
        guard searches.count != 1 else { return searches[0] }
        return SearchExpression(
            text: searches.map { "(\($0.text))" }.joined(separator: " \(word) "), of: searches)
    }

    private static func quoted(_ text: some StringProtocol) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\"\""
            case "\0": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Whether the tokenizer (`unicode61`) makes words of a scalar: letters, numbers and private use.
    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar != "ʼ" else { return false }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
