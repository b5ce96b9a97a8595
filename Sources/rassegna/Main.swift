import ArgumentParser
import Glibc
import Resources

/// The program's entry: parses the command line, runs the command, gives the exit status of docs/commands.md.
@main
enum Main {
    static func main() {
        rassegna_stay_small()
        do {
            // The plain start is the one that people wait for: it does without the parser, which takes as long as the
            // library's first rows.
            guard CommandLine.arguments.count > 1 else { return try ReaderStart().open() }
            var command = try Rassegna.parseAsRoot()
            try command.run()
        } catch {
            finish(error)
        }
    }

    /// Ends the program: 0 for help, 1 nothing found, 2 wrong use or no result, 3 some inputs failed.
    private static func finish(_ error: any Error) -> Never {
        if let outcome = error as? Outcome { exit(outcome.rawValue) }
        let code = Rassegna.exitCode(for: error)
        let message = Rassegna.fullMessage(for: error)
        if code == .success {
            Console.printRaw(message)
            exit(0)
        }
        if code == .validationFailure {
            Console.explain(message)
        } else {
            Console.complain("\(error)")
        }
        exit(2)
    }
}

/// How a command ended, when it did not just succeed.
enum Outcome: Int32, Error {
    /// Nothing matched.
    case nothingFound = 1
    /// The command could not be done; the reason has been printed.
    case failed = 2
    /// Some inputs failed, each named on standard error.
    case someInputsFailed = 3
}

/// `rassegna`: the reader, and the commands that do without a screen what it does.
struct Rassegna: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rassegna",
        abstract: "Follow companies in the news: browse, search by company, mark read.",
        discussion: """
            Without a command it opens the reader on your library; with PATHs it reads these files and folders \
            as well. Everything stays in one file that you own.

              rassegna articles/              read a folder of .txt, .md and .html files, then browse
              rassegna add *.md               add files without opening the reader
              rassegna add https://a.example  add a feed, or the feed that a page names
              rassegna refresh                fetch what is new from your sources
              rassegna search company:openai  every article that mentions OpenAI, ChatGPT included
              rassegna list is:unread --json  unread articles, one JSON object a line
              rassegna import feeds.opml      take over the feeds of another reader
              rassegna mark read source:"Il Telaio"
              rassegna parse a.txt            what Rassegna makes of a file, without storing it

            rassegna help read lists the reader's own options (--query, --no-store, --mouse, --script). \
            In the reader ? shows the keys. Exit status: 0 done, 1 nothing found, 2 wrong use, \
            3 some inputs failed (each named on standard error).
            """,
        version: "0.1.0",
        subcommands: [
            ReadCommand.self, AddCommand.self, RefreshCommand.self, ListCommand.self, SearchCommand.self,
            ShowCommand.self, CompaniesCommand.self, MarkCommand.self, TagCommand.self, SearchesCommand.self,
            RulesCommand.self, CorrectionsCommand.self, ParseCommand.self, ExplainCommand.self, ImportCommand.self,
            ExportCommand.self, BackupCommand.self, DoctorCommand.self, KeysCommand.self,
        ],
        defaultSubcommand: ReadCommand.self)
}
