/// Mends an XML document before it is parsed, in one pass over its bytes, so that what is wrong in it costs no more than
/// that: the parser, even one that recovers, closes or drops far more.
///
/// - Elements are closed where another end tag or the end of the file shows that they are over; end tags of what is not
///   open are dropped; an `item` or `entry` inside another begins beside it.
/// - `<` and `&` that begin nothing are text; entities of HTML, and simple ones that the document declares, are their text.
/// - Attributes get quotes, lose their doubles; what stands before the first element, or after the last, cannot hurt.
/// - Comments, processing instructions and the document type are left out: no entity but those of XML reaches the parser.
/// - Limits: elements nested deeper than `depth` lose their tags, attributes beyond `attributes` are left out, entities that
///   the document declares give `expansion` bytes in all.
struct XMLScan {
    static let depth = 200
    static let attributes = 256
    static let expansion = 1 << 18

    let bytes: [UInt8]
    /// The mended document so far; empty while nothing has been mended.
    private(set) var mended: [UInt8] = []
    /// The bytes before are in `mended` or left out.
    private var kept = 0
    var position = 0
    /// The names of the open elements, as they stand in `bytes`.
    private(set) var open: [Range<Int>] = []
    /// How many elements beyond the limit are open.
    private var overflow = 0
    /// Where in `open` the open `item` or `entry` stands.
    private var item: Int?
    /// What the document type declares.
    var declared: [ArraySlice<UInt8>: [UInt8]] = [:]
    var expanded = 0
    /// Texts that were looked for and stand nowhere in the rest of the document.
    private var missing: Set<UInt8> = []

    /// The mended document, and whether it breaks off: elements beside the first are open at its end.
    static func mended(_ bytes: [UInt8]) -> (bytes: [UInt8], isCut: Bool) {
        var scan = XMLScan(bytes: bytes)
        scan.run()
        return (scan.mended, scan.open.count > 1)
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
        mended.reserveCapacity(bytes.count + 256)
    }

    private mutating func run() {
        while true {
            let mark = find(UInt8(ascii: "<"), from: position) ?? bytes.count
            if !open.isEmpty { mendText(position..<mark) }
            guard mark < bytes.count else { break }
            position = mark + 1
            takeMarkup(at: mark)
        }
        // Text outside of elements is none of the document's.
        if open.isEmpty { forgetAll(before: bytes.count) }
        replace(bytes.count..<bytes.count, with: [])
        for name in open.reversed() {
            mended += [UInt8(ascii: "<"), UInt8(ascii: "/")] + bytes[name] + [UInt8(ascii: ">")]
        }
    }

    private mutating func takeMarkup(at mark: Int) {
        guard position < bytes.count else { return drop(mark..<bytes.count) }
        switch bytes[position] {
        case UInt8(ascii: "/"): takeEnd(from: mark)
        case UInt8(ascii: "!"): takeDeclaration(from: mark)
        case UInt8(ascii: "?"): leaveOut(from: mark, to: "?>")
        case let byte where XMLScan.startsName(byte): takeStart(from: mark)
        default: escape(mark)
        }
    }
}

extension XMLScan {
    /// Puts other bytes in the place of some.
    mutating func replace(_ range: Range<Int>, with text: some Sequence<UInt8>) {
        if kept < range.lowerBound { mended += bytes[kept..<range.lowerBound] }
        mended += text
        kept = max(kept, range.upperBound)
    }

    /// Leaves bytes out.
    mutating func drop(_ range: Range<Int>) {
        replace(range, with: [])
        position = range.upperBound
    }

    /// Makes a `<` that begins nothing text.
    mutating func escape(_ mark: Int) {
        if !open.isEmpty { replace(mark..<mark + 1, with: "&lt;".utf8) }
    }

    /// Leaves out everything before a place.
    private mutating func forgetAll(before place: Int) {
        mended.removeAll(keepingCapacity: true)
        kept = place
    }

    func find(_ byte: UInt8, from start: Int) -> Int? {
        find(byte, in: start..<bytes.count)
    }

    func find(_ byte: UInt8, in range: Range<Int>) -> Int? {
        bytes.index(of: byte, in: range)
    }

    /// Where the end of something begins, by its first byte and text; looked for in vain only once.
    mutating func findEnd(_ text: StaticString, from start: Int) -> Int? {
        let first = text.utf8Start[0]
        guard !missing.contains(first) else { return nil }
        var index = start
        while let found = find(first, from: index) {
            if bytes.has(text, at: found) { return found }
            index = found + 1
        }
        missing.insert(first)
        return nil
    }

