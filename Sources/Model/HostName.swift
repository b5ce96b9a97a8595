/// Host names with letters that may be taken for others.
public enum HostName {
    /// An address as it is shown, copied and opened: the labels of its host that could pass for another name are
    /// written in ASCII (`xn--`, RFC 3492), the rest stays as it is.
    ///
    /// Such labels mix alphabets, or are Greek, Cyrillic, Armenian or Cherokee under a Latin top-level domain.
    ///
    /// ```swift
    /// HostName.revealing("https://аррle.com/")  // "https://xn--le-6kc8da.com/"; the first three letters are Cyrillic
    /// HostName.revealing("https://münchen.de/")  // the same
    /// ```
    public static func revealing(_ address: String) -> String {
        guard !address.utf8.allSatisfy({ $0 < 0x80 }), let mark = address.firstRange(of: "://") else { return address }
        let host = address[mark.upperBound...].prefix { !"/?#\\".contains($0) }
        guard !host.utf8.allSatisfy({ $0 < 0x80 }) else { return address }
        // The full stops of other scripts separate labels too (RFC 3490, section 3.1).
        let labels = host.split(omittingEmptySubsequences: false) { "..。．｡".contains($0) }
        let isLatin = labels.last { !$0.isEmpty }.map { alphabets(of: $0).isSubset(of: [.latin]) } ?? true
        let shown = labels.map { label in
            let found = alphabets(of: label)
            let isForeign = isLatin && !found.isSubset(of: [.latin])
            return found.count > 1 || isForeign ? ascii(label) : String(label)
        }
        return address[..<host.startIndex] + shown.joined(separator: ".") + address[host.endIndex...]
    }

    /// Alphabets with letters that look like those of another.
    private enum Alphabet {
        case latin, greek, cyrillic, armenian, cherokee

        init?(_ scalar: Unicode.Scalar) {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0xFF21...0xFF5A: self = .latin
            case 0x370...0x3FF, 0x1F00...0x1FFF: self = .greek
            case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: self = .cyrillic
            case 0x530...0x58F: self = .armenian
            case 0x13A0...0x13FF, 0xAB70...0xABBF: self = .cherokee
            default: return nil
            }
        }
    }

    private static func alphabets(of label: Substring) -> Set<Alphabet> {
        Set(label.unicodeScalars.compactMap { Alphabet($0) })
    }

    /// A label in ASCII: `xn--` and its Punycode, in small letters; the label itself where it cannot be written so.
    private static func ascii(_ label: Substring) -> String {
        punycode(label.lowercased().unicodeScalars.map(\.value)).map { "xn--" + $0 } ?? String(label)
    }

    /// Code points as Punycode (RFC 3492, section 6.3); `nil` for more than a host name's 63 letters.
    static func punycode(_ points: [UInt32]) -> String? {
        guard points.count <= 63 else { return nil }
        var output = points.filter { $0 < 0x80 }.map { UInt8($0) }
        let basic = output.count
        var done = basic
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var (point, delta, bias): (UInt32, Int, Int) = (0x80, 0, 72)
        while done < points.count {
            guard let next = points.filter({ $0 >= point }).min() else { return nil }
            delta += Int(next - point) * (done + 1)
            point = next
            for other in points {
                if other < point { delta += 1 }
                guard other == point else { continue }
                write(delta, bias, to: &output)
                bias = adapted(delta, points: done + 1, isFirst: done == basic)
                delta = 0
                done += 1
            }
            delta += 1
            point += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func write(_ delta: Int, _ bias: Int, to output: inout [UInt8]) {
        var rest = delta
        var place = 36
        while true {
            let threshold = min(26, max(1, place - bias))
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            place += 36
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: Int) -> UInt8 {
        UInt8(value < 26 ? value + 97 : value - 26 + 48)
    }

    private static func adapted(_ delta: Int, points: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / points
        var place = 0
        while delta > 35 * 26 / 2 {
            delta /= 35
            place += 36
        }
        return place + 36 * delta / (delta + 38)
    }
}
