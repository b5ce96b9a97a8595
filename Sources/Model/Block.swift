/// A piece of an article's text: a title, a paragraph, a line of page furniture.
public struct Block: Equatable, Sendable {
    /// What a block is in its article.
    public enum Kind: String, CaseIterable, Sendable {
        case title, heading, paragraph, item, quote, code
        /// Text of the page, not of the article: share buttons, newsletter boxes, affiliate links, source lists.
        case furniture
    }

    /// Where the block stands in the article's text, in UTF-8 bytes.
    public var range: Range<Int>
    /// What it is.
    public var kind: Kind

    /// A block over a range of UTF-8 bytes.
    public init(_ range: Range<Int>, _ kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
