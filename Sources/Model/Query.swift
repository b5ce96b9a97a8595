/// What the user asks of the library: the tree of a search, a filter or a command's QUERY.
///
/// `company:openai is:unread -oracle` is
/// `.all([.company("openai", atLeast: .passing), .state(.unread), .not(.text(TextTerm("oracle", .word)))])`.
public indirect enum Query: Hashable, Sendable {
    /// A state that an article is in or not.
    public enum State: String, CaseIterable, Sendable {
        case unread, read, starred
    }

    /// Every article.
    case everything
    /// Articles whose text or title has a word, prefix or phrase.
    case text(TextTerm)
    /// Articles that mention a company, by any of its names, at this salience or above.
    case company(String, atLeast: Salience)
    /// Articles of the outlets and sources whose folded name contains this.
    case source(String)
    /// Articles that came from one source, by its number: `source:#3`.
    case from(SourceID)
    /// Articles in a language.
    case language(Language)
    /// Articles in a state.
    case state(State)
    /// Articles published on a day or later.
    case since(QueryDay)
    /// Articles published before a day began.
    case before(QueryDay)
    /// Articles that a query does not match.
    case not(Query)
    /// Articles that all of these match; never empty.
    case all([Query])
    /// Articles that one of these matches; never empty.
    case any([Query])
}

/// A word, a prefix or a phrase that is searched in the text.
public struct TextTerm: Hashable, Sendable {
    /// How the text of the term is meant.
    public enum Form: Sendable {
        /// One whole word.
        case word
        /// The beginning of a word.
        case prefix
        /// Words in this order, next to each other.
        case phrase
    }

    /// The words as the user wrote them.
    public var text: String
    /// How they are meant.
    public var form: Form
    /// Whether only titles are searched.
    public var inTitle: Bool

    /// A term of a search.
    public init(_ text: String, _ form: Form, inTitle: Bool = false) {
        self.text = text
        self.form = form
        self.inTitle = inTitle
    }
}

/// A day in a query: fixed, or counted back from today.
public enum QueryDay: Hashable, Sendable {
    /// A day of the calendar.
    case date(CivilDate)
    /// So many days before today; 0 is today.
    case daysAgo(Int)

    /// The moment at which the day begins for the user.
    public func start(now: Timestamp, zone: Zone) -> Timestamp {
        switch self {
        case .date(let date): zone.start(of: date)
        case .daysAgo(let days): zone.start(of: CivilDate(daysSince1970: zone.date(of: now).daysSince1970 - days))
        }
    }
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

    /// The companies that the query asks for, as the user named them, those under a `not` left out.
    public var companyNames: [String] {
        switch self {
        case .company(let name, _): [name]
        case .all(let parts), .any(let parts): parts.flatMap(\.companyNames)
        default: []
        }
    }

    /// The terms whose words are looked for in the text, those under a `not` left out: what a reader highlights.
    public var textTerms: [TextTerm] {
        switch self {
        case .text(let term): [term]
        case .all(let parts), .any(let parts): parts.flatMap(\.textTerms)
        default: []
        }
    }
}
