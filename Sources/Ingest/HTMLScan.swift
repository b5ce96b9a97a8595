/// Reads a page's tags in one pass over its bytes, and writes a short copy of it for the HTML parser: the tags without
/// their attributes, each text as a mark of four letters, and nothing of scripts, styles and comments.
///
/// The parser builds the tree by the names of the tags alone, and its cost grows with every byte and with the nesting
/// of elements. So it is quick, and never sees what it is weak at: tags nested deeper than `depth` and those after a
/// limit are left out (browsers cap the nesting too, Chromium at 512), and formatting elements, which it would open
/// again in each new block, are called `span`.
struct HTMLScan {
    /// A start tag.
    struct Tag {
        var name: HTMLTag
        /// Where it stands in the copy.
        var mark: UInt32
        /// Its name in the page.
        var start: UInt32
        var nameCount: UInt16
        /// Its attributes, as a part of `attributes`.
        var firstAttribute: UInt32
        var attributeCount: UInt32
    }

    static let markLength = 4

    /// What the parser reads.
    private(set) var copy: [UInt8] = Array("<!doctype html>".utf8)
    /// The start tags in the copy, in order.
    private(set) var tags: [Tag] = []
    /// The tags of `html` and of elements without text that state facts, in order; the latter are not in the copy.
    private(set) var facts: [Tag] = []
    private(set) var attributes: [HTMLAttribute] = []
    /// The texts, in order of their marks, as ranges of the page.
    private(set) var texts: [Range<Int>] = []
    /// The contents of scripts that are linked data.
    private(set) var data: [Range<Int>] = []
    /// The contents of scripts that are other data.
    private(set) var states: [Range<Int>] = []
    /// Whether a part was passed over that is shown only where scripts do not run.
    private(set) var hasNoscript = false
    /// Whether a mark stands in the page for a part that comes late.
    private(set) var hasLateParts = false

    private let page: HTMLCursor
    private let keepsNoscript: Bool
    private var position = 0
    private var textStart = 0
    private var open = HTMLNesting(limit: 256)
    private var budget = 300_000
    /// Elements of which no end tag is left.
    private var endless: Set<HTMLTag> = []
    private var preformatted = 0

    /// Scans a page; its bytes are used only meanwhile.
    init(_ page: HTMLCursor, keepsNoscript: Bool = false) {
        self.page = page
        self.keepsNoscript = keepsNoscript
        copy.reserveCapacity(page.count / 8 + 64)
        tags.reserveCapacity(page.count / 100)
        attributes.reserveCapacity(page.count / 80)
        run()
    }

    private mutating func run() {
        while let mark = page.next(UInt8(ascii: "<"), from: position) {
            let after = mark + 1
            guard after < page.count else { break }
            let letter = page[after]
            if letter.isLetter {
                takeStart(from: mark)
            } else if letter == UInt8(ascii: "/"), after + 1 < page.count, page[after + 1].isLetter {
                takeEnd(from: mark)
            } else if letter == UInt8(ascii: "!") || letter == UInt8(ascii: "?") || letter == UInt8(ascii: "/") {
                endText(at: mark)
                passOver(to: page.commentEnd(from: mark))
            } else {
                position = after
            }
        }
        endText(at: page.count)
    }

    private mutating func passOver(to end: Int) {
        position = end
        textStart = end
    }

    private mutating func takeStart(from mark: Int) {
        endText(at: mark)
        let first = attributes.count
        let nameEnd = page.nameEnd(from: mark + 1)
        let name = HTMLTag(name: page.start + mark + 1, count: nameEnd - mark - 1)
        let end = page.tagEnd(from: nameEnd, into: &attributes)
        passOver(to: end.end)
        if HTMLElements.raw.contains(name) { return takeRaw(name, from: mark, nameEnd: nameEnd, attributes: first) }
        if HTMLElements.skipped.contains(name) {
            if name == .template { hasLateParts = hasLateParts || isMark(first) }
            return isShown(name, first) ? () : skipElement(name)
        }
        guard budget > 0, !HTMLElements.unseen.contains(name) else { return }
        budget -= 1
        if HTMLElements.facts.contains(name) {
            return facts.append(tag(name, from: mark, nameEnd: nameEnd, attributes: first))
        }
        if name == .html { facts.append(tag(name, from: mark, nameEnd: nameEnd, attributes: first)) }
        if !HTMLElements.void.contains(name), !(end.isClosed && name == .other),
            !HTMLElements.selfClosing.contains(name)
        {
            guard open.push(name, key: key(name, mark + 1..<nameEnd)) else { return }
            if name == .pre || name == .listing { preformatted += 1 }
        }
        addTag(name, from: mark, nameEnd: nameEnd, attributes: first)
    }

