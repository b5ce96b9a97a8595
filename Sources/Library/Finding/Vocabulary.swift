import GRDB
import Model

/// The words that stand in the text index.
///
/// FTS5 gathers all articles that have a word with some beginning before it gives the first of them, while alternatives are
/// merged as they are asked for. So a beginning that few words have is looked up here, and its words take its place.
struct Vocabulary {
    let db: Database

    /// The words that begin with a folded ASCII word, in alphabetical order; `nil` where there are more than `most`. Looking
    /// one up takes as long as a hundred steps along the index.
    func words(beginning: String, most: Int) throws -> [String]? {
        let statement = try db.cachedStatement(sql: "SELECT term FROM word WHERE term >= ? LIMIT 1")
        var words: [String] = []
        var from = beginning
        while let word = try String.fetchOne(statement, arguments: [from]), word.hasBytePrefix(beginning) {
            guard words.count < most else { return nil }
            words.append(word)
            // No word of the index holds a control character: the next one sorts after this.
            from = word + "\u{1}"
        }
        return words
    }

    /// The phrases that a term with an open end stands for; `nil` where they are too many, or its last word is not ASCII,
    /// so that the tokenizer alone knows how it is folded.
    func completions(of term: TextTerm, most: Int) throws -> [String]? {
        let last = term.text.utf8.reversed().prefix { $0 & 0x80 != 0 || $0.isASCIIAlphanumeric }
        guard !last.isEmpty, last.allSatisfy({ $0 & 0x80 == 0 }) else { return nil }
        let start = term.text.utf8.index(term.text.endIndex, offsetBy: -last.count)
        let before = term.text[..<start]
        return try words(beginning: Folding.fold(term.text[start...]), most: most).map { words in
            words.map { before + $0 }
        }
    }
}

extension UInt8 {
    fileprivate var isASCIIAlphanumeric: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}

extension String {
    /// Whether its bytes begin with those of another text (`hasPrefix` compares what they look like).
    fileprivate func hasBytePrefix(_ other: String) -> Bool {
        utf8.starts(with: other.utf8)
    }
}
