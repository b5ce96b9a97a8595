import ArgumentParser
import Controller

/// `rassegna keys`: the key table.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Print the keys of the reader.")

    @Flag(help: "As Markdown: docs/keys.md.")
    var markdown = false

    func run() throws {
        let table = markdown ? KeyMap.standard.markdown : KeyMap.standard.plainText
        Console.printRaw(String(table.dropLast()))
    }
}
