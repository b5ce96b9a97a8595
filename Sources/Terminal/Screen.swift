/// Where canvases are shown and events come from. It is used by one thread.
public protocol Screen: AnyObject {
    /// Columns and rows.
    var size: Size { get }

    /// Shows a canvas; only what differs from the one before is written.
    func show(_ canvas: Canvas)

    /// Waits for the next event; `nil` when none came in `timeout` milliseconds. Without a timeout it waits for ever.
    func next(timeout: Int?) -> Event?

    /// Gives the terminal back and stops the program, as Ctrl-Z does; `Event.resumed` follows when it goes on.
    func suspend()

    /// Gives the terminal back for good. Calling it again does nothing.
    func close()

    /// Rings the bell.
    func ring()

    /// Gives the terminal back while `outside` runs, such as a program that needs it, and takes it again.
    func run<T>(outside: () throws -> T) rethrows -> T
}

extension Screen {
    /// Waits for the next event.
    public func next() -> Event? {
        next(timeout: nil)
    }
}
