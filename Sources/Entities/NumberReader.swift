/// A number as written: `digits` over a power of ten, so that it and its scale can be multiplied without loss.
struct Figure: Equatable {
    /// All digits as one whole number.
    var digits = 0.0
    /// Ten to the number of decimals.
    var power = 1.0
    /// Whether separators group its digits.
    var isGrouped = false

    /// The number times a scale, rounded once.
    func times(_ scale: Double) -> Double { digits * scale / power }
}

/// Reads numbers in digits, with the separators of Italian (`1.234,56`) and English (`1,234.56`).
struct NumberReader {
    /// The text.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether a comma separates decimals; `nil` where the language is unknown.
    let usesComma: Bool?

    /// The separators met in a number.
    private struct Marks {
        var points = 0
        var first: UInt8 = 0
        var last: UInt8 = 0
        var lastAt = 0
        var blanks = 0
    }

    /// The number that starts at a digit, and the byte after it.
    ///
    /// Where both separators occur the last is the decimal one; one that occurs twice groups thousands; a single one
    /// before three digits is told by the language, and groups thousands where that is unknown.
    func number(at start: Int, limit: Int) -> (figure: Figure, end: Int) {
        var end = start
        var marks = Marks()
        while end < limit {
            let byte = bytes[end]
            if byte &- 48 < 10 {
                end += 1
            } else if let width = separator(at: end, limit: limit) {
                if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
                    if marks.points == 0 { marks.first = byte }
                    marks.points += 1
                    marks.last = byte
                    marks.lastAt = end
                } else {
                    marks.blanks += 1
                }
                end += width
            } else {
                break
            }
        }
        let decimal = decimal(marks, start, end)
        var figure = figure(start..<end, decimal: decimal)
        figure.isGrouped = marks.blanks + marks.points > (decimal == nil ? 0 : 1)
        return (figure, end)
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
        guard value == 0xA0 || value == 0x202F || value == 0x2009 || value == 0x2019 else { return nil }
        return isGroup(at: next, limit) ? next - index : nil
    }

    /// Whether exactly three digits stand here.
    private func isGroup(at index: Int, _ limit: Int) -> Bool {
        guard index + 3 <= limit, bytes[index..<index + 3].allSatisfy({ $0 &- 48 < 10 }) else { return false }
        return index + 3 == limit || !(bytes[index + 3] &- 48 < 10)
    }

    /// Where the decimal separator stands, `nil` for a whole number.
    private func decimal(_ marks: Marks, _ start: Int, _ end: Int) -> Int? {
        guard marks.points > 0 else { return nil }
        if marks.points > 1 { return marks.first == marks.last ? nil : marks.lastAt }
        let isGrouped =
            end - marks.lastAt == 4 && (1...3).contains(marks.lastAt - start) && bytes[start] != UInt8(ascii: "0")
        guard isGrouped else { return marks.lastAt }
        guard let usesComma else { return nil }
        return (marks.last == UInt8(ascii: ",")) == usesComma ? marks.lastAt : nil
    }

    private func figure(_ range: Range<Int>, decimal: Int?) -> Figure {
        var figure = Figure()
        for index in range where bytes[index] &- 48 < 10 {
            figure.digits = figure.digits * 10 + Double(bytes[index] - 48)
            if let decimal, index > decimal { figure.power *= 10 }
        }
        return figure
    }
}
