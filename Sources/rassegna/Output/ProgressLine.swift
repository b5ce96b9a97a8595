import Foundation
import Glibc
import Terminal

/// A line on standard error that is written over again and again; nothing where that is no terminal.
final class ProgressLine {
    private let isShown: Bool
    private var last = ContinuousClock.now - .seconds(1)
    private var isThere = false

    init() {
        let terminal = Environment.current.value("TERM") ?? "dumb"
        isShown = isatty(STDERR_FILENO) == 1 && terminal != "dumb"
    }

    /// Shows a text, ten times a second at most.
    func show(_ text: String) {
        guard isShown, .now - last > .milliseconds(100) else { return }
        last = .now
        isThere = true
        write("\r\u{1B}[K" + SafeText.neutralised(text))
    }

    /// Takes the line away.
    func clear() {
        if isThere { write("\r\u{1B}[K") }
        isThere = false
    }

    private func write(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }
}
