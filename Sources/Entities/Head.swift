import Model

/// The beginning of a text, in which names are recognised: no article is longer, and what is takes no more time.
enum Head {
    /// How many bytes are read.
    static let most = 1 << 20

    /// The text up to the limit, at a blank before it, and the blocks in it, the last one cut.
    static func of(
        _ bytes: UnsafeBufferPointer<UInt8>, _ blocks: [Block]
    ) -> (bytes: UnsafeBufferPointer<UInt8>, blocks: [Block]) {
        guard bytes.count > most else { return (bytes, blocks) }
        var end = most
        // A word may be longer than any; then it ends between two letters.
        while end > most - 1000, bytes[end] > 0x20 { end -= 1 }
        while end > 0, bytes[end] & 0xC0 == 0x80 { end -= 1 }
        let inside = blocks.prefix { $0.range.lowerBound < end }.map { block in
            Block(block.range.lowerBound..<min(block.range.upperBound, end), block.kind)
        }
        return (UnsafeBufferPointer(rebasing: bytes[..<end]), inside)
    }
}
