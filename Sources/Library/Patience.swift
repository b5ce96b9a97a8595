import Synchronization

/// How long somebody waits for something that is read: until it is ended or a deadline has passed. What is read with it is
/// then broken off within a millisecond or so, with `LibraryError.brokenOff`.
public final class Patience: Sendable {
    private let isEnded = Atomic<Bool>(false)
    private let outer: Patience?
    private let deadline: ContinuousClock.Instant?

    /// Patience that lasts until it is ended.
    public init() {
        outer = nil
        deadline = nil
    }

    /// Patience for a time, and no longer than another one lasts.
    public init(within outer: Patience?, for duration: Duration) {
        self.outer = outer
        deadline = .now + duration
    }

    /// Nobody waits any more.
    public func end() {
        isEnded.store(true, ordering: .relaxed)
    }

    /// Whether it has come to its end.
    public var isOver: Bool {
        if isEnded.load(ordering: .relaxed) || outer?.isOver ?? false { return true }
        return deadline.map { $0 <= .now } ?? false
    }
}
