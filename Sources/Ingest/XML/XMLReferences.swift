/// Text between tags: references to characters, and what only looks like one.
extension XMLScan {
    /// Mends the text between two tags.
    mutating func mendText(_ range: Range<Int>) {
        var index = range.lowerBound
        while let mark = find(UInt8(ascii: "&"), in: index..<range.upperBound) {
            index = mark + mendReference(at: mark, to: range.upperBound)
        }
        index = range.lowerBound
        // The end of a CDATA section that was not open; `&` and `]` together in a text are rare enough.
        while let mark = find(UInt8(ascii: "]"), in: index..<range.upperBound) {
            index = mark + 1
            if bytes.has("]]>", at: mark), mark + 3 <= range.upperBound, !isMended(mark) {
                replace(mark..<mark + 3, with: [])
                index = mark + 3
            }
        }
    }

    /// Whether a reference in a range needs to be mended.
    func needsMending(from start: Int, to end: Int) -> Bool {
        var index = start
        while let mark = find(UInt8(ascii: "&"), in: index..<end) {
            guard let count = soundReference(at: mark, to: end) else { return true }
            index = mark + count
        }
        return false
    }

    /// Adds a text in order, fit for an attribute.
    mutating func appendMended(_ range: Range<Int>, to text: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "&"):
                let (mended, count) = mendedReference(at: index, to: range.upperBound)
                text += mended ?? Array(bytes[index..<index + count])
                index += count
                continue
            case UInt8(ascii: "<"): text += "&lt;".utf8
            case UInt8(ascii: "\""): text += "&quot;".utf8
            case let byte: text.append(byte)
            }
            index += 1
        }
    }

    /// Mends the reference at an ampersand; how many bytes it takes.
    private mutating func mendReference(at mark: Int, to end: Int) -> Int {
        if let count = soundReference(at: mark, to: end) { return count }
        let (mended, count) = mendedReference(at: mark, to: end)
        if let mended { replace(mark..<mark + count, with: mended) }
        return count
    }

    /// How long a reference is that the parser understands as it stands; `nil` for others.
    private func soundReference(at mark: Int, to end: Int) -> Int? {
        for name: StaticString in ["&lt;", "&gt;", "&amp;", "&quot;", "&apos;"] {
            if mark + name.utf8CodeUnitCount <= end, bytes.has(name, at: mark) { return name.utf8CodeUnitCount }
        }
        return nil
    }

    /// What to write for a reference, `nil` where it is fine, and how many bytes it takes.
    private mutating func mendedReference(at mark: Int, to end: Int) -> (text: [UInt8]?, count: Int) {
        if let count = soundReference(at: mark, to: end) { return (nil, count) }
        if let (name, value) = declaredEntity(at: mark, to: end) {
            expanded += value.count
            return (expanded > XMLScan.expansion ? [] : value, name)
        }
        guard let reference = CharacterReference(in: bytes, at: mark, to: end, isLoose: false) else {
            return (Array("&amp;".utf8), 1)
        }
        guard let scalar = reference.scalar else { return ([], reference.count) }
        return (XMLScan.escaped(scalar), reference.count)
    }

    private func declaredEntity(at mark: Int, to end: Int) -> (count: Int, value: [UInt8])? {
        guard !declared.isEmpty, let stop = find(UInt8(ascii: ";"), in: mark + 1..<min(end, mark + 66)) else {
            return nil
        }
        return declared[bytes[mark + 1..<stop]].map { (stop + 1 - mark, $0) }
    }

    /// A character as it may stand in the text of a document.
    static func escaped(_ scalar: Unicode.Scalar) -> [UInt8] {
        switch scalar {
        case "<": return Array("&lt;".utf8)
        case ">": return Array("&gt;".utf8)
        case "&": return Array("&amp;".utf8)
        case "\"": return Array("&quot;".utf8)
        default:
            var text: [UInt8] = []
            text.append(scalar)
            return text
        }
    }
}
