/// An address of the web in one form, so that two ways to write it are known to be one.
///
/// RFC 3986, section 6.2.2 and 6.2.3: scheme and host in small letters, no default port, `%7E` as `~`, other escapes in
/// capitals, `.` and `..` resolved; and besides no user part, no fragment, no parameter that only says how the reader
/// came there (`utm_source`, `fbclid`). A slash at the end, `www.` and the order of parameters stay: servers may tell
/// them apart.
public struct CanonicalAddress: Hashable, Sendable {
    /// The address in its one form.
    public let text: String
    /// What the address is known by: all of it but the scheme, since `http` and `https` lead to one page.
    public let key: String
    /// Scheme, host and port only, as `//host`: what two pages of one site have in common.
    public let site: String
    /// Whether it can be the address of one article: not the front page of a site.
    public let isSpecific: Bool

    /// The canonical form of an `http` or `https` address; `nil` for anything else.
    public init?(_ address: String) {
        self.init(address, keepsParameters: false)
    }

    /// The address of a feed, whose parameters say what is in it, so that all of them are kept; `nil` where it is no
    /// `http` or `https` address.
    public static func ofFeed(_ address: String) -> String? {
        CanonicalAddress(address, keepsParameters: true)?.text
    }

    private init?(_ address: String, keepsParameters: Bool) {
        let bytes = AddressBytes(address)
        guard let parts = bytes.parts else { return nil }
        let path = withoutDots(normalised(bytes[parts.path]))
        var query = keepsParameters ? bytes[parts.query] : TrackingParameters.stripped(from: bytes[parts.query])
        if !query.isEmpty { query = [UInt8(ascii: "?")] + normalised(query[...]) }
        site = "//" + host(bytes[parts.authority], isSecure: parts.isSecure)
        key = site + String(decoding: path + query, as: UTF8.self)
        text = (parts.isSecure ? "https:" : "http:") + key
        isSpecific = !query.isEmpty || !FrontPage.isPath(path)
    }
}

extension CanonicalAddress {
    /// An address as it was written, but for the parameters that only say how the reader came there.
    public static func withoutTracking(_ address: String) -> String {
        let bytes = AddressBytes(address)
        guard let parts = bytes.parts, !parts.query.isEmpty else { return address }
        let query = bytes[parts.query]
        let kept = TrackingParameters.stripped(from: query)
        guard kept.count != query.count else { return address }
        let head = bytes.all[..<(parts.query.lowerBound - 1)]
        let mark = kept.isEmpty ? [] : [UInt8(ascii: "?")]
        return String(decoding: head + mark + kept + bytes.all[parts.query.upperBound...], as: UTF8.self)
    }
}

/// An address's bytes without blanks around them, and where its parts stand (RFC 3986, appendix B).
private struct AddressBytes {
    struct Parts {
        var isSecure: Bool
        var authority: Range<Int>
        var path: Range<Int>
        /// Without its `?`; empty where there is none.
        var query: Range<Int>
    }

    let all: ArraySlice<UInt8>

    init(_ address: String) {
        var bytes = Array(address.utf8)[...]
        while let first = bytes.first, first <= 0x20 { bytes.removeFirst() }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        all = bytes
    }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> { all[range] }

    var parts: Parts? {
        let isSecure = has("https://")
        guard isSecure || has("http://") else { return nil }
        let start = all.startIndex + (isSecure ? 8 : 7)
        let authority = end(from: start, before: "/?#\\")
        guard authority > start else { return nil }
        let path = end(from: authority, before: "?#")
        let hasQuery = path < all.endIndex && all[path] == UInt8(ascii: "?")
        let query = hasQuery ? (path + 1)..<end(from: path + 1, before: "#") : path..<path
        return Parts(isSecure: isSecure, authority: start..<authority, path: authority..<path, query: query)
    }

    private func has(_ scheme: StaticString) -> Bool {
        guard all.count > scheme.utf8CodeUnitCount else { return false }
        return (0..<scheme.utf8CodeUnitCount).allSatisfy {
            lowercased(all[all.startIndex + $0]) == scheme.utf8Start[$0]
        }
    }

    private func end(from start: Int, before marks: String) -> Int {
        all[start...].firstIndex { marks.utf8.contains($0) } ?? all.endIndex
    }
}

private func lowercased(_ byte: UInt8) -> UInt8 {
    (65...90).contains(byte) ? byte | 0x20 : byte
}

/// Host and port of an authority, without user part and default port.
private func host(_ authority: ArraySlice<UInt8>, isSecure: Bool) -> String {
    var host = authority
    if let at = host.lastIndex(of: UInt8(ascii: "@")) { host = host[(at + 1)...] }
    let port = Array((isSecure ? ":443" : ":80").utf8)
    if host.suffix(port.count).elementsEqual(port) { host = host.dropLast(port.count) }
    if host.last == UInt8(ascii: ":") { host = host.dropLast() }
    guard host.contains(where: { $0 >= 0x80 }) else { return String(decoding: host.map(lowercased), as: UTF8.self) }
    return String(decoding: host, as: UTF8.self).lowercased()
}

/// A path or query with its escapes in one form: letters, digits and `-._~` bare, what is escaped in capitals.
private func normalised(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard bytes.contains(UInt8(ascii: "%")) else { return Array(bytes) }
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
        let byte = bytes[index]
        guard byte == UInt8(ascii: "%"), index + 2 < bytes.endIndex, let high = hexValue(bytes[index + 1]),
            let low = hexValue(bytes[index + 2])
        else {
            result.append(byte)
            index += 1
            continue
        }
        let value = high << 4 | low
        if isUnreserved(value) {
            result.append(value)
        } else {
            result += [byte, hexDigit(high), hexDigit(low)]
        }
        index += 3
    }
    return result
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 0x20) && byte < 0x80 || "-._~".utf8.contains(byte)
}

private func hexValue(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70, 97...102: (byte | 0x20) - 87
    default: nil
    }
}

private func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? value + 48 : value + 55
}

/// A path with `.` and `..` resolved (RFC 3986, section 5.2.4); `/` where there is none.
private func withoutDots(_ path: [UInt8]) -> [UInt8] {
    let (slash, dot) = (UInt8(ascii: "/"), UInt8(ascii: "."))
    guard !path.isEmpty else { return [slash] }
    let hasDots = zip(path, path.dropFirst()).contains { $0 == slash && $1 == dot }
    guard hasDots, path[0] == slash else { return path }
    var parts: [ArraySlice<UInt8>] = []
    let all = path.split(separator: slash, omittingEmptySubsequences: false).dropFirst()
    for (index, part) in all.enumerated() {
        let (isUp, isHere) = (part.elementsEqual([dot, dot]), part.elementsEqual([dot]))
        if isUp { _ = parts.popLast() }
        if !isUp, !isHere {
            parts.append(part)
        } else if index == all.count - 1 {
            parts.append([])
        }
    }
    return [slash] + Array(parts.joined(separator: [slash]))
}
