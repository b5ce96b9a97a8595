/// Start tags: their attributes in order, or put in order.
extension XMLScan {
    /// An attribute as it stands in a tag.
    private struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    /// Takes the start tag at a mark, which a letter of a name follows.
    mutating func takeStart(from mark: Int) {
        let name = mark + 1..<nameEnd(from: mark + 1)
        // By far the most tags are a name.
        if name.upperBound < bytes.count, bytes[name.upperBound] == UInt8(ascii: ">"), isSound(name) {
            _ = enter(name, tag: mark..<name.upperBound + 1, isClosed: false)
            return
        }
        var tag = TagScan(index: name.upperBound, isSound: isSound(name))
        var attributes: [Attribute] = []
        scan(&tag, into: &attributes)
        if tag.isText { return escape(mark) }
        // Half a tag at the end of the file.
        if !tag.hasEnd, tag.index >= bytes.count { return drop(mark..<bytes.count) }
        let isFirst = open.isEmpty
        guard enter(name, tag: mark..<tag.index, isClosed: tag.isClosed) else { return }
        let isBroken = !tag.isSound || !tag.hasEnd || hasDoubles(attributes)
        guard isBroken || isFirst && tag.isClosed else { return }
        let end = tag.isClosed && !isFirst ? "/>" : ">"
        replace(mark..<tag.index, with: written(name, attributes) + end.utf8)
    }

    /// A colon at most, and not at an end.
    private func isSound(_ name: Range<Int>) -> Bool {
        guard let colon = bytes[name].firstIndex(of: UInt8(ascii: ":")) else { return true }
        return colon > name.lowerBound && colon + 1 < name.upperBound
            && !bytes[colon + 1..<name.upperBound].contains(UInt8(ascii: ":"))
    }

    /// What a scan of a tag found.
    private struct TagScan {
        var index: Int
        var isSound: Bool
        var hasEnd = false
        var isClosed = false
        /// Whether it is no tag at all: `<foo@bar.it>`.
        var isText = false
    }

    private func scan(_ tag: inout TagScan, into attributes: inout [Attribute]) {
        let start = tag.index
        while tag.index < bytes.count {
            let byte = bytes[tag.index]
            if byte.isBlank || byte == .newline {
                tag.index += 1
            } else if byte == UInt8(ascii: ">") {
                tag.index += 1
                tag.hasEnd = true
                return
            } else if byte == UInt8(ascii: "/"), tag.index + 1 < bytes.count, bytes[tag.index + 1] == UInt8(ascii: ">")
            {
                tag.index += 2
                tag.hasEnd = true
                tag.isClosed = true
                return
            } else if byte == UInt8(ascii: "<") {
                return
            } else if XMLScan.startsName(byte) {
                if tag.index > start, !bytes[tag.index - 1].isBlank, bytes[tag.index - 1] != .newline {
                    tag.isSound = false
                }
                scanAttribute(&tag, into: &attributes)
            } else if tag.index == start, byte == UInt8(ascii: "@") {
                tag.isText = true
                return
            } else {
                tag.isSound = false
                tag.index += 1
            }
        }
    }

    private func scanAttribute(_ tag: inout TagScan, into attributes: inout [Attribute]) {
        let name = tag.index..<nameEnd(from: tag.index)
        if !isSound(name) { tag.isSound = false }
        var index = blanksEnd(from: name.upperBound)
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
            // A name alone, as in HTML.
            tag.isSound = false
            tag.index = name.upperBound
            return
        }
        index = blanksEnd(from: index + 1)
        guard index < bytes.count else {
            tag.index = index
            return
        }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"), let value = quoted(from: index + 1, by: quote) {
            if bytes[value].contains(UInt8(ascii: "<")) { tag.isSound = false }
            if let mark = bytes[value].firstIndex(of: UInt8(ascii: "&")), needsMending(from: mark, to: value.upperBound)
            {
                tag.isSound = false
            }
            tag.index = value.upperBound
            if tag.index < bytes.count, bytes[tag.index] == quote { tag.index += 1 }
            attributes.append(Attribute(name: name, value: value))
        } else {
            tag.isSound = false
            if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") { index += 1 }
            let end =
                bytes[index...].firstIndex { $0.isBlank || $0 == .newline || ">\"<".utf8.contains($0) } ?? bytes.count
            attributes.append(Attribute(name: name, value: index..<end))
            tag.index = end < bytes.count && bytes[end] == UInt8(ascii: "\"") ? end + 1 : end
        }
        if attributes.count > XMLScan.attributes {
            attributes.removeLast()
            tag.isSound = false
        }
    }

    /// A quoted value; `nil` where its closing quote is missing, so that the next one stands in another tag.
    private func quoted(from start: Int, by quote: UInt8) -> Range<Int>? {
        guard let end = find(quote, from: start) else { return nil }
        guard let mark = bytes[start..<end].firstIndex(of: UInt8(ascii: ">")) else { return start..<end }
        // `title="a>b"` is a value, `title="a>text<b c="` has lost its quote.
        return bytes[mark..<end].contains(UInt8(ascii: "<")) ? nil : start..<end
    }

    private func blanksEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index].isBlank || bytes[index] == .newline { index += 1 }
        return index
    }

    private func hasDoubles(_ attributes: [Attribute]) -> Bool {
        guard attributes.count > 1 else { return false }
        for (index, attribute) in attributes.enumerated().dropFirst() {
            if attributes[..<index].contains(where: { isSame($0.name, attribute.name) }) { return true }
        }
        return false
    }

    /// A tag written anew, without its end.
    private mutating func written(_ name: Range<Int>, _ attributes: [Attribute]) -> [UInt8] {
        var tag: [UInt8] = [UInt8(ascii: "<")] + bytes[name]
        var seen: Set<ArraySlice<UInt8>> = []
        for attribute in attributes {
            guard isSound(attribute.name), seen.insert(bytes[attribute.name]).inserted else { continue }
            tag += [.space] + bytes[attribute.name] + "=\"".utf8
            appendMended(attribute.value, to: &tag)
            tag.append(UInt8(ascii: "\""))
        }
        return tag
    }
}
