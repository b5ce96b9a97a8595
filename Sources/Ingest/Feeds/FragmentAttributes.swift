/// The attributes of a start tag that matter to a fragment's text.
struct FragmentAttributes {
    /// Where the text after the tag begins.
    private(set) var end: Int
    /// The values of `class` and `id`.
    private(set) var names: [Range<Int>] = []
    /// Whether the element may be hidden, or a part of the page's frame.
    private(set) var isHidden = false
    private var link: Range<Int>?

    /// The attributes between an element's name and the end of its tag; `nil` where the tag has no end, or more attributes
    /// than anyone writes.
    init?(_ bytes: [UInt8], from start: Int) {
        end = start
        var count = 0
        while end < bytes.count {
            let byte = bytes[end]
            if byte == UInt8(ascii: ">") {
                end += 1
                return
            }
            if byte.isBlank || byte == .newline || byte == UInt8(ascii: "/") {
                end += 1
                continue
            }
            count += 1
            guard count <= 64 else { return nil }
            take(bytes)
        }
        return nil
    }

    /// The address of a link, its references resolved.
    func href(in bytes: [UInt8]) -> String? {
        guard let link else { return nil }
        guard bytes.index(of: UInt8(ascii: "&"), in: link) != nil else { return bytes.string(link) }
        var value: [UInt8] = []
        var index = link.lowerBound
        while index < link.upperBound {
            // In attributes a name without its semicolon is none: `?a=1&copy=2`.
            if bytes[index] == UInt8(ascii: "&"),
                let reference = CharacterReference(in: bytes, at: index, to: link.upperBound, isLoose: false)
            {
                if let scalar = reference.scalar { value.append(scalar) }
                index += reference.count
            } else {
                value.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: value, as: UTF8.self)
    }

    private mutating func take(_ bytes: [UInt8]) {
        let start = end
        end += 1
        while end < bytes.count, !FragmentAttributes.endsName(bytes[end]) { end += 1 }
        let name = bytes[start..<end]
        var index = blanksEnd(bytes, end)
        var value = end..<end
        if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
            index = blanksEnd(bytes, index + 1)
            guard index < bytes.count else { return end = index }
            let quote = bytes[index]
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                let close = bytes.index(of: quote, in: index + 1..<bytes.count) ?? bytes.count
                value = index + 1..<close
                end = min(close + 1, bytes.count)
            } else {
                end = index
                while end < bytes.count, !bytes[end].isBlank, bytes[end] != .newline, bytes[end] != UInt8(ascii: ">") {
                    end += 1
                }
                value = index..<end
            }
        }
        note(name, value, bytes)
    }

    private mutating func note(_ name: ArraySlice<UInt8>, _ value: Range<Int>, _ bytes: [UInt8]) {
        switch name.count {
        case 2 where FragmentAttributes.isSame(name, "id"): names.append(value)
        case 4 where FragmentAttributes.isSame(name, "href"): link = link ?? value
        case 4 where FragmentAttributes.isSame(name, "role"):
            isHidden = isHidden || FragmentAttributes.surroundings.contains(bytes.string(value).lowercased())
        case 5 where FragmentAttributes.isSame(name, "class"): names.append(value)
        case 5 where FragmentAttributes.isSame(name, "style"): isHidden = isHidden || hides(bytes[value])
        case 6 where FragmentAttributes.isSame(name, "hidden"): isHidden = true
        default: break
        }
    }

    /// Whether a style hides its element.
    private func hides(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.count >= 12 else { return false }
        for index in style.startIndex..<style.endIndex - 3 {
            switch style[index] | 0x20 {
            case UInt8(ascii: "n"):
                if FragmentAttributes.isSame(style[index..<index + 4], "none"),
                    FragmentAttributes.has("display", before: index, in: style)
                {
                    return true
                }
            case UInt8(ascii: "h"):
                if index + 6 <= style.endIndex, FragmentAttributes.isSame(style[index..<index + 6], "hidden"),
                    FragmentAttributes.has("visibility", before: index, in: style)
                {
                    return true
                }
            default: break
            }
        }
        return false
    }

    /// Whether a property stands with its colon before a value, whatever blanks between them.
    private static func has(_ property: StaticString, before value: Int, in style: ArraySlice<UInt8>) -> Bool {
        var index = value
        func passBlanks() {
            while index > style.startIndex, style[index - 1].isBlank || style[index - 1] == .newline { index -= 1 }
        }
        passBlanks()
        guard index > style.startIndex, style[index - 1] == UInt8(ascii: ":") else { return false }
        index -= 1
        passBlanks()
        let start = index - property.utf8CodeUnitCount
        return start >= style.startIndex && isSame(style[start..<index], property)
    }

    /// Roles of what stands around an article.
    private static let surroundings: Set<String> = [
        "navigation", "banner", "complementary", "contentinfo", "dialog", "search", "alertdialog", "menu", "toolbar",
    ]

    private static func isSame(_ name: ArraySlice<UInt8>, _ other: StaticString) -> Bool {
        for index in 0..<other.utf8CodeUnitCount
        where name[name.startIndex + index].lowercased != other.utf8Start[index] {
            return false
        }
        return true
    }

    private static func endsName(_ byte: UInt8) -> Bool {
        byte.isBlank || byte == .newline || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">")
            || byte == UInt8(ascii: "/")
    }

    private func blanksEnd(_ bytes: [UInt8], _ start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isBlank || bytes[index] == .newline { index += 1 }
        return index
    }
}