    private mutating func takeEnd(from mark: Int) {
        endText(at: mark)
        let nameEnd = page.nameEnd(from: mark + 2)
        let name = HTMLTag(name: page.start + mark + 2, count: nameEnd - mark - 2)
        let first = attributes.count
        passOver(to: page.tagEnd(from: nameEnd, into: &attributes).end)
        attributes.removeSubrange(first...)
        guard budget > 0, !HTMLElements.unseen.contains(name), !HTMLElements.raw.contains(name),
            !HTMLElements.skipped.contains(name), !HTMLElements.facts.contains(name)
        else { return }
        if !HTMLElements.void.contains(name), !HTMLElements.selfClosing.contains(name) {
            guard open.pop(name, key: key(name, mark + 2..<nameEnd)) else { return }
            if name == .pre || name == .listing { preformatted = max(0, preformatted - 1) }
        }
        addEnd(name, mark + 2..<nameEnd)
    }

    /// Whether an element that is passed over otherwise is shown here.
    private func isShown(_ name: HTMLTag, _ first: Int) -> Bool {
        name == .noscript && keepsNoscript || name == .template && attributes[first...].contains { $0.name == .shadow }
            || name == .dialog && attributes[first...].contains { $0.name == .open }
    }

    /// Whether a template is the mark of a part that comes late: `<template id="B:0">`.
    private func isMark(_ first: Int) -> Bool {
        attributes[first...].contains {
            $0.name == .id && $0.end > $0.start + 2 && page[Int($0.start)] == UInt8(ascii: "B")
                && page[Int($0.start) + 1] == UInt8(ascii: ":")
        }
    }

    /// Takes an element whose contents are text alone.
    private mutating func takeRaw(_ name: HTMLTag, from mark: Int, nameEnd: Int, attributes first: Int) {
        let contents = position
        guard let end = page.rawEnd(of: mark + 1..<nameEnd, from: position) else {
            // Without its end it holds the rest of the page.
            position = page.count
            textStart = name == .plaintext || name == .xmp ? contents : page.count
            if name == .title, contents < page.count { addTitle(contents, mark, nameEnd, first) }
            return
        }
        if name == .script { takeScript(contents..<end, first) }
        passOver(to: (page.next(UInt8(ascii: ">"), from: end) ?? page.count - 1) + 1)
        guard name == .title || name == .textarea || name == .xmp || name == .plaintext else { return }
        addTag(name, from: mark, nameEnd: nameEnd, attributes: first)
        if contents < end { addMark(contents..<end) }
        addEnd(name, mark + 1..<nameEnd)
    }

    /// A title that is cut off is its first line.
    private mutating func addTitle(_ contents: Int, _ mark: Int, _ nameEnd: Int, _ first: Int) {
        let end = min(
            page.next(.newline, from: contents) ?? page.count,
            page.next(UInt8(ascii: "<"), from: contents) ?? page.count)
        addTag(.title, from: mark, nameEnd: nameEnd, attributes: first)
        if contents < end { addMark(contents..<end) }
        addEnd(.title, mark + 1..<nameEnd)
    }

    /// Keeps what a script holds that is data: linked data, and what the page's programs are given.
    private mutating func takeScript(_ contents: Range<Int>, _ first: Int) {
        guard let type = attributes[first...].first(where: { $0.name == .type }) else { return }
        let value = UnsafeBufferPointer(start: page.start + Int(type.start), count: Int(type.end - type.start))
        let text = String(decoding: value, as: UTF8.self).lowercased()
        if text.holds("ld+json") {
            data.append(contents)
        } else if text == "application/json" {
            states.append(contents)
        }
    }

