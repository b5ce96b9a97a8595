import ArgumentParser
import Controller
import Foundation
import Glibc
import Library
import Model
import Terminal
import Views

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
        let environment = Environment.current
        let first = try startQuery()
        let keyMap = try KeyFile(folder: environment.settingsFolder).keyMap()
        if let script {
            try play(script, on: first, keyMap)
            return
        }
        guard isatty(STDIN_FILENO) == 1 || paths.contains("-"), isatty(STDOUT_FILENO) == 1,
            environment.value("TERM") != "dumb"
        else {
            Console.complain("the reader needs a terminal; rassegna list prints articles, rassegna --help says more")
            throw Outcome.failed
        }
        try open(on: first, keyMap, environment)
    }

    /// The query of the first list.
    private func startQuery() throws -> (query: Query, text: String) {
        guard let query else { return (.everything, "") }
        return (try QueryArguments(words: [query]).parse(), query)
    }

    private func openLibrary() throws -> (Library, Knowledge) {
        guard noStore else { return try library.open() }
        let knowledge = Knowledge()
        return (try LibraryOptions.openInMemory(knowledge), knowledge)
    }

    /// The reader on the terminal, until the user quits.
    private func open(on first: (query: Query, text: String), _ keyMap: KeyMap, _ environment: Environment) throws {
        let (library, knowledge) = try openLibrary()
        let log = ErrorLog(folder: environment.stateFolder)
        let waker = try Waker()
        let screen = try NcursesScreen(screenOptions(environment), waker: waker)
        log.begin()
        let runner = EffectRunner(library: library, knowledge: knowledge)
        let app = App(
            size: screen.size, now: Environment.now(), zone: Environment.zone, keyMap: keyMap, query: first.query,
            queryText: first.text, isAdding: !paths.isEmpty)
        let session = Session(
            app: app, screen: screen, mailbox: Mailbox(runner: runner, waker: waker),
            importer: Importer(library: library, knowledge: knowledge), desk: Desk(environment: environment.variables))
        session.run(runner: runner, adding: paths)
        screen.close()
        log.end()
    }

    /// What the environment says of the terminal.
    private func screenOptions(_ environment: Environment) -> NcursesScreen.Options {
        NcursesScreen.Options(
            terminal: environment.value("TERM") ?? "", colorFgBg: environment.value("COLORFGBG"),
            noColour: environment.value("NO_COLOR") != nil, mouse: mouse)
    }

    /// The reader without a terminal: keys in, the last screen out.
    private func play(_ script: String, on first: (query: Query, text: String), _ keyMap: KeyMap) throws {
        let (library, knowledge) = try openLibrary()
        let keys: [Key]
        do {
            keys = try Key.script(script)
        } catch {
            Console.complain("--script: \(error.description)")
            throw Outcome.failed
        }
        let importer = Importer(library: library, knowledge: knowledge)
        if !paths.isEmpty {
            let report = try importer.add(paths)
            for problem in report.problems { Console.complain("\(problem.file): \(problem.reason)") }
        }
        let app = App(
            size: size.flatMap { Size(text: $0) } ?? Size(width: 120, height: 36), now: Environment.now(),
            zone: Environment.zone, keyMap: keyMap, query: first.query, queryText: first.text)
        var play = ScriptPlay(app: app, importer: importer)
        play.type(keys)
        let frame = play.frame
        for row in 0..<frame.size.height { Console.print(frame.text(row: row)) }
    }
}

extension QueryArguments {
    /// Words that did not come from the command line's end.
    init(words: [String]) {
        self.init()
        query = words
    }
}
