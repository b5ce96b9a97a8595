import ArgumentParser
import Fetch
import Library
import Model

/// `rassegna refresh [NAME|ADDRESS...]`: what is new from the sources.
struct RefreshCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Fetch what is new from your sources.",
        discussion: """
            Without names it asks the sources that are due; with names or addresses these, due or not. A server that \
            asks to be left alone is, whatever you say.
            """)

    @Argument(help: ArgumentHelp("Sources, by name or address (default: all that are due).", valueName: "source"))
    var sources: [String] = []

    @Flag(help: "All sources, also those that are not due.")
    var force = false

    @Flag(help: "One JSON object a line for each source.")
    var json = false

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let (library, knowledge) = try library.open()
        let all = try library.sources()
        var wanted = all
        var isMissing = false
        if !sources.isEmpty {
            let choice = SourceChoice(sources, among: all)
            wanted = choice.sources
            for word in choice.missing { Console.complain("there is no source “\(word)”; rassegna add URL adds one") }
            isMissing = !choice.missing.isEmpty
        }
        guard !wanted.isEmpty else {
            if sources.isEmpty { Console.complain("there are no sources yet; rassegna add URL adds one") }
            throw Outcome.nothingFound
        }
        let hidden = HiddenNews(library)
        defer { if !json { hidden.print() } }
        let isFolderFaulty = try scan(
            wanted.filter { $0.kind == .folder }, Importer(library: library, knowledge: knowledge))
        wanted.removeAll { $0.kind == .folder }
        guard !wanted.isEmpty else {
            if isFolderFaulty || isMissing { throw Outcome.someInputsFailed }
            return
        }
        let keyring = Keyring.ofUser()
        for problem in keyring.problems { Console.complain(problem) }
        let line = ProgressLine()
        let reports = try Refreshing(library: library, knowledge: knowledge, keyring: keyring)
            .run(wanted, sources.isEmpty ? force ? .forced : .routine : .named) { line.show($0.summary) }
        line.clear()
        print(reports)
        let isFaulty = reports.contains { $0.ending == .failed || $0.ending == .gone }
        if isFaulty || isFolderFaulty || isMissing { throw Outcome.someInputsFailed }
    }

    /// Reads what has changed in folders; whether anything in them could not be read.
    private func scan(_ folders: [Source], _ importer: Importer) throws -> Bool {
        var isFaulty = false
        for folder in folders {
            let report = try FolderScan(importer).run(folder, all: force)
            for problem in report.problems { Console.complain("\(problem.file): \(problem.reason)") }
            isFaulty = isFaulty || !report.problems.isEmpty
            if json {
                let members: [(String, JSON)] = [
                    ("source", .string(folder.name)), ("address", .string(folder.address)),
                    ("ending", .string("scanned")), ("added", .integer(report.added)),
                    ("updated", .integer(report.updated)),
                ]
                Console.printRaw(JSON.object(members).line)
            } else {
                Console.print("\(folder.name): \(report.added) new, \(report.updated) updated")
            }
        }
        return isFaulty
    }

    private func print(_ reports: [RefreshReport]) {
        for report in reports {
            let name = report.source.name
            if report.ending != .waiting || !sources.isEmpty, let problem = report.problem {
                Console.complain("\(name): \(problem)")
            }
            for remark in report.remarks { Console.complain("\(name): \(remark)") }
            if json {
                Console.printRaw(JSON.refresh(report).line)
            } else {
                if report.added + report.updated > 0 { Console.print(RefreshCommand.line(report)) }
                if let address = report.newAddress { Console.print("\(name) has moved to \(address)") }
            }
        }
        guard !json else { return }
        let waiting = reports.count { $0.ending == .waiting }
        guard waiting < reports.count else {
            Console.print("No source is due\(force || !sources.isEmpty ? "" : "; --force asks all \(waiting)").")
            return
        }
        Console.print(reports.summary + ".")
    }

    /// `Il Telaio: 3 new, 1 updated`.
    private static func line(_ report: RefreshReport) -> String {
        let parts = [(report.added, "new"), (report.updated, "updated")].filter { $0.0 > 0 }
        return "\(report.source.name): " + parts.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }
}

extension JSON {
    /// What became of a source in a refresh.
    static func refresh(_ report: RefreshReport) -> JSON {
        .object([
            ("source", .string(report.source.name)), ("address", .string(report.source.address)),
            ("ending", .string(report.ending.rawValue)), ("added", .integer(report.added)),
            ("updated", .integer(report.updated)), ("bytes", .integer(report.bytes)),
            ("moved", .optional(report.newAddress)), ("problem", .optional(report.problem)),
            ("remarks", .array(report.remarks.map { .string($0) })),
        ])
    }
}
