/// JSON as pages carry it, good or broken: line ends and quotes inside of strings, commas too many or missing, comments,
/// an end that is cut off. What can be read is read, in time proportional to the text; nesting beyond a limit is `other`.
enum LooseJSON: Equatable {
    case object([String: LooseJSON])
    case array([LooseJSON])
    case string(String)
    case number(String)
    /// `true`, `false`, `null`, and what cannot be read.
    case other

    /// The values in a text, one after the other.
    static func values(in text: ArraySlice<UInt8>) -> [LooseJSON] {
        var reader = LooseJSONReader(text)
        var values: [LooseJSON] = []
        while let value = reader.nextRoot() { values.append(value) }
        return values
    }

    subscript(key: String) -> LooseJSON? {
        if case .object(let members) = self { return members[key] }
        return nil
    }

    /// The text of a string or number; of an array, that of its first value that has one.
    var text: String? {
        switch self {
        case .string(let text): text.isEmpty ? nil : text
        case .number(let text): text
        case .array(let values): values.lazy.compactMap(\.text).first
        case .object(let members): members["@value"]?.text
        case .other: nil
        }
    }

    /// The values of an array; of anything else, itself alone.
    var list: [LooseJSON] {
        if case .array(let values) = self { return values }
        return self == .other ? [] : [self]
    }
}

/// Reads values from a text.
private struct LooseJSONReader {
    private let text: ArraySlice<UInt8>
    private var index: Int
    private static let depth = 64

    init(_ text: ArraySlice<UInt8>) {
        self.text = text
        index = text.startIndex
    }

    /// The next object or array that stands outside of others.
    mutating func nextRoot() -> LooseJSON? {
        while index < text.endIndex {
            if text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "[") { return value(depth: 0) }
            index += 1
        }
        return nil
    }

    private mutating func value(depth: Int) -> LooseJSON {
        skipGaps()
        guard index < text.endIndex else { return .other }
        switch text[index] {
        case UInt8(ascii: "{"): return object(depth: depth)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "\""): return .string(string())
        default: return word()
        }
    }

    private mutating func object(depth: Int) -> LooseJSON {
        guard depth < LooseJSONReader.depth else { return skipNested() }
        index += 1
        var members: [String: LooseJSON] = [:]
        while index < text.endIndex {
            skipGaps(and: UInt8(ascii: ","))
            guard index < text.endIndex else { break }
            if text[index] == UInt8(ascii: "}") {
                index += 1
                break
            }
            guard text[index] == UInt8(ascii: "\"") else {
                if text[index] == UInt8(ascii: "]") { break }
                index += 1
                continue
            }
            let key = string()
            skipGaps(and: UInt8(ascii: ":"))
            let member = value(depth: depth + 1)
            if members[key] == nil { members[key] = member }
        }
        return .object(members)
    }

    private mutating func array(depth: Int) -> LooseJSON {
        guard depth < LooseJSONReader.depth else { return skipNested() }
        index += 1
        var values: [LooseJSON] = []
        while index < text.endIndex {
            skipGaps(and: UInt8(ascii: ","))
            guard index < text.endIndex, text[index] != UInt8(ascii: "}") else { break }
            if text[index] == UInt8(ascii: "]") {
                index += 1
                break
            }
            let start = index
            values.append(value(depth: depth + 1))
            if index == start { index += 1 }
        }
        return .array(values)
    }

    /// Passes over an object or array that is nested too deep.
    private mutating func skipNested() -> LooseJSON {
        var nesting = 0
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") {
                _ = string()
                continue
            }
            if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { nesting += 1 }
            if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { nesting -= 1 }
            index += 1
            if nesting <= 0 { break }
        }
        return .other
    }

    private mutating func word() -> LooseJSON {
        let start = index
        while index < text.endIndex, !LooseJSONReader.ends.contains(text[index]), !isGap(text[index]) { index += 1 }
        let word = String(decoding: text[start..<index], as: UTF8.self)
        return word.utf8.first.map { $0.isDigit || $0 == UInt8(ascii: "-") } == true ? .number(word) : .other
    }

    private static let ends: Set<UInt8> = [
        UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "\""),
        UInt8(ascii: "{"),
        UInt8(ascii: "["),
    ]

    private func isGap(_ byte: UInt8) -> Bool { byte.isBlank || byte == .newline }

    private mutating func skipGaps(and mark: UInt8? = nil) {
        while index < text.endIndex {
            if isGap(text[index]) || text[index] == mark {
                index += 1
            } else if text[index] == UInt8(ascii: "/"), index + 1 < text.endIndex, text[index + 1] == UInt8(ascii: "*")
            {
                index += 2
                while index + 1 < text.endIndex,
                    text[index] != UInt8(ascii: "*") || text[index + 1] != UInt8(ascii: "/")
                {
                    index += 1
                }
                index = min(index + 2, text.endIndex)
            } else {
                return
            }
        }
    }

    /// A string from its quote on. A quote inside that is not escaped does not end it, unless a mark of JSON follows.
    private mutating func string() -> String {
        index += 1
        var bytes: [UInt8] = []
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            if byte == UInt8(ascii: "\""), isEnd() { break }
            if byte == UInt8(ascii: "\\") { takeEscape(into: &bytes) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func isEnd() -> Bool {
        var next = index
        while next < text.endIndex, isGap(text[next]), next - index < 1000 { next += 1 }
        guard next < text.endIndex else { return true }
        return [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":")].contains(text[next])
            || next > index && text[next] == UInt8(ascii: "\"")
    }

    private mutating func takeEscape(into bytes: inout [UInt8]) {
        guard index < text.endIndex else { return }
        let byte = text[index]
        index += 1
        switch byte {
        case UInt8(ascii: "n"), UInt8(ascii: "r"): bytes.append(.newline)
        case UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"): bytes.append(.space)
        case UInt8(ascii: "u"):
            guard var code = hex() else { return }
            if 0xD800..<0xDC00 ~= code, index + 1 < text.endIndex, text[index] == UInt8(ascii: "\\"),
                text[index + 1] == UInt8(ascii: "u")
            {
                let saved = index
                index += 2
                if let low = hex(), 0xDC00..<0xE000 ~= low {
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    index = saved
                }
            }
            let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
            bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        default: bytes.append(byte)
        }
    }

    private mutating func hex() -> UInt32? {
        guard index + 4 <= text.endIndex,
            let code = UInt32(String(decoding: text[index..<index + 4], as: UTF8.self), radix: 16)
        else { return nil }
        index += 4
        return code
    }
}
