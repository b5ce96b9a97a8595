import Dispatch
import Synchronization

/// Hands values from many threads to one that waits for them.
final class Queue<Value: Sendable>: Sendable {
    private let values = Mutex<[Value]>([])
    private let count = DispatchSemaphore(value: 0)

    func put(_ value: Value) {
        values.withLock { $0.append(value) }
        count.signal()
    }

    /// The next value, once there is one.
    func take() -> Value {
        while true {
            count.wait()
            if let value = values.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) { return value }
        }
    }
}
