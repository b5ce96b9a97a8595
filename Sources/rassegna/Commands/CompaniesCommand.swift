import ArgumentParser
import Library
import Model

/// `rassegna companies [QUERY]`: companies with counts.
struct CompaniesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "companies", abstract: "Print the companies of the articles that a query matches, with counts.",
        discussion: "A line has unread and all articles, ★ for those you follow, and the name.")

    @OptionGroup var query: QueryArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var library: LibraryOptions

    func run() throws {
        let wanted = try query.parse()
        let (library, _) = try library.open()
        try QueryArguments.check(wanted, in: library)
        let rows =
            try wanted == .everything
            ? library.companies(limit: output.limit ?? .max)
            : Array(library.companies(matching: wanted).prefix(output.limit ?? .max))
        guard !rows.isEmpty else { throw Outcome.nothingFound }
        for row in rows {
            if output.json {
                Console.printRaw(JSON.company(row).line)
            } else {
                let counts = "\(row.unread) / \(row.articles)"
                let padding = String(repeating: " ", count: max(0, 13 - counts.count))
                Console.print("\(padding)\(counts) \(row.isFollowed ? "★" : " ") \(row.name)")
            }
        }
    }
}
