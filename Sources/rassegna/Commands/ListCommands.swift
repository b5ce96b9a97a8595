import ArgumentParser
import Library
import Model

/// `rassegna list [QUERY]`: articles, newest first.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Print articles, newest first.",
        discussion: "A line has number, state (● unread, ★ starred, ± changed since it came), date, outlet and title.")

    @OptionGroup var query: QueryArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var library: LibraryOptions

    func run() throws {
        try ArticlePrinter(library: library, output: output).print(try query.parse())
    }
}

/// `rassegna search QUERY`: the same, but a query is needed.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Print the articles that a query matches, newest first.")

    @OptionGroup var query: QueryArguments
    @OptionGroup var output: OutputOptions
    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if query.query.isEmpty {
            throw ValidationError("Say what to search for, such as: rassegna search company:enel")
        }
    }

    func run() throws {
        try ArticlePrinter(library: library, output: output).print(try query.parse())
    }
}

/// Prints the articles of a query.
private struct ArticlePrinter {
    let library: LibraryOptions
    let output: OutputOptions

    func print(_ query: Query) throws {
        let (library, _) = try library.open()
        try ListWalk(query, in: library).each(limit: output.limit ?? .max) { try print($0, library) }
    }

    private func print(_ row: ArticleRow, _ library: Library) throws {
        guard output.json else {
            Console.print(ArticlePrinter.line(row))
            return
        }
        guard let article = try library.article(row.id) else { return }
        Console.printRaw(JSON.row(article).line)
    }

    private static func line(_ row: ArticleRow) -> String {
        let state = (row.isRead ? " " : "●") + (row.isStarred ? "★" : " ") + (row.isUpdated ? "±" : " ")
        let date = Environment.zone.date(of: row.published).iso8601
        let outlet = row.outlet.map { "  \($0)" } ?? ""
        let number = String(row.id)
        let padding = String(repeating: " ", count: max(0, 6 - number.count))
        return "\(padding)\(number) \(state)\(date)\(outlet)  \(row.title)"
    }
}
