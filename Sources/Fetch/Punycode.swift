/// Names of hosts in the form that the domain name system knows: ASCII, other scalars by Punycode (RFC 3492).
enum Punycode {
    /// A host's name in small letters and ASCII; `nil` where it holds what no name may.
    static func host(_ name: String) -> String? {
        var labels: [String] = []
        // Three other marks are full stops too (UTS 46).
        let dots: Set<Character> = [".", "\u{3002}", "\u{FF0E}", "\u{FF61}"]
        for part in name.lowercased().split(omittingEmptySubsequences: false, whereSeparator: { dots.contains($0) }) {
            guard let label = label(part) else { return nil }
            labels.append(label)
        }
        // A dot at the end is allowed, an empty label elsewhere is not.
        let isWhole = labels.dropLast().allSatisfy { !$0.isEmpty } && labels.first?.isEmpty == false
        return isWhole ? labels.joined(separator: ".") : nil
    }

    private static func label(_ text: Substring) -> String? {
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            let isName = text.utf8.allSatisfy {
                $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
            }
            return isName && text.utf8.count <= 63 ? String(text) : nil
        }
        let isName = text.unicodeScalars.allSatisfy { scalar in
            if scalar.isASCII { return scalar.properties.isAlphabetic || "0123456789-".unicodeScalars.contains(scalar) }
            switch scalar.properties.generalCategory {
            case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber,
                .otherSymbol:
                return true
            default: return false
            }
        }
        guard isName, text.unicodeScalars.count <= 63 else { return nil }
        let encoded = "xn--" + encode(Array(text.unicodeScalars.map(\.value)))
        return encoded.utf8.count <= 63 ? encoded : nil
    }

    /// Section 6.3 of the RFC.
    private static func encode(_ input: [UInt32]) -> String {
        var output = input.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (code, delta, bias) = (128, 0, 72)
        var handled = basic
        while handled < input.count {
            let next = input.lazy.map { Int($0) }.filter { $0 >= code }.min() ?? code
            delta += (next - code) * (handled + 1)
            code = next
            for value in input.map({ Int($0) }) {
                if value < code { delta += 1 }
                guard value == code else { continue }
                var rest = delta
                var step = 36
                while true {
                    let threshold = min(max(step - bias, 1), 26)
                    guard rest >= threshold else { break }
                    output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
                    rest = (rest - threshold) / (36 - threshold)
                    step += 36
                }
                output.append(digit(rest))
                bias = adapted(delta, handled + 1, isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? 97 + value : 22 + value)
    }

    /// Section 6.1 of the RFC.
    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var steps = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }
}
