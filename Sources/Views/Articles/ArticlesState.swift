public import Model

/// A list of articles: a window of rows over a query's answer, never the whole of it.
public struct ArticlesState: Equatable, Sendable {
    /// The query as the user wrote it; empty for all articles.
    public var queryText = ""
    /// The query that the rows answer.
    public var query: Query = .everything
    /// What is marked in titles and texts.
    public var matches = MatchFinder()
    /// What is offered where nothing was found, such as companies of a like name.
    public var offers: [SearchOffer] = []
    /// The journal's last number when the list was built; rows that change after it keep their place.
    public var builtAt: Int64?
    /// How many articles the query matches; `nil` until counted.
    public var count: Count?
    /// The rows at hand, newest first.
    public var rows: [ArticleRow] = []
    /// The place of `rows[0]` in the whole list, from 0.
    public var first = 0
    /// Whether the list goes on before the rows at hand.
    public var hasNewer = false
    /// Whether the list goes on after the rows at hand.
    public var hasOlder = false
    /// The chosen row, by its place in `rows`.
    public var cursor = 0
    /// The first row on the screen, by its place in `rows`.
    public var top = 0
    /// Where a range selection began, as an article; `nil` when none is on.
    public var rangeStart: ArticleID?
    /// Whether the rows answer a query that is still under way.
    public var isLoading = false

    /// A list without rows.
    public init() {}

    /// A list that a query is to fill.
    public init(query: Query, text: String) {
        self.query = query
        queryText = text
        matches = MatchFinder(query)
    }
}

/// Another search in place of one that finds nothing.
public struct SearchOffer: Equatable, Sendable {
    /// The query as its text.
    public var text: String
    /// What is said beside it.
    public var detail: String

    /// A search to offer.
    public init(_ text: String, detail: String) {
        self.text = text
        self.detail = detail
    }
}

extension ArticlesState {
    /// The row under the cursor; `nil` in an empty list.
    public var selected: ArticleRow? {
        rows.indices.contains(cursor) ? rows[cursor] : nil
    }

    /// The chosen row and how many there are: `2/38`; `0/0` in an empty list.
    public var position: String {
        let total = count.map { String($0.total) } ?? "…"
        return rows.isEmpty ? "0/\(total)" : "\(first + cursor + 1)/\(total)"
    }

    /// The rows of the range selection, or the chosen row alone, by their places in `rows`.
    public var selection: Range<Int> {
        guard !rows.isEmpty else { return 0..<0 }
        guard let rangeStart, let start = rows.firstIndex(where: { $0.id == rangeStart }) else {
            return cursor..<(cursor + 1)
        }
        return min(start, cursor)..<(max(start, cursor) + 1)
    }

    /// How many screen lines a row takes: two, or one where the pane is small.
    public static func rowHeight(width: Int, height: Int) -> Int {
        height < 8 || width < 30 ? 1 : 2
    }

    /// Keeps the cursor on a row and the row within a window of so many rows.
    public mutating func scroll(toFit visible: Int) {
        cursor = min(max(0, cursor), max(0, rows.count - 1))
        top = Scrolling.top(top, showing: cursor, of: rows.count, height: visible)
    }

    /// Changes every row that stands for an article.
    public mutating func update(_ id: ArticleID, _ change: (inout ArticleRow) -> Void) {
        for index in rows.indices where rows[index].id == id {
            change(&rows[index])
        }
    }
}

extension ArticlesState {
    /// How many rows are kept at hand at most.
    private static let mostRows = 1200

    /// Takes rows in that follow the ones at hand; rows far above the cursor are let go.
    public mutating func append(_ page: Page) {
        rows += page.rows.filter { isNew($0, after: rows.last?.slot) }
        hasOlder = page.hasOlder
        let excess = min(rows.count - ArticlesState.mostRows, top - 200)
        guard excess > 0 else { return }
        rows.removeFirst(excess)
        first += excess
        cursor -= excess
        top -= excess
        hasNewer = true
    }

    /// Takes rows in that stand before the ones at hand; rows far below the cursor are let go.
    public mutating func prepend(_ page: Page) {
        let added = page.rows.filter { isNew($0, before: rows.first?.slot) }
        rows = added + rows
        cursor += added.count
        top += added.count
        hasNewer = page.hasNewer
        first = hasNewer ? max(0, first - added.count) : 0
        let excess = min(rows.count - ArticlesState.mostRows, rows.count - cursor - 200)
        guard excess > 0 else { return }
        rows.removeLast(excess)
        hasOlder = true
    }

    /// Whether a row is none of those at hand. By date that is told by its place in time.
    private func isNew(_ row: ArticleRow, after last: Int64? = nil, before first: Int64? = nil) -> Bool {
        guard query.order == .date else { return !rows.contains { $0.id == row.id } }
        return row.slot < last ?? .max && row.slot > first ?? .min
    }

    /// The list without the rows that are far from the cursor, to be kept for a way back.
    public var trimmed: ArticlesState {
        var list = self
        let kept = max(0, cursor - ArticlesState.mostKept)..<min(rows.count, cursor + ArticlesState.mostKept)
        guard kept.count < rows.count else { return list }
        list.rows = Array(rows[kept])
        list.hasNewer = hasNewer || kept.lowerBound > 0
        list.hasOlder = hasOlder || kept.upperBound < rows.count
        list.first += kept.lowerBound
        list.cursor -= kept.lowerBound
        list.top = max(0, top - kept.lowerBound)
        return list
    }

    /// How many rows on each side of the cursor are kept for a way back.
    private static let mostKept = 100

    /// Takes rows in place of the ones at hand; the cursor goes to `id` where it is among them.
    public mutating func replace(with page: Page, first: Int, keeping id: ArticleID?) {
        let oldOffset = cursor - top
        rows = page.rows
        hasNewer = page.hasNewer
        hasOlder = page.hasOlder
        self.first = max(0, first)
        if let id, let place = rows.firstIndex(where: { $0.id == id }) {
            cursor = place
            top = max(0, place - oldOffset)
        } else {
            cursor = min(cursor, max(0, rows.count - 1))
            top = min(top, cursor)
        }
        isLoading = false
    }
}
