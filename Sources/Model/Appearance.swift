/// A company in one article: how much the article is about it and how often it is meant.
public struct Appearance: Hashable, Sendable {
    /// The company's canonical name.
    public var company: String
    /// How much the article is about it.
    public var salience: Salience
    /// How many mentions lead to it, at least 1.
    public var mentions: Int

    /// A company's part in an article.
    public init(company: String, salience: Salience, mentions: Int) {
        self.company = company
        self.salience = salience
        self.mentions = mentions
    }
}
