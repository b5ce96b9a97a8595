/// A change of state that the user made and can undo.
public struct Change: Equatable, Sendable {
    /// What was done.
    public enum Action: String, Sendable {
        case read, unread, starred, unstarred, followed, unfollowed
        /// Corrections hold, or hold no longer.
        case corrected, uncorrected
        /// Articles have a tag, or have it no longer; the subject is the tag.
        case tagged, untagged
        /// Articles are hidden from lists, or are no longer; the subject is the rule.
        case muted, unmuted
        /// Saved searches were saved, renamed, moved or removed; the subject says what was done.
        case arranged
        /// A source was removed, or is there again; the subject is its name.
        case removed, restored

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
            case .tagged: .untagged
            case .untagged: .tagged
            case .muted: .unmuted
            case .unmuted: .muted
            case .arranged: .arranged
            case .removed: .restored
            case .restored: .removed
            }
        }
    }

    /// Its number in the journal; a later change has a larger one.
    public var id: Int64
    /// What was done.
    public var action: Action
    /// How many articles (or companies, corrections, saved searches, sources) it changed.
    public var count: Int
    /// The article, company or correction changed, where there was one alone; else see `Action`.
    public var subject: String?

    /// A change as the journal keeps it.
    public init(id: Int64, action: Action, count: Int, subject: String? = nil) {
        self.id = id
        self.action = action
        self.count = count
        self.subject = subject
    }
}

/// A tag that articles get, or lose.
public struct TagChange: Equatable, Sendable {
    /// The tag.
    public var tag: String
    /// Whether they get it.
    public var isSet: Bool

    /// A tag given, or taken away.
    public init(_ tag: String, _ isSet: Bool = true) {
        self.tag = tag
        self.isSet = isSet
    }
}

extension Change {
    /// Changes of tags that are one step, as one change of so many articles: `1 article tagged oil, gas; no longer tagged coal`.
    ///
    /// Of a single change, that change; `nil` of none.
    public static func together(_ changes: [Change], articles: Int) -> Change? {
        guard var whole = changes.first, changes.count > 1 else { return changes.first }
        let names = { (action: Action) in changes.filter { $0.action == action }.compactMap(\.subject) }
        let (given, taken) = (names(.tagged), names(.untagged))
        whole.action = given.isEmpty ? .untagged : .tagged
        whole.count = articles
        let rest = given.isEmpty || taken.isEmpty ? [] : ["no longer tagged " + taken.joined(separator: ", ")]
        whole.subject = ([(given.isEmpty ? taken : given).joined(separator: ", ")] + rest).joined(separator: "; ")
        return whole
    }
}
