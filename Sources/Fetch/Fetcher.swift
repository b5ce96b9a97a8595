import Dispatch
import Synchronization

/// Fetches beside everything else, many requests at a time, on a thread of its own.
///
/// Each host gets few at a time, so that one that is slow or dead keeps nobody else waiting. libcurl is loaded when the
/// first request comes.
public final class Fetcher: Sendable {
    /// What takes an answer. It runs on the thread that fetches and must be quick.
    public typealias Receiver = @Sendable (Result<Response, FetchError>) -> Void

    private let inbox = Inbox()
    private let hasBegun = Mutex(false)
    private let limits: Limits
    private let agent: String

    /// What fetches as a user agent, `Rassegna/0.1.0 (+feed reader)`; its first word up to the `/` is the robot's name.
    public init(agent: String, limits: Limits = Limits()) {
        self.agent = agent
        self.limits = limits
    }

    deinit {
        inbox.close()
    }

    /// Has a request done; `receive` hears of it once, whatever happens.
    public func fetch(_ request: Request, receive: @escaping Receiver) {
        inbox.put(Job(request, limits: limits, .answer(receive)))
        begin()
    }

    /// Does a request and waits for the answer; never to be called by what receives one.
    public func answer(to request: Request) -> Result<Response, FetchError> {
        let answered = DispatchSemaphore(value: 0)
        let box = Box()
        fetch(request) { result in
            box.result.withLock { $0 = result }
            answered.signal()
        }
        answered.wait()
        return box.result.withLock { $0 }
    }

    /// Holds an answer until it is fetched.
    private final class Box: Sendable {
        let result = Mutex<Result<Response, FetchError>>(.failure(.cancelled))
    }

    /// Takes back all requests that are not answered: each hears `.cancelled`, at once.
    public func cancel() {
        inbox.cancel()
    }

    /// The bytes of bodies that have come since the beginning.
    public var received: Int { inbox.received }

    private func begin() {
        let isFirst = hasBegun.withLock { begun in
            defer { begun = true }
            return !begun
        }
        guard isFirst else { return }
        DispatchQueue(label: "rassegna.fetch", qos: .utility).async { [inbox, limits, agent] in
            var loop = FetchLoop(inbox, limits: limits, agent: agent)
            loop.run()
        }
    }
}
