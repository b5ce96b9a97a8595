import ArgumentParser
import Library
import Model

/// `rassegna searches`: the saved searches.
struct SearchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "searches", abstract: "Print your saved searches with their counts; save one or remove one.",
        discussion: """
            A saved search is used in queries by its name: rassegna list search:chips. The reader lists it in its left \
            pane. A line has unread and all articles, the name and the query.

              rassegna searches --save chips company:nvidia OR company:tsmc
              rassegna searches --rename chips semiconductors
            """)

    @Option(help: ArgumentHelp("Save QUERY under this name, in place of what it was.", valueName: "name"))
    var save: String?

    @Option(help: ArgumentHelp("Remove the saved search of this name.", valueName: "name"))
    var remove: String?

    @Option(help: ArgumentHelp("Give the saved search of this name another one, which follows.", valueName: "name"))
    var rename: String?

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var query: QueryArguments
    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if [save != nil, remove != nil, rename != nil, json].filter({ $0 }).count > 1 {
            throw ValidationError("--save, --remove, --rename and --json do not go together.")
        }
        if save != nil, query.query.isEmpty {
            throw ValidationError("Say what is to be found, such as: rassegna searches --save chips company:nvidia")
        }
        if rename != nil, query.query.count != 1 { throw ValidationError("Say one new name after the old one.") }
        if save == nil, rename == nil, !query.query.isEmpty {
            throw ValidationError("A query goes with --save NAME.")
        }
    }

    func run() throws {
        let wanted = try wantedChange()
        let (library, _) = try library.open()
        guard let wanted else { return try list(library) }
        let change: Change?
        do {
            change = try library.arrange(wanted)
        } catch {
            guard case .badSearch(let reason) = error else { throw error }
            Console.complain(reason)
            throw Outcome.failed
        }
        Console.print(change.map { ($0.subject ?? "") + "." } ?? "Nothing to change.")
    }

    private func wantedChange() throws -> SearchChange? {
        if let save { return .save(save, try query.parse()) }
        if let remove { return .remove(remove) }
        return rename.map { .rename($0, to: query.query[0]) }
    }

    private func list(_ library: Library) throws {
        let searches = try library.savedSearches()
        guard !searches.isEmpty else { throw Outcome.nothingFound }
        for search in searches {
            let query = search.query
            let fault = try query.flatMap { try library.searchFault(of: $0) }
            let count = try query.map { try library.count($0) }
            if json {
                Console.printRaw(JSON.search(search, count).line)
            } else {
                let counts = "\(count?.unread ?? 0) / \(count?.total ?? 0)"
                let padding = String(repeating: " ", count: max(0, 12 - counts.count))
                Console.print("\(padding)\(counts)  \(search.name)  \(search.text)")
            }
            if query == nil { Console.complain("“\(search.name)” is no query of this version: \(search.text)") }
            if let fault { Console.complain("“\(search.name)”: \(fault)") }
        }
    }
}

extension JSON {
    /// A saved search with its counts.
    static func search(_ search: SavedSearch, _ count: Count?) -> JSON {
        .object([
            ("name", .string(search.name)), ("query", .string(search.text)),
            ("articles", .integer(count?.total ?? 0)), ("unread", .integer(count?.unread ?? 0)),
        ])
    }
}
