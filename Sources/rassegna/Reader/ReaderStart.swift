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
        try checkPaths()
        guard isatty(STDIN_FILENO) == 1 || paths.contains("-"), isatty(STDOUT_FILENO) == 1,
            environment.value("TERM") != "dumb"
        else {
            Console.complain("the reader needs a terminal; rassegna list prints articles, rassegna --help says more")
            throw Outcome.failed
        }
        // A library of an older form takes long to open; what is said of that needs the terminal as it is. It is looked at
        // before it is opened: see `Library.isOlder`.
        let isOlder = !isInMemory && Library.isOlder(path: libraryPath ?? environment.libraryPath)
        let opening = LibraryOpening { [self] in try openLibrary() }
        let keyMap = try KeyFile(folder: environment.settingsFolder).keyMap()
        let searches = SearchFile(folder: environment.stateFolder)
        var app = app(
            size: Size(width: 80, height: 24), keyMap, isAdding: !paths.isEmpty, searches: searches.lines())
        let effects = app.start()
        let isRequest = { (effect: Effect) in if case .load = effect { true } else { false } }
        opening.ask(effects.filter(isRequest))
        // What comes on standard input is read before the terminal is taken, which the keys then come from.
        if paths.contains("-") { try readStandardInput(Importer(opening.wait().0)) }
        if isOlder { _ = try opening.wait() }
        let log = ErrorLog(folder: environment.stateFolder)
        let waker = try Waker()
        let screen = try NcursesScreen(screenOptions(environment), waker: waker)
        defer { screen.close() }
        // Drawn for nobody while the first rows are on their way: the first time takes three times as long as the next.
        _ = update(&app, .terminal(.resize(screen.size)))
        _ = draw(app.screen)
        let (opened, answers) = try opening.wait()
        log.begin()
        defer { log.end() }
        let runner = EffectRunner(library: opened.library, knowledge: opened.knowledge, settings: .ofUser())
        let session = Session(
            app: app, screen: screen, mailbox: Mailbox(runner: runner, waker: waker), importer: Importer(opened),
            desk: Desk(environment: environment.variables), watched: watchedFolders,
            searches: isInMemory ? nil : searches)
        session.run(
            answers: answers, effects: effects.filter { !isRequest($0) }, adding: paths.filter { $0 != "-" })
        // Before the log's end is printed.
        screen.close()
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
        for complaint in knowledge.look().complaints { Console.complain(complaint) }
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

    /// Paths of which none leads anywhere are most likely a command that does not exist, or one behind an option. A
    /// missing file among others is said by the import, and the others are read.
    private func checkPaths() throws {
        guard let first = paths.first, paths.allSatisfy({ $0 != "-" && access($0, F_OK) != 0 }) else { return }
        Console.complain("“\(first)” is no file, and no command in this place; rassegna --help lists the commands")
        throw Outcome.failed
    }

    /// Reads articles from standard input to its end, and takes the keys from the terminal from then on.
    private func readStandardInput(_ importer: Importer) throws {
        guard paths.contains("-") else { return }
        for problem in try importer.add(["-"]).problems { Console.complain("-: \(problem.reason)") }
        let terminal = Glibc.open("/dev/tty", O_RDWR)
        guard terminal >= 0 else {
            Console.complain("there is no terminal to take keys from")
            throw Outcome.failed
        }
        dup2(terminal, STDIN_FILENO)
        close(terminal)
    }

    /// The folders among the paths, absolute: what is saved into them while the reader runs is read.
    private var watchedFolders: [String] {
        paths.compactMap { path in
            if path != "-", case .folder(let folder) = PlaceText(path).kind { folder } else { nil }
        }
    }

    private func app(size: Size, _ keyMap: KeyMap, isAdding: Bool, searches: [String] = []) -> App {
        App(
            size: size, now: Environment.now(), zone: Environment.zone, keyMap: keyMap, query: query.query,
            queryText: query.text, isAdding: isAdding, searches: searches)
    }

    private func openLibrary() throws -> (Library, Knowledge) {
        guard isInMemory else { return try LibraryOptions.open(libraryPath) }
        let knowledge = Knowledge.ofUser()
        return (try LibraryOptions.openInMemory(knowledge), knowledge)
    }

    /// What the environment says of the terminal.
    private func screenOptions(_ environment: Environment) -> NcursesScreen.Options {
        NcursesScreen.Options(
            terminal: environment.value("TERM") ?? "", colorFgBg: environment.value("COLORFGBG"),
            noColour: environment.value("NO_COLOR") != nil, mouse: mouse)
    }
}
