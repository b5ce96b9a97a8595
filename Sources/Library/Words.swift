import Model

extension ParsedArticle {
    /// How many words the text has, furniture left out: runs of bytes between blanks.
    var words: Int {
        var text = text
        return text.withUTF8 { bytes in
            guard !blocks.isEmpty else { return bytes[...].words }
            return blocks.lazy.filter { $0.kind != .furniture }
                .reduce(0) { $0 + bytes[$1.range.clamped(to: bytes.indices)].words }
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    fileprivate var words: Int {
        var count = 0
        var isInWord = false
        for byte in self {
            let isBlank = byte <= 0x20
            if !isBlank, !isInWord { count += 1 }
            isInWord = !isBlank
        }
        return count
    }
}
