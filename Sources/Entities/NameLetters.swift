/// The folded letters and digits of a name, one byte after another, whatever stands between.
struct NameLetters {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index: Int
    private let end: Int
    private var pending: UInt32 = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        self.bytes = bytes
        index = range.lowerBound
        end = range.upperBound
    }

    @inline(__always)
    mutating func next() -> UInt8? {
        while pending == 0 {
            guard index < end else { return nil }
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                if (byte | 0x20) &- 97 < 26 { return byte | 0x20 }
                if byte &- 48 < 10 { return byte }
                continue
            }
            let (value, after) = Letters.scalar(bytes, at: index)
            index = after
            pending = Letters.kind(value) == .letter ? Letters.folded(value) : 0
        }
        defer { pending >>= 8 }
        return UInt8(truncatingIfNeeded: pending)
    }
}

extension Entry {
    /// Whether the words have the letters of the name.
    func agrees(
        _ tokens: ArraySlice<Token>, _ bytes: UnsafeBufferPointer<UInt8>, in source: CatalogueSource
    ) -> Bool {
        source.withBytes { source in
            var name = NameLetters(source, range)
            for token in tokens {
                var word = NameLetters(bytes, token.range)
                while let byte = word.next() {
                    guard name.next() == byte else { return false }
                }
            }
            return name.next() == nil
        }
    }
}
