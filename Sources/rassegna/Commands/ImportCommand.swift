import ArgumentParser
import Fetch
import Ingest
import Library

/// `rassegna import FILE...`: lists of feeds, and articles as JSON lines.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Take in OPML, newsboat's urls, or articles as JSON lines; - is standard input.",
        discussion: """
            What a file is, is seen by how it begins. Feeds become sources: folders and categories of OPML become tags, a \
            feed that is named twice or is here already is one; rassegna refresh then fetches them. Articles are what \
            rassegna export jsonl and rassegna parse print; those that are here already are not stored again.

            Lists of feeds are taken from addresses too (https://a.example/feeds.opml).
            """)

    @Argument(help: "Files (.opml, urls, .jsonl), addresses of lists, or - for standard input.")
    var files: [String]

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let (library, knowledge) = try library.open(making: true)
        let hidden = HiddenNews(library)
        defer { hidden.print() }
        var isFaulty = false
        for name in files {
            let shown = TypedAddress.withoutUser(name)
            do {
                if TypedAddress.isAddress(name) {
                    let bytes = try ListFetching().bytes(at: name)
                    isFaulty = try take(ImportCommand.list(bytes, named: "-"), of: shown, library) || isFaulty
                    continue
                }
                var file = try LineFile(path: name)
                switch try file.firstByte() {
                case nil: throw IngestError.empty
                case UInt8(ascii: "{"):
                    let line = ProgressLine()
                    defer { line.clear() }
                    let report = try ArticleImport(library: library, knowledge: knowledge).add(&file, named: name) {
                        line.show($0.summary)
                    } complain: {
                        line.clear()
                        Console.complain("\(name), \($0)")
                    }
                    line.clear()
                    Console.print("\(name): \(report.summary).")
                    isFaulty = isFaulty || report.faulty > 0
                default:
                    let list = try ImportCommand.list(try file.rest(limit: NamedList.limit), named: name)
                    isFaulty = try take(list, of: name, library) || isFaulty
                }
            } catch {
                Console.complain("\(shown): \(error)")
                isFaulty = true
            }
        }
        if isFaulty { throw Outcome.someInputsFailed }
    }

    /// Adds the feeds of a list and says so; whether something was left out.
    private func take(_ list: SubscriptionList, of name: String, _ library: Library) throws -> Bool {
        let report = try SubscriptionImport(library: library).add(list)
        for skipped in report.skipped { Console.complain("\(name): skipped: \(skipped)") }
        Console.print("\(name): \(report.summary).")
        return !report.skipped.isEmpty
    }

    /// The feeds of a file's bytes, or what to do with a file that is no list.
    private static func list(_ bytes: [UInt8], named name: String) throws -> SubscriptionList {
        if Format(ending: name) == .markdown { throw Complaint("rassegna add takes Markdown") }
        do throws(IngestError) {
            return try SubscriptionList(reading: bytes)
        } catch {
            guard case .unsupported(let what) = error else { throw error }
            throw Complaint(
                "\(what); lists of feeds are OPML or newsboat's urls, rassegna add takes feeds and articles")
        }
    }
}
