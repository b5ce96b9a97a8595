import ArgumentParser
import Model

/// `rassegna add PATH...`: files into the library.
struct AddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add files and folders (.txt, .md, .html); - reads standard input.",
        discussion: "An article that is in the library already is not stored again; a changed file updates it.")

    @Argument(help: "Files, folders (with all that is in them) or - for standard input.")
    var paths: [String]

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let (library, knowledge) = try library.open()
        let report = try Importer(library: library, knowledge: knowledge).add(paths)
        for problem in report.problems { Console.complain("\(problem.file): \(problem.reason)") }
        Console.print(report.summary + ".")
        if !report.problems.isEmpty { throw Outcome.someInputsFailed }
    }
}
