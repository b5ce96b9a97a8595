internal import Glibc

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
        let end = Bytes.first(10, in: bytes, start..<bytes.count) ?? bytes.count
        let whole = trimmed(start..<end)
        index = end + 1
        guard let first = whole.first else { return .blank }
        if bytes[first] == UInt8(ascii: "#") { return .comment }
        var colon = start
        while colon < whole.upperBound, bytes[colon] != UInt8(ascii: ":") { colon += 1 }
        guard colon < whole.upperBound else { return .broken }
        let value = trimmed(colon + 1..<whole.upperBound)
        guard !value.isEmpty, colon > start else { return .broken }
        return .field(Field(line: line, name: start..<colon, value: value))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        Trimming.trimmed(bytes, range)
    }
}

/// Searches in bytes.
enum Bytes {
    /// Where a byte first stands in a range.
    @inline(__always)
    static func first(_ byte: UInt8, in bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
        guard let base = bytes.baseAddress, !range.isEmpty else { return nil }
        let start = UnsafeRawPointer(base) + range.lowerBound
        return memchr(start, Int32(byte), range.count).map { range.lowerBound + (UnsafeRawPointer($0) - start) }
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

    /// The first item of a list.
    static func first(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> ListItem {
        var next = range.lowerBound
        return first(bytes, range, next: &next)
    }

    /// The first item of a list, and where the next one starts.
    static func first(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, next: inout Int) -> ListItem {
        let end = Bytes.first(UInt8(ascii: ";"), in: bytes, range) ?? range.upperBound
        next = end + 1
        return item(bytes, Trimming.trimmed(bytes, range.lowerBound..<end))
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
