/// What the user asks of the library: the tree of a search, a filter, a saved search, a rule or a command's QUERY.
///
/// `company:openai is:unread -oracle` is
/// `.all([.company("openai", atLeast: .passing), .state(.unread), .not(.text(TextTerm("oracle", .word)))])`.
public indirect enum Query: Hashable, Sendable {
    /// A state that an article is in or not.
    public enum State: String, CaseIterable, Sendable {
        case unread, read, starred
        /// Its text or title has changed since it was stored.
        case updated
        /// It is hidden from lists that do not ask for hidden ones.
        case muted
    }

    /// In which order a list holds its articles.
    public enum Order: String, CaseIterable, Sendable {
        /// The newest first.
        case date
        /// The best matches first, newer ones before older ones that match as well.
        case rank
        /// By outlet's name, the newest first within each.
        case source
    }

    /// Every article.
    case everything
    /// Articles whose text or title has a word, prefix or phrase.
    case text(TextTerm)
    /// Articles whose title or text a pattern matches: `/eni|enel/`.
    case pattern(TextPattern)
    /// Articles that mention a company, by any of its names, at this salience or above.
    case company(String, atLeast: Salience)
    /// Articles that mention a company, by any of its names, so many times or more: `company:eni>=3`.
    case often(String, times: Int)
    /// Articles that mention a company in one paragraph with a company that the query around it asks for: `with:enel`.
    case with(String)
    /// Articles with a product, person or place in whose name the term stands.
    case named(Mention.Kind, TextTerm)
    /// Articles that state a sum or percentage within limits.
    case amount(AmountTest)
    /// Articles of the outlets and sources whose folded name contains this.
    case source(String)
    /// Articles that came from one source, by its number: `source:#3`.
    case from(SourceID)
    /// Articles in whose author's name the term stands.
    case author(TextTerm)
    /// Articles in a language.
    case language(Language)
    /// Articles in a state.
    case state(State)
    /// Articles with a tag of the user's, or from a source with it; `a` holds for `a/b` too.
    case tag(String)
    /// Articles published on a day or later.
    case since(QueryDay)
    /// Articles published before a day began.
    case before(QueryDay)
    /// What a saved search finds, by its name.
    case saved(String)
    /// Every article; the list is in this order. Stands on its own or in the outermost conjunction.
    case sorted(Order)
    /// Articles that a query does not match.
    case not(Query)
    /// Articles that all of these match; never empty.
    case all([Query])
    /// Articles that one of these matches; never empty.
    case any([Query])
}

extension Query {
    /// This query and another one, both.
    public func and(_ other: Query) -> Query {
        switch (self, other) {
        case (.everything, _): other
        case (_, .everything): self
        case (.all(let left), .all(let right)): .all(left + right)
        case (.all(let left), _): .all(left + [other])
        case (_, .all(let right)): .all([self] + right)
        default: .all([self, other])
        }
    }

    /// The parts that all have to match; the query itself where it is no conjunction.
    public var conjuncts: [Query] {
        if case .all(let parts) = self { parts } else { [self] }
    }

    /// In which order its list is: what the last `sort:` says, else by date.
    public var order: Order {
        conjuncts.reversed().lazy.compactMap { if case .sorted(let order) = $0 { order } else { nil } }.first ?? .date
    }

    /// The companies that the query asks for, as the user named them, those under a `not` left out.
    public var companyNames: [String] {
        switch self {
        case .company(let name, _), .often(let name, _), .with(let name): [name]
        case .all(let parts), .any(let parts): parts.flatMap(\.companyNames)
        default: []
        }
    }

    /// The companies that every match mentions, as the user named them: those with which a `with:` beside them means.
    public var anchors: [String] {
        conjuncts.compactMap {
            switch $0 {
            case .company(let name, _), .often(let name, _): name
            default: nil
            }
        }
    }

    /// The terms whose words are looked for in the text, those under a `not` left out: what a reader highlights.
    public var textTerms: [TextTerm] {
        switch self {
        case .text(let term): [term]
        // Names are found as they are written.
        case .named(_, let term): [term.form == .word ? TextTerm(term.text, .phrase) : term]
        case .all(let parts), .any(let parts): parts.flatMap(\.textTerms)
        default: []
        }
    }

    /// The patterns that are looked for in the text, those under a `not` left out.
    public var patterns: [TextPattern] {
        switch self {
        case .pattern(let pattern): [pattern]
        case .all(let parts), .any(let parts): parts.flatMap(\.patterns)
        default: []
        }
    }
}

extension Query {
    /// The query with what saved searches ask for in place of their names, and the names that lead to none: those that
    /// there are not, and those that lead back to themselves. These find nothing.
    ///
    /// - Parameter search: The saved search of a name. Its own order does not count.
    public func expanded(_ search: (String) -> Query?) -> (query: Query, missing: [String]) {
        var missing: [String] = []
        return (expanded(search, within: [], &missing), missing)
    }

    private func expanded(_ search: (String) -> Query?, within: [String], _ missing: inout [String]) -> Query {
        switch self {
        case .saved(let name):
            guard !within.contains(name), let found = search(name) else {
                missing.append(name)
                return .not(.everything)
            }
            return found.expanded(search, within: within + [name], &missing)
        case .sorted where !within.isEmpty: return .everything
        case .not(let query): return .not(query.expanded(search, within: within, &missing))
        case .all(let parts): return .all(parts.map { $0.expanded(search, within: within, &missing) })
        case .any(let parts): return .any(parts.map { $0.expanded(search, within: within, &missing) })
        default: return self
        }
    }
}
