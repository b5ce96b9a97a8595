/// A value of JSON (RFC 8259).
enum JSONValue: Equatable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    /// A number as it was written.
    case number(String)
    case bool(Bool)
    case null

    /// The value that a text is; `nil` where it is none, or nested deeper than 200.
    ///
    /// Forgiven are a comma before a closing bracket and raw line ends in strings; of equal keys the last counts.
    ///
    /// - `mends`: whether a member that is no value, or nested deeper, is left out alone (in an array it is `null`), and a
    ///   text that breaks off gives what is there.
    init?(_ text: [UInt8], mends: Bool = false) {
        var scan = JSONScan(text, mends: mends)
        guard let value = scan.value(depth: 0) else { return nil }
        self = value
    }

    /// The value of an object's key.
    subscript(_ key: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[key]
    }

    /// The members of an array.
    var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// A text, or a number as it was written; `nil` for others and for the empty text.
    var text: String? {
        switch self {
        case .string(let text), .number(let text): text.isEmpty ? nil : text
        default: nil
        }
    }
}

/// Reads JSON byte by byte.
private struct JSONScan {
    private let bytes: [UInt8]
    private var index = 0
    private static let depth = 200
    private let mends: Bool

    init(_ bytes: [UInt8], mends: Bool) {
        self.bytes = bytes
        self.mends = mends
    }

    mutating func value(depth: Int) -> JSONValue? {
        guard depth < JSONScan.depth, let byte = next() else { return nil }
        switch byte {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return string().map { .string($0) }
        case UInt8(ascii: "t"): return word("true").map { .bool(true) }
        case UInt8(ascii: "f"): return word("false").map { .bool(false) }
        case UInt8(ascii: "n"): return word("null").map { .null }
        default: return number()
        }
    }

    /// The next byte that is no blank, not yet passed.
    private mutating func next() -> UInt8? {
        while index < bytes.count, bytes[index].isBlank || bytes[index] == .newline { index += 1 }
        return index < bytes.count ? bytes[index] : nil
    }

    private mutating func word(_ word: StaticString) -> Void? {
        guard bytes.has(word, at: index) else { return nil }
        index += word.utf8CodeUnitCount
        return ()
    }

    private mutating func object(depth: Int) -> JSONValue? {
        index += 1
        var members: [String: JSONValue] = [:]
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "}"):
                index += 1
                return .object(members)
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "\""):
                let mark = index
                guard let key = string(), next() == UInt8(ascii: ":") else {
                    guard skip(from: mark) else { return nil }
                    continue
                }
                index += 1
                let start = index
                if let value = value(depth: depth + 1) {
                    members[key] = value
                } else {
                    guard skip(from: start) else { return nil }
                }
            case UInt8(ascii: "]") where mends: index += 1
            default: guard skip(from: index) else { return nil }
            }
        }
        return mends ? .object(members) : nil
    }

    private mutating func array(depth: Int) -> JSONValue? {
        index += 1
        var elements: [JSONValue] = []
        while let byte = next() {
            switch byte {
            case UInt8(ascii: "]"):
                index += 1
                return .array(elements)
            case UInt8(ascii: ","): index += 1
            case UInt8(ascii: "}") where mends: index += 1
            default:
                let start = index
                if let value = value(depth: depth + 1) {
                    elements.append(value)
                } else {
                    guard skip(from: start) else { return nil }
                    if index < bytes.count { elements.append(.null) }
                }
            }
        }
        return mends ? .array(elements) : nil
    }

    /// Goes on after a member that is no value, up to the comma or bracket behind it; false where nothing is mended.
    private mutating func skip(from start: Int) -> Bool {
        guard mends else { return false }
        index = start
        var open = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                index += 1
                while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                    index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
                }
            case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if open == 0 { return true }
                open -= 1
            case UInt8(ascii: ","): if open == 0 { return true }
            default: break
            }
            index += 1
        }
        index = bytes.count
        return true
    }

    private mutating func number() -> JSONValue? {
        let start = index
        while index < bytes.count, bytes[index].isDigit || "+-.eE".utf8.contains(bytes[index]) { index += 1 }
        return index > start ? .number(bytes.string(start..<index)) : nil
    }

    private mutating func string() -> String? {
        index += 1
        var text: [UInt8] = []
        while index < bytes.count {
            // What needs no care, at once.
            let start = index
            while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") {
                index += 1
            }
            text += bytes[start..<index]
            guard index < bytes.count else { return mends ? String(decoding: text, as: UTF8.self) : nil }
            index += 1
            if bytes[index - 1] == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            guard escape(into: &text) else { return nil }
        }
        return nil
    }

    /// Takes what follows a backslash.
    private mutating func escape(into text: inout [UInt8]) -> Bool {
        guard index < bytes.count else { return false }
        index += 1
        switch bytes[index - 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): text.append(.newline)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(.space)
        case UInt8(ascii: "u"):
            guard let unit = unit() else { return false }
            appendScalar(from: unit, to: &text)
        case let byte: text.append(byte)
        }
        return true
    }

    private mutating func unit() -> UInt16? {
        guard index + 4 <= bytes.count, let unit = UInt16(bytes.string(index..<index + 4), radix: 16) else {
            return nil
        }
        index += 4
        return unit
    }

    /// Adds the scalar of a unit of UTF-16, with the one after it where they are a pair; half a pair is U+FFFD.
    private mutating func appendScalar(from first: UInt16, to text: inout [UInt8]) {
        var units = [first]
        if UTF16.isLeadSurrogate(first), bytes.has("\\u", at: index) {
            index += 2
            if let second = unit() { units.append(second) }
        }
        for scalar in String(decoding: units, as: UTF16.self).unicodeScalars {
            if let sound = XMLCleaning.scalar(scalar.value) { text.append(sound) }
        }
    }
}
