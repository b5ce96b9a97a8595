import Model

/// The tags of a fragment.
extension HTMLFragment {
    mutating func takeStart(at mark: Int) {
        let name = bytes[(mark + 1)...].prefix(11).prefix { $0.isLetter || $0.isDigit }
        // An element that HTML does not know is a part of its line.
        let tag = FragmentTag(name) ?? FragmentTag.unknown
        guard let tag, let attributes = FragmentAttributes(bytes, from: name.endIndex) else { return giveUp() }
        position = attributes.end
        if attributes.isHidden, !tag.isVoid { return skipElement(name) }
        switch tag.role {
        case .foreign: giveUp()
        case .raw: skipRaw(name)
        case .dropped: skipElement(name)
        case .empty: break
        case .lineBreak: writer.breakLine()
        case .rule:
            closeParagraph()
            writer.open(kind)
        case .inline: push(tag, kind)
        case .anchor:
            if let index = open.lastIndex(where: { $0.tag.isAnchor }) { open.remove(at: index) }
            writer.beginLink(to: attributes.href(in: bytes).flatMap { webAddress($0, base: base) })
            push(tag, kind)
        case .row: openRow(tag, attributes)
        case .cell: openCell(tag)
        case .paragraph, .block, .list, .table, .furniture: openBlock(tag, nil, attributes)
        case .heading: openBlock(tag, .heading, attributes)
        case .item:
            closeItem()
            openBlock(tag, .item, attributes)
        case .special(let kind): openBlock(tag, kind, attributes)
        case .preformatted:
            openBlock(tag, .code, attributes)
            if let last = open.indices.last, open[last].tag == tag { open[last].keepsBlanks = true }
        }
    }

    /// Leaves the fragment to the reader of whole pages.
    private mutating func giveUp() {
        isForeign = true
    }

    /// Skips to the end of an element whose text has no tags.
    private mutating func skipRaw(_ name: ArraySlice<UInt8>) {
        while skip(to: "</", from: position) {
            guard isName(name, at: position) else { continue }
            if !skip(to: ">", from: position) { giveUp() }
            return
        }
        giveUp()
    }

    /// Skips an element with all that is in it.
    private mutating func skipElement(_ name: ArraySlice<UInt8>) {
        var depth = 1
        while let mark = bytes.index(of: UInt8(ascii: "<"), in: position..<bytes.count) {
            position = mark + 1
            if position < bytes.count, bytes[position] == UInt8(ascii: "/") {
                if isName(name, at: position + 1) { depth -= 1 }
            } else if isName(name, at: position) {
                depth += 1
            }
            if depth == 0 {
                if !skip(to: ">", from: position) { giveUp() }
                return
            }
        }
        giveUp()
    }

    /// Whether the name of an element stands at a place, whatever its case.
    private func isName(_ name: ArraySlice<UInt8>, at start: Int) -> Bool {
        guard start + name.count <= bytes.count else { return false }
        for (offset, byte) in name.enumerated() where bytes[start + offset].lowercased != byte.lowercased {
            return false
        }
        let end = start + name.count
        return end == bytes.count || !(bytes[end].isLetter || bytes[end].isDigit)
    }

    private mutating func openBlock(_ tag: FragmentTag, _ own: Block.Kind?, _ attributes: FragmentAttributes) {
        closeParagraph()
        push(tag, own == .heading && kind == .item ? .item : own ?? kind, isBlock: true)
        writer.open(kind)
        guard isFurniture(tag, attributes), let last = open.indices.last, open[last].tag == tag,
            !open.contains(where: { $0.furniture != nil })
        else { return }
        open[last].furniture = writer.blocks.count
    }

    /// Whether an element is furniture by itself, or by words of its class or id that pages give to furniture.
    private func isFurniture(_ tag: FragmentTag, _ attributes: FragmentAttributes) -> Bool {
        if case .furniture = tag.role { return true }
        guard !attributes.names.isEmpty else { return false }
        var words = HTMLWords()
        for range in attributes.names { words.add(bytes[range]) }
        return !words.traits.isDisjoint(with: [.furniture, .comments])
    }

    private mutating func push(_ tag: FragmentTag, _ kind: Block.Kind, isBlock: Bool = false) {
        // Deeper than anyone writes, elements are passed over; what is in them stands in those around.
        guard open.count < HTMLFragment.depth else { return }
        open.append(Element(tag: tag, kind: kind, keepsBlanks: keepsBlanks, isBlock: isBlock))
    }
}

// Tables.
extension HTMLFragment {
    private mutating func openRow(_ tag: FragmentTag, _ attributes: FragmentAttributes) {
        guard let table = innermostTable else { return }
        if let row = open[table...].firstIndex(where: { $0.tag.isRow }) { close(from: row) }
        openBlock(tag, nil, attributes)
    }

    /// Opens a cell, set apart from the one before in its line.
    private mutating func openCell(_ tag: FragmentTag) {
        guard let table = innermostTable else { return }
        if let cell = open[table...].firstIndex(where: { $0.tag.isCell }) { close(from: cell) }
        if writer.hasText { writer.addText(Array(" | ".utf8)[...]) }
        push(tag, kind)
    }

    private var innermostTable: Int? { open.lastIndex { $0.tag.isTable } }
}

// End tags.
extension HTMLFragment {
    mutating func takeEnd(at mark: Int) {
        let name = bytes[(mark + 2)...].prefix(11).prefix { $0.isLetter || $0.isDigit }
        guard skip(to: ">", from: name.endIndex) else { return giveUp() }
        guard let tag = FragmentTag(name) else { return }
        switch tag.role {
        case .lineBreak: writer.breakLine()
        case .rule, .empty, .foreign, .raw, .dropped: break
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
    mutating func close(from index: Int) {
        guard index < open.count else { return }
        var hasBlock = false
        var furniture: Int?
        for element in open[index...] {
            if element.tag.isAnchor { writer.endLink() }
            hasBlock = hasBlock || element.isBlock
            furniture = furniture ?? element.furniture
        }
        open.removeSubrange(index...)
        if hasBlock { writer.open(kind) }
        if let furniture, furniture < writer.blocks.count { named.append(furniture..<writer.blocks.count) }
    }

    /// The open paragraph that a block ends.
    private var openParagraph: Int? {
        for index in open.indices.reversed() where open[index].isBlock || open[index].tag.isCell {
            return open[index].tag.isParagraph ? index : nil
        }
        return nil
    }

    mutating func closeParagraph() {
        if let index = openParagraph { close(from: index) }
    }

    /// Closes the open item of the innermost list.
    private mutating func closeItem() {
        for index in open.indices.reversed() {
            if open[index].tag.isList || open[index].tag.isCell { return }
            if open[index].tag.isItem { return close(from: index) }
        }
    }
}
