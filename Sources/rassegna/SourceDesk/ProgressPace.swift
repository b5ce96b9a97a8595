import Dispatch
import Synchronization
import Views

/// Hands progress on at a pace that a screen can follow: the first step at once, of those that come too fast the last one
/// a moment later.
final class ProgressPace: Sendable {
    private struct State {
        var next = ContinuousClock.now
        var waiting: FetchProgress?
        var isOver = false
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "rassegna.progress", qos: .utility)
    private let deliver: @Sendable (FetchProgress) -> Void
    /// How long at least between two steps, in milliseconds.
    private static let interval = 150

    /// A pace for what goes to `deliver`.
    init(deliver: @escaping @Sendable (FetchProgress) -> Void) {
        self.deliver = deliver
    }

    /// A step.
    func put(_ progress: FetchProgress) {
        let isFirst = state.withLock { state in
            defer { state.waiting = progress }
            return state.waiting == nil
        }
        guard isFirst else { return }
        let rest = state.withLock { $0.next } - ContinuousClock.now
        guard rest > .zero else { return pass() }
        queue.asyncAfter(deadline: .now() + .milliseconds(ProgressPace.interval)) { [self] in pass() }
    }

    /// There are no more steps; one that still waits is dropped.
    func end() {
        state.withLock { $0.isOver = true }
        queue.sync {}
    }

    private func pass() {
        let step = state.withLock { state -> FetchProgress? in
            defer { state.waiting = nil }
            state.next = .now + .milliseconds(ProgressPace.interval)
            return state.isOver ? nil : state.waiting
        }
        if let step { deliver(step) }
    }
}
