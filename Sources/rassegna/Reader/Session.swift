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
    private let sources: SourceMail
    private let folders: FolderWatching
    private let searches: SearchFile?
    private var app: App
    private var typedAhead = TypedAhead()
    private var isOver = false
    /// Whether an article or rows of a list are on their way.
    private var isWaiting = false
    /// What nobody waits for: it begins when the screen is shown.
    private var later: [Effect] = []
    /// How often an idle reader looks for changes by other programs, in milliseconds.
    private static let watchInterval = 500
    /// How long a frame waits for answers to the keys that it shows, in milliseconds: mostly it then shows both.
    private static let patience = 2
    /// How many events are taken in before the screen is shown, when they come faster than it can be.
    private static let mostEvents = 64

    /// A reader of a library on a screen.
    ///
    /// - Parameters:
    ///   - watched: Folders that are watched beside those that are sources, absolute.
    ///   - searches: Where searches are kept; `nil` keeps none.
    init(
        app: App, screen: any Screen, mailbox: Mailbox, importer: Importer, desk: Desk,
        errands: (any SourceErrands)? = nil, watched: [String] = [], searches: SearchFile? = nil
    ) {
        self.app = app
        self.screen = screen
        self.mailbox = mailbox
        self.importer = importer
        let deliver: @Sendable (Answer) -> Void = { [weak mailbox] in mailbox?.deliver($0) }
        sources = SourceMail(errands ?? SourceDesk(importer: importer), deliver: deliver)
        folders = FolderWatching(importer: importer, named: watched, deliver: deliver)
        self.desk = desk
        self.searches = searches
    }

    /// Runs until the user quits or the terminal is gone.
    ///
    /// The first screen shows the first rows, which have been read already; everything else comes while it stands.
    func run(answers: [Answer], effects: [Effect], adding paths: [String]) {
        for answer in answers { take(.answer(answer)) }
        screen.show(draw(app.screen))
        for effect in effects { start(effect) }
        if !paths.isEmpty { start(.add(paths)) }
        takeRest()
        mailbox.prepare()
        folders.begin(after: Mailbox.rest)
        while !isOver {
            screen.show(draw(app.screen))
            for effect in later { mailbox.post(effect) }
            later = []
            takeEvents()
        }
        folders.stop()
        sources.stop()
        mailbox.drain()
        searches?.finish()
    }

    /// Waits for an event, then takes in what else comes at once.
    private func takeEvents() {
        guard let event = next(timeout: Session.watchInterval) else {
            mailbox.look()
            return
        }
        take(event)
        takeRest()
    }

    /// Takes in the events that are there, and answers that come within a moment.
    private func takeRest() {
        let deadline = ContinuousClock.now + .milliseconds(Session.patience)
        for _ in 0..<Session.mostEvents where !isOver {
            let isPatient = isWaiting && ContinuousClock.now < deadline
            guard let event = next(timeout: isPatient ? Session.patience : 0) else { return }
            take(event)
        }
    }

    private func next(timeout: Int) -> Event? {
        typedAhead.next(of: screen, timeout: timeout, isTyping: app.isTyping)
    }

    private func take(_ event: Event) {
        guard event == .wake else {
            mailbox.settleChanges()
            take(.terminal(event))
            return
        }
        isWaiting = false
        for event in mailbox.fetch() { take(event) }
    }

    private func take(_ event: AppEvent) {
        // A folder may have come or gone, here or in another program.
        if event.concernsSources { folders.begin() }
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
        case .readAhead, .why, .loadQueryNames: later.append(effect)
        case .keepSearch(let line): searches?.keep(line)
        case .fetch, .load:
            isWaiting = true
            mailbox.post(effect)
        default: if !sources.post(effect) { mailbox.post(effect) }
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

extension AppEvent {
    /// Whether the library may have other sources than before.
    fileprivate var concernsSources: Bool {
        switch self {
        case .answer(.sources), .libraryChanged: true
        case .answer(.changed(let change?, _)): [.removed, .restored].contains(change.action)
        default: false
        }
    }
}
