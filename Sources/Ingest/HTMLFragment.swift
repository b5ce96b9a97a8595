import Model

/// The HTML of a feed's article, written as blocks in one pass over its bytes.
///
/// It gives what the reader of whole pages gives (`HTMLBlocks`), several times as fast, for the HTML that feeds carry.
/// What it does not know for sure it leaves to that reader: forms, embedded documents, elements named as furniture,
/// hidden ones, elements that no HTML has a rule for.
struct HTMLFragment {
    private let bytes: [UInt8]
    private let base: String?
    private var position = 0
    private var open: [Element] = []
    private var writer: BlockWriter
    /// Which classes and ids are of furniture.
    private var names: [ArraySlice<UInt8>: Bool] = [:]
    /// Whether the reader of whole pages must read it.
    private var isForeign = false
    private static let depth = 200

    /// An open element.
    private struct Element {
        var tag: FragmentTag
        /// What the text inside it is.
        var kind: Block.Kind
        var keepsBlanks: Bool
        var isBlock: Bool
    }

    /// Writes HTML into a writer.
    static func write(_ bytes: [UInt8], into writer: inout BlockWriter, base: String?) {
        var fragment = HTMLFragment(bytes: bytes, base: base, writer: writer)
        fragment.run()
        if !fragment.isForeign {
            writer = fragment.writer
            return
        }
        HTMLBlocks.write(HTMLDocument(bytes), into: &writer, base: base)
    }

    private init(bytes: [UInt8], base: String?, writer: BlockWriter) {
        self.bytes = bytes
        self.base = base
        self.writer = writer
        self.writer.open(.paragraph)
    }

    private mutating func run() {
        while position < bytes.count, !isForeign {
            let mark = bytes.index(of: UInt8(ascii: "<"), in: position..<bytes.count) ?? bytes.count
            write(position..<mark)
            position = mark
            guard mark + 1 < bytes.count else {
                if mark < bytes.count { add(mark..<bytes.count) }
                break
            }
            takeMarkup(at: mark)
        }
        writer.close()
    }

    private mutating func takeMarkup(at mark: Int) {
        let next = bytes[mark + 1]
        if next.isLetter {
            takeStart(at: mark)
        } else if next == UInt8(ascii: "/"), mark + 2 < bytes.count, bytes[mark + 2].isLetter {
            takeEnd(at: mark)
        } else if bytes.has("<!--", at: mark) {
            isForeign = !skip(to: "-->", from: mark + 4)
        } else if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") {
            isForeign = !skip(to: ">", from: mark + 1)
        } else {
            add(mark..<mark + 1)
            position = mark + 1
        }
    }

    /// Goes on after a text; false where it does not come.
    private mutating func skip(to text: StaticString, from start: Int) -> Bool {
        var index = start
        while let found = bytes.index(of: text.utf8Start[0], in: index..<bytes.count) {
            index = found + 1
            guard bytes.has(text, at: found) else { continue }
            position = found + text.utf8CodeUnitCount
            return true
        }
        return false
    }
}

extension HTMLFragment {
    /// Writes text, its references resolved.
    private mutating func write(_ range: Range<Int>) {
        var index = range.lowerBound
        while let mark = bytes.index(of: UInt8(ascii: "&"), in: index..<range.upperBound) {
            add(index..<mark)
            guard let reference = CharacterReference(in: bytes, at: mark, to: range.upperBound, isLoose: true) else {
                // A name that is not in our table may be in HTML's.
                if isName(at: mark + 1, to: range.upperBound) { isForeign = true }
                add(mark..<mark + 1)
                index = mark + 1
                continue
            }
            if let scalar = reference.scalar, let letters = UTF8.encode(scalar) {
                if keepsBlanks { writer.addKept(letters) } else { writer.add(letters) }
            }
            index = mark + reference.count
        }
        add(index..<range.upperBound)
    }

    /// Whether letters and a semicolon follow.
    private func isName(at start: Int, to end: Int) -> Bool {
        let name = bytes[start..<end].prefix(32).prefix { $0.isLetter || $0.isDigit }
        return !name.isEmpty && name.endIndex < end && bytes[name.endIndex] == UInt8(ascii: ";")
    }

    private mutating func add(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if keepsBlanks { writer.addKept(bytes[range]) } else { writer.add(bytes[range]) }
    }

    private var keepsBlanks: Bool { open.last?.keepsBlanks ?? false }
    private var kind: Block.Kind { open.last?.kind ?? .paragraph }
}

