/// Addresses of the web without what browsers drop or write in other letters: user parts, control characters, blanks, and
/// scalars that hide or turn others.
enum HarmlessAddress {
    /// A link without the blanks and controls around it and the ends of lines in it, with the blanks beside these.
    static func tidied(_ link: String) -> String {
        guard !link.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return link }
        let lines = link.unicodeScalars.split { $0.value == 0x0A || $0.value == 0x0D || $0.value == 0x09 }
        return lines.map { line in
            let start = line.firstIndex { !isOdd($0) } ?? line.endIndex
            let end = line.lastIndex { !isOdd($0) }.map { line.index(after: $0) } ?? start
            return String(line[start..<end])
        }.joined()
    }

    /// A whole address made harmless; `nil` where its host is none.
    ///
    /// The host loses user part and hidden scalars, as in IDNA; in the rest, what is odd is written as `%1B`.
    static func made(_ address: String) -> String? {
        guard let mark = address.place(of: "://") else { return nil }
        let begin = address.utf8.index(mark, offsetBy: 3)
        let whole = address[begin...]
        let authority = whole.prefix { !"/?#\\".contains($0) }
        var rest = whole[authority.endIndex...]
        let start = authority.lastIndex(of: "@").map { authority.index(after: $0) } ?? authority.startIndex
        let host = authority[start...].unicodeScalars.filter { !isHidden($0) }
        guard !host.isEmpty, !host.contains(where: isOdd) else { return nil }
        var result = String(address[..<begin]) + String(host)
        // Some take this for the end of the host, and others do not.
        if rest.hasPrefix("\\") {
            rest = rest.dropFirst()
            result += "/"
        }
        // By far the most are clean.
        if rest.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) { return result + rest }
        for scalar in rest.unicodeScalars {
            if isOdd(scalar) {
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { result += percented(byte) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A link that is none of the web but names something: a relative one (`/2026/11/a`), or an identifier (`urn:`, `tag:`).
    ///
    /// `nil` for other schemes (`javascript:`), and for texts with blanks or hidden scalars in them.
    static func name(_ link: String) -> String? {
        let name = tidied(link)
        guard let first = name.utf8.first, first != UInt8(ascii: "#"), first != UInt8(ascii: "-"),
            !name.unicodeScalars.contains(where: isOdd)
        else { return nil }
        let head = name.prefix { !"/?#".contains($0) }
        guard let colon = head.firstIndex(of: ":") else { return name }
        return ["urn", "tag", "doi", "info"].contains(head[..<colon].lowercased()) ? name : nil
    }

    private static func percented(_ byte: UInt8) -> String {
        "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }

    /// Whether a scalar is a blank, a control character, hidden, or none at all.
    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value <= 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .spaceSeparator, .lineSeparator, .paragraphSeparator, .unassigned: return true
        default: return isHidden(scalar)
        }
    }

    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        guard !scalar.isASCII else { return false }
        return scalar.properties.generalCategory == .format || scalar.properties.isDefaultIgnorableCodePoint
    }
}
