/// What a mouse did.
public enum Mouse: Hashable, Sendable {
    case click, doubleClick, wheelUp, wheelDown
}

/// What comes from a screen.
public enum Event: Equatable, Sendable {
    /// A key was pressed.
    case key(Key)
    /// A text was pasted; harmless, lines ended by `\n`.
    case paste(String)
    /// The mouse did something at a place.
    case mouse(Point, Mouse)
    /// The screen has a new size.
    case resize(Size)
    /// Another thread called `Waker.wake()`.
    case wake
    /// The terminal is gone, or the program was asked to end: no more events come.
    case hangup
    /// The program goes on after it was stopped; the screen needs to be shown again.
    case resumed
}
