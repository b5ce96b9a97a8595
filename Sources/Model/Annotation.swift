/// What was recognised in one article's text.
public struct Annotation: Equatable, Sendable {
    /// Names and amounts in order of position, not overlapping, none in furniture.
    public var mentions: [Mention]
    /// The companies meant, the most salient first, then by number of mentions, then by name.
    public var companies: [Appearance]

    /// What was recognised in a text; nothing by default.
    public init(mentions: [Mention] = [], companies: [Appearance] = []) {
        self.mentions = mentions
        self.companies = companies
    }
}
