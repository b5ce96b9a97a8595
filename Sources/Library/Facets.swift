import Model

/// What an article is searched by apart from its words: names by kind, author, language, sums. Each is a token of the text
/// index `facet`, a letter for its kind and then the folded word; see `docs/notes/0010-facets.md`.
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
        var tokens = Tokens()
        if let language { tokens.add(Kind.language.token(language)) }
        if let author { tokens.add(.author, wordsOf: author) }
        var surfaces: Set<Surface> = []
        for mention in mentions {
            if let amount = mention.amount {
                for token in AmountFacets.tokens(of: amount) { tokens.add(token) }
            } else if let kind = Kind(mention.kind) {
                let surface = text.part(mention.range)
                if surfaces.insert(Surface(kind: kind, text: surface)).inserted { tokens.add(kind, wordsOf: surface) }
            }
        }
        return tokens.text
    }

    private struct Surface: Hashable {
        var kind: Kind
        var text: Substring
    }

    private struct Tokens {
        private(set) var text = ""
        private var seen: Set<String> = []

        mutating func add(_ token: String) {
            guard seen.insert(token).inserted else { return }
            if !text.isEmpty { text += " " }
            text += token
        }

        mutating func add(_ kind: Kind, wordsOf name: some StringProtocol) {
            for word in FoldedWord.words(of: String(name)) { add(kind.token(word.folded)) }
        }
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
