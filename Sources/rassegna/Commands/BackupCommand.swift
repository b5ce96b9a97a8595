import ArgumentParser
import Library
import Model

/// `rassegna backup FILE`: a copy of the library, also while the reader runs.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a copy of the library, also while the reader runs.",
        discussion: """
            The copy is a library: rassegna --library FILE opens it, and put in the library's place it restores it. It is \
            whole or not there at all.
            """)

    @Argument(help: "The file to write.")
    var file: String

    @Flag(help: "Replace the file where there is one.")
    var replace = false

    @OptionGroup var library: LibraryOptions

    func run() throws {
        let (library, _) = try library.open()
        let bytes = try library.backUp(to: file, replacing: replace)
        let count = try library.count(.everything).total
        Console.print("\(file): \(count) article\(count == 1 ? "" : "s"), \((bytes + 999_999) / 1_000_000) MB.")
    }
}
