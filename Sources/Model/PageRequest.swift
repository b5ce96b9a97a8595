/// A window of a list of articles, newest first, as the screen asks for it.
public struct PageRequest: Equatable, Sendable {
    /// Where the window stands.
    public enum Anchor: Equatable, Sendable {
        /// The newest articles.
        case newest
        /// The oldest articles.
        case oldest
        /// Articles older than the one in this slot.
        case olderThan(Int64)
        /// The article in this slot and older ones, or those that follow it in the list's order.
        case from(Int64)
        /// Articles newer than the one in this slot, those next to it first in line.
        case newerThan(Int64)
        /// The article in this slot with its neighbours on both sides.
        case around(Int64)
    }

    /// Which articles the list holds.
    public var query: Query
    /// Where the window stands.
    public var anchor: Anchor
    /// How many rows at most, at least 1.
    public var limit: Int
    /// The journal's last number when the list was built: an article whose state has changed since then keeps its
    /// place in the list. `nil` takes the state as it is now.
    public var builtAt: Int64?

    /// A request for at most `limit` rows.
    public init(query: Query = .everything, anchor: Anchor = .newest, limit: Int, builtAt: Int64? = nil) {
        self.query = query
        self.anchor = anchor
        self.limit = limit
        self.builtAt = builtAt
    }
}

/// A window of a list of articles.
public struct Page: Equatable, Sendable {
    /// The rows, newest first.
    public var rows: [ArticleRow]
    /// Whether the list has newer rows than these.
    public var hasNewer: Bool
    /// Whether the list has older rows than these.
    public var hasOlder: Bool

    /// A window over a list.
    public init(rows: [ArticleRow], hasNewer: Bool, hasOlder: Bool) {
        self.rows = rows
        self.hasNewer = hasNewer
        self.hasOlder = hasOlder
    }
}

/// How many articles a query matches.
public struct Count: Equatable, Sendable {
    /// All of them.
    public var total: Int
    /// Those not read.
    public var unread: Int

    /// A count of articles.
    public init(total: Int, unread: Int) {
        self.total = total
        self.unread = unread
    }
}
