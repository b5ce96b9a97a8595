/// A link in an article's text.
public struct Link: Equatable, Sendable {
    /// Where the link's words stand in the text, in UTF-8 bytes.
    public var range: Range<Int>
    /// The address it leads to, `http` or `https`.
    public var address: String

    /// A link over a range of UTF-8 bytes.
    public init(_ range: Range<Int>, _ address: String) {
        self.range = range
        self.address = address
    }
}
