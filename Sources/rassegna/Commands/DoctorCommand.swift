import ArgumentParser
import Library

/// `rassegna doctor`: whether the library is whole, and making it so.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Check the library: file, rows, counts and indexes; --repair mends it.",
        discussion: """
            Everything is counted and compared again, which takes as long as reading the whole library. --repair makes \
            counts and indexes anew from the articles, in one step that is done whole or not at all; articles, marks, \
            tags and sources stay. Damage to the file itself and to texts is only named, with the articles that have it: save \
            what can be read with rassegna export jsonl, and put a backup in the place of the library.
            """)

    @Flag(help: "Mend what can be mended.")
    var repair = false

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let (library, _) = try library.open()
        let troubles = try library.check()
        for trouble in troubles { Console.print(trouble) }
        guard !troubles.isEmpty else {
            Console.print("\(library.path): all is well.")
            return
        }
        guard repair else {
            Console.complain(
                "rassegna doctor --repair mends counts, indexes and rows; rassegna backup keeps a copy before")
            throw Outcome.someInputsFailed
        }
        try library.repair()
        let left = try library.check()
        guard left.isEmpty else {
            for trouble in left { Console.complain("still: \(trouble)") }
            Console.complain(
                """
                this cannot be mended: rassegna export jsonl > articles.jsonl saves all articles that can be read; then put a \
                backup in the place of \(library.path), or add these articles anew
                """)
            throw Outcome.someInputsFailed
        }
        Console.print("Mended.")
    }
}
