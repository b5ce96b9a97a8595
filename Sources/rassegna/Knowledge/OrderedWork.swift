import Foundation
import Synchronization

/// Work that is done on all processors at once, while what comes of it is taken in the order in which it was given.
///
/// It belongs to one thread; the work itself is done on others.
struct OrderedWork<Value: Sendable> {
    /// Where the outcome of one piece of work will be.
    private final class Place: Sendable {
        let value = Mutex<Value?>(nil)
        let isDone = DispatchSemaphore(value: 0)
    }

    private let workers = OperationQueue()
    private var open: [Place] = []

    /// Nothing to do yet.
    init() {
        workers.maxConcurrentOperationCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
        workers.qualityOfService = .utility
    }

    /// Whether enough is under way to keep every processor busy; more would only take memory.
    var isFull: Bool { open.count > workers.maxConcurrentOperationCount }

    /// Begins some work.
    mutating func put(_ work: @escaping @Sendable () -> Value) {
        let place = Place()
        open.append(place)
        workers.addOperation {
            let value = work()
            place.value.withLock { $0 = value }
            place.isDone.signal()
        }
    }

    /// What came of the first work that was not taken yet; waits for it. `nil` where there is none.
    mutating func take() -> Value? {
        guard !open.isEmpty else { return nil }
        let place = open.removeFirst()
        place.isDone.wait()
        return place.value.withLock { $0 }
    }
}
