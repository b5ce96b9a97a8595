import ArgumentParser
import Library
import Model

/// `rassegna mark read|unread|starred|unstarred QUERY`.
struct MarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: "Mark the articles that a query matches, and say how many changed.",
        discussion: "The reader's u takes the change back, also later.")

    /// What can be marked.
    enum Mark: String, CaseIterable, ExpressibleByArgument {
        case read, unread, starred, unstarred, muted, unmuted

        var action: Change.Action {
            switch self {
            case .read: .read
            case .unread: .unread
            case .starred: .starred
            case .unstarred: .unstarred
            case .muted: .muted
            case .unmuted: .unmuted
            }
        }
    }

    @Argument(help: "read, unread, starred, unstarred, muted (hidden from lists) or unmuted.")
    var mark: Mark

    @OptionGroup var query: QueryArguments
    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if query.query.isEmpty {
            throw ValidationError("Say which articles, such as: rassegna mark read is:unread source:ANSA")
        }
    }

    func run() throws {
        let wanted = try query.parse()
        let (library, _) = try library.open()
        try QueryArguments.check(wanted, in: library)
        guard let change = try change(library, wanted) else {
            Console.print("Nothing to change.")
            if try library.count(wanted).total == 0 { throw Outcome.nothingFound }
            return
        }
        Console.print("\(change.count) article\(change.count == 1 ? "" : "s") marked \(mark.rawValue).")
    }

    private func change(_ library: Library, _ wanted: Query) throws -> Change? {
        switch mark {
        case .muted: try library.mute(library.ids(matching: wanted), by: "you")
        case .unmuted: try library.unmute(library.ids(matching: wanted.askingForMuted))
        default: try library.mark(mark.action, matching: wanted)
        }
    }
}

extension Query {
    /// The query with hidden articles among what it finds.
    fileprivate var askingForMuted: Query {
        contains { $0 == .state(.muted) } ? self : and(.state(.muted))
    }
}