extension HTMLFragment {
    private mutating func takeStart(at mark: Int) {
        let name = bytes[(mark + 1)...].prefix(11).prefix { $0.isLetter || $0.isDigit }
        guard let tag = FragmentTag(name), let attributes = HTMLAttributes(bytes, from: name.endIndex) else {
            isForeign = true
            return
        }
        guard !attributes.isHidden, !isFurniture(attributes) else {
            isForeign = true
            return
        }
        position = attributes.end
        switch tag.role {
        case .foreign: isForeign = true
        case .raw: isForeign = !skipRaw(name)
        case .empty: break
        case .lineBreak: writer.breakLine()
        case .rule:
            closeParagraph()
            writer.open(kind)
        case .inline: push(tag, kind, isBlock: false)
        case .anchor:
            if let index = open.lastIndex(where: { $0.tag.isAnchor }) { open.remove(at: index) }
            writer.beginLink(to: attributes.href(in: bytes).flatMap { webAddress($0, base: base) })
            push(tag, kind, isBlock: false)
        case .paragraph, .block, .list: openBlock(tag, nil)
        case .heading: openBlock(tag, .heading)
        case .item:
            closeItem()
            openBlock(tag, .item)
        case .special(let kind): openBlock(tag, kind)
        case .preformatted:
            openBlock(tag, .code)
            if let last = open.indices.last { open[last].keepsBlanks = true }
        }
    }

    /// Whether an element's class or id is one that pages give to furniture.
    private mutating func isFurniture(_ attributes: HTMLAttributes) -> Bool {
        for range in attributes.names {
            let value = bytes[range]
            if let known = names[value] {
                if known { return true }
                continue
            }
            var words = HTMLWords()
            words.add(value)
            let isFurniture = !words.traits.isDisjoint(with: [.furniture, .surroundings, .comments])
            names[value] = isFurniture
            if isFurniture { return true }
        }
        return false
    }

    /// Skips to the end of an element whose text has no tags; false where it has none.
    private mutating func skipRaw(_ name: ArraySlice<UInt8>) -> Bool {
        while skip(to: "</", from: position) {
            let end = bytes[position...].prefix(name.count)
            guard end.count == name.count, zip(end, name).allSatisfy({ $0.lowercased == $1.lowercased }) else {
                continue
            }
            return skip(to: ">", from: position)
        }
        return false
    }

    private mutating func openBlock(_ tag: FragmentTag, _ own: Block.Kind?) {
        closeParagraph()
        let kind = own == .heading && self.kind == .item ? .item : own ?? self.kind
        push(tag, kind, isBlock: true)
        writer.open(kind)
    }

    private mutating func push(_ tag: FragmentTag, _ kind: Block.Kind, isBlock: Bool) {
        guard open.count < HTMLFragment.depth else {
            isForeign = true
            return
        }
        open.append(Element(tag: tag, kind: kind, keepsBlanks: keepsBlanks, isBlock: isBlock))
    }
}

extension HTMLFragment {
    private mutating func takeEnd(at mark: Int) {
        let name = bytes[(mark + 2)...].prefix(11).prefix { $0.isLetter || $0.isDigit }
        guard skip(to: ">", from: name.endIndex) else {
            isForeign = true
            return
        }
        guard let tag = FragmentTag(name) else { return }
        switch tag.role {
        case .lineBreak: writer.breakLine()
        case .rule, .empty, .foreign, .raw: break
        case .inline, .anchor:
            guard let index = open.lastIndex(where: { $0.tag == tag }) else { return }
            open.remove(at: index)
            if tag.isAnchor { writer.endLink() }
        case .heading: if let index = open.lastIndex(where: { $0.tag.isHeading }) { close(from: index) }
        case .paragraph:
            if let index = openParagraph { close(from: index) } else { writer.open(kind) }
        default: if let index = open.lastIndex(where: { $0.tag == tag }) { close(from: index) }
        }
    }

    /// Closes the elements from one on.
    private mutating func close(from index: Int) {
        let closed = open[index...]
        if closed.contains(where: { $0.tag.isAnchor }) { writer.endLink() }
        let hasBlock = closed.contains { $0.isBlock }
        open.removeSubrange(index...)
        if hasBlock { writer.open(kind) }
    }

    /// The open paragraph that a block ends.
    private var openParagraph: Int? {
        for index in open.indices.reversed() where open[index].isBlock {
            return open[index].tag.isParagraph ? index : nil
        }
        return nil
    }

    private mutating func closeParagraph() {
        if let index = openParagraph { close(from: index) }
    }

    /// Closes the open item of the innermost list.
    private mutating func closeItem() {
        for index in open.indices.reversed() {
            if open[index].tag.isList { return }
            if open[index].tag.isItem { return close(from: index) }
        }
    }
}
