import CGumbo
import Glibc

/// A page as a flat list of its elements and texts in document order, read by gumbo by the rules of HTML 5.
///
/// A flat list can be walked without recursion, however deep the page is nested.
struct HTMLDocument {
    /// An element or a text.
    struct Node {
        var tag: HTMLTag
        var isText: Bool
        /// The element that it stands in; 0, the root, for itself.
        var parent: Int32
        /// The index after its last descendant.
        var end: Int32
        /// Of an element, the index of its tag, or -1 where the page has none; of a text, where it begins in `text`.
        var source: Int32
        /// Of a text, where it ends in `text`.
        var stop: Int32 = 0
    }

    private(set) var nodes: [Node] = []
    /// All texts, one after the other.
    private(set) var text: [UInt8] = []
    /// The page's tags that state facts: `html`, `meta`, `link`, `base`.
    let facts: [HTMLScan.Tag]
    /// Scripts that are linked data.
    let data: [Range<Int>]
    /// Scripts that are other data.
    let states: [Range<Int>]
    /// Whether a part of the page is for readers without scripts.
    let hasNoscript: Bool
    /// Whether a mark stands in the page for a part that comes late.
    let hasLateParts: Bool
    let page: [UInt8]

    private let tags: [HTMLScan.Tag]
    private let attributes: [HTMLAttribute]

    /// Parses a page or a fragment; any bytes give some document.
    init(_ bytes: some Sequence<UInt8>, keepsNoscript: Bool = false) {
        page = Array(bytes)
        let scan = page.withUnsafeBufferPointer { buffer -> HTMLScan? in
            guard let start = buffer.baseAddress, buffer.count < 1 << 30 else { return nil }
            return HTMLScan(HTMLCursor(start: start, count: buffer.count), keepsNoscript: keepsNoscript)
        }
        tags = scan?.tags ?? []
        facts = scan?.facts ?? []
        data = scan?.data ?? []
        states = scan?.states ?? []
        attributes = scan?.attributes ?? []
        hasNoscript = scan?.hasNoscript ?? false
        hasLateParts = scan?.hasLateParts ?? false
        guard let scan else { return }
        nodes.reserveCapacity(tags.count + scan.texts.count + 8)
        text.reserveCapacity(page.count / 4)
        var entities = HTMLEntities()
        _ = HTMLTree.read(scan.copy) { root, start in flatten(root, start, scan.texts, &entities) }
    }

    private mutating func flatten(
        _ root: UnsafeMutablePointer<GumboNode>, _ start: UnsafePointer<CChar>, _ texts: [Range<Int>],
        _ entities: inout HTMLEntities
    ) {
        var open: [(node: UnsafeMutablePointer<GumboNode>, next: Int, index: Int)] = []
        var nextTag = 0
        var node: UnsafeMutablePointer<GumboNode>? = root
        while true {
            if let found = node {
                let parent = Int32(open.last?.index ?? 0)
                switch found.pointee.type {
                case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
                    open.append((found, 0, nodes.count))
                    nodes.append(element(found.pointee.v.element, parent, start, &nextTag))
                case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
                    if let marks = found.pointee.v.text.text { addText(marks, parent, texts, &entities) }
                default: break
                }
            }
            while let last = open.last, last.next >= Int(last.node.pointee.v.element.children.length) {
                nodes[last.index].end = Int32(nodes.count)
                open.removeLast()
            }
            guard let last = open.last else { return }
            open[open.count - 1].next += 1
            node = last.node.pointee.v.element.children.data[last.next]?.assumingMemoryBound(to: GumboNode.self)
        }
    }

    private func element(
        _ element: GumboElement, _ parent: Int32, _ start: UnsafePointer<CChar>, _ nextTag: inout Int
    ) -> Node {
        guard element.original_tag.length > 0, let place = element.original_tag.data,
            let tag = tag(at: place - start, &nextTag)
        else {
            return Node(tag: HTMLTag(element.tag), isText: false, parent: parent, end: 0, source: -1)
        }
        return Node(tag: tags[tag].name, isText: false, parent: parent, end: 0, source: Int32(tag))
    }

