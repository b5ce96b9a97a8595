/// A file's text as UTF-8 with `\n` line ends, whatever its encoding: UTF-8 or UTF-16 with or without a byte order
/// mark, windows-1252, ISO 8859-1 and -15. The mark is dropped and nothing else is changed.
///
/// `markup`: whether it is a page: its line ends are left as they are, and a `charset` in the first kilobytes is
/// believed where the bytes are no UTF-8.
func decode(_ bytes: [UInt8], markup: Bool) throws(IngestError) -> [UInt8] {
    guard !bytes.isEmpty else { throw .empty }
    if let kind = binaryKind(of: bytes) { throw .notText(kind) }
    if let order = WideOrder(of: bytes) {
        return try checked(normalised(order.decode(bytes)), markup)
    }
    let text = try withoutNuls(bytes.has("\u{FEFF}", at: 0) ? Array(bytes.dropFirst(3)) : bytes, markup: markup)
    if markup, let page = PageEncoding(declaredIn: text)?.decode(text) { return try checked(normalised(page), markup) }
    // Whatever it says of itself; the reader of pages passes over carriage returns by itself.
    if isUTF8(text) { return try checked(markup ? text : normalised(text), markup) }
    if isMostlyUTF8(text) {
        return try checked(normalised(Array(String(decoding: text, as: UTF8.self).utf8)), markup)
    }
    let page = (markup ? CodePage(declaredIn: text) : nil) ?? CodePage(guessedFrom: text)
    return try checked(normalised(page.decode(text)), markup)
}

/// What bytes with a well-known beginning are, where that is no text.
func binaryKind(of bytes: [UInt8]) -> String? {
    if bytes.has("%PDF-", at: 0) { return "a PDF document" }
    if bytes.has("PK\u{3}\u{4}", at: 0) { return "a ZIP archive or office document" }
    if bytes.has("{\\rtf", at: 0) { return "an RTF document" }
    if bytes.starts(with: [0x1F, 0x8B]) { return "a compressed file" }
    if bytes.has("GIF8", at: 0) || bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
        || bytes.starts(with: [0xFF, 0xD8, 0xFF])
    {
        return "an image"
    }
    return bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46]) ? "a program" : nil
}

/// The text itself, unless control characters make up more than a twentieth of it, or a fourth of a page.
private func checked(_ text: [UInt8], _ markup: Bool) throws(IngestError) -> [UInt8] {
    let controls = controlCount(text)
    guard controls * (markup ? 4 : 20) <= text.count else { throw .notText("binary data") }
    return text
}

/// A text without the few NULs that browsers pass over: in a page one byte in four, in other UTF-8 one in a hundred.
private func withoutNuls(_ text: [UInt8], markup: Bool) throws(IngestError) -> [UInt8] {
    guard text.index(of: 0, in: text.indices) != nil else { return text }
    let count = text.count { $0 == 0 }
    guard count * (markup ? 4 : 100) <= text.count, markup || isUTF8(text) else {
        throw .notText("binary data")
    }
    return text.filter { $0 != 0 }
}

/// A text with `\r\n` and `\r` as `\n`.
private func normalised(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.withUnsafeBufferPointer({ $0.firstIndex(of: 0x0D) }) else { return text }
    var result = Array(text[..<first])
    result.reserveCapacity(text.count)
    var index = first
    while index < text.count {
        if text[index] == 0x0D {
            result.append(.newline)
            if index + 1 < text.count, text[index + 1] == .newline { index += 1 }
        } else {
            result.append(text[index])
        }
        index += 1
    }
    return result
}

/// Whether bytes are UTF-8, a stray damaged byte among at least 20 sound sequences forgiven.
func isMostlyUTF8(_ bytes: [UInt8]) -> Bool {
    var sound = 0
    var damaged = 0
    var index = 0
    while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
            index += 1
            continue
        }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(index + length, bytes.count)
        if 0xC2...0xF4 ~= byte, index + length <= bytes.count,
            bytes[(index + 1)..<end].allSatisfy({ $0 & 0xC0 == 0x80 })
        {
            sound += 1
            index = end
        } else {
            damaged += 1
            index += 1
        }
    }
    return damaged == 0 || damaged * 20 <= sound
}
