import ArgumentParser
import Ingest
import Library
import Model

/// `rassegna parse FILE...`: what Rassegna makes of files, one JSON object a line.
struct ParseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "Print what Rassegna makes of files, without storing them.",
        discussion: "One JSON object a line for each article; start and end count Unicode scalars in text.")

    @Argument(help: "Files; - reads standard input.")
    var files: [String]

    @Flag(help: "Leave mentions and companies out.")
    var noEntities = false

    @Flag(help: "Heed your corrections and your own companies.")
    var corrected = false

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let recogniser = noEntities ? nil : try self.recogniser()
        let reader = Reader()
        var failed = false
        for file in files {
            do throws(IngestError) {
                let contents = try reader.readContents(path: file)
                for article in contents.articles {
                    let annotation = recogniser?.annotate(article)
                    Console.printRaw(JSON.parsed(article, annotation).line)
                }
                for problem in contents.problems {
                    Console.complain("\(file): \(problem)")
                    failed = true
                }
            } catch {
                Console.complain("\(file): \(error.description)")
                failed = true
            }
        }
        if failed { throw Outcome.someInputsFailed }
    }

    /// What recognises: by the contract of docs/parse.md the same everywhere, unless the user's knowledge is asked for.
    private func recogniser() throws -> Recogniser {
        guard corrected else { return Knowledge().recogniser([]) }
        let (library, knowledge) = try library.open()
        return knowledge.recogniser(try library.correctionsInForce())
    }
}
