import CTerminal
import Glibc

/// Wakes a screen that waits for events from another thread; it is a pipe.
public final class Waker: Sendable {
    /// What the screen polls.
    let readEnd: Int32
    private let writeEnd: Int32

    /// A waker, to be given to a screen.
    ///
    /// - Throws: `TerminalError.noPipe` when the process has no file descriptors left.
    public init() throws(TerminalError) {
        var ends: [Int32] = [-1, -1]
        guard ct_pipe(&ends) else { throw .noPipe }
        readEnd = ends[0]
        writeEnd = ends[1]
    }

    deinit {
        Glibc.close(readEnd)
        Glibc.close(writeEnd)
    }

    /// Makes the screen's `next` return `Event.wake`, once for all calls since the last one.
    public func wake() {
        var byte: UInt8 = 0
        // A full pipe already holds what wakes the screen.
        _ = write(writeEnd, &byte, 1)
    }

    /// Forgets the calls so far; whether there was one.
    func drain() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 512)
        var woken = false
        while read(readEnd, &bytes, bytes.count) > 0 { woken = true }
        return woken
    }

    /// Waits for a call, at most so many milliseconds (for ever when negative), and forgets it.
    func wait(timeout: Int32) -> Bool {
        var descriptor = pollfd(fd: readEnd, events: Int16(POLLIN), revents: 0)
        _ = poll(&descriptor, 1, timeout)
        return drain()
    }
}
