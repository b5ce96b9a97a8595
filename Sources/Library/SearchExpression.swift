import Model

/// A search in the text index, in the language of FTS5: every text is quoted, so nothing in it is an operator.
struct SearchExpression: Equatable {
    /// The expression, ready to be bound to `MATCH`.
    let text: String

    private init(text: String) {
        self.text = text
    }

    /// A term; `nil` where it holds nothing that the index holds (only marks or emoji).
    init?(_ term: TextTerm) {
        guard term.text.unicodeScalars.contains(where: SearchExpression.isWordScalar) else { return nil }
        var quoted = "\""
        for scalar in term.text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\"\""
            case "\0": quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        text = (term.inTitle ? "title : " : "") + quoted + (term.form == .prefix ? "\" *" : "\"")
    }

    /// What all of `searches` find and none of `excluded`; `searches` is not empty.
    static func all(_ searches: [SearchExpression], except excluded: [SearchExpression]) -> SearchExpression {
        let found = joined(searches, by: "AND")
        guard !excluded.isEmpty else { return found }
        return SearchExpression(text: "(\(found.text)) NOT (\(joined(excluded, by: "OR").text))")
    }

    /// What one of `searches` finds; it is not empty.
    static func any(_ searches: [SearchExpression]) -> SearchExpression {
        joined(searches, by: "OR")
    }

    private static func joined(_ searches: [SearchExpression], by word: String) -> SearchExpression {
        guard searches.count != 1 else { return searches[0] }
        return SearchExpression(text: searches.map { "(\($0.text))" }.joined(separator: " \(word) "))
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
