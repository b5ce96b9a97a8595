/// An address as somebody wrote it, taken apart as browsers do it (blanks around it and line ends in it dropped, `\` is
/// `/`), so that what is checked here is what is asked for later.
struct AddressText {
    let address: Address
    /// What stands before the `@`, still escaped; `nil` where there is none.
    let user: (name: String, password: String)?

    init?(_ text: String) {
        let text = AddressText.cleaned(text)
        guard let colon = text.firstIndex(of: ":"), let scheme = Address.Scheme(rawValue: text[..<colon].lowercased())
        else { return nil }
        let rest = text[text.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        let authority = rest.dropFirst(2).prefix { !"/?#".contains($0) }
        let host: Substring
        if let at = authority.lastIndex(of: "@") {
            let words = authority[..<at].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            user = (AddressText.unescaped(words[0]), words.count > 1 ? AddressText.unescaped(words[1]) : "")
            host = authority[authority.index(after: at)...]
        } else {
            user = nil
            host = authority
        }
        guard let (name, port) = AddressText.host(host) else { return nil }
        let target = rest[authority.endIndex...].prefix { $0 != "#" }
        address = Address(
            scheme: scheme, host: name, port: port ?? scheme.port, target: AddressText.target(String(target)))
    }

    /// The text without blanks around it and line ends or tabs in it, `\` before the query as `/`.
    static func cleaned(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" }
        var trimmed = scalars[...]
        while let first = trimmed.first, first.value <= 0x20 { trimmed.removeFirst() }
        while let last = trimmed.last, last.value <= 0x20 { trimmed.removeLast() }
        var cleaned = String.UnicodeScalarView()
        var isPath = true
        for scalar in trimmed {
            if scalar == "?" || scalar == "#" { isPath = false }
            cleaned.append(isPath && scalar == "\\" ? "/" : scalar)
        }
        return String(cleaned)
    }

    /// Whether a text begins with a scheme: a letter, then letters, digits and `+-.`, then a colon.
    static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first,
            first.isASCIILetter
        else { return false }
        return text.utf8[..<colon].allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || Array("+-.".utf8).contains($0) }
    }

    /// A host in its ASCII form with its port; `nil` for a name that no host can have.
    private static func host(_ text: Substring) -> (String, Int?)? {
        var name = text
        var port: Int?
        let end = text.lastIndex(of: "]") ?? text.startIndex
        if let colon = text[end...].lastIndex(of: ":") {
            name = text[..<colon]
            let digits = text[text.index(after: colon)...]
            if !digits.isEmpty {
                guard digits.utf8.allSatisfy(\.isASCIIDigit), let number = Int(digits), 1...65535 ~= number
                else { return nil }
                port = number
            }
        }
        if name.hasPrefix("[") {
            let inner = name.dropFirst().dropLast()
            guard name.hasSuffix("]"), inner.contains(":"),
                inner.utf8.allSatisfy({ $0.isASCIIHex || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
            else { return nil }
            return (name.lowercased(), port)
        }
        guard let ascii = Punycode.host(String(name)), (1...253).contains(ascii.utf8.count) else { return nil }
        return (ascii, port)
    }

    /// Path and query with `.` and `..` resolved and every byte escaped that may not stand there.
    static func target(_ text: String) -> String {
        let end = text.firstIndex(of: "?") ?? text.endIndex
        var parts: [Substring] = []
        let all = text[..<end].split(separator: "/", omittingEmptySubsequences: false)
        for (index, part) in all.enumerated() where index > 0 || !part.isEmpty {
            let isLast = index == all.count - 1
            switch part.lowercased() {
            case ".", "%2e": if isLast { parts.append("") }
            case "..", ".%2e", "%2e.", "%2e%2e":
                _ = parts.popLast()
                if isLast { parts.append("") }
            default: parts.append(part)
            }
        }
        return "/" + escaped(parts.joined(separator: "/")) + escaped(String(text[end...]))
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isEscaped) else { return text }
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isEscaped(byte) { bytes += escape(byte) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isEscaped(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || Array("\"<>\\^`{|}".utf8).contains(byte)
    }

    private static func escape(_ byte: UInt8) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// A text with its `%41` as the bytes they stand for.
    static func unescaped(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, rest.prefix(2).allSatisfy(\.isASCIIHex),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
