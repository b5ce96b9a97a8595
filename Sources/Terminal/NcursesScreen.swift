import CTerminal

/// The terminal, through ncurses. There can be one in a process; it is used by one thread.
public final class NcursesScreen: Screen {
    /// What the environment and the user say of the terminal.
    public struct Options: Sendable {
        /// The value of `TERM`.
        public var terminal: String
        /// The value of `COLORFGBG`, which tells a light background from a dark one.
        public var colorFgBg: String?
        /// Whether colours are not wanted (`NO_COLOR`).
        public var noColour: Bool
        /// Whether the mouse is reported; the terminal's own selection of text then needs Shift.
        public var mouse: Bool
        /// How long an Esc waits for the rest of a key's bytes, in milliseconds.
        public var escapeDelay: Int

        /// Options; the mouse is off by default.
        public init(
            terminal: String, colorFgBg: String? = nil, noColour: Bool = false, mouse: Bool = false,
            escapeDelay: Int = 25
        ) {
            self.terminal = terminal
            self.colorFgBg = colorFgBg
            self.noColour = noColour
            self.mouse = mouse
            self.escapeDelay = escapeDelay
        }
    }

    /// Columns and rows.
    public private(set) var size: Size
    /// How many colours the terminal has; 0 for none, or where none are wanted.
    public let colours: Int

    private var painter: Painter
    private var input = InputReader()
    private let waker: Waker
    private var queue: [Event] = []
    private var hasHungUp = false
    private var isClosed = false

    /// Takes the terminal.
    ///
    /// - Throws: `TerminalError` when there is no terminal or none that can be used; the terminal is then as before.
    public init(_ options: Options, waker: Waker) throws(TerminalError) {
        try NcursesScreen.open(options)
        colours = Int(ct_colours())
        size = NcursesScreen.measure().size
        painter = Painter(
            palette: Palette(
                colours: colours, isLight: Palette.isLight(colorFgBg: options.colorFgBg), noColour: options.noColour))
        self.waker = waker
    }

    deinit {
        close()
    }

    /// Shows a canvas; only what differs from the one before is written.
    public func show(_ canvas: Canvas) {
        guard !isClosed, !hasHungUp else { return }
        painter.show(canvas)
    }

    /// Waits for the next event; `nil` when none came in `timeout` milliseconds.
    public func next(timeout: Int?) -> Event? {
        let deadline = timeout.map { ContinuousClock.now + .milliseconds(max(0, $0)) }
        take(ct_wait(waker.readEnd, 0))
        while !hasHungUp, !isClosed {
            if !queue.isEmpty { return queue.removeFirst() }
            if let event = input.next() { return event }
            let flags = ct_wait(waker.readEnd, pause(until: deadline))
            take(flags)
            if flags == 0, let paste = input.endPaste() { return paste }
            if let deadline, ContinuousClock.now >= deadline, queue.isEmpty { return input.next() }
        }
        return .hangup
    }

    /// Gives the terminal back and stops the program until it is continued.
    public func suspend() {
        guard !isClosed else { return }
        ct_leave()
        ct_stop()
        enter()
        queue.append(.resumed)
        take(ct_wait(waker.readEnd, 0) & ~CInt(CT_CONTINUED.rawValue))
    }

    /// Gives the terminal back for good. Calling it again does nothing.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        ct_close()
    }

    /// Rings the bell.
    public func ring() {
        guard !isClosed else { return }
        ct_ring()
    }

    /// Gives the terminal back while `outside` runs, and takes it again.
    public func run<T>(outside: () throws -> T) rethrows -> T {
        guard !isClosed else { return try outside() }
        ct_leave()
        defer { enter() }
        return try outside()
    }
}

extension NcursesScreen {
    private static func open(_ options: Options) throws(TerminalError) {
        switch ct_open(options.terminal, CInt(clamping: options.escapeDelay), !options.noColour, options.mouse) {
        case CT_OPENED: return
        case CT_NOT_A_TERMINAL: throw .notATerminal
        case CT_TOO_DUMB: throw .tooDumb(name: options.terminal)
        case CT_ALREADY_OPEN: throw .alreadyOpen
        case CT_NO_PIPE: throw .noPipe
        default: throw .unknownTerminal(name: options.terminal)
        }
    }

    private static func measure() -> (size: Size, isNew: Bool) {
        var rows: CInt = 0
        var columns: CInt = 0
        let isNew = ct_measure(&rows, &columns)
        return (Size(width: Int(columns), height: Int(rows)), isNew)
    }

    /// Takes the terminal again.
    private func enter() {
        resize()
        ct_enter()
    }

    private func resize() {
        let (size, isNew) = NcursesScreen.measure()
        guard isNew else { return }
        self.size = size
        painter.forget()
        queue.append(.resize(size))
    }

    /// Does what a wait asks for; the events follow in the queue.
    private func take(_ flags: CInt) {
        func has(_ flag: ct_reason) -> Bool { flags & CInt(flag.rawValue) != 0 }
        if has(CT_HANGUP) { hasHungUp = true }
        if has(CT_STOP) { suspend() }
        if has(CT_CONTINUED) {
            enter()
            queue.append(.resumed)
        }
        if has(CT_RESIZE) { resize() }
        if has(CT_WAKE), waker.drain() { queue.append(.wake) }
    }

    /// How long to wait, in milliseconds; -1 for ever.
    private func pause(until deadline: ContinuousClock.Instant?) -> CInt {
        guard !input.isPasting else { return InputReader.pastePause }
        guard let deadline else { return -1 }
        let (seconds, attoseconds) = (deadline - ContinuousClock.now).components
        return CInt(clamping: max(0, seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
