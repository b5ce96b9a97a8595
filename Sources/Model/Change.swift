/// A change of state that the user made and can undo.
public struct Change: Equatable, Sendable {
    /// What was done.
    public enum Action: String, Sendable {
        case read, unread, starred, unstarred, followed, unfollowed
        /// Corrections hold, or hold no longer.
        case corrected, uncorrected

        /// The action that takes this one back.
        public var opposite: Action {
            switch self {
            case .read: .unread
            case .unread: .read
            case .starred: .unstarred
            case .unstarred: .starred
            case .followed: .unfollowed
            case .unfollowed: .followed
            case .corrected: .uncorrected
            case .uncorrected: .corrected
            }
        }
    }

    /// Its number in the journal; a later change has a larger one.
    public var id: Int64
    /// What was done.
    public var action: Action
    /// How many articles (or companies, or corrections) it changed.
    public var count: Int
    /// The article, company or correction changed, where there was one alone.
    public var subject: String?

    /// A change as the journal keeps it.
    public init(id: Int64, action: Action, count: Int, subject: String? = nil) {
        self.id = id
        self.action = action
        self.count = count
        self.subject = subject
    }
}
