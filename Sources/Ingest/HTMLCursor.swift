import Glibc

/// The bytes of a page, and where the parts of its tags end. Every question takes time in proportion to its answer.
struct HTMLCursor {
    let start: UnsafePointer<UInt8>
    let count: Int

    subscript(index: Int) -> UInt8 { start[index] }

    /// Where a byte stands next.
    func next(_ byte: UInt8, from first: Int) -> Int? {
        guard first < count, let found = memchr(start + first, Int32(byte), count - first) else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }

    /// The end of an element's name.
    func nameEnd(from first: Int) -> Int {
        var index = first
        while index < count, !isGap(start[index]), start[index] != UInt8(ascii: ">"), start[index] != UInt8(ascii: "/")
        {
            index += 1
        }
        return index
    }

    /// Whether a range is blanks and line ends only.
    func isBlank(_ range: Range<Int>) -> Bool {
        for index in range where !isGap(start[index]) { return false }
        return true
    }

    /// Where the text of an element ends that holds text alone: at its end tag.
    func rawEnd(of name: Range<Int>, from first: Int) -> Int? {
        var position = first
        while let mark = next(UInt8(ascii: "<"), from: position) {
            position = mark + 1
            let after = mark + 2 + name.count
            guard after <= count, start[mark + 1] == UInt8(ascii: "/"),
                name.allSatisfy({ start[$0] | 0x20 == start[mark + 2 + $0 - name.lowerBound] | 0x20 })
            else { continue }
            if after == count || isGap(start[after]) || start[after] == UInt8(ascii: ">")
                || start[after] == UInt8(ascii: "/")
            {
                return mark
            }
        }
        return nil
    }

    /// The end of a comment, declaration or the like that begins at a `<`; that of the page where it has none.
    func commentEnd(from mark: Int) -> Int {
        guard mark + 3 < count, start[mark + 1] == UInt8(ascii: "!"), start[mark + 2] == UInt8(ascii: "-"),
            start[mark + 3] == UInt8(ascii: "-")
        else { return next(UInt8(ascii: ">"), from: mark + 2).map { $0 + 1 } ?? count }
        var position = mark + 4
        while let close = next(UInt8(ascii: ">"), from: position) {
            position = close + 1
            let dash = start[close - 1] == UInt8(ascii: "!") && close > mark + 6 ? close - 2 : close - 1
            if start[dash] == UInt8(ascii: "-"), start[dash - 1] == UInt8(ascii: "-") { return position }
        }
        return count
    }

    /// The end of a tag after its name, with the attributes that matter added to a list and whether it ends in `/>`.
    func tagEnd(from first: Int, into attributes: inout [HTMLAttribute]) -> (end: Int, isClosed: Bool) {
        var index = first
        while index < count {
            let byte = start[index]
            if byte == UInt8(ascii: ">") { return (index + 1, index > first && start[index - 1] == UInt8(ascii: "/")) }
            guard !isGap(byte), byte != UInt8(ascii: "/") else {
                index += 1
                continue
            }
            let name = index
            index += 1
            while index < count, !isGap(start[index]), start[index] != UInt8(ascii: "="),
                start[index] != UInt8(ascii: ">"), start[index] != UInt8(ascii: "/")
            {
                index += 1
            }
            let nameEnd = index
            while index < count, isGap(start[index]) { index += 1 }
            var value = nameEnd..<nameEnd
            if index < count, start[index] == UInt8(ascii: "=") {
                value = self.value(from: index + 1)
                let isQuoted = value.upperBound < count && start[value.upperBound] == start[value.lowerBound - 1]
                index = isQuoted ? value.upperBound + 1 : value.upperBound
            }
            if let known = HTMLAttribute.Name(start + name, count: nameEnd - name) {
                attributes.append(
                    HTMLAttribute(name: known, start: UInt32(value.lowerBound), end: UInt32(value.upperBound)))
            }
        }
        return (count, false)
    }

    /// The value after an attribute's `=`, without its quotes.
    private func value(from first: Int) -> Range<Int> {
        var index = first
        while index < count, isGap(start[index]) { index += 1 }
        guard index < count else { return count..<count }
        let quote = start[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            return index + 1..<max(index + 1, next(quote, from: index + 1) ?? count)
        }
        let begin = index
        while index < count, !isGap(start[index]), start[index] != UInt8(ascii: ">") { index += 1 }
        return begin..<index
    }

    private func isGap(_ byte: UInt8) -> Bool {
        byte == .space || byte == .newline || byte == 0x09 || byte == 0x0C || byte == 0x0D
    }
}