    /// Whether a place is behind what has been mended.
    func isMended(_ place: Int) -> Bool { place < kept }

    /// Leaves out what begins at a mark and ends after a text; where that never comes, up to the next `>`.
    mutating func leaveOut(from mark: Int, to text: StaticString) {
        if text.utf8CodeUnitCount > 1, let end = findEnd(text, from: position) {
            drop(mark..<end + text.utf8CodeUnitCount)
        } else {
            drop(mark..<(find(UInt8(ascii: ">"), from: position) ?? bytes.count - 1) + 1)
        }
    }

    static func startsName(_ byte: UInt8) -> Bool {
        byte.isLetter || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte > 0x7F
    }

    static func isNamePart(_ byte: UInt8) -> Bool {
        startsName(byte) || byte.isDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    func nameEnd(from start: Int) -> Int {
        var index = start
        while index < bytes.count, XMLScan.isNamePart(bytes[index]) { index += 1 }
        return index
    }

    func isSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        first.count == second.count && bytes[first].elementsEqual(bytes[second])
    }

    private func isAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
        first.count == second.count
            && zip(bytes[first], bytes[second]).allSatisfy { $0.lowercased == $1.lowercased }
    }
}

extension XMLScan {
    /// Opens the element of a start tag, `isClosed` where it ends in `/>`; false where the tag is left out.
    mutating func enter(_ name: Range<Int>, tag: Range<Int>, isClosed: Bool) -> Bool {
        position = tag.upperBound
        if open.isEmpty { forgetAll(before: tag.lowerBound) }
        if let item, isSame(open[item], name) {
            close(to: item, before: tag.lowerBound)
        }
        if open.count >= XMLScan.depth {
            overflow += isClosed ? 0 : 1
            drop(tag)
            return false
        }
        // The first element stays open to the end.
        guard !isClosed || open.isEmpty else { return true }
        if isItem(name), item == nil { item = open.count }
        open.append(name)
        return true
    }

    private func isItem(_ name: Range<Int>) -> Bool {
        let start = bytes[name].lastIndex(of: UInt8(ascii: ":")).map { $0 + 1 } ?? name.lowerBound
        let count = name.upperBound - start
        return count == 4 && hasLetters("item", at: start) || count == 5 && hasLetters("entry", at: start)
    }

    private func hasLetters(_ word: StaticString, at start: Int) -> Bool {
        for index in 0..<word.utf8CodeUnitCount where bytes[start + index].lowercased != word.utf8Start[index] {
            return false
        }
        return true
    }

    /// Closes the open elements from one on, before a place in the document.
    private mutating func close(to index: Int, before place: Int) {
        for name in open[index...].reversed() {
            replace(place..<place, with: [UInt8(ascii: "<"), UInt8(ascii: "/")] + bytes[name] + [UInt8(ascii: ">")])
        }
        forget(from: index)
    }

    private mutating func forget(from index: Int) {
        open.removeSubrange(index...)
        if let item, item >= index { self.item = nil }
    }

    private mutating func takeEnd(from mark: Int) {
        let name = mark + 2..<nameEnd(from: mark + 2)
        var end = name.upperBound
        while end < bytes.count, bytes[end] != UInt8(ascii: ">"), bytes[end] != UInt8(ascii: "<") { end += 1 }
        let isWhole = end == name.upperBound && end < bytes.count && bytes[end] == UInt8(ascii: ">")
        let tag = mark..<min(end < bytes.count && bytes[end] == UInt8(ascii: ">") ? end + 1 : end, bytes.count)
        position = tag.upperBound
        if name.isEmpty {
            return drop(tag)
        }
        if overflow > 0 {
            overflow -= 1
            return drop(tag)
        }
        guard let last = open.last, open.count > 1, isWhole, isSame(last, name) else {
            return takeOddEnd(tag, name)
        }
        forget(from: open.count - 1)
    }

    /// Takes an end tag that does not simply close the last element.
    private mutating func takeOddEnd(_ tag: Range<Int>, _ name: Range<Int>) {
        let found = open.lastIndex { isSame($0, name) } ?? open.lastIndex { isAlike($0, name) }
        // The first element is closed at the end of the file: more may follow.
        guard let found, found > 0 else {
            if found == 0, open.count > 1 { close(to: 1, before: tag.lowerBound) }
            return drop(tag)
        }
        close(to: found, before: tag.lowerBound)
        drop(tag)
    }
}