    /// The index of the tag at a place of the copy; mostly the one after the last that was asked for.
    private func tag(at place: Int, _ next: inout Int) -> Int? {
        if next >= tags.count || Int(tags[next].mark) != place {
            var low = 0
            var high = tags.count
            while low < high {
                let middle = (low + high) / 2
                if Int(tags[middle].mark) < place { low = middle + 1 } else { high = middle }
            }
            next = low
        }
        guard next < tags.count, Int(tags[next].mark) == place else { return nil }
        next += 1
        return next - 1
    }

    private mutating func addText(
        _ marks: UnsafePointer<CChar>, _ parent: Int32, _ texts: [Range<Int>], _ entities: inout HTMLEntities
    ) {
        let first = Int32(text.count)
        marks.withMemoryRebound(to: UInt8.self, capacity: 1) { mark in
            var mark = mark
            while mark.pointee != 0 {
                if mark.pointee.isBlank || mark.pointee == .newline {
                    text.append(.space)
                    mark += 1
                    continue
                }
                guard (1..<HTMLScan.markLength).allSatisfy({ mark[$0] > .space }) else { return }
                let number = HTMLScan.number(mark)
                if number < texts.count {
                    page.withUnsafeBufferPointer { buffer in
                        entities.decode(UnsafeBufferPointer(rebasing: buffer[texts[number]]), into: &text)
                    }
                }
                mark += HTMLScan.markLength
            }
        }
        nodes.append(
            Node(
                tag: .other, isText: true, parent: parent, end: Int32(nodes.count + 1), source: first,
                stop: Int32(text.count)))
    }
}

extension HTMLDocument {
    /// The bytes of a text node.
    func text(_ node: Node) -> ArraySlice<UInt8> {
        text[Int(node.source)..<Int(node.stop)]
    }

    /// Whether the text inside an element is that of a control.
    func isShort(_ index: Int) -> Bool {
        var count = 0
        for node in nodes[index..<end(index)] where node.isText {
            count += Int(node.stop - node.source)
            if count > 200 { return false }
        }
        return true
    }

    /// The index after a node's last descendant.
    func end(_ index: Int) -> Int {
        Int(nodes[index].end)
    }

    /// The element that a node stands in.
    func parent(_ index: Int) -> Int {
        Int(nodes[index].parent)
    }

    /// The attributes that matter of an element.
    func attributes(_ index: Int) -> ArraySlice<HTMLAttribute> {
        let source = Int(nodes[index].source)
        return nodes[index].isText || source < 0 ? [] : attributes(tags[source])
    }

    func attributes(_ tag: HTMLScan.Tag) -> ArraySlice<HTMLAttribute> {
        attributes[Int(tag.firstAttribute)..<Int(tag.firstAttribute + tag.attributeCount)]
    }

    /// An attribute's value as it stands in the page, entities not read.
    func bytes(_ attribute: HTMLAttribute) -> ArraySlice<UInt8> {
        page[Int(attribute.start)..<Int(attribute.end)]
    }

    /// An attribute's value.
    func value(_ attribute: HTMLAttribute) -> String {
        let bytes = bytes(attribute)
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var entities = HTMLEntities()
        bytes.withUnsafeBufferPointer { entities.decode($0, isValue: true, into: &result) }
        return String(decoding: result, as: UTF8.self)
    }

    /// The value of an attribute of an element; `nil` where it has none.
    func value(_ name: HTMLAttribute.Name, of index: Int) -> String? {
        attributes(index).first { $0.name == name }.map(value)
    }

    func value(_ name: HTMLAttribute.Name, of tag: HTMLScan.Tag) -> String? {
        attributes(tag).first { $0.name == name }.map(value)
    }

    /// The name of an element as the page writes it, in bytes.
    func name(_ index: Int) -> ArraySlice<UInt8> {
        let source = Int(nodes[index].source)
        guard !nodes[index].isText, source >= 0 else { return [] }
        let tag = tags[source]
        return page[Int(tag.start)..<Int(tag.start) + Int(tag.nameCount)]
    }

    /// The text inside an element in one line; `nil` where it has none or more than a byline's worth (300 bytes).
    func line(_ index: Int) -> String? {
        var bytes: [UInt8] = []
        for node in nodes[index..<end(index)] {
            if node.isText {
                bytes += text(node)
                guard bytes.count <= 2000 else { return nil }
            } else if node.tag == .br || HTMLElements.blocks.contains(node.tag) {
                bytes.append(.space)
            }
        }
        let line = oneLine(bytes)
        return line.isEmpty || line.utf8.count > 300 ? nil : line
    }
}
