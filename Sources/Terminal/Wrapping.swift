/// Breaks text into lines of a width.
public enum Wrapping {
    /// The lines of a part of a text, each as a range of bytes in the whole text.
    ///
    /// Lines end at `\n`, and where the next word would be too wide: at spaces, after hyphens and dashes, between
    /// ideographs (not before closing nor after opening punctuation); a word wider than a line is cut. Spaces at such an
    /// end belong to no line, those at the beginning of a paragraph do. A wide character alone may stand over a width
    /// of 1. Linear in the number of bytes.
    ///
    /// - Parameters:
    ///   - text: UTF-8; malformed bytes count as one column each.
    ///   - range: The part, in bytes; what lies outside the text is left out.
    ///   - width: Columns, at least 1 (less counts as 1).
    public static func lines(of text: some Collection<UInt8>, range: Range<Int>, width: Int) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        eachLine(of: text, range: range, width: width) { lines.append($0) }
        return lines
    }

    /// Hands on the lines of a part of a text one by one, in order: those that `lines(of:range:width:)` gives.
    public static func eachLine(
        of text: some Collection<UInt8>, range: Range<Int>, width: Int, _ body: (Range<Int>) -> Void
    ) {
        text.withBytes { bytes in
            var scan = LineScan(width: max(1, width), start: max(0, range.lowerBound))
            var offset = scan.lineStart
            let end = min(range.upperBound, bytes.count)
            while offset < end {
                let word = scan.takeWord(in: bytes, from: offset, to: end)
                offset += word
                guard word == 0 else { continue }
                let (value, length) = bytes.scalar(at: offset)
                scan.take(value, at: offset, length: min(length, end - offset))
                offset += length
                if scan.hasMany { scan.handOver(to: body) }
            }
            scan.finish()
            scan.handOver(to: body)
        }
    }

    /// The lines of a whole text, each as a range of bytes in it.
    public static func lines(of text: String, width: Int) -> [Range<Int>] {
        lines(of: text.utf8, range: 0..<text.utf8.count, width: width)
    }
}

/// The line being filled, and the last place where it can be broken.
private struct LineScan {
    /// A place where a line can be broken.
    private struct Break {
        /// Where the line ends.
        let end: Int
        /// Where the next line begins.
        let next: Int
        /// Columns up to `next`.
        let columns: Int
    }

    private let width: Int
    private(set) var lineStart: Int
    /// Where what is seen of the line ends: the spaces behind it may be left out.
    private var contentEnd: Int
    private var columns = 0
    private var lastBreak: Break?
    private var previous: UInt32 = 0x20
    private var beforePrevious: UInt32 = 0x20
    private var hasRest = false
    private var lines: [Range<Int>] = []

    init(width: Int, start: Int) {
        self.width = width
        lineStart = start
        contentEnd = start
    }

    /// Takes letters, digits and marks of ASCII that follow a blank or each other, as many as there is room for: no line
    /// ends among them. How many they are.
    mutating func takeWord(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int, to end: Int) -> Int {
        guard previous == 0x20 || LineScan.isPlain(previous) else { return 0 }
        var count = 0
        let room = min(width - columns, end - offset)
        while count < room, LineScan.isPlain(UInt32(bytes[offset + count])) { count += 1 }
        guard count > 0 else { return 0 }
        hasRest = true
        columns += count
        contentEnd = offset + count
        beforePrevious = count > 1 ? UInt32(bytes[offset + count - 2]) : previous
        previous = UInt32(bytes[offset + count - 1])
        return count
    }

    /// Whether a scalar is of ASCII, and none at which lines end.
    private static func isPlain(_ value: UInt32) -> Bool {
        value > 0x20 && value < 0x7F && value != 0x2D
    }

    /// Whether many lines wait to be handed over.
    var hasMany: Bool { lines.count >= 64 }

    mutating func handOver(to body: (Range<Int>) -> Void) {
        for line in lines { body(line) }
        lines.removeAll(keepingCapacity: true)
    }

    mutating func take(_ value: UInt32, at offset: Int, length: Int) {
        hasRest = true
        if value == 0x0A {
            lines.append(lineStart..<contentEnd)
            begin(at: offset + length)
            hasRest = false
        } else if LineBreaks.isSpace(value) {
            columns += Glyph(value).columns
            if contentEnd > lineStart {
                lastBreak = Break(end: contentEnd, next: offset + length, columns: columns)
            }
        } else {
            place(value, at: offset)
            columns += Glyph(value).columns
            contentEnd = offset + length
        }
        beforePrevious = previous
        previous = value
    }

    mutating func finish() {
        if hasRest { lines.append(lineStart..<contentEnd) }
    }

    /// Ends lines until a character has room, and notes where a line can be broken before it.
    private mutating func place(_ value: UInt32, at offset: Int) {
        if contentEnd > lineStart, LineBreaks.isAllowed(between: previous, and: value, after: beforePrevious) {
            lastBreak = Break(end: offset, next: offset, columns: columns)
        }
        while columns > 0, columns + Glyph(value).columns > width {
            if contentEnd == lineStart {
                begin(at: offset)
            } else if let lastBreak {
                end(at: lastBreak, before: offset)
            } else {
                end(at: Break(end: offset, next: offset, columns: columns), before: offset)
            }
        }
    }

    private mutating func end(at place: Break, before offset: Int) {
        lines.append(lineStart..<place.end)
        let rest = columns - place.columns
        begin(at: place.next)
        columns = rest
        contentEnd = offset
    }

    private mutating func begin(at offset: Int) {
        lineStart = offset
        contentEnd = offset
        columns = 0
        lastBreak = nil
    }
}
