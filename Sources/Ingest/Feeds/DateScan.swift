import Model

/// Cuts a date into its numbers, times, offsets and words.
struct DateScan {
    /// A number, and the mark before it.
    struct Number {
        var value: Int
        /// How many digits it was written with.
        var count: Int
        var mark: UInt8

        /// Whether it can only be a year.
        var isYear: Bool { count == 4 || value > 31 && count < 3 }
        /// As a year, of two digits or four.
        var fullYear: Int { count <= 2 ? value + (value < 90 ? 2000 : 1900) : value }
    }

    /// A part of a date.
    enum Token {
        case number(Number)
        case time(hour: Int, minute: Int, second: Int)
        /// Seconds east of UTC.
        case offset(Int)
        /// In small letters without accents.
        case word(String)
    }

    private let bytes: [UInt8]
    private var index = 0

    /// A scan of at most 120 bytes: no date is longer.
    init(_ text: some Sequence<UInt8>) {
        let head = text.prefix(120).map { $0 }
        bytes = head.contains(0xC2) || head.contains(0xE2) ? DateScan.withPlainBlanks(head) : head
    }

    /// Bytes with the blanks beyond ASCII (U+00A0, U+2000 to U+200F, U+202F) as spaces.
    private static func withPlainBlanks(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            if bytes.has("\u{A0}", at: index) {
                result.append(.space)
                index += 2
            } else if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
                bytes[index + 2] < 0x90 || bytes[index + 2] == 0xAF
            {
                result.append(.space)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return result
    }

    /// The digits of a text that has nothing else but blanks; `nil` for others.
    var onlyDigits: [Int]? {
        let range = bytes.trimmed(0..<bytes.count)
        guard !range.isEmpty, bytes[range].allSatisfy(\.isDigit) else { return nil }
        return bytes[range].map { Int($0 - 0x30) }
    }

    /// The next part; `afterTime`: whether a sign before digits is that of an offset.
    mutating func next(afterTime: Bool) -> Token? {
        while index < bytes.count {
            let byte = bytes[index]
            if byte.isDigit { return numberOrTime() }
            if byte.isLetter || byte > 0x7F { return word() }
            if afterTime, byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"), let offset = offset() {
                return offset
            }
            index += 1
        }
        return nil
    }

    private mutating func digits(most: Int = 18) -> (value: Int, count: Int) {
        var value = 0
        let start = index
        while index < bytes.count, bytes[index].isDigit, index - start < most {
            value = value * 10 + Int(bytes[index] - 0x30)
            index += 1
        }
        return (value, index - start)
    }

    /// Whether a colon and a digit follow.
    private var isBeforePart: Bool {
        index + 1 < bytes.count && bytes[index] == UInt8(ascii: ":") && bytes[index + 1].isDigit
    }

    private mutating func numberOrTime() -> Token {
        let mark = index > 0 ? bytes[index - 1] : 0
        let first = digits()
        guard first.count <= 2, isBeforePart else {
            return .number(Number(value: first.value, count: first.count, mark: mark))
        }
        index += 1
        let minute = digits().value
        var second = 0
        if isBeforePart {
            index += 1
            second = digits().value
        }
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","),
            bytes[index + 1].isDigit
        {
            index += 1
            _ = digits(most: 60)
        }
        return .time(hour: first.value, minute: minute, second: second)
    }

    /// `+01:00`, `-0530`, `+1`; `nil` where no digit follows the sign.
    private mutating func offset() -> Token? {
        guard index + 1 < bytes.count, bytes[index + 1].isDigit else { return nil }
        let sign = bytes[index] == UInt8(ascii: "-") ? -1 : 1
        index += 1
        let first = digits()
        var hours = first.count <= 2 ? first.value : first.value / 100
        var minutes = first.count <= 2 ? 0 : first.value % 100
        if first.count <= 2, isBeforePart {
            index += 1
            minutes = digits().value
        }
        if hours > 24 || minutes > 59 { (hours, minutes) = (0, 0) }
        return .offset(sign * (hours * 3600 + minutes * 60))
    }

    private mutating func word() -> Token {
        let start = index
        while index < bytes.count, bytes[index].isLetter || bytes[index] > 0x7F { index += 1 }
        if index == start + 1, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "."),
            bytes[index + 1] | 0x20 == 0x6D
        {
            // 9:30 a.m.
            index += 2
            return .word(Folding.fold(bytes.string(start..<start + 1)) + "m")
        }
        return .word(Folding.fold(bytes.string(start..<index)))
    }
}
