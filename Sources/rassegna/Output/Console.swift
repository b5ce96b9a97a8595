import Foundation
import Terminal

/// Standard output and standard error of the commands: whole lines, no control character from outside.
enum Console {
    /// Prints a line that may hold text from outside.
    static func print(_ line: String) {
        write(SafeText.neutralised(lines: line) + "\n", to: FileHandle.standardOutput)
    }

    /// Prints a line that holds no raw control character already (JSON, a key table).
    static func printRaw(_ line: String) {
        write(line + "\n", to: FileHandle.standardOutput)
    }

    /// Prints `rassegna: ` and a line on standard error.
    static func complain(_ line: String) {
        write("rassegna: " + SafeText.neutralised(line) + "\n", to: FileHandle.standardError)
    }

    /// Prints lines on standard error that may quote what the user typed.
    static func explain(_ lines: String) {
        write(SafeText.neutralised(lines: lines) + "\n", to: FileHandle.standardError)
    }

    /// A reader that went away (`| head`) is no error of ours: SIGPIPE ends the program as it ends any other.
    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}
