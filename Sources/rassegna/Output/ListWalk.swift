import Library
import Model

/// The rows of a query in their order, a window at a time, so that memory does not grow with the library.
struct ListWalk {
    let library: Library
    let query: Query
    private static let window = 500

    /// A walk over what a query finds; a saved search that it names must be there.
    init(_ query: Query, in library: Library) throws {
        try QueryArguments.check(query, in: library)
        (self.query, self.library) = (query, library)
    }

    /// Hands on at most `limit` rows; nothing found ends the command with its status.
    func each(limit: Int = .max, _ body: (ArticleRow) throws -> Void) throws {
        var left = limit
        var anchor = PageRequest.Anchor.newest
        while left > 0 {
            let request = PageRequest(query: query, anchor: anchor, limit: min(left, ListWalk.window))
            let page = try library.page(request)
            for row in page.rows { try body(row) }
            left -= page.rows.count
            guard page.hasOlder, let last = page.rows.last else { break }
            anchor = .olderThan(last.slot)
        }
        if left == limit { throw Outcome.nothingFound }
    }
}