    /// Passes over an element with all that is in it; over its tag alone where it has no end.
    private mutating func skipElement(_ name: HTMLTag) {
        if name == .noscript { hasNoscript = true }
        guard !endless.contains(name) else { return }
        let first = position
        var attributes: [HTMLAttribute] = []
        var nesting = 1
        while nesting > 0, let mark = page.next(UInt8(ascii: "<"), from: position), mark + 2 < page.count {
            position = mark + 1
            let isEnd = page[mark + 1] == UInt8(ascii: "/")
            let nameStart = isEnd ? mark + 2 : mark + 1
            guard page[nameStart].isLetter else { continue }
            let nameEnd = page.nameEnd(from: nameStart)
            position = nameEnd
            guard HTMLTag(name: page.start + nameStart, count: nameEnd - nameStart) == name else { continue }
            let end = page.tagEnd(from: nameEnd, into: &attributes)
            attributes.removeAll(keepingCapacity: true)
            position = end.end
            if isEnd { nesting -= 1 } else if !end.isClosed { nesting += 1 }
        }
        if nesting > 0 {
            endless.insert(name)
            position = first
        }
        textStart = position
    }

    /// What tells an element from others to the parser.
    private func key(_ name: HTMLTag, _ range: Range<Int>) -> UInt32 {
        if HTMLElements.formatting.contains(name) { return UInt32(HTMLTag.span.rawValue) }
        guard name == .other else { return UInt32(name.rawValue) }
        return range.reduce(0x811C_9DC5) { ($0 ^ UInt32(page[$1] | 0x20)) &* 0x0100_0193 } | 0x100
    }
}

// What is written into the copy.
extension HTMLScan {
    private mutating func endText(at end: Int) {
        defer { textStart = end }
        guard textStart < end else { return }
        if preformatted == 0, page.isBlank(textStart..<end) {
            if copy.last != .space { copy.append(.space) }
        } else {
            addMark(textStart..<end)
        }
    }

    private func tag(_ name: HTMLTag, from mark: Int, nameEnd: Int, attributes first: Int) -> Tag {
        Tag(
            name: name, mark: UInt32(copy.count), start: UInt32(mark + 1),
            nameCount: UInt16(min(nameEnd - mark - 1, 65_535)), firstAttribute: UInt32(first),
            attributeCount: UInt32(attributes.count - first))
    }

    private mutating func addTag(_ name: HTMLTag, from mark: Int, nameEnd: Int, attributes first: Int) {
        tags.append(tag(name, from: mark, nameEnd: nameEnd, attributes: first))
        copy.append(UInt8(ascii: "<"))
        addName(name, mark + 1..<nameEnd)
    }

    private mutating func addEnd(_ name: HTMLTag, _ range: Range<Int>) {
        copy.append(UInt8(ascii: "<"))
        copy.append(UInt8(ascii: "/"))
        addName(name, range)
    }

    /// Writes the name of an element: formatting elements are one to the parser.
    private mutating func addName(_ name: HTMLTag, _ range: Range<Int>) {
        if HTMLElements.formatting.contains(name) {
            copy.append(contentsOf: "span".utf8)
        } else if name == .listing || name == .xmp || name == .plaintext {
            copy.append(contentsOf: "pre".utf8)
        } else {
            copy.append(contentsOf: UnsafeBufferPointer(start: page.start + range.lowerBound, count: range.count))
        }
        copy.append(UInt8(ascii: ">"))
    }

    /// Writes the mark of a text.
    private mutating func addMark(_ range: Range<Int>) {
        var number = texts.count
        guard number < 1 << 24 else { return }
        for _ in 0..<HTMLScan.markLength {
            copy.append(HTMLScan.letters[number & 63])
            number >>= 6
        }
        texts.append(range)
    }

    private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-".utf8)

    /// The number of the text that a mark stands for.
    static func number(_ mark: UnsafePointer<UInt8>) -> Int {
        (0..<markLength).reversed().reduce(0) { $0 << 6 | Int(digits[Int(mark[$1])]) }
    }

    private static let digits: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for (digit, letter) in letters.enumerated() { table[Int(letter)] = UInt8(digit) }
        return table
    }()
}
