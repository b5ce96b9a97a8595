import Controller
import Dispatch
import Model
import Synchronization

/// Counts what is unread of the saved searches, some time after a change, when no key has come for a moment. A count that
/// is wanted again before it has begun is made once.
final class SearchCounting: Sendable {
    private let newest = Mutex(0)
    private let queue = DispatchQueue(label: "rassegna.counting", qos: .utility)
    private let runner: EffectRunner
    private let isFree: @Sendable () -> Bool
    private let deliver: @Sendable (Answer) -> Void
    private static let pause = DispatchTimeInterval.milliseconds(150)

    /// What counts for a reader; `isFree` says whether nobody waits for anything else.
    init(
        _ runner: EffectRunner, isFree: @escaping @Sendable () -> Bool,
        deliver: @escaping @Sendable (Answer) -> Void
    ) {
        self.runner = runner
        self.isFree = isFree
        self.deliver = deliver
    }

    /// Has searches counted, in place of those that were to be counted before.
    func begin(_ searches: [SavedSearch]) {
        let number = newest.withLock { newest in
            newest += 1
            return newest
        }
        if !searches.isEmpty { run(searches, number) }
    }

    /// Ends it: what has not been counted is not any more.
    func stop() {
        begin([])
    }

    private func run(_ searches: [SavedSearch], _ number: Int) {
        queue.asyncAfter(deadline: .now() + SearchCounting.pause) { [self] in
            guard isWanted(number) else { return }
            guard isFree() else { return run(searches, number) }
            let counts = runner.unreadCounts(of: searches) { isWanted(number) }
            if isWanted(number) { deliver(.searchCounts(counts)) }
        }
    }

    private func isWanted(_ number: Int) -> Bool {
        newest.withLock { $0 } == number
    }
}
