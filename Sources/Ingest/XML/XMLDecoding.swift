import CXML
import Glibc

/// An XML document's text as UTF-8 with `\n` line ends and without control characters, whatever its encoding.
///
/// UTF-8 wherever the bytes are valid, whatever the declaration says; else by a byte order mark or the zeros of UTF-16
/// and UTF-32, then by the declaration (iconv knows its labels; `iso-8859-1` is read as windows-1252), then by guess.
func decodeXML(_ bytes: [UInt8]) throws(IngestError) -> [UInt8] {
    guard !bytes.isEmpty else { throw .empty }
    let wide = WideEncoding(of: bytes)
    if wide == nil, let kind = binaryKind(of: bytes) { throw .notText(kind) }
    var text: [UInt8]
    if let wide {
        text = wide.decode(bytes)
    } else {
        text = bytes.has("\u{FEFF}", at: 0) ? Array(bytes.dropFirst(3)) : bytes
        text = try narrowText(text)
    }
    return XMLCleaning.cleaned(text)
}

/// The text of bytes whose ASCII letters are ASCII.
private func narrowText(_ bytes: [UInt8]) throws(IngestError) -> [UInt8] {
    let isUTF8 = bytes.isUTF8
    let whole = 0..<bytes.count
    // Valid UTF-8 says nothing of encodings that are written in ASCII, with escapes.
    guard !isUTF8 || bytes.index(of: 0x1B, in: whole) != nil || bytes.index(of: UInt8(ascii: "~"), in: whole) != nil
    else { return bytes }
    let label = XMLDeclaration(of: bytes).encoding
    if let label, label.hasPrefix("iso-2022") || label == "hz-gb-2312", let text = converted(bytes, from: label) {
        return text
    }
    if isUTF8 { return bytes }
    if isMostlyUTF8(bytes) { return Array(String(decoding: bytes, as: UTF8.self).utf8) }
    switch label {
    case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252", "cp1252":
        return CodePage.windows1252.decode(bytes)
    case "utf-8", "utf8", "utf-16", nil: break
    case .some(let label): if let text = converted(bytes, from: label) { return text }
    }
    if bytes.count(where: { $0 == 0 }) * 20 > bytes.count { throw .notText("binary data") }
    return textByLanguage(bytes) ?? CodePage(guessedFrom: bytes).decode(bytes)
}

/// The text of a document without a label whose language is written in other letters: the first of that language's
/// encodings in which all bytes are letters.
private func textByLanguage(_ bytes: [UInt8]) -> [UInt8]? {
    let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
    guard let mark = head.firstRange(of: "language>") ?? head.firstRange(of: "xml:lang=\"") else { return nil }
    let tag = head[mark.upperBound...].drop { $0.isWhitespace }.prefix { $0.isLetter || $0 == "-" || $0 == "_" }
    let encodings: [String: [String]] = [
        "zh": tag.hasSuffix("tw") || tag.hasSuffix("hk") ? ["big5-hkscs"] : ["gb18030"], "ja": ["euc-jp", "shift_jis"],
        "ko": ["euc-kr"], "ru": ["windows-1251"], "uk": ["windows-1251"], "bg": ["windows-1251"],
        "el": ["windows-1253"],
        "tr": ["windows-1254"], "he": ["windows-1255"], "ar": ["windows-1256"], "th": ["tis-620"],
        "pl": ["windows-1250", "iso-8859-2"], "cs": ["windows-1250"], "hu": ["windows-1250"],
    ]
    for label in encodings[String(tag.prefix(2))] ?? [] {
        // A few damaged bytes are forgiven.
        guard let text = converted(bytes, from: label) else { continue }
        let damaged = String(decoding: text, as: UTF8.self).unicodeScalars.count { $0 == "\u{FFFD}" }
        if damaged * 100 <= bytes.count { return text }
    }
    return nil
}

/// Text in the encoding of a label as UTF-8; `nil` where the encoding is not known.
func converted(_ bytes: [UInt8], from label: String) -> [UInt8]? {
    // gb18030 has all letters of the two before it, which are often meant to have more than they do.
    let label = ["gb2312", "gbk", "gb_2312-80"].contains(label) ? "gb18030" : label
    var count = 0
    guard let text = cx_convert(label, bytes, bytes.count, &count) else { return nil }
    defer { free(text) }
    return Array(UnsafeBufferPointer(start: text, count: count))
}

/// The encodings whose ASCII letters are not one byte of ASCII.
private enum WideEncoding: String {
    case utf32Little = "UTF-32LE"
    case utf32Big = "UTF-32BE"
    case utf16Little = "UTF-16LE"
    case utf16Big = "UTF-16BE"
    case ebcdic = "IBM037"

    /// The encoding that a byte order mark shows, or the way `<` or `<?` is written (XML 1.0, appendix F).
    init?(of bytes: [UInt8]) {
        guard let mark = WideEncoding.marks.first(where: { bytes.starts(with: $0.0) }) else { return nil }
        self = mark.1
    }

    private static let marks: [([UInt8], WideEncoding)] = [
        ([0, 0, 0xFE, 0xFF], .utf32Big), ([0xFF, 0xFE, 0, 0], .utf32Little), ([0, 0, 0, 0x3C], .utf32Big),
        ([0x3C, 0, 0, 0], .utf32Little), ([0xFE, 0xFF], .utf16Big), ([0xFF, 0xFE], .utf16Little),
        ([0, 0x3C], .utf16Big), ([0x3C, 0], .utf16Little), ([0x4C, 0x6F, 0xA7, 0x94], .ebcdic),
    ]

    func decode(_ bytes: [UInt8]) -> [UInt8] {
        guard var text = converted(bytes, from: rawValue) else { return bytes }
        // Families of EBCDIC differ in more than ASCII: the declaration, which they share, names the one.
        if self == .ebcdic, let label = XMLDeclaration(of: text).encoding, let other = converted(bytes, from: label) {
            text = other
        }
        return text.has("\u{FEFF}", at: 0) ? Array(text.dropFirst(3)) : text
    }
}

/// What an XML declaration states.
struct XMLDeclaration {
    /// The encoding's label in lower case.
    var encoding: String?

    /// The declaration among the first bytes of a document.
    init(of bytes: [UInt8]) {
        let head = bytes[..<min(bytes.count, 1024)]
        guard let start = XMLDeclaration.place(of: "<?xml", in: head),
            let end = head[start...].firstIndex(of: UInt8(ascii: ">")),
            let name = XMLDeclaration.place(of: "encoding", in: head[start..<end])
        else { return }
        let value = head[(name + 8)..<end].drop { $0.isBlank || $0 == .newline || "=\"'".utf8.contains($0) }
        let label = value.prefix { $0.isLetter || $0.isDigit || "-_.:".utf8.contains($0) }
        encoding = 1...40 ~= label.count ? String(decoding: label.map(\.lowercased), as: UTF8.self) : nil
    }

    private static func place(of text: StaticString, in bytes: ArraySlice<UInt8>) -> Int? {
        var rest = bytes
        while let start = rest.firstIndex(of: text.utf8Start[0]) {
            let found = rest[start...].prefix(text.utf8CodeUnitCount)
            let isSame =
                found.count == text.utf8CodeUnitCount
                && found.enumerated().allSatisfy { $0.element == text.utf8Start[$0.offset] }
            if isSame { return start }
            rest = rest[(start + 1)...]
        }
        return nil
    }
}
