import Model

/// The names that several articles of one file have, and which therefore are no article's: a feed whose items all lead to
/// one page, or all have one identifier.
struct SharedNames {
    /// The hashes of the names.
    private(set) var hashes: Set<Int64> = []

    /// Looks through the articles of a batch.
    init(_ articles: [ParsedArticle], _ identities: [Identity]) {
        guard articles.count > 1 else { return }
        var files: [String: [Int64: Int]] = [:]
        for index in articles.indices {
            for name in [identities[index].identifier, identities[index].address].compactMap({ $0 }) {
                guard let first = files[articles[index].file]?[name] else {
                    files[articles[index].file, default: [:]][name] = index
                    continue
                }
                let (one, other) = (identities[first], identities[index])
                guard one.print.whole != other.print.whole else { continue }
                // Entries with one identifier can be one article at two times.
                let isOne =
                    one.identifier == other.identifier
                    && (one.identifier != nil || one.isIdentifiedByAddress && other.isIdentifiedByAddress)
                    && Likeness.areLike(articles[first].title, articles[index].title)
                if !isOne { hashes.insert(name) }
            }
        }
    }
}
