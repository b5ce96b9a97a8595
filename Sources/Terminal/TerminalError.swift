/// Why a screen cannot be opened.
public enum TerminalError: Error, Hashable, Sendable {
    /// Standard input or output is not a terminal.
    case notATerminal
    /// `TERM` names no terminal that this system knows.
    case unknownTerminal(name: String)
    /// The terminal cannot place its cursor, such as `TERM=dumb`.
    case tooDumb(name: String)
    /// A screen is open already.
    case alreadyOpen
    /// The process has no file descriptors left for a pipe.
    case noPipe
}

extension TerminalError: CustomStringConvertible {
    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .notATerminal: "standard input and output must be a terminal"
        case .unknownTerminal(let name):
            "the terminal '\(SafeText.neutralised(name))' is not known here: set TERM to another, such as xterm-256color"
        case .tooDumb(let name):
            "the terminal '\(SafeText.neutralised(name))' cannot place its cursor: set TERM to another, or use the commands"
        case .alreadyOpen: "a screen is open already: close it first"
        case .noPipe: "no file descriptors left: raise the limit (ulimit -n)"
        }
    }
}
