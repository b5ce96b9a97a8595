import CFetch
import Glibc

/// Wakes the thread that fetches from any other.
final class Bell: Sendable {
    /// What can be read once somebody has rung; negative where the system has no more descriptors.
    let descriptor: Int32

    init() {
        descriptor = fetch_bell()
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// Rings.
    func ring() {
        var one: UInt64 = 1
        _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
    }

    /// Waits until somebody rings.
    func wait() {
        var place = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&place, 1, -1)
    }

    /// Makes it silent again.
    func hush() {
        var count: UInt64 = 0
        _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
    }
}
