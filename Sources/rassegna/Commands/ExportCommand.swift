import ArgumentParser
import Ingest
import Library
import Model

/// `rassegna export opml|jsonl|markdown [QUERY]`.
struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Print your feeds as OPML, or articles as JSON lines or Markdown.",
        discussion: """
            opml has all feeds with their names and tags, for any reader. jsonl and markdown have the articles that \
            QUERY matches, or all; rassegna import reads jsonl again. --to FOLDER writes a Markdown file for each \
            article; a file that is there and says otherwise is left alone.
            """)

    /// In which form.
    enum Form: String, CaseIterable, ExpressibleByArgument {
        case opml, jsonl, markdown
    }

    @Argument(help: "opml, jsonl or markdown.")
    var form: Form

    @Option(help: ArgumentHelp("The folder for Markdown files; made where there is none.", valueName: "folder"))
    var to: String?

    @OptionGroup var query: QueryArguments
    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if form == .opml, !query.query.isEmpty { throw ValidationError("opml has all feeds; it takes no query.") }
        if form != .markdown, to != nil {
            throw ValidationError("--to goes with markdown; for \(form.rawValue) write > FILE.")
        }
    }

    func run() throws {
        let wanted = try query.parse()
        let (library, _) = try library.open()
        try QueryArguments.check(wanted, in: library)
        switch form {
        case .opml: try printFeeds(of: library)
        case .jsonl:
            try each(wanted, library) { article in
                Console.printRaw(JSON.exported(article).line)
            }
        case .markdown:
            guard let to else {
                var isFirst = true
                return try each(wanted, library) { article in
                    if !isFirst { Console.printRaw("---\n") }
                    isFirst = false
                    Console.print(lines: ArticleMarkdown(article, zone: Environment.zone).page)
                }
            }
            try write(wanted, library, to: to)
        }
    }

    private func printFeeds(of library: Library) throws {
        let sources = try library.sources()
        let feeds = sources.filter { $0.kind == .feed }
        let list = feeds.map { Subscription(address: $0.address, title: $0.title, site: $0.site, tags: $0.tags) }
        Console.printRaw(String(OPML.text(of: list, title: "Rassegna").dropLast()))
        let folders = sources.count - feeds.count
        if folders > 0 { Console.complain("\(folders) folder\(folders == 1 ? " is" : "s are") no feed, and left out") }
    }

    private func write(_ query: Query, _ library: Library, to path: String) throws {
        let folder = try MarkdownFolder(path: path)
        var (written, same, refused) = (0, 0, 0)
        try each(query, library) { article in
            switch try folder.write(article) {
            case .written: written += 1
            case .same: same += 1
            case .differs(let name):
                refused += 1
                Console.complain("\(name): is there already and says otherwise; not written")
            }
        }
        let already = same > 0 ? ", \(same) there already" : ""
        Console.print("\(written) file\(written == 1 ? "" : "s") written to \(path)\(already).")
        if refused > 0 { throw Outcome.someInputsFailed }
    }

    /// Hands on the articles of a query in their order. One that is damaged is named and left out, so that the others are saved.
    private func each(_ query: Query, _ library: Library, _ body: (Article) throws -> Void) throws {
        var isWhole = true
        try ListWalk(query, in: library).each { row in
            let article: Article?
            do throws(LibraryError) {
                article = try library.article(row.id)
            } catch {
                guard case .damaged(_, let detail) = error else { throw error }
                isWhole = false
                return Console.complain("article \(row.id), “\(row.title)”: \(detail); left out")
            }
            if let article { try body(article) }
        }
        if !isWhole { throw Outcome.someInputsFailed }
    }
}
