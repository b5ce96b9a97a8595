internal import Glibc

/// Arrays whose memory the system gives at once, not page by page as it is first touched: for a megabyte that is met
/// everywhere, 250 interruptions of some 2 microseconds less.
enum Pages {
    /// An array of so many equal values.
    static func array<Value>(repeating value: Value, count: Int) -> [Value] {
        Array(unsafeUninitializedCapacity: count) { buffer, used in
            populate(UnsafeMutableRawBufferPointer(buffer))
            buffer.initialize(repeating: value)
            used = count
        }
    }

    /// An empty array with room for so many values.
    static func room<Value>(for count: Int) -> [Value] {
        Array(unsafeUninitializedCapacity: count) { buffer, _ in populate(UnsafeMutableRawBufferPointer(buffer)) }
    }

    /// Asks for the whole pages of a buffer; where that fails they come one by one, as always.
    private static func populate(_ buffer: UnsafeMutableRawBufferPointer) {
        let size = 4096
        guard let base = buffer.baseAddress, buffer.count > 16 * size else { return }
        let head = (size - Int(bitPattern: base) % size) % size
        madvise(base + head, (buffer.count - head) / size * size, MADV_POPULATE_WRITE)
    }
}
