import Controller
import Model
import Terminal
import Views

/// Plays keys on the reader without a terminal: every effect is done before the next key.
struct ScriptPlay {
    private var app: App
    private let runner: EffectRunner
    private let importer: Importer
    private let errands: any SourceErrands
    private var rereading: Rereading
    /// What was copied and which addresses were opened, instead of doing it.
    private(set) var copied: [String] = []
    private(set) var opened: [String] = []
    /// Whether the reader has been left.
    private(set) var isOver = false

    /// A reader on a library, with its first rows.
    init(app: App, importer: Importer, errands: (any SourceErrands)? = nil) {
        self.app = app
        self.importer = importer
        self.errands = errands ?? SourceDesk(importer: importer)
        rereading = Rereading(library: importer.library, knowledge: importer.knowledge)
        runner = EffectRunner(library: importer.library, knowledge: importer.knowledge)
        perform(self.app.start())
    }

    /// What the screen shows.
    var frame: Canvas { draw(app.screen) }

    /// The state behind the screen.
    var screen: MainState { app.screen }

    /// Types keys one after the other, until the reader is left.
    mutating func type(_ keys: [Key]) {
        for key in keys where !isOver {
            take(.terminal(.key(key)))
        }
    }

    /// Takes an event in, and all that follows from it.
    mutating func take(_ event: AppEvent) {
        perform(update(&app, event))
    }

    private mutating func perform(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .quit: isOver = true
            case .copy(let text): copied.append(text)
            case .browse(let address): opened.append(address)
            case .add(let paths): take(.answer(importer.answer(adding: paths)))
            case .addSamples: take(.answer(importer.answerAddingSamples()))
            case .correct, .undo, .redo: change(effect)
            case .addSource, .refresh, .fetchPage: run(effect)
            case .cancelRefresh: errands.cancel()
            default: for answer in runner.answers(to: effect) { take(answer) }
            }
        }
    }

    /// Takes an answer in; saved searches are counted at once.
    private mutating func take(_ answer: Answer) {
        take(.answer(answer))
        if case .searches(let searches) = answer { take(.answer(.searchCounts(runner.unreadCounts(of: searches)))) }
    }

    /// Does an errand with sources to its end, with the last thing that it said of its progress.
    private mutating func run(_ effect: Effect) {
        var last: FetchProgress?
        let answer = errands.answer(to: effect) { last = $0 }
        if let last { take(.answer(.refreshing(last))) }
        if let answer { take(.answer(answer)) }
    }

    /// Makes a change; where it is one of corrections, the library is read again before the next key.
    private mutating func change(_ effect: Effect) {
        do {
            try rereading.begin()
            for answer in runner.answers(to: effect) {
                take(.answer(answer))
                guard case .corrected = answer else { continue }
                var changed: Set<ArticleID> = []
                try rereading.finish { changed.formUnion($0.changed) }
                take(.answer(.rereading(nil, changed: changed)))
            }
        } catch {
            take(.answer(.failed("\(error)")))
        }
    }
}
