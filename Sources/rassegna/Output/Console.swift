import Foundation
import Glibc
import Terminal

/// Standard output and standard error of the commands: whole lines, no control character from outside.
enum Console {
    /// Prints one line that may hold text from outside; line breaks in it become spaces.
    static func print(_ line: String) {
        output(SafeText.neutralised(line))
    }

    /// Prints text from outside that may have several lines.
    static func print(lines: String) {
        output(SafeText.neutralised(lines: lines))
    }

    /// Prints a line that holds no raw control character already (JSON, a key table).
    static func printRaw(_ line: String) {
        output(line)
    }

    /// Prints `rassegna: ` and a line on standard error.
    static func complain(_ line: String) {
        try? write("rassegna: " + SafeText.neutralised(line), to: FileHandle.standardError)
    }

    /// Prints lines on standard error that may quote what the user typed.
    static func explain(_ lines: String) {
        try? write(SafeText.neutralised(lines: lines), to: FileHandle.standardError)
    }

    /// A reader that went away (`| head`) is no error of ours: SIGPIPE ends the program as it ends any other. A disk
    /// that is full is one, and what was not printed must not look like an answer.
    private static func output(_ text: String) {
        do {
            try write(text, to: FileHandle.standardOutput)
        } catch {
            complain("standard output cannot be written: \(String(cString: strerror(errno)))")
            exit(Outcome.failed.rawValue)
        }
    }

    private static func write(_ text: String, to handle: FileHandle) throws {
        guard text.utf8.count > 1 << 20 else { return try handle.write(contentsOf: Data((text + "\n").utf8)) }
        // What is large is not copied.
        var text = text
        try text.withUTF8 { bytes in
            guard let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress) else { return }
            try handle.write(contentsOf: Data(bytesNoCopy: start, count: bytes.count, deallocator: .none))
        }
        try handle.write(contentsOf: Data("\n".utf8))
    }
}
