/// What an article said before it was changed.
public struct ArticleVersion: Equatable, Sendable {
    /// When the change came that ended it.
    public var replaced: Timestamp
    /// Its title then.
    public var title: String
    /// Its text then, with `\n` as line end.
    public var text: String
    /// The pieces of `text` in order.
    public var blocks: [Block]

    /// An earlier state of an article.
    public init(replaced: Timestamp, title: String, text: String, blocks: [Block]) {
        self.replaced = replaced
        self.title = title
        self.text = text
        self.blocks = blocks
    }
}
