import ArgumentParser
import Foundation
import Library
import Model

/// `rassegna corrections`: the log of what the user said of names.
struct CorrectionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "corrections", abstract: "Print your corrections; take one back, or bring others in.",
        discussion: """
            A correction is made in the reader: ] chooses an entity, e says what it is. It holds for all articles. \
            --json prints one object a line, which --import reads again, here or in another library.
            """)

    @Option(name: .customLong("import"), help: "Add the corrections of a file of JSON lines; - is standard input.")
    var file: String?

    @Option(help: ArgumentHelp("Take the correction of this number back.", valueName: "number"))
    var undo: Int64?

    @Flag(help: "Read the library again now with all that is known, as the reader does in the background.")
    var reread = false

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if [file != nil, undo != nil, reread, json].filter({ $0 }).count > 1 {
            throw ValidationError("--import, --undo, --reread and --json do not go together.")
        }
    }

    func run() throws {
        let (library, knowledge) = try library.open(making: true)
        var rereading = Rereading(library: library, knowledge: knowledge)
        if let file {
            try add(file, to: library, &rereading)
        } else if let undo {
            try rereading.begin()
            guard let change = try library.setCorrection(undo, isUndone: true) else {
                Console.complain("there is no correction \(undo) that holds; rassegna corrections lists them")
                throw Outcome.nothingFound
            }
            let count = try rereading.finish()
            Console.print("No longer: \(change.subject ?? "1 correction"). \(CorrectionsCommand.read(count))")
        } else if reread {
            Console.print(CorrectionsCommand.read(try rereading.finish()))
        } else {
            try list(library)
        }
    }

    private func list(_ library: Library) throws {
        let entries = try library.corrections()
        guard !entries.isEmpty else { throw Outcome.nothingFound }
        for entry in entries {
            guard !json else {
                Console.printRaw(JSON.correction(entry).line)
                continue
            }
            let number = String(entry.id)
            let padding = String(repeating: " ", count: max(0, 6 - number.count))
            let date = Environment.zone.date(of: entry.made).iso8601
            Console.print("\(padding)\(number) \(date)  \(entry.correction)\(entry.isUndone ? "  (taken back)" : "")")
        }
    }

    /// Adds the corrections of a file that are not in force yet, as one change.
    private func add(_ file: String, to library: Library, _ rereading: inout Rereading) throws {
        let isInput = file == "-"
        let data = isInput ? FileHandle.standardInput.readDataToEndOfFile() : FileManager.default.contents(atPath: file)
        guard let data else {
            Console.complain("\(file): cannot be read")
            throw Outcome.failed
        }
        var known = Set(try library.correctionsInForce())
        var new: [Correction] = []
        var (already, isFaulty) = (0, false)
        let text = String(decoding: data, as: UTF8.self)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() where line.contains(where: { !$0.isWhitespace }) {
            do throws(CorrectionLine.Problem) {
                guard let correction = try CorrectionLine.parse(line) else { continue }
                guard known.insert(correction).inserted else {
                    already += 1
                    continue
                }
                new.append(correction)
            } catch {
                Console.complain("\(file), line \(index + 1): \(error.reason)")
                isFaulty = true
            }
        }
        try rereading.begin()
        try library.correct(new)
        let count = try rereading.finish()
        let added = "\(new.count) correction\(new.count == 1 ? "" : "s") added"
        Console.print("\(added)\(already == 0 ? "" : ", \(already) already here"). \(CorrectionsCommand.read(count))")
        if isFaulty { throw Outcome.someInputsFailed }
    }

    /// `12 articles read again.`
    private static func read(_ count: Int) -> String {
        "\(count) article\(count == 1 ? "" : "s") read again."
    }
}
