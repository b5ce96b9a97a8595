/// What the catalogue knows of a company.
public struct Company: Equatable, Sendable {
    /// A name by which texts mean the company.
    public struct Name: Equatable, Sendable {
        /// How its letters are compared with a text.
        public enum Case: Sendable {
            /// Any case, with a capital first where the catalogue writes one.
            case proper
            /// These very letters.
            case exact
            /// Any case.
            case any
        }

        /// The name as the press writes it.
        public var text: String
        /// How its case is compared.
        public var letterCase: Case
        /// Whether the same letters mean something else too, so that evidence is needed.
        public var isHomonym: Bool

        /// A name, compared as a proper name by default.
        public init(_ text: String, letterCase: Case = .proper, isHomonym: Bool = false) {
            self.text = text
            self.letterCase = letterCase
            self.isHomonym = isHomonym
        }
    }

    /// What a company is to its parent.
    public enum Relation: String, Sendable {
        case subsidiary, division, brand
    }

    /// The canonical name, with its tags.
    public var name: Name
    /// The catalogue's word for its trade, such as `banks`.
    public var sector: String?
    /// ISO 3166 code of two letters.
    public var country: String?
    /// The city of its head office.
    public var headquarters: String?
    /// The canonical name of the company that owns it.
    public var parent: String?
    /// What it is to its parent.
    public var relation: Relation = .subsidiary
    /// Other names of the same firm.
    public var aliases: [Name] = []
    /// Divisions and sites that are firms in the press but lead to this company.
    public var units: [Name] = []
    /// Products and brands.
    public var products: [Name] = []
    /// `EXCHANGE:SYMBOL`.
    public var tickers: [String] = []
    /// People who stand for it.
    public var people: [Name] = []
    /// Places and nicknames that mean it when it is named elsewhere in the article.
    public var metonyms: [Name] = []
    /// Words of which one must stand near a homonym.
    public var near: [String] = []
    /// Words that must not stand in the sentence of a homonym.
    public var notNear: [String] = []

    /// Whether it was taken over from lists of listed companies, not written down and checked by hand.
    public var isListed = false

    /// A company of which only the name is known.
    public init(name: Name) {
        self.name = name
    }
}
