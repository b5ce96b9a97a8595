import Model

/// What an article is searched by apart from its words: names by kind, author, language, sums. Each is a token
/// of the text index `facet`, a letter for its kind and then the folded word; see `docs/notes/0010-facets.md`.
///
/// Tokens are taken out of the index by making them again, so the form of one that is stored never changes.
enum Facets {
    /// The kinds of tokens, by their letters.
    enum Kind: String {
        case product = "p"
        case person = "r"
        case place = "l"
        case author = "w"
        case language = "z"
        case money = "a"
        case percent = "b"

        init?(_ kind: Mention.Kind) {
            switch kind {
            case .product: self = .product
            case .person: self = .person
            case .place: self = .place
            case .company, .organization, .amount: return nil
            }
        }

        /// The token of a folded word.
        func token(_ word: String) -> String { rawValue + word }
    }

    /// The tokens of an article, each once, as the index takes them.
    static func text(of text: String, _ mentions: [Mention], author: String?, language: String?) -> String {
        var tokens = FacetWriter()
        if let language { tokens.add(Kind.language.token(language)) }
        if let author { tokens.add(.author, wordsOf: author) }
        var text = text
        return text.withUTF8 { bytes in
            for mention in mentions {
                if let amount = mention.amount {
                    for token in AmountFacets.tokens(of: amount) { tokens.add(token) }
                } else if let kind = Kind(mention.kind), bytes.indices.contains(mention.range) {
                    tokens.add(kind, wordsOf: UnsafeBufferPointer(rebasing: bytes[mention.range]))
                }
            }
            return tokens.text
        }
    }
}

extension Range<Int> {
    fileprivate func contains(_ other: Range<Int>) -> Bool {
        lowerBound <= other.lowerBound && other.upperBound <= upperBound
    }
}

extension String {
    /// The text in a range of UTF-8 bytes; empty where the range is not in it.
    func part(_ range: Range<Int>) -> Substring {
        guard range.lowerBound >= 0, range.upperBound <= utf8.count else { return "" }
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return self[start..<utf8.index(start, offsetBy: range.count)]
    }
}
