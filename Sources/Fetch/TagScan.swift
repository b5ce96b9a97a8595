/// Walks through the start tags of some names in a page, without building a document: comments, scripts and styles are
/// passed over, entities of addresses are resolved. Takes time in the length of the page, whatever is in it.
struct TagScan {
    /// A start tag.
    struct Tag: Equatable {
        var name: String
        /// Names in small letters; of two of a name the first holds.
        var attributes: [String: String] = [:]
    }

    private let bytes: [UInt8]
    private let names: Set<String>
    private var position = 0
    /// The longest name and the most attributes that are read.
    private static let (longestName, mostAttributes) = (16, 50)

    init(_ bytes: [UInt8], names: Set<String>) {
        self.bytes = bytes
        self.names = names
    }

    /// The next tag; `nil` at the end.
    mutating func next() -> Tag? {
        while let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) {
            position = start + 1
            if has("!--") {
                position += 3
                skip(past: "-->")
                continue
            }
            let name = word()
            switch name {
            case "script", "style", "template", "noscript", "title", "textarea": skip(past: "</" + name)
            case _ where names.contains(name): return Tag(name: name, attributes: attributes())
            default: break
            }
        }
        position = bytes.count
        return nil
    }

    private func has(_ text: String) -> Bool {
        let text = text.utf8
        guard bytes.count - position >= text.count else { return false }
        return zip(bytes[position...], text).allSatisfy { $0.small == $1 }
    }

    /// Goes past a text, or to the end where it does not come.
    private mutating func skip(past text: String) {
        guard let first = text.utf8.first else { return }
        while let place = bytes[position...].firstIndex(of: first) {
            position = place
            if has(text) {
                position += text.utf8.count
                return
            }
            position += 1
        }
        position = bytes.count
    }

    /// The name of a tag, in small letters.
    private mutating func word() -> String {
        let end = bytes[position...].firstIndex { !($0.isASCIILetter || $0.isASCIIDigit) } ?? bytes.count
        defer { position = end }
        guard end - position <= TagScan.longestName else { return "" }
        return String(decoding: bytes[position..<end].map(\.small), as: UTF8.self)
    }

    /// The attributes up to the tag's end.
    private mutating func attributes() -> [String: String] {
        var found: [String: String] = [:]
        while position < bytes.count, found.count < TagScan.mostAttributes {
            let byte = bytes[position]
            if byte == UInt8(ascii: ">") { break }
            if byte.isASCIIBlank || byte == UInt8(ascii: "/") {
                position += 1
                continue
            }
            let name = take { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">") || $0.isASCIIBlank }
            skipBlanks()
            var value = ""
            if position < bytes.count, bytes[position] == UInt8(ascii: "=") {
                position += 1
                skipBlanks()
                value = self.value()
            }
            let key = String(decoding: name.map(\.small), as: UTF8.self)
            if found[key] == nil { found[key] = value }
        }
        return found
    }

    private mutating func value() -> String {
        guard position < bytes.count else { return "" }
        let quote = bytes[position]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            return TagScan.resolved(take { $0 == UInt8(ascii: ">") || $0.isASCIIBlank })
        }
        position += 1
        let text = take { $0 == quote }
        position = min(position + 1, bytes.count)
        return TagScan.resolved(text)
    }

    private mutating func skipBlanks() {
        position = bytes[position...].firstIndex { !$0.isASCIIBlank } ?? bytes.count
    }

    private mutating func take(until isEnd: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let end = bytes[position...].firstIndex(where: isEnd) ?? bytes.count
        defer { position = end }
        return bytes[position..<end]
    }

    /// A value with the entities that addresses and titles mostly hold resolved.
    private static func resolved(_ value: ArraySlice<UInt8>) -> String {
        var text = String(decoding: value, as: UTF8.self)
        guard text.contains("&") else { return text }
        for (entity, plain) in [
            ("&quot;", "\""), ("&#39;", "'"), ("&#039;", "'"), ("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"),
            ("&raquo;", "»"), ("&#187;", "»"), ("&#x2F;", "/"), ("&#47;", "/"), ("&#38;", "&"), ("&#038;", "&"),
            ("&amp;", "&"),
        ] {
            text = text.replacing(entity, with: plain)
        }
        return text
    }
}
