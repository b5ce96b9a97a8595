import Controller
import Dispatch
import Model
import Synchronization
import Views

/// Does errands with sources beside the screen: a refresh, what is added and single pages keep nobody waiting, nor each
/// other.
final class SourceMail: Sendable {
    private let errands: any SourceErrands
    private let deliver: @Sendable (Answer) -> Void
    private let refreshing = DispatchQueue(label: "rassegna.refresh", qos: .utility)
    private let adding = DispatchQueue(label: "rassegna.add", qos: .utility, attributes: .concurrent)
    private let paging = DispatchQueue(label: "rassegna.page", qos: .utility)
    private let work = DispatchGroup()
    private let isStopped = Mutex(false)
    /// How long the end waits for what is being stored.
    private static let patience = DispatchTimeInterval.milliseconds(300)

    /// What does errands; answers go to `deliver`, from any thread.
    init(_ errands: any SourceErrands, deliver: @escaping @Sendable (Answer) -> Void) {
        self.errands = errands
        self.deliver = deliver
    }

    /// Does an effect in the background; `false` where it is none of this kind.
    func post(_ effect: Effect) -> Bool {
        switch effect {
        case .addSource: run(effect, on: adding)
        case .refresh: run(effect, on: refreshing)
        case .fetchPage: run(effect, on: paging)
        case .cancelRefresh: errands.cancel()
        default: return false
        }
        return true
    }

    private func run(_ effect: Effect, on queue: DispatchQueue) {
        queue.async(group: work) { [self] in
            guard !isStopped.withLock({ $0 }) else { return }
            let pace = ProgressPace { [deliver] in deliver(.refreshing($0)) }
            let answer = errands.answer(to: effect) { pace.put($0) }
            pace.end()
            if let answer { deliver(answer) }
        }
    }

    /// Ends everything at once; articles that are stored stay, and a source that was under way is asked again later.
    func stop() {
        isStopped.withLock { $0 = true }
        errands.cancel()
        _ = work.wait(timeout: .now() + SourceMail.patience)
    }
}
