/// Why a text is not a query, and where.
///
/// `company:openai is:red` gives `Column 19: found “red”, expected unread, read or starred after is:.`
public struct QueryError: Error, Hashable, Sendable {
    /// Where the trouble is, in characters, from 1; one past the end where something is missing there.
    public var column: Int
    /// What stands there, as the user wrote it; empty at the end of the text.
    public var found: String
    /// What could stand there, in words.
    public var expected: String

    /// An error at a column.
    public init(column: Int, found: String, expected: String) {
        self.column = column
        self.found = found
        self.expected = expected
    }
}

extension QueryError: CustomStringConvertible {
    /// The error as one plain sentence with its column.
    public var description: String {
        let what = found.isEmpty ? "found nothing" : "found “\(found)”"
        return "Column \(column): \(what), expected \(expected)."
    }
}
