/// A name or an amount where it stands in an article's text.
public struct Mention: Equatable, Sendable {
    /// What is named.
    public enum Kind: String, CaseIterable, Sendable {
        case company, organization, product, person, place, amount
    }

    /// How a mention led to its company.
    public enum Evidence: String, CaseIterable, Sendable {
        /// The canonical name, perhaps with its legal form.
        case name
        /// Another name of the firm, a unit's name, or a clipped form of a name met before.
        case alias
        /// A product or brand of the firm.
        case product
        /// A place or nickname that stands for the firm (`Redmond`).
        case metonym
        /// A ticker symbol in brackets.
        case ticker
        /// No catalogue: the text itself says that this is a name.
        case recognised
    }

    /// Where the mention stands in the article's text, in UTF-8 bytes.
    public var range: Range<Int>
    /// What is named.
    public var kind: Kind
    /// The canonical name of the company meant, also for a product or metonym, or whose amount it is where the
    /// sentence makes that plain; `nil` where there is none.
    public var company: String?
    /// How the company was found; `nil` for amounts.
    public var evidence: Evidence?
    /// How sure the recogniser is, 0 to 1.
    public var confidence: Double
    /// The value of an amount; `nil` for names.
    public var amount: Amount?

    /// A mention over a range of UTF-8 bytes.
    public init(
        _ range: Range<Int>, _ kind: Kind, company: String? = nil, evidence: Evidence? = nil,
        confidence: Double = 1, amount: Amount? = nil
    ) {
        self.range = range
        self.kind = kind
        self.company = company
        self.evidence = evidence
        self.confidence = confidence
        self.amount = amount
    }
}
