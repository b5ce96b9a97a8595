/// A JSON value whose members keep their order, printed on one line.
enum JSON {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    /// JSON that is written already, for lists of a million members.
    case written(String)
    case array([JSON])
    case object([(String, JSON)])

    /// A string, or `null`.
    static func optional(_ text: String?) -> JSON {
        text.map { .string($0) } ?? .null
    }

    /// The value as one line of UTF-8: control, bidirectional, line-separating and hidden characters are escaped, so
    /// that a terminal obeys none of them.
    var line: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? String(value) : "null"
        case .written(let json): text += json
        case .string(let value): JSON.quote(value, into: &text)
        case .array(let values):
            text += "["
            for (index, value) in values.enumerated() {
                if index > 0 { text += ", " }
                value.write(to: &text)
            }
            text += "]"
        case .object(let members):
            text += "{"
            for (index, member) in members.enumerated() {
                if index > 0 { text += ", " }
                JSON.quote(member.0, into: &text)
                text += ": "
                member.1.write(to: &text)
            }
            text += "}"
        }
    }

    private static func quote(_ value: String, into text: inout String) {
        text += "\""
        // By far the most texts are long runs that need no care.
        var value = value
        value.withUTF8 { bytes in
            var index = 0
            while index < bytes.count {
                let start = index
                while index < bytes.count, isPlain(bytes[index]) { index += 1 }
                if index > start { text += String(decoding: bytes[start..<index], as: UTF8.self) }
                let odd = index
                while index < bytes.count, !isPlain(bytes[index]) { index += 1 }
                if index > odd { quote(scalars: String(decoding: bytes[odd..<index], as: UTF8.self), into: &text) }
            }
        }
        text += "\""
    }

    /// Whether a byte is ASCII that stands for itself.
    private static func isPlain(_ byte: UInt8) -> Bool {
        0x20..<0x7F ~= byte && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    private static func quote(scalars value: String, into text: inout String) {
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            default:
                if isUnsafe(scalar) { escape(scalar, into: &text) } else { text.unicodeScalars.append(scalar) }
            }
        }
    }

    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0xAD { return scalar.value < 0x20 || 0x7F..<0xA0 ~= scalar.value }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func escape(_ scalar: Unicode.Scalar, into text: inout String) {
        for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
    }
}
