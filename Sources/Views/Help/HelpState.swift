/// The help screen: the keys as they are now, in groups.
public struct HelpState: Equatable, Sendable {
    /// A line of the help screen.
    public enum Line: Equatable, Sendable {
        /// The name of a group of keys.
        case group(String)
        /// Keys and what they do.
        case keys(String, String)
        case blank
    }

    /// The lines.
    public var lines: [Line]
    /// The first line on the screen.
    public var top = 0

    /// A help screen from its first line.
    public init(lines: [Line]) {
        self.lines = lines
    }

    /// Scrolls by so many lines over a window of `height`.
    public mutating func scroll(by step: Int, height: Int) {
        top = min(max(0, top + step), max(0, lines.count - height))
    }
}
