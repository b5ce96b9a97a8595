extension [UInt8] {
    /// Whether all bytes are UTF-8 as Unicode defines it: no longer form than needed, no surrogate, nothing beyond U+10FFFF.
    var isUTF8: Bool {
        withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                if index + 8 <= bytes.count,
                    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
                {
                    index += 8
                    continue
                }
                guard let length = ScalarCheck.length(at: index, in: bytes) else { return false }
                index += length
            }
            return true
        }
    }
}

/// The check of one scalar in UTF-8.
private enum ScalarCheck {
    /// How many bytes the scalar takes that begins at a place; `nil` where none does.
    static func length(at index: Int, in bytes: UnsafeRawBufferPointer) -> Int? {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        guard 0xC2...0xF4 ~= first else { return nil }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= bytes.count else { return nil }
        let second = bytes[index + 1]
        let isSecond =
            switch first {
            case 0xE0: 0xA0...0xBF ~= second
            case 0xED: 0x80...0x9F ~= second
            case 0xF0: 0x90...0xBF ~= second
            case 0xF4: 0x80...0x8F ~= second
            default: second & 0xC0 == 0x80
            }
        guard isSecond else { return nil }
        for place in index + 2..<index + length where bytes[place] & 0xC0 != 0x80 { return nil }
        return length
    }
}
