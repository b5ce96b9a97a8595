/// Whether bytes are UTF-8, at the speed at which they come from memory where they are ASCII.
func isUTF8(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBytes { bytes in
        var index = 0
        let count = bytes.count
        while index < count {
            while index + 32 <= count {
                let all =
                    bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    | bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)
                    | bytes.loadUnaligned(fromByteOffset: index + 16, as: UInt64.self)
                    | bytes.loadUnaligned(fromByteOffset: index + 24, as: UInt64.self)
                guard all & 0x8080_8080_8080_8080 == 0 else { break }
                index += 32
            }
            while index < count, bytes[index] < 0x80 { index += 1 }
            while index < count, bytes[index] >= 0x80 {
                guard let length = sequenceLength(bytes, at: index) else { return false }
                index += length
            }
        }
        return true
    }
}

/// The length of the sequence of two bytes or more at an index; `nil` where it is none.
private func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Int? {
    let first = bytes[index]
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard 0xC2...0xF4 ~= first, index + length <= bytes.count else { return nil }
    for next in 1..<length where bytes[index + next] & 0xC0 != 0x80 { return nil }
    // No longer than needed, no halves of pairs, nothing beyond U+10FFFF.
    switch (first, bytes[index + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return nil
    default: return length
    }
}

/// How many bytes are control characters other than blanks, line ends and escapes.
func controlCount(_ text: [UInt8]) -> Int {
    text.withUnsafeBytes { text in
        func isControl(_ byte: UInt8) -> Bool { byte < 0x09 || byte &- 0x0E < 0x12 && byte != 0x1B }
        var count = 0
        var index = 0
        while index + 8 <= text.count {
            // Eight bytes at once: the high bit of each that is below 0x09, or from 0x0E to 0x1F.
            let bytes = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let low = bytes & 0x7F7F_7F7F_7F7F_7F7F
            let small = ~(low &+ 0x7777_7777_7777_7777)
            let middle = (low &+ 0x7272_7272_7272_7272) & ~(low &+ 0x6060_6060_6060_6060)
            if (small | middle) & ~bytes & 0x8080_8080_8080_8080 != 0 {
                for place in index..<index + 8 where isControl(text[place]) { count += 1 }
            }
            index += 8
        }
        while index < text.count {
            if isControl(text[index]) { count += 1 }
            index += 1
        }
        return count
    }
}
