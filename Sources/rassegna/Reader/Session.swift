import Controller
import Model
import Terminal
import Views

/// The reader's loop: shows the screen, waits for an event, changes the state, starts the effects.
final class Session {
    private let screen: any Screen
    private let mailbox: Mailbox
    private let desk: Desk
    private let importer: Importer
    private var app: App
    private var isOver = false
    /// How often an idle reader looks for changes by other programs, in milliseconds.
    private static let watchInterval = 500
    /// How many events are taken in before the screen is shown, when they come faster than it can be.
    private static let mostEvents = 64

    /// A reader of a library on a screen.
    init(app: App, screen: any Screen, mailbox: Mailbox, importer: Importer, desk: Desk) {
        self.app = app
        self.screen = screen
        self.mailbox = mailbox
        self.importer = importer
        self.desk = desk
    }

    /// Runs until the user quits or the terminal is gone.
    ///
    /// The first rows are read before the first screen; everything else comes while it stands.
    func run(runner: EffectRunner, adding paths: [String]) {
        for effect in app.start() {
            if case .load = effect {
                for answer in runner.answers(to: effect) { take(.answer(answer)) }
            } else {
                start(effect)
            }
        }
        if !paths.isEmpty { start(.add(paths)) }
        while !isOver {
            screen.show(draw(app.screen))
            takeEvents()
        }
        mailbox.drain()
    }

    /// Waits for an event, then takes in what else has come meanwhile.
    private func takeEvents() {
        var timeout = Session.watchInterval
        for _ in 0..<Session.mostEvents {
            guard let event = screen.next(timeout: timeout) else {
                if timeout > 0 { mailbox.look() }
                return
            }
            if event == .wake {
                for event in mailbox.fetch() { take(event) }
            } else {
                take(.terminal(event))
            }
            guard !isOver else { return }
            timeout = 0
        }
    }

    private func take(_ event: AppEvent) {
        for effect in update(&app, event) { start(effect) }
    }

    private func start(_ effect: Effect) {
        switch effect {
        case .quit: isOver = true
        case .suspend: screen.suspend()
        case .redraw: screen.run {}
        case .copy(let text): take(.answer(.notice(desk.copy(text))))
        case .browse(let address): take(.answer(.notice(desk.browse(address, on: screen))))
        case .add(let paths): add(paths)
        case .addSamples: addSamples()
        default: mailbox.post(effect)
        }
    }

    private func add(_ paths: [String]) {
        mailbox.post { [importer] deliver in
            deliver(importer.answer(adding: paths) { deliver(.notice(Notice($0))) })
        }
    }

    private func addSamples() {
        mailbox.post { [importer] deliver in
            deliver(importer.answerAddingSamples())
        }
    }
}
