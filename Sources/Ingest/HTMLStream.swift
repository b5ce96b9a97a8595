/// Pages that their server sends in parts, as React does: a part that is late stands at the end of the page, hidden, and
/// a script puts it where a mark for it stands. Here it is put there without the script.
struct HTMLStream {
    private struct Part {
        /// The element with its tags, and what is in it.
        var whole: Range<Int>
        var contents: Range<Int>
    }

    private let page: [UInt8]
    private var parts: [ArraySlice<UInt8>: Part] = [:]
    private var placed: Set<ArraySlice<UInt8>> = []
    private var result: [UInt8] = []

    /// A page with its late parts where they belong; `nil` where it has none.
    static func assembled(_ page: [UInt8]) -> [UInt8]? {
        var stream = HTMLStream(page: page)
        stream.findParts()
        guard !stream.parts.isEmpty else { return nil }
        stream.result.reserveCapacity(page.count)
        stream.write(0..<page.count, depth: 0)
        return stream.placed.isEmpty ? nil : stream.result
    }

    private init(page: [UInt8]) {
        self.page = page
    }

    private mutating func findParts() {
        var from = 0
        while parts.count < 10_000, let mark = find("id=\"S:", from: from, to: page.count) {
            from = mark + 6
            guard let quote = page.index(of: UInt8(ascii: "\""), in: from..<page.count), quote - from < 8,
                let start = page[max(0, mark - 40)..<mark].lastIndex(of: UInt8(ascii: "<")),
                page[quote...].dropFirst().first == UInt8(ascii: ">")
            else { continue }
            let name = page[(start + 1)...].prefix(10).prefix { $0.isLetter || $0.isDigit }
            guard !name.isEmpty else { continue }
            guard let end = end(of: name, from: quote + 2) else { return }
            parts[page[from..<quote]] = Part(whole: start..<end.after, contents: (quote + 2)..<end.before)
            from = end.after
        }
    }

    /// Where the end tag of an element begins and ends.
    private func end(of name: ArraySlice<UInt8>, from first: Int) -> (before: Int, after: Int)? {
        var depth = 1
        var position = first
        while let mark = page.index(of: UInt8(ascii: "<"), in: position..<page.count) {
            position = mark + 1
            let isEnd = position < page.count && page[position] == UInt8(ascii: "/")
            if isEnd { position += 1 }
            guard page[position...].starts(with: name) else { continue }
            let after = position + name.count
            guard after < page.count, !page[after].isLetter, !page[after].isDigit,
                let close = page.index(of: UInt8(ascii: ">"), in: after..<page.count)
            else { continue }
            depth += isEnd ? -1 : 1
            if depth == 0 { return (mark, close + 1) }
        }
        return nil
    }

    /// Writes a range of the page: in place of a mark its part, and nothing of the parts where they stood.
    private mutating func write(_ range: Range<Int>, depth: Int) {
        var position = range.lowerBound
        while position < range.upperBound {
            guard let mark = find("<template id=\"", from: position, to: range.upperBound) else { break }
            let id = mark + 14
            guard id + 2 < range.upperBound, page[id] == UInt8(ascii: "B") || page[id] == UInt8(ascii: "P"),
                page[id + 1] == UInt8(ascii: ":"), depth < 64,
                let quote = page.index(of: UInt8(ascii: "\""), in: id..<range.upperBound),
                let part = parts[page[id + 2..<quote]], placed.insert(page[id + 2..<quote]).inserted
            else {
                copy(position..<id)
                position = id
                continue
            }
            copy(position..<mark)
            write(part.contents, depth: depth + 1)
            position = afterMark(quote, in: range)
        }
        copy(position..<range.upperBound)
    }

    /// Where the page goes on after a mark: after what is shown until the part is there.
    private func afterMark(_ quote: Int, in range: Range<Int>) -> Int {
        guard let after = find("</template>", from: quote, to: range.upperBound).map({ $0 + 11 }) else {
            return range.upperBound
        }
        var nesting = 1
        var position = after
        while let mark = find("<!--", from: position, to: min(range.upperBound, after + 1 << 16)) {
            position = mark + 4
            if page.has("/$-->", at: position) {
                nesting -= 1
                if nesting == 0 { return position + 5 }
            } else if page.has("$", at: position) {
                nesting += 1
            }
        }
        return after
    }

    /// Copies a range of the page without the parts that are whole in it.
    private mutating func copy(_ range: Range<Int>) {
        var position = range.lowerBound
        while let start = find("id=\"S:", from: position, to: range.upperBound) {
            guard let quote = page.index(of: UInt8(ascii: "\""), in: start + 6..<page.count),
                let part = parts[page[start + 6..<quote]], part.whole.contains(start),
                part.whole.lowerBound >= position, part.whole.upperBound <= range.upperBound
            else {
                result += page[position..<start + 6]
                position = start + 6
                continue
            }
            result += page[position..<part.whole.lowerBound]
            position = part.whole.upperBound
        }
        result += page[min(position, range.upperBound)..<range.upperBound]
    }

    private func find(_ text: StaticString, from first: Int, to end: Int) -> Int? {
        var from = first
        while from < end, let mark = page.index(of: text.utf8Start[0], in: from..<end) {
            if mark + text.utf8CodeUnitCount <= end, page.has(text, at: mark) { return mark }
            from = mark + 1
        }
        return nil
    }
}
