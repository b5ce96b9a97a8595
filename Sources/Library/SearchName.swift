import Model

/// What the names and queries of saved searches have to be.
enum SearchName {
    private static let longest = 60
    /// How many parts a query has at most with what all saved searches in it ask for.
    private static let mostParts = 2000

    /// A name without spaces around it and line breaks in it.
    static func checked(_ text: String) throws -> String {
        let name = text.withoutNUL.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { throw LibraryError.badSearch("A saved search needs a name.") }
        guard name.count <= longest else {
            throw LibraryError.badSearch("The name of a saved search has at most \(longest) characters.")
        }
        guard !name.contains(where: { "\"“”„«»".contains($0) }) else {
            throw LibraryError.badSearch("The name of a saved search has no quotation marks.")
        }
        return name
    }

    /// Sees that a query can be saved under a name beside the others.
    static func check(_ query: Query, as name: String, beside others: (String) -> Query?) throws {
        let folded = Folding.fold(name)
        let search = { (other: String) in Folding.fold(other) == folded ? query : others(other) }
        if let fault = Query.saved(name).searchFault(search) { throw LibraryError.badSearch(fault.description) }
        var known: [String: Int] = [:]
        guard parts(of: query, search, &known) <= mostParts else {
            throw LibraryError.badSearch("This search is too large with the saved searches in it.")
        }
    }

    /// How many parts a query has when the saved searches stand in place of their names.
    private static func parts(of query: Query, _ search: (String) -> Query?, _ known: inout [String: Int]) -> Int {
        switch query {
        case .saved(let name):
            let key = Folding.fold(name)
            if let count = known[key] { return count }
            let count = search(name).map { parts(of: $0, search, &known) } ?? 1
            known[key] = count
            return count
        case .not(let inner): return parts(of: inner, search, &known)
        case .all(let inner), .any(let inner):
            return inner.reduce(1) { min($0 + parts(of: $1, search, &known), mostParts + 1) }
        default: return 1
        }
    }
}
