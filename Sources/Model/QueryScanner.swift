/// Reads the characters of a query: blanks, words and quoted texts.
struct QueryScanner {
    /// Each opening quotation mark with the marks that close it.
    static let quotes: [Character: Set<Character>] = [
        "\"": ["\""], "“": ["”", "“"], "„": ["”", "“"], "«": ["»"],
    ]

    private let characters: [Character]
    /// The place of the next character, from 0.
    private(set) var position = 0

    init(_ text: String) {
        characters = Array(text)
    }

    /// The next character; `nil` at the end.
    var next: Character? {
        position < characters.count ? characters[position] : nil
    }

    /// The column of the next character, from 1.
    var column: Int { position + 1 }

    /// Whether a quoted text begins here.
    var isAtQuote: Bool {
        next.map { QueryScanner.quotes[$0] != nil } ?? false
    }

    /// Whether a word ends here: at a blank, a parenthesis, an opening quotation mark or the end.
    var isAtEndOfWord: Bool {
        guard let next else { return true }
        return next.isWhitespace || next == "(" || next == ")" || isAtQuote
    }

    mutating func skipBlanks() {
        while let next, next.isWhitespace { position += 1 }
    }

    /// Passes a character if it is the next one.
    mutating func take(_ character: Character) -> Bool {
        guard next == character else { return false }
        position += 1
        return true
    }

    /// The word that begins here, without passing it; empty where none does.
    func peekWord() -> String {
        var ahead = self
        return ahead.word()
    }

    /// Passes a word; empty where none begins here.
    mutating func word() -> String {
        let start = position
        while !isAtEndOfWord { position += 1 }
        return String(characters[start..<position])
    }

    /// Passes the name and colon of a field (`company:`): letters, then a colon that no `//` follows.
    mutating func fieldName() -> String? {
        var end = position
        while end < characters.count, characters[end].isASCII, characters[end].isLetter { end += 1 }
        guard end > position, end < characters.count, characters[end] == ":" else { return nil }
        guard !characters[(end + 1)...].starts(with: "//") else { return nil }
        defer { position = end + 1 }
        return String(characters[position..<end]).lowercased()
    }

    /// Passes a text in quotation marks and returns what stands between them.
    mutating func quoted() throws(QueryError) -> String {
        guard let open = next, let closers = QueryScanner.quotes[open] else { return "" }
        let start = position
        position += 1
        while let next, !closers.contains(next) { position += 1 }
        let content = String(characters[(start + 1)..<position])
        guard next != nil else {
            throw QueryError(column: start + 1, found: String(open) + content, expected: "a closing quotation mark")
        }
        position += 1
        guard content.contains(where: { !$0.isWhitespace }) else {
            throw QueryError(
                column: start + 1, found: String(characters[start..<position]),
                expected: "words between the quotation marks")
        }
        return content
    }

    /// Passes a text between slashes and returns what stands between them; a slash in it has a `\` before it.
    mutating func delimited() throws(QueryError) -> String {
        let start = position
        position += 1
        while let next, next != "/" { position += next == "\\" ? 2 : 1 }
        position = min(position, characters.count)
        let content = String(characters[(start + 1)..<position])
        guard next != nil else {
            throw QueryError(column: start + 1, found: "/" + content, expected: "a closing slash after the pattern")
        }
        position += 1
        guard !content.isEmpty else {
            throw QueryError(column: start + 1, found: "//", expected: "a pattern between the slashes")
        }
        return content
    }
}
