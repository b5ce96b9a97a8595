/// A change in the history that the user can look through.
public struct HistoryRow: Equatable, Sendable {
    /// What was changed.
    public var change: Change
    /// When.
    public var at: Timestamp
    /// Whether it was taken back.
    public var isUndone: Bool

    /// A row of the history.
    public init(change: Change, at: Timestamp, isUndone: Bool) {
        self.change = change
        self.at = at
        self.isUndone = isUndone
    }
}
