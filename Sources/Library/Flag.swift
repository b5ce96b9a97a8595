import Model

/// A yes or no that the user sets on articles, with its columns in `state`.
enum Flag: String {
    case read, starred

    /// The column with the journal's number at the last change.
    var change: String { rawValue + "Change" }

    /// The index of the articles that a list of this flag shows, as the schema makes it.
    var index: (name: String, definition: String) {
        switch self {
        case .read: ("stateUnread", "CREATE INDEX stateUnread ON state (read) WHERE read = 0")
        case .starred: ("stateStarred", "CREATE INDEX stateStarred ON state (starred) WHERE starred = 1")
        }
    }

    /// That a flag has a value.
    struct Test: Equatable {
        var flag: Flag
        var value: Bool
        /// Articles whose flag has changed after this number of the journal pass as well; `nil` lets none through.
        var orChangedAfter: Int64?

        var negated: Test {
            Test(flag: flag, value: !value, orChangedAfter: orChangedAfter)
        }
    }
}

extension Change.Action {
    /// The flag that the action sets and its new value; `nil` for companies.
    var flag: Flag.Test? {
        switch self {
        case .read: Flag.Test(flag: .read, value: true)
        case .unread: Flag.Test(flag: .read, value: false)
        case .starred: Flag.Test(flag: .starred, value: true)
        case .unstarred: Flag.Test(flag: .starred, value: false)
        case .followed, .unfollowed, .corrected, .uncorrected, .tagged, .untagged, .muted, .unmuted, .arranged,
            .removed, .restored:
            nil
        }
    }
}
