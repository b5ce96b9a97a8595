public import Model

/// The history screen: what was changed, the last change first.
public struct HistoryState: Equatable, Sendable {
    /// The changes; `nil` until they have been read.
    public var rows: [HistoryRow]?
    /// The chosen one.
    public var cursor = 0
    /// The first one on the screen.
    public var top = 0
    /// What the keys do, for the last line.
    public var hint: String

    /// A history that is to be read.
    public init(hint: String) {
        self.hint = hint
    }

    /// Takes the changes in; the cursor stays where it is.
    public mutating func replace(with rows: [HistoryRow]) {
        self.rows = rows
        move(by: 0)
    }

    /// Moves the cursor, staying within the changes.
    public mutating func move(by steps: Int) {
        cursor = min(max(0, cursor + steps), max(0, (rows?.count ?? 0) - 1))
    }

    /// Keeps the cursor within a window of so many lines.
    public mutating func scroll(toFit height: Int) {
        top = Scrolling.top(top, showing: cursor, of: rows?.count ?? 0, height: height)
    }
}
