/// What a host's `robots.txt` allows us, by RFC 9309.
struct Robots: Equatable, Sendable {
    /// A line `Allow` or `Disallow`.
    struct Rule: Equatable, Sendable {
        var allows: Bool
        /// The bytes of the pattern, `*` and a `$` at its end included.
        var pattern: [UInt8]
    }

    /// The rules of our group.
    private(set) var rules: [Rule] = []

    /// Everything is allowed: there is no file.
    static let open = Robots()
    /// Nothing is allowed: the file cannot be had because the server is out of order.
    static let closed = Robots(rules: [Rule(allows: false, pattern: [UInt8(ascii: "/")])])

    private init(rules: [Rule] = []) {
        self.rules = rules
    }

    /// Reads a file for the robot of a name, such as `rassegna`; anything that is no rule is skipped.
    init(_ bytes: some Sequence<UInt8>, for name: String) {
        var ours: [Rule] = []
        var everybodys: [Rule] = []
        var isNamed = false
        // Whom the group that is read is for, and whether its rules have begun.
        var (isOurs, isEverybodys, hasRules) = (false, false, true)
        for line in Robots.lines(of: bytes) {
            switch line.key {
            case "user-agent":
                if hasRules { (isOurs, isEverybodys, hasRules) = (false, false, false) }
                if line.value.hasPrefix("*") {
                    isEverybodys = true
                } else if Robots.product(line.value) == name.lowercased() {
                    isOurs = true
                    isNamed = true
                }
            case "allow", "disallow":
                hasRules = true
                guard !line.value.isEmpty else { continue }
                let rule = Rule(allows: line.key == "allow", pattern: Robots.normalised(line.value))
                if isOurs { ours.append(rule) }
                if isEverybodys { everybodys.append(rule) }
            default: break
            }
        }
        rules = isNamed ? ours : everybodys
    }

    /// Whether a path with its query may be fetched: the longest pattern that fits decides, `Allow` where two are as long.
    func allows(_ target: String) -> Bool {
        guard target != "/robots.txt" else { return true }
        let path = Robots.normalised(target)
        var best: Rule?
        for rule in rules where Robots.fits(rule.pattern, path) {
            guard let known = best else {
                best = rule
                continue
            }
            let (length, longest) = (rule.pattern.count, known.pattern.count)
            if length > longest || length == longest && rule.allows { best = rule }
        }
        return best?.allows ?? true
    }
}

extension Robots {
    /// The lines `key: value`, comments left out.
    private static func lines(of bytes: some Sequence<UInt8>) -> [(key: String, value: String)] {
        var all = Array(bytes)
        if all.starts(with: [0xEF, 0xBB, 0xBF]) { all.removeFirst(3) }
        return all.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).compactMap { line in
            let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
            guard let colon = text.firstIndex(of: ":") else { return nil }
            return (text[..<colon].trimmed.lowercased(), text[text.index(after: colon)...].trimmed)
        }
    }

    /// The product token that a value begins with: letters, `_` and `-`.
    private static func product(_ value: String) -> String {
        String(value.prefix { $0.isASCII && ($0.isLetter || $0 == "_" || $0 == "-") }).lowercased()
    }

    /// A path or pattern with the escapes of plain letters and digits resolved and all others in capitals.
    private static func normalised(_ text: String) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2, rest.prefix(2).allSatisfy(\.isASCIIHex),
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                rest = rest.dropFirst(2)
                let isPlain = value.isASCIILetter || value.isASCIIDigit || Array("-._~".utf8).contains(value)
                result += isPlain ? [value] : [byte, digits[Int(value >> 4)], digits[Int(value & 15)]]
            } else if byte <= 0x20 || byte >= 0x7F {
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            } else {
                result.append(byte)
            }
        }
        return result
    }

    /// Whether a pattern fits the beginning of a path, or all of it where it ends in `$`. Takes time in the product of
    /// both lengths at most.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let isWhole = pattern.last == UInt8(ascii: "$")
        let pattern = isWhole ? pattern.dropLast() : pattern + [UInt8(ascii: "*")]
        var (place, position) = (0, 0)
        var star: (place: Int, position: Int)?
        while position < path.count {
            if place < pattern.count, pattern[place] == UInt8(ascii: "*") {
                star = (place, position)
                place += 1
            } else if place < pattern.count, pattern[place] == path[position] {
                place += 1
                position += 1
            } else if let last = star {
                star = (last.place, last.position + 1)
                (place, position) = (last.place + 1, last.position + 1)
            } else {
                return false
            }
        }
        return pattern[place...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
