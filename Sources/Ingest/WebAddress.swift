import Model

/// The address that a link leads to, whole: `http` and `https` only, a relative one resolved against its page's.
///
/// `nil` for other schemes, places in the same page, and relative addresses where the page's is not known. The rules
/// are those of RFC 3986, section 5.2. It has no user part, and nothing that a terminal obeys or that hides
/// (`HarmlessAddress`).
///
/// Nor is one of more than 64 kB an address: no server takes as much.
func webAddress(_ link: String, base: String?) -> String? {
    guard link.utf8.count <= 1 << 16 else { return nil }
    // By far the most links are whole and clean.
    if link.utf8.starts(with: "http".utf8), isWholeAddress(link) { return link }
    return wholeAddress(HarmlessAddress.tidied(link), base: base).flatMap(HarmlessAddress.made)
}

private func wholeAddress(_ link: String, base: String?) -> String? {
    guard !link.isEmpty, !link.hasPrefix("#") else { return nil }
    if let colon = link.firstIndex(of: ":"), isScheme(link[..<colon]) {
        let scheme = link[..<colon].lowercased()
        let rest = link[link.index(after: colon)...]
        guard scheme == "http" || scheme == "https", rest.hasPrefix("//"), rest.utf8.count > 2 else { return nil }
        return scheme + ":" + rest
    }
    guard let base, let page = PageAddress(base) else { return nil }
    if link.hasPrefix("//") { return page.scheme + ":" + link }
    if link.hasPrefix("/") { return page.origin + withoutDots(link) }
    if link.hasPrefix("?") { return page.origin + page.path + link }
    return page.origin + withoutDots(page.folder + link)
}

/// Whether a link is an address as it stands: `http` or `https` in small letters, a host, ASCII alone without blanks, and
/// no user part.
private func isWholeAddress(_ link: String) -> Bool {
    var rest = link.utf8.dropFirst(4)
    if rest.first == UInt8(ascii: "s") { rest = rest.dropFirst() }
    guard rest.starts(with: "://".utf8), rest.count > 3 else { return false }
    return !"/?#\\".utf8.contains(rest[rest.index(rest.startIndex, offsetBy: 3)])
        && rest.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "@") }
}

/// Whether a text before a colon is a scheme: a letter, then letters, digits and `+-.`.
private func isScheme(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, first.isLetter else { return false }
    return text.utf8.allSatisfy { $0.isLetter || $0.isDigit || Array("+-.".utf8).contains($0) }
}

/// The parts of a page's address against which others are resolved.
private struct PageAddress {
    var scheme: String
    /// Scheme and host: `https://a.example`.
    var origin: String
    /// From the first slash after the host to the query.
    var path: String

    init?(_ address: String) {
        guard let mark = address.firstRange(of: "://") else { return nil }
        scheme = address[..<mark.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let rest = address[mark.upperBound...]
        let host = rest.prefix { !"/?#".contains($0) }
        guard !host.isEmpty else { return nil }
        origin = scheme + "://" + host
        let path = rest[host.endIndex...].prefix { $0 != "?" && $0 != "#" }
        self.path = path.isEmpty ? "/" : String(path)
    }

    /// The path up to its last slash.
    var folder: String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
    }
}

/// A path with its `.` and `..` resolved; the query and fragment stay as they are.
private func withoutDots(_ path: String) -> String {
    let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
    guard path[..<end].contains("/.") else { return path }
    var parts: [Substring] = []
    let all = path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in all.enumerated() {
        let isLast = index == all.count - 1
        if part == ".." {
            _ = parts.popLast()
            if isLast { parts.append("") }
        } else if part != "." {
            parts.append(part)
        } else if isLast {
            parts.append("")
        }
    }
    return "/" + parts.joined(separator: "/") + path[end...]
}

/// The addresses that stand in a plain text, as links, with the closing marks of the sentence around them left out.
func bareLinks(in text: [UInt8], blocks: [Block]) -> [Link] {
    var links: [Link] = []
    for block in blocks {
        var index = block.range.lowerBound
        while let mark = text[index..<block.range.upperBound].firstIndex(of: UInt8(ascii: ":")) {
            index = mark + 1
            guard text.has("://", at: mark),
                let start = schemeStart(before: mark, in: text, from: block.range.lowerBound)
            else { continue }
            let end = addressEnd(from: mark + 3, in: text, to: block.range.upperBound)
            if end > mark + 3, let address = webAddress(text.string(start..<end), base: nil) {
                links.append(Link(start..<end, address))
            }
            index = max(end, index)
        }
    }
    return links
}

/// Where `http` or `https` begins that ends before a colon.
private func schemeStart(before colon: Int, in text: [UInt8], from lower: Int) -> Int? {
    for (scheme, count) in [("https" as StaticString, 5), ("http", 4)] {
        let start = colon - count
        if start >= lower, text.has(scheme, at: start), start == lower || !text[start - 1].isLetter { return start }
    }
    return nil
}

/// The end of an address: at a blank, a quote or an angle bracket, without the sentence's own marks.
private func addressEnd(from start: Int, in text: [UInt8], to upper: Int) -> Int {
    let stops = Array("<>\"|\n".utf8)
    var end = start
    while end < upper, !text[end].isBlank, !stops.contains(text[end]), !text.has("»", at: end), !text.has("”", at: end)
    {
        end += 1
    }
    let hasBracket = text[start..<end].contains(UInt8(ascii: "("))
    let closers = Array((hasBracket ? ".,;:!?'*_]" : ".,;:!?'*_])").utf8)
    while end > start, closers.contains(text[end - 1]) { end -= 1 }
    return end
}
