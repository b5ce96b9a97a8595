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
            An article that is in the library already is not stored again; a changed file updates it. Lists of feeds (OPML, \
            newsboat's urls) that you name become sources, as rassegna import does it.

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
        var files = paths.filter { !TypedAddress.isAddress($0) }
        let hidden = HiddenNews(library)
        defer { hidden.print() }
        var isFaulty = false
        if !addresses.isEmpty {
            let adding = AddressAdding(library: library, knowledge: knowledge)
            for address in addresses where !add(address, adding) { isFaulty = true }
        }
        files.removeAll { file in
            guard let isWhole = addList(file, library) else { return false }
            isFaulty = isFaulty || !isWhole
            return true
        }
        if !files.isEmpty {
            let report = try Importer(library: library, knowledge: knowledge).add(files)
            for problem in report.problems { Console.complain("\(problem.file): \(problem.reason)") }
            Console.print(report.summary + ".")
            isFaulty = isFaulty || !report.problems.isEmpty
        }
        if isFaulty { throw Outcome.someInputsFailed }
    }

    /// Adds the feeds of a list in a file and says so; `nil` where it is no list, `false` where something was left out.
    private func addList(_ file: String, _ library: Library) -> Bool? {
        do {
            guard let named = try NamedList(path: file) else { return nil }
            let report = try SubscriptionImport(library: library).add(named.list)
            for skipped in report.skipped { Console.complain("\(file): skipped: \(skipped)") }
            Console.print("\(file), a list of feeds: \(report.summary); rassegna refresh fetches them.")
            return report.skipped.isEmpty
        } catch {
            Console.complain("\(file): \(error)")
            return false
        }
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
