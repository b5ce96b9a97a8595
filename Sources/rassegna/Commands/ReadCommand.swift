import ArgumentParser
import Model
import Terminal

/// `rassegna [PATH...]`: the reader.
struct ReadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Open the reader (the default); PATHs are read as well.")

    @Argument(help: "Files and folders to read as well (.txt, .md, .html); - is standard input.")
    var paths: [String] = []

    @OptionGroup var library: LibraryOptions

    @Flag(help: "Keep everything in memory: nothing is read from the library or stored in it.")
    var noStore = false

    @Option(help: "Open on the articles that this query matches.")
    var query: String?

    @Flag(help: "Let the mouse choose and scroll (hold Shift to select text).")
    var mouse = false

    @Option(help: ArgumentHelp("Type these keys, print the last screen, end.", valueName: "keys"))
    var script: String?

    @Option(help: "Size of the screen for --script, such as 120x36.")
    var size: String?

    func validate() throws {
        if let size, Size(text: size) == nil {
            throw ValidationError("--size takes columns x rows, such as 120x36, not “\(size)”.")
        }
        if size != nil, script == nil { throw ValidationError("--size goes with --script.") }
    }

    func run() throws {
        let start = ReaderStart(
            paths: paths, libraryPath: library.library, isInMemory: noStore, query: try startQuery(), mouse: mouse)
        if let script {
            try start.play(script, size: size.flatMap { Size(text: $0) } ?? Size(width: 120, height: 36))
        } else {
            try start.open()
        }
    }

    /// The query of the first list.
    private func startQuery() throws -> (query: Query, text: String) {
        guard let query else { return (.everything, "") }
        return (try QueryArguments(words: [query]).parse(), query)
    }
}

extension QueryArguments {
    /// Words that did not come from the command line's end.
    init(words: [String]) {
        self.init()
        query = words
    }
}
