/// A screen in memory: it hands out given events and keeps what was shown. For tests and scripts of keys.
public final class RecordingScreen: Screen {
    /// Columns and rows; a `resize` event changes it when it is handed out.
    public private(set) var size: Size
    /// What was shown, in order.
    public private(set) var frames: [Canvas] = []
    /// How many times the bell rang.
    public private(set) var rings = 0
    /// How many times the program was suspended.
    public private(set) var suspensions = 0
    /// Whether it was closed.
    public private(set) var isClosed = false

    private var events: [Event]
    private var handedOut = 0
    private let waker: Waker?
    private let isBusy: () -> Bool
    private let keepsFrames: Bool

    /// A screen that hands out these events and then `hangup`.
    ///
    /// - Parameters:
    ///   - keepsFrames: Whether all frames are kept, or only the last one.
    ///   - waker: What background work wakes the screen with.
    ///   - isBusy: Whether background work goes on. While it does, the next event is held back and the screen waits for
    ///     the waker, so that a script runs as if its user waited for every answer.
    public init(
        size: Size, events: [Event] = [], keepsFrames: Bool = true, waker: Waker? = nil,
        isBusy: @escaping () -> Bool = { false }
    ) {
        self.size = size
        self.events = events
        self.keepsFrames = keepsFrames
        self.waker = waker
        self.isBusy = isBusy
    }

    /// What was shown last.
    public var lastFrame: Canvas? { frames.last }

    /// Keeps the canvas.
    public func show(_ canvas: Canvas) {
        if !keepsFrames { frames.removeAll(keepingCapacity: true) }
        frames.append(canvas)
    }

    /// The next of the given events, `wake` while background work goes on, `hangup` after the last event.
    public func next(timeout: Int?) -> Event? {
        if let waker {
            if waker.drain() { return .wake }
            if isBusy() { return waker.wait(timeout: timeout.map { Int32(clamping: $0) } ?? -1) ? .wake : nil }
        }
        guard handedOut < events.count else { return .hangup }
        defer { handedOut += 1 }
        if case .resize(let new) = events[handedOut] { size = new }
        return events[handedOut]
    }

    /// Counts the call; `resumed` is the next event.
    public func suspend() {
        suspensions += 1
        events.insert(.resumed, at: handedOut)
    }

    /// Notes the call.
    public func close() {
        isClosed = true
    }

    /// Counts the call.
    public func ring() {
        rings += 1
    }

    /// Runs `outside`.
    public func run<T>(outside: () throws -> T) rethrows -> T {
        try outside()
    }
}
