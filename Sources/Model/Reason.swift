/// Why an article matches a query: what of it stands in the article, how often, and whether in its title.
///
/// `alias AWS, 3 times, title` is `Reason(.evidence(.alias), "AWS", times: 3, isInTitle: true)`.
public struct Reason: Hashable, Sendable {
    /// What it is that matches.
    public enum Kind: Hashable, Sendable {
        /// A word or phrase of the text.
        case word
        /// What a pattern matches.
        case pattern
        /// A name that led to a company, and how.
        case evidence(Mention.Evidence)
        /// A product, person or place.
        case name(Mention.Kind)
        case amount
        /// Two companies in one paragraph.
        case paragraph
        case author, source, tag
    }

    /// What it is that matches.
    public var kind: Kind
    /// As it stands in the article.
    public var text: String
    /// How often, at least 1.
    public var times: Int
    /// Whether it stands in the title.
    public var isInTitle: Bool

    /// A reason; once in the text by default.
    public init(_ kind: Kind, _ text: String, times: Int = 1, isInTitle: Bool = false) {
        self.kind = kind
        self.text = text
        self.times = times
        self.isInTitle = isInTitle
    }
}

extension Reason: CustomStringConvertible {
    /// The reason in a few words: `alias AWS, 3 times, title`.
    public var description: String {
        var words = "\(label) \(text)"
        if times > 1 { words += ", \(times) times" }
        if isInTitle { words += ", title" }
        return words
    }

    private var label: String {
        switch kind {
        case .word: "word"
        case .pattern: "pattern"
        case .evidence(let evidence): evidence.rawValue
        case .name(let kind): kind.rawValue
        case .amount: "amount"
        case .paragraph: "paragraph"
        case .author: "author"
        case .source: "source"
        case .tag: "tag"
        }
    }
}
