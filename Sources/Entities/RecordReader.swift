/// Reads the fields of records, one line after another.
struct RecordReader {
    /// One `Field: value` line.
    struct Field {
        /// The line in the file, from 1.
        var line: Int
        /// The bytes of the field's name.
        var name: Range<Int>
        /// The bytes of its value, without white space around.
        var value: Range<Int>
    }

    /// What a line holds.
    enum Line {
        case field(Field), blank, comment, broken
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var line = 0
    private var index: Int

    /// A reader that starts at a byte offset.
    init(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int = 0) {
        self.bytes = bytes
        self.index = index
    }

    /// The next line; `nil` at the end.
    mutating func next() -> Line? {
        guard index < bytes.count else { return nil }
        line += 1
        let start = index
        var colon = -1
        while index < bytes.count, bytes[index] != 10 {
            if colon < 0, bytes[index] == UInt8(ascii: ":") { colon = index }
            index += 1
        }
        let whole = trimmed(start..<index)
        index += 1
        guard let first = whole.first else { return .blank }
        if bytes[first] == UInt8(ascii: "#") { return .comment }
        guard colon >= 0 else { return .broken }
        let value = trimmed(colon + 1..<whole.upperBound)
        guard !value.isEmpty, colon > start else { return .broken }
        return .field(Field(line: line, name: start..<colon, value: value))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        Trimming.trimmed(bytes, range)
    }
}

/// White space around a value.
enum Trimming {
    /// A range without white space at its ends.
    @inline(__always)
    static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
        var (low, high) = (range.lowerBound, max(range.lowerBound, range.upperBound))
        while low < high, bytes[low] <= 32 { low += 1 }
        while high > low, bytes[high - 1] <= 32 { high -= 1 }
        return low..<high
    }
}

/// One item of a list, with the tags in square brackets behind it.
struct ListItem {
    /// The bytes of the name.
    var name: Range<Int>
    /// The bytes between the brackets; empty where there are none.
    var tags: Range<Int>

    /// Calls `body` for each item of a list with `;` between.
    @inline(__always)
    static func each(
        _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (ListItem) -> Void
    ) {
        var start = range.lowerBound
        var index = start
        while index <= range.upperBound {
            if index == range.upperBound || bytes[index] == UInt8(ascii: ";") {
                body(item(bytes, Trimming.trimmed(bytes, start..<index)))
                start = index + 1
            }
            index += 1
        }
    }

    private static func item(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> ListItem {
        guard !range.isEmpty, bytes[range.upperBound - 1] == UInt8(ascii: "]") else {
            return ListItem(name: range, tags: range.upperBound..<range.upperBound)
        }
        var open = range.upperBound - 1
        while open > range.lowerBound, bytes[open] != UInt8(ascii: "[") { open -= 1 }
        return ListItem(
            name: Trimming.trimmed(bytes, range.lowerBound..<open), tags: open + 1..<range.upperBound - 1)
    }

    /// Whether a tag stands between the brackets; a tag is told by its first letter.
    func has(_ letter: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var atStart = true
        for index in tags {
            if atStart, bytes[index] == letter { return true }
            atStart = bytes[index] == UInt8(ascii: ",") || (atStart && bytes[index] == 32)
        }
        return false
    }
}
