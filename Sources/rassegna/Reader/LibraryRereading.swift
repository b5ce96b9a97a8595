import Controller
import Dispatch
import Glibc
import Library
import Model
import Synchronization
import Views

/// Reads the library again in the background until it is up to what is known now, giving way to everything else.
final class LibraryRereading: Sendable {
    private struct State {
        /// How many times it was asked for; a later request ends the work for an earlier one.
        var requests = 0
        var isStopped = false
    }

    private let state = Mutex(State())
    private let job: Mutex<Rereading>
    private let queue = DispatchQueue(label: "rassegna.rereading", qos: .background)
    private let isFree: @Sendable () -> Bool
    private let deliver: @Sendable (Answer) -> Void
    /// How often the screen hears of it.
    private static let interval = Duration.milliseconds(500)
    /// How long it waits for others before a step, in looks of ten milliseconds: a key held down does not end it.
    private static let mostLooks = 100

    /// A re-reading that has not begun. Before each step it waits until `isFree` says that nobody else is at work.
    init(
        _ job: Rereading, isFree: @escaping @Sendable () -> Bool, deliver: @escaping @Sendable (Answer) -> Void
    ) {
        self.job = Mutex(job)
        self.isFree = isFree
        self.deliver = deliver
    }

    /// Begins, or begins anew with what is known now.
    ///
    /// - Parameter ifCorrected: Only when the corrections are others than at the last time.
    func begin(ifCorrected: Bool = false) {
        let number = state.withLock { state in
            if !ifCorrected { state.requests += 1 }
            return state.requests
        }
        queue.async { [self] in
            guard isCurrent(number) else { return }
            job.withLock { job in
                do {
                    if ifCorrected, try !job.isOutdated() { return }
                    try run(&job, number)
                } catch {
                    deliver(.failed("Articles are not read again: \(error)"))
                }
            }
        }
    }

    /// Stops for good; what is left to do is done at the next start.
    func stop() {
        state.withLock { $0.isStopped = true }
        queue.sync {}
    }

    private func isCurrent(_ number: Int) -> Bool {
        state.withLock { !$0.isStopped && $0.requests == number }
    }

    private func giveWay(_ number: Int) {
        for _ in 0..<LibraryRereading.mostLooks where isCurrent(number) && !isFree() {
            usleep(10_000)
        }
    }

    private func run(_ job: inout Rereading, _ number: Int) throws {
        try job.begin()
        var changed: Set<ArticleID> = []
        var isShown = false
        var next = ContinuousClock.now + LibraryRereading.interval
        while isCurrent(number) {
            giveWay(number)
            // It may have been stopped while it gave way.
            guard isCurrent(number), let step = try job.step() else { break }
            changed.formUnion(step.changed)
            guard step.total > 0, ContinuousClock.now >= next else { continue }
            deliver(.rereading(RereadingProgress(done: step.done, total: step.total), changed: changed))
            (isShown, changed) = (true, [])
            next = ContinuousClock.now + LibraryRereading.interval
        }
        if isShown || !changed.isEmpty { deliver(.rereading(nil, changed: changed)) }
    }
}
