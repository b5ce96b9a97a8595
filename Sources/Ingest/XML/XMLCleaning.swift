/// Rids UTF-8 of what XML does not allow and no reader wants: control characters, whether of ASCII or beyond, and
/// scalars that are none.
///
/// Those from U+0080 to U+009F are the letters of windows-1252 that were taken for latin-1 on their way, and are set right.
/// Line ends become `\n`.
enum XMLCleaning {
    /// The text, cleaned; the same array where there is nothing to do.
    static func cleaned(_ text: [UInt8]) -> [UInt8] {
        guard let first = firstFlaw(in: text) else { return text }
        var result = Array(text[..<first])
        result.reserveCapacity(text.count)
        var index = first
        while index < text.count {
            let byte = text[index]
            if byte == 0x0D {
                result.append(.newline)
                index += index + 1 < text.count && text[index + 1] == .newline ? 2 : 1
            } else if byte == 0xC2, index + 1 < text.count, text[index + 1] < 0xA0 {
                if let scalar = CodePage.windows[Int(text[index + 1]) - 0x80] { result.append(scalar) }
                index += 2
            } else if byte == 0xEF, text.has("\u{FFFE}", at: index) || text.has("\u{FFFF}", at: index) {
                index += 3
            } else {
                if !isControl(byte) { result.append(byte) }
                index += 1
            }
        }
        return result
    }

    /// A scalar as a reader wants it: a control character of windows-1252 as its letter; `nil` where it is none that may
    /// stand in a text.
    static func scalar(_ value: UInt32) -> Unicode.Scalar? {
        switch value {
        case 0x09, 0x0A: Unicode.Scalar(value)
        case 0x0D: "\n"
        case 0..<0x20, 0x7F, 0xFFFE, 0xFFFF: nil
        case 0x80..<0xA0: CodePage.windows[Int(value) - 0x80]
        default: Unicode.Scalar(value)
        }
    }

    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A || byte == 0x7F
    }

    private static func firstFlaw(in text: [UInt8]) -> Int? {
        text.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                // Eight at a time where all are from a blank to `~`.
                if index + 8 <= bytes.count {
                    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    let odd = word | (word &- 0x2020_2020_2020_2020) | (word &+ 0x0101_0101_0101_0101)
                    if odd & 0x8080_8080_8080_8080 == 0 {
                        index += 8
                        continue
                    }
                }
                let byte = bytes[index]
                if isControl(byte) || byte == 0x0D { return index }
                if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] < 0xA0 { return index }
                if byte == 0xEF, index + 2 < bytes.count, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
                    return index
                }
                index += 1
            }
            return nil
        }
    }
}

extension [UInt8] {
    /// Adds a scalar in UTF-8.
    mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}
