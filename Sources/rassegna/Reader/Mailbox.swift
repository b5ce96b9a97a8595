import Controller
import Dispatch
import Library
import Model
import Resources
import Synchronization
import Terminal
import Views

/// Runs effects beside the screen, and keeps what comes of them until the loop fetches it.
///
/// Changes run one after the other on a queue of their own, so that no slow search keeps a mark waiting; so do the names
/// for the picker, which take the catalogue.
final class Mailbox: Sendable {
    private let events = Mutex<[AppEvent]>([])
    private let rereading = Mutex<LibraryRereading?>(nil)
    private let counting = Mutex<SearchCounting?>(nil)
    private let newestList = Mutex(0)
    /// What is being read for lists, each with the number of its list.
    private let running = Mutex<[(list: Int, patience: Patience)]>([])
    private let newestWhy = Mutex(0)
    private let knownVersion: Mutex<Int?>
    private let reads = DispatchQueue(label: "rassegna.reads", qos: .userInteractive)
    private let counts = DispatchQueue(label: "rassegna.counts", qos: .userInitiated)
    private let changes = DispatchQueue(label: "rassegna.changes", qos: .userInteractive)
    private let unfinishedChanges = DispatchGroup()
    private let lastKey = Mutex(ContinuousClock.now)
    /// How long after a key nothing is done that nobody waits for.
    private static let pause = Duration.milliseconds(100)
    /// How long after a letter of a search its articles are counted, if that takes long.
    private static let typing = DispatchTimeInterval.milliseconds(100)
    private let naming = DispatchQueue(label: "rassegna.names", qos: .utility)
    private let importing = DispatchQueue(label: "rassegna.import", qos: .utility)
    private let waker: Waker
    private let runner: EffectRunner

    /// A mailbox that wakes a screen's loop when answers have come.
    init(runner: EffectRunner, waker: Waker) {
        self.runner = runner
        self.waker = waker
        // Before anything is shown: what changes from now on is a change to what is shown.
        knownVersion = Mutex(try? runner.library.dataVersion())
    }

    /// Does an effect in the background.
    func post(_ effect: Effect) {
        if case .load(let request) = effect {
            newestList.withLock { $0 = max($0, request.list) }
            breakOff(before: request.list)
        }
        if let list = effect.list {
            guard case .count(let request) = effect else {
                return reads.async { [self] in read(effect, for: list) }
            }
            // What takes long to count is counted when the typing pauses, not at each letter.
            counts.asyncAfter(deadline: .now() + (request.isTyped ? Mailbox.typing : .seconds(0))) { [self] in
                read(effect, for: list)
            }
        } else if case .why = effect {
            let number = newestWhy.withLock { number in
                number += 1
                return number
            }
            reads.async { [self] in
                // The cursor has moved on.
                guard number == newestWhy.withLock({ $0 }) else { return }
                deliver(runner.answers(to: effect).map { .answer($0) })
            }
        } else if effect == .loadNames {
            naming.async { [self] in deliver(runner.answers(to: effect).map { .answer($0) }) }
        } else if effect.isChange {
            changes.async(group: unfinishedChanges) { [self] in
                let answers = runner.answers(to: effect)
                deliver(answers.map { .answer($0) })
                if answers.contains(where: \.isCorrection) { reread() }
            }
        } else {
            reads.async { [self] in
                let answers = runner.answers(to: effect)
                deliver(answers.map { .answer($0) })
                for case .searches(let searches) in answers { count(searches) }
            }
        }
    }

    /// Does, once the first screen stands, what takes the catalogue: the picker's names, so that they are there before
    /// anybody can type one, and then the articles that were read with something else than is known now. Before that it
    /// would only take the processor from those who wait for the screen.
    func prepare() {
        naming.asyncAfter(deadline: .now() + Mailbox.rest) { [self] in
            deliver(runner.answers(to: .loadNames).map { .answer($0) })
            rassegna_forget_start()
            reread()
        }
    }

    /// How long the first screen is given.
    static let rest = DispatchTimeInterval.milliseconds(120)

    /// Waits until the changes posted so far are stored, but not for ever: an import may hold the library.
    ///
    /// Called before each key, so that whatever happens next a key loses no change made by the keys before it, and
    /// lists asked for later show it.
    func settleChanges() {
        lastKey.withLock { $0 = .now }
        _ = unfinishedChanges.wait(timeout: .now() + .milliseconds(250))
    }

