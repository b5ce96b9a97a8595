import Controller
import Foundation
import Glibc
import Library
import Model
import Terminal
import Views

/// What the reader is started with; as it stands it is a plain `rassegna`.
struct ReaderStart {
    /// Files and folders to read as well.
    var paths: [String] = []
    /// The library's file; `nil` for the usual one.
    var libraryPath: String?
    /// Whether everything is kept in memory.
    var isInMemory = false
    /// The query of the first list.
    var query: (query: Query, text: String) = (.everything, "")
    /// Whether the mouse is reported.
    var mouse = false

    /// Opens the reader on the terminal, until the user quits.
    func open() throws {
        let environment = Environment.current
        let keyMap = try KeyFile(folder: environment.settingsFolder).keyMap()
        guard isatty(STDIN_FILENO) == 1 || paths.contains("-"), isatty(STDOUT_FILENO) == 1,
            environment.value("TERM") != "dumb"
        else {
            Console.complain("the reader needs a terminal; rassegna list prints articles, rassegna --help says more")
            throw Outcome.failed
        }
        let (library, knowledge) = try openLibrary()
        let log = ErrorLog(folder: environment.stateFolder)
        let waker = try Waker()
        let screen = try NcursesScreen(screenOptions(environment), waker: waker)
        log.begin()
        let runner = EffectRunner(library: library, knowledge: knowledge)
        let session = Session(
            app: app(size: screen.size, keyMap, isAdding: !paths.isEmpty), screen: screen,
            mailbox: Mailbox(runner: runner, waker: waker),
            importer: Importer(library: library, knowledge: knowledge), desk: Desk(environment: environment.variables))
        session.run(runner: runner, adding: paths)
        screen.close()
        log.end()
    }

    /// Plays the reader without a terminal: keys in, the last screen out.
    func play(_ script: String, size: Size) throws {
        let keyMap = try KeyFile(folder: Environment.current.settingsFolder).keyMap()
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
        var play = ScriptPlay(app: app(size: size, keyMap, isAdding: false), importer: importer)
        play.type(keys)
        let frame = play.frame
        for row in 0..<frame.size.height { Console.print(frame.text(row: row)) }
    }

    private func app(size: Size, _ keyMap: KeyMap, isAdding: Bool) -> App {
        App(
            size: size, now: Environment.now(), zone: Environment.zone, keyMap: keyMap, query: query.query,
            queryText: query.text, isAdding: isAdding)
    }

    private func openLibrary() throws -> (Library, Knowledge) {
        guard isInMemory else { return try LibraryOptions.open(libraryPath) }
        let knowledge = Knowledge()
        return (try LibraryOptions.openInMemory(knowledge), knowledge)
    }

    /// What the environment says of the terminal.
    private func screenOptions(_ environment: Environment) -> NcursesScreen.Options {
        NcursesScreen.Options(
            terminal: environment.value("TERM") ?? "", colorFgBg: environment.value("COLORFGBG"),
            noColour: environment.value("NO_COLOR") != nil, mouse: mouse)
    }
}
