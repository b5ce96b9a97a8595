extension StringProtocol {
    /// Hands the UTF-8 bytes of the text to `body`, without a copy where they lie together.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        utf8.withBytes(body)
    }
}

extension Collection<UInt8> {
    /// Hands the bytes to `body`, without a copy where they lie together.
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        if let result = withContiguousStorageIfAvailable(body) { return result }
        return Array(self).withUnsafeBufferPointer(body)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The scalar that begins at `offset` and how many bytes it takes; U+FFFD and 1 for a malformed or cut one.
    func scalar(at offset: Int) -> (value: UInt32, length: Int) {
        let first = self[offset]
        switch first {
        case 0..<0x80: return (UInt32(first), 1)
        case 0xC2..<0xE0: return decoded(at: offset, length: 2, head: UInt32(first & 0x1F), least: 0x80)
        case 0xE0..<0xF0: return decoded(at: offset, length: 3, head: UInt32(first & 0x0F), least: 0x800)
        case 0xF0..<0xF5: return decoded(at: offset, length: 4, head: UInt32(first & 0x07), least: 0x10000)
        default: return (0xFFFD, 1)
        }
    }

    private func decoded(at offset: Int, length: Int, head: UInt32, least: UInt32) -> (value: UInt32, length: Int) {
        guard offset + length <= count else { return (0xFFFD, 1) }
        var value = head
        for byte in self[offset + 1..<offset + length] {
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        guard value >= least, Unicode.Scalar(value) != nil else { return (0xFFFD, 1) }
        return (value, length)
    }
}