    /// Whether no change is on its way and no key came a moment ago.
    private var isFree: Bool {
        ContinuousClock.now - lastKey.withLock({ $0 }) > Mailbox.pause
            && unfinishedChanges.wait(timeout: .now()) == .success
    }

    /// Reads files in the background, beside the effects.
    func post(import work: @escaping @Sendable (_ deliver: (Answer) -> Void) -> Void) {
        importing.async { [self] in
            work { deliver([.answer($0)]) }
            reread()
        }
    }

    /// Has the articles read again, in the background, that were read with something else than is known now.
    func reread(ifCorrected: Bool = false) {
        rereading.withLock { rereading in
            let known = rereading ?? newRereading()
            rereading = known
            known.begin(ifCorrected: ifCorrected)
        }
    }

    /// Has the unread articles of saved searches counted in the background.
    private func count(_ searches: [SavedSearch]) {
        let counter = counting.withLock { counting in
            let known =
                counting
                ?? SearchCounting(
                    runner, isFree: { [weak self] in self?.isFree ?? true },
                    deliver: { [weak self] in self?.deliver([.answer($0)]) })
            counting = known
            return known
        }
        counter.begin(searches)
    }

    private func newRereading() -> LibraryRereading {
        LibraryRereading(
            Rereading(library: runner.library, knowledge: runner.knowledge),
            isFree: { [weak self] in self?.isFree ?? true },
            deliver: { [weak self] in self?.deliver([.answer($0)]) })
    }

    /// Waits until the changes posted so far are stored, so that quitting loses none.
    func drain() {
        counting.withLock { $0 }?.stop()
        breakOff(before: .max)
        rereading.withLock { $0 }?.stop()
        changes.sync {}
    }

    /// Looks in the background whether another program has changed the library since the last look.
    func look() {
        reads.async { [self] in
            guard let version = try? runner.library.dataVersion() else { return }
            let known = knownVersion.withLock { known in
                defer { known = version }
                return known
            }
            guard let known, known != version else { return }
            deliver([.libraryChanged])
            reread(ifCorrected: true)
        }
        naming.async { [self] in
            if let complaint = runner.settings?.complaints().first {
                deliver([.answer(.notice(Notice(complaint, .bad)))])
            }
            let rules = runner.knowledge.rules.look()
            if let problem = rules.problems.first {
                let others = rules.problems.count == 1 ? "" : " (and \(rules.problems.count - 1) more)"
                deliver(.notice(Notice("rules.toml, line \(problem.line): \(problem.reason)\(others)", .bad)))
            } else if rules.hasChanged {
                deliver(.notice(Notice("Your rules were read anew; they hold for new articles.", .good)))
            }
            let look = runner.knowledge.look()
            if let complaint = look.summary {
                deliver([.answer(.notice(Notice(complaint, .bad)))])
            } else if look.hasChanged {
                deliver([.answer(.notice(Notice("Your companies were read anew.", .good)))])
            }
            guard look.hasChanged else { return }
            deliver(runner.answers(to: .loadNames).map { .answer($0) })
            reread()
        }
    }

    /// What has come since the last call.
    func fetch() -> [AppEvent] {
        events.withLock { waiting in
            defer { waiting.removeAll() }
            return waiting
        }
    }

    /// Gives the loop an answer to something that is done elsewhere.
    func deliver(_ answer: Answer) {
        deliver([.answer(answer)])
    }

    private func deliver(_ new: [AppEvent]) {
        guard !new.isEmpty else { return }
        events.withLock { $0 += new }
        waker.wake()
    }

    /// Reads what a list asks for, unless a later one has been asked for meanwhile: then it is dropped, or broken off.
    private func read(_ effect: Effect, for list: Int) {
        let patience = Patience()
        running.withLock { $0.append((list, patience)) }
        defer { running.withLock { $0.removeAll { $0.patience === patience } } }
        guard list >= newestList.withLock({ $0 }) else { return }
        deliver(runner.answers(to: effect, patience: patience).map { .answer($0) })
    }

    /// Nobody waits any more for what lists before this one asked for.
    private func breakOff(before list: Int) {
        running.withLock { running in
            for read in running where read.list < list { read.patience.end() }
        }
    }
}

extension Effect {
    /// The list for which it reads rows or counts.
    fileprivate var list: Int? {
        switch self {
        case .load(let request): request.list
        case .count(let request): request.list
        default: nil
        }
    }
}

extension Answer {
    /// Whether it says that corrections have changed.
    fileprivate var isCorrection: Bool {
        if case .corrected = self { true } else { false }
    }
}
