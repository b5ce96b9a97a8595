import Foundation
import Glibc

/// A terminal without a screen: the program's raw bytes come out, keys go in.
final class PseudoTerminal {
    private let home: Home
    private var master: Int32 = -1
    private var own: Int32 = -1
    private let child: Child
    private var status: Int32?
    /// All that the program has written so far.
    private(set) var bytes: [UInt8] = []

    /// `TIOCSPTLCK` and `TIOCGPTN` of Linux's `<asm/ioctls.h>`, which Swift does not see.
    private static let lock: UInt = 0x4004_5431
    private static let number: UInt = 0x8004_5430

    /// Starts the program in a terminal of a size.
    init(
        _ arguments: [String], at home: Home, width: UInt16 = 80, height: UInt16 = 24,
        environment: [String: String] = [:]
    ) throws {
        self.home = home
        var number: Int32 = 0
        var isLocked: Int32 = 0
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        guard ioctl(master, PseudoTerminal.lock, &isLocked) == 0, ioctl(master, PseudoTerminal.number, &number) == 0
        else {
            throw Disappointment(awaited: "a terminal", found: String(cString: strerror(errno)))
        }
        let name = "/dev/pts/\(number)"
        own = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: height, ws_col: width, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &size)
        child = try Child(
            [Program.path] + arguments, variables: home.environment.merging(environment) { $1 }, folder: home.path,
            at: .terminal(name))
    }

    deinit {
        close()
        if status == nil { child.destroy() }
    }

    /// Types text as it stands.
    func type(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
    }

    /// Sends the program a signal.
    func send(_ signal: Int32) {
        kill(child.process, signal)
    }

    /// Closes the terminal: the program hangs up.
    func close() {
        for descriptor in [master, own] where descriptor >= 0 { Glibc.close(descriptor) }
        master = -1
        own = -1
    }

    /// The terminal's settings: flags of input, output, control and local modes.
    var settings: [UInt32] {
        var settings = termios()
        tcgetattr(own, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }

    /// What the program has written so far, as text.
    var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Waits until the program has written a text in one piece.
    func wait(for text: String) async throws {
        guard
            try await eventually({
                take(); return self.text.contains(text)
            })
        else {
            throw Disappointment(awaited: "“\(text)”", found: self.text.debugDescription)
        }
    }

    /// Waits until the program has ended; its exit status, or the negative number of the signal that ended it.
    func end() async throws -> Int32 {
        guard
            try await eventually({
                take(); status = child.ending(); return status != nil
            }), let status
        else {
            throw Disappointment(awaited: "the end", found: text.debugDescription)
        }
        take()
        return status
    }

    private func take() {
        guard master >= 0 else { return }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(master, &chunk, chunk.count)
            guard count > 0 else { return }
            bytes += chunk[..<count]
        }
    }
}
