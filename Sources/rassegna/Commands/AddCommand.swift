import ArgumentParser
import Fetch
import Library
import Model

/// `rassegna add PATH|URL...`: files, pages and feeds into the library.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add files and folders (.txt, .md, .html), feeds and pages; - reads standard input.",
        discussion: """
            An article that is in the library already is not stored again; a changed file updates it.

            An address may be that of a feed, of a page that names feeds, or of an article. Of several feeds none is \
            added until you name one or say --all. A user name and a password in it (https://name:password@host/) are \
            kept apart, for this host alone.
            """)

    @Argument(help: "Files, folders (with all that is in them), addresses, or - for standard input.")
    var paths: [String]

    @Flag(help: "Add all feeds that a page names.")
    var all = false

    @Flag(help: "Take a page as an article, whatever feeds it names.")
    var page = false

    @Flag(help: "Where a page names no feed, look in the usual places (/feed, /rss.xml, ...).")
    var guess = false

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let (library, knowledge) = try library.open(making: true)
        let addresses = paths.filter(TypedAddress.isAddress)
        let files = paths.filter { !TypedAddress.isAddress($0) }
        let hidden = HiddenNews(library)
        defer { hidden.print() }
        var isFaulty = false
        if !addresses.isEmpty {
            let adding = AddressAdding(library: library, knowledge: knowledge)
            for address in addresses where !add(address, adding) { isFaulty = true }
        }
        if !files.isEmpty {
            let report = try Importer(library: library, knowledge: knowledge).add(files)
            for problem in report.problems { Console.complain("\(problem.file): \(problem.reason)") }
            Console.print(report.summary + ".")
            isFaulty = isFaulty || !report.problems.isEmpty
        }
        if isFaulty { throw Outcome.someInputsFailed }
    }

    /// Adds what lies at an address and says so; `false` where nothing was added.
    private func add(_ typed: String, _ adding: AddressAdding) -> Bool {
        let shown = TypedAddress.withoutUser(typed)
        do {
            let outcomes = try adding.add(typed, .init(all: all, page: page, guess: guess))
            return outcomes.reduce(true) { say($1, of: shown) && $0 }
        } catch {
            Console.complain("\(shown): \(error)")
            return false
        }
    }

    private func say(_ outcome: AddressAdding.Outcome, of address: String) -> Bool {
        switch outcome {
        case .source(let source, let isNew, let added):
            let count = "\(added) article\(added == 1 ? "" : "s") added"
            Console.print(
                "\(source.name) (\(source.address)): \(isNew ? "a new source" : "already a source"), \(count).")
        case .article(let article, let outcome, let feeds):
            let done = if case .unchanged = outcome { "already here" } else { "added" }
            Console.print("\(article.title): \(done).")
            for feed in feeds { Console.print("  its site has a feed: \(AddCommand.line(feed))") }
        case .choice(let feeds):
            guard !feeds.isEmpty else {
                Console.complain("\(address): no feed was found; rassegna add --page takes the page itself")
                return false
            }
            Console.complain("\(address) names \(feeds.count) feeds; add one of them by its address, or --all:")
            for feed in feeds { Console.print(AddCommand.line(feed)) }
            return false
        }
        return true
    }

    private static func line(_ feed: FeedLink) -> String {
        "\(feed.address)" + (feed.title.map { "  \($0)" } ?? "")
    }
}
