/// Reads numbers in digits, with the separators of Italian (`1.234,56`) and English (`1,234.56`).
struct NumberReader {
    /// The text.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether a comma separates decimals; `nil` where the language is unknown.
    let usesComma: Bool?

    /// The number that starts at a digit, and the byte after it.
    ///
    /// Where both separators occur the last is the decimal one; one that occurs twice groups thousands; a single one
    /// before three digits is told by the language, and groups thousands where that is unknown.
    func number(at start: Int, limit: Int) -> (value: Double, end: Int) {
        var end = start
        var marks: [(at: Int, byte: UInt8)] = []
        while end < limit {
            let byte = bytes[end]
            if byte &- 48 < 10 {
                end += 1
            } else if let width = separator(at: end, limit: limit) {
                marks.append((end, width > 1 ? UInt8(ascii: " ") : byte))
                end += width
            } else {
                break
            }
        }
        return (value(start..<end, decimal: decimal(marks, start, end)), end)
    }

    /// The width in bytes of a separator between two digits.
    private func separator(at index: Int, limit: Int) -> Int? {
        let isPoint = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
        let isQuote = bytes[index] == UInt8(ascii: "'")
        if isPoint || isQuote {
            guard index + 1 < limit, bytes[index + 1] &- 48 < 10 else { return nil }
            return isPoint || isGroup(at: index + 1, limit) ? 1 : nil
        }
        guard bytes[index] >= 0x80 else { return nil }
        let (value, next) = Letters.scalar(bytes, at: index)
        guard value == 0xA0 || value == 0x202F || value == 0x2009 else { return nil }
        return isGroup(at: next, limit) ? next - index : nil
    }

    /// Whether exactly three digits stand here.
    private func isGroup(at index: Int, _ limit: Int) -> Bool {
        guard index + 3 <= limit, bytes[index..<index + 3].allSatisfy({ $0 &- 48 < 10 }) else { return false }
        return index + 3 == limit || !(bytes[index + 3] &- 48 < 10)
    }

    /// Where the decimal separator stands, `nil` for a whole number.
    private func decimal(_ marks: [(at: Int, byte: UInt8)], _ start: Int, _ end: Int) -> Int? {
        let points = marks.filter { $0.byte == UInt8(ascii: ".") || $0.byte == UInt8(ascii: ",") }
        guard let last = points.last else { return nil }
        if points.count > 1 { return points.first?.byte == last.byte ? nil : last.at }
        let isGrouped = end - last.at == 4 && (1...3).contains(last.at - start) && bytes[start] != UInt8(ascii: "0")
        guard isGrouped else { return last.at }
        guard let usesComma else { return nil }
        return (last.byte == UInt8(ascii: ",")) == usesComma ? last.at : nil
    }

    private func value(_ range: Range<Int>, decimal: Int?) -> Double {
        var value = 0.0
        var scale = 1.0
        for index in range where bytes[index] &- 48 < 10 {
            value = value * 10 + Double(bytes[index] - 48)
            if let decimal, index > decimal { scale *= 10 }
        }
        return value / scale
    }
}
