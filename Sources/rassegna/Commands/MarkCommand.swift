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
        case read, unread, starred, unstarred

        var action: Change.Action {
            switch self {
            case .read: .read
            case .unread: .unread
            case .starred: .starred
            case .unstarred: .unstarred
            }
        }
    }

    @Argument(help: "read, unread, starred or unstarred.")
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
        guard let change = try library.mark(mark.action, matching: wanted) else {
            Console.print("Nothing to change.")
            if try library.count(wanted).total == 0 { throw Outcome.nothingFound }
            return
        }
        Console.print("\(change.count) article\(change.count == 1 ? "" : "s") marked \(mark.rawValue).")
    }
}
