/// What a byte of UTF-8 is; every byte of a scalar beyond ASCII counts as part of a word.
extension UInt8 {
    static let newline = UInt8(ascii: "\n")
    static let space = UInt8(ascii: " ")

    /// Whether it is a space, a tab or another blank of ASCII, line ends left out.
    var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C || self == 0x0D }
    /// Whether it is an ASCII digit.
    var isDigit: Bool { 0x30...0x39 ~= self }
    /// Whether it is an ASCII capital.
    var isUpper: Bool { 0x41...0x5A ~= self }
    /// Whether it is an ASCII letter.
    var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
    /// An ASCII capital made small; any other byte as it is.
    var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}

extension Collection<UInt8> {
    /// The number of runs of bytes between blanks and line ends.
    var wordCount: Int {
        var count = 0
        var inWord = false
        for byte in self {
            let isGap = byte.isBlank || byte == .newline
            if !isGap && !inWord { count += 1 }
            inWord = !isGap
        }
        return count
    }
}

extension [UInt8] {
    /// A range of these bytes without the blanks, line ends and no-break spaces at both its ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            if self[start].isBlank || self[start] == .newline {
                start += 1
            } else if start + 1 < end, self[start] == 0xC2, self[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while end > start {
            if self[end - 1].isBlank || self[end - 1] == .newline {
                end -= 1
            } else if end - 2 >= start, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// Whether a text begins at an offset.
    func has(_ text: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
        for index in 0..<text.utf8CodeUnitCount where self[offset + index] != text.utf8Start[index] {
            return false
        }
        return true
    }

    /// The text of a range.
    func string(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }
}
