/// The encoding that a server states for a text.
public enum ServedEncoding {
    /// A served text as UTF-8 where its type (`text/html; charset=windows-1251`) has to be believed: it is no UTF-8 as it
    /// stands, and says nothing of its encoding itself. Else the text as it is.
    public static func decode(_ text: [UInt8], type: String?) -> [UInt8] {
        guard let label = type.flatMap(label), !text.isUTF8, WideOrder(of: text) == nil, !declares(text) else {
            return text
        }
        return converted(text, from: label) ?? text
    }

    /// The label in a type; `nil` for those that say no more than a guess.
    private static func label(of type: String) -> String? {
        let small = type.lowercased()
        guard let mark = small.firstRange(of: "charset=") else { return nil }
        let label = small[mark.upperBound...].drop { "\"' ".contains($0) }
            .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
        return ["", "utf-8", "utf8", "us-ascii", "iso-8859-1", "latin1"].contains(label) ? nil : String(label)
    }

    /// Whether a text names an encoding in its first kilobytes.
    private static func declares(_ text: [UInt8]) -> Bool {
        let head = String(decoding: text.prefix(4096), as: UTF8.self).lowercased()
        return head.contains("charset=") || XMLDeclaration(of: Array(text.prefix(200))).encoding != nil
    }
}
