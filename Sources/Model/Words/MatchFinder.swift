/// Finds what a query asks for in titles and texts: what a reader highlights, as the search itself found it.
///
/// Words and phrases are found as `TermFinder` does, companies by the mentions that led to them, products, people, places
/// and sums by theirs, patterns by what they match. Nothing under a `not` is looked for.
public struct MatchFinder: Equatable, Sendable {
    /// The query, with saved searches put in.
    public let query: Query
    /// The canonical names of the companies that its names lead to, folded.
    public let companies: Set<String>
    /// Names of these companies as titles may have them.
    public let names: [String]

    private let wanted: Wanted
    private let titleTerms: TermFinder
    private let titleNames: NameFinder
    private let anywhere: TermFinder
    private let inTitle: TermFinder
    private let inBody: TermFinder
    private let patterns: [PatternMatcher]

    /// A finder for a query.
    ///
    /// - Parameters:
    ///   - companies: The canonical names to which those in the query lead; by default these themselves.
    ///   - names: All names of these companies, for titles, of which no mentions are at hand.
    public init(_ query: Query = .everything, companies: [String]? = nil, names: [String] = []) {
        self.query = query
        self.companies = Set((companies ?? query.companyNames).map { Folding.fold($0) })
        self.names = names
        let wanted = Wanted(query)
        self.wanted = wanted
        let phrases = wanted.named.map { $0.term.form == .word ? TextTerm($0.term.text, .phrase) : $0.term }
        titleTerms = TermFinder(wanted.terms.filter { $0.place != .body } + phrases)
        titleNames = NameFinder(names)
        anywhere = TermFinder(wanted.terms.filter { $0.place == .anywhere })
        inTitle = TermFinder(wanted.terms.filter { $0.place == .title })
        inBody = TermFinder(wanted.terms.filter { $0.place == .body })
        patterns = wanted.patterns.compactMap(PatternMatcher.init)
    }

    /// Finders of the same are the same.
    public static func == (one: MatchFinder, other: MatchFinder) -> Bool {
        one.query == other.query && one.companies == other.companies && one.names == other.names
    }

    /// Whether the query asks for nothing that stands in texts.
    public var isEmpty: Bool {
        wanted.isEmpty && companies.isEmpty
    }

    /// Whether it asks for words or patterns: a search rather than the list of a company.
    public var hasWords: Bool {
        !wanted.isEmpty
    }

    /// Where matches stand in a title, in UTF-8 bytes, in order and not overlapping.
    public func matches(inTitle title: String) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        let words = FoldedWord.words(of: title)
        let found = titleTerms.matches(in: words) + titleNames.matches(in: words, of: title)
        return (found + patterns.flatMap { $0.ranges(in: title) }).merged
    }

    /// Where matches stand in an article's text, in UTF-8 bytes, in order and not overlapping.
    public func matches(in article: Article) -> [Range<Int>] {
        guard !isEmpty else { return [] }
        var found = mentions(in: article)
        if !wanted.terms.isEmpty {
            let words = FoldedWord.words(of: article.text)
            let title = article.blocks.first { $0.kind == .title }?.range ?? 0..<0
            found += anywhere.matches(in: words)
            found += inTitle.matches(in: words.filter { title.contains($0.range.lowerBound) })
            found += inBody.matches(in: words.filter { $0.range.upperBound <= title.lowerBound })
            found += inBody.matches(in: words.filter { $0.range.lowerBound >= title.upperBound })
        }
        for pattern in patterns { found += pattern.ranges(in: article.text) }
        return found.merged
    }

    private func mentions(in article: Article) -> [Range<Int>] {
        guard !companies.isEmpty || !wanted.named.isEmpty || !wanted.amounts.isEmpty else { return [] }
        return article.mentions.filter { mention in
            if let amount = mention.amount { return wanted.amounts.contains { $0.matches(amount) } }
            if let company = mention.company, companies.contains(Folding.fold(company)) { return true }
            return wanted.named.contains { $0.kind == mention.kind && $0.finder.finds(in: article.surface(mention)) }
        }.map(\.range)
    }
}

/// What of a query stands in texts.
private struct Wanted: Sendable {
    struct Name: Sendable {
        var kind: Mention.Kind
        var term: TextTerm
        var finder: TermFinder
    }

    var terms: [TextTerm] = []
    var named: [Name] = []
    var amounts: [AmountTest] = []
    var patterns: [TextPattern] = []

    var isEmpty: Bool { terms.isEmpty && named.isEmpty && amounts.isEmpty && patterns.isEmpty }

    init(_ query: Query) {
        add(query)
    }

    private mutating func add(_ query: Query) {
        switch query {
        case .text(let term): terms.append(term)
        case .named(let kind, let term):
            // Names are found as they are written.
            let exact = term.form == .word ? TextTerm(term.text, .phrase) : term
            named.append(Name(kind: kind, term: term, finder: TermFinder([exact])))
        case .amount(let test): amounts.append(test)
        case .pattern(let pattern): patterns.append(pattern)
        case .all(let parts), .any(let parts): for part in parts { add(part) }
        default: break
        }
    }
}

extension Article {
    /// What a mention says.
    fileprivate func surface(_ mention: Mention) -> String {
        let bytes = text.utf8
        let range = mention.range.clamped(to: 0..<bytes.count)
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        return String(decoding: bytes[start..<bytes.index(start, offsetBy: range.count)], as: UTF8.self)
    }
}

extension [Range<Int>] {
    /// The same places in order, those that overlap as one.
    fileprivate var merged: [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
