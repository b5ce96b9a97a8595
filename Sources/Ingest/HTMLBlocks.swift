import Model

/// Writes the blocks of a page: what the elements are in it, and what their classes say of them.
struct HTMLBlocks {
    private let document: HTMLDocument
    private let base: String?
    private var open: [Context] = []
    private var top: Int?

    /// Where the walk stands: what holds for the text inside an element.
    private struct Context {
        var end: Int
        var name = ""
        var kind = Block.Kind.paragraph
        var isFurniture = false
        var keepsBlanks = false
    }

    /// Writes a document's blocks; the index of its first heading of level 1, where that is no furniture.
    @discardableResult
    static func write(_ document: HTMLDocument, into writer: inout BlockWriter, base: String?) -> Int? {
        guard !document.nodes.isEmpty else { return nil }
        var walk = HTMLBlocks(document: document, base: base)
        let root = HTMLRoot(document)
        walk.walk(root.range, root: root, into: &writer)
        return walk.top
    }

    private init(document: HTMLDocument, base: String?) {
        self.document = document
        self.base = base
    }

    private mutating func walk(_ range: Range<Int>, root: HTMLRoot, into writer: inout BlockWriter) {
        open = [Context(end: range.upperBound)]
        var index = range.lowerBound
        while index < range.upperBound {
            leave(before: index, into: &writer)
            let node = document.nodes[index]
            if node.isText {
                write(node.text, into: &writer)
            } else if HTMLElements.isDropped(node, isRoot: index == range.lowerBound) {
                index = node.end
                continue
            } else {
                enter(index, isFurniture: root.isFurniture(index), into: &writer)
            }
            index += 1
        }
        leave(before: range.upperBound, into: &writer)
        writer.close()
    }

    private func write(_ text: [UInt8], into writer: inout BlockWriter) {
        if open.last?.keepsBlanks == true { writer.addKept(text) } else { writer.add(text) }
    }

    private mutating func enter(_ index: Int, isFurniture: Bool, into writer: inout BlockWriter) {
        let node = document.nodes[index]
        guard var context = open.last else { return }
        context.end = node.end
        context.name = node.name
        context.isFurniture = context.isFurniture || isFurniture
        switch node.name {
        case "br": return writer.breakLine()
        case "hr": return reopen(context, into: &writer)
        case "a": writer.beginLink(to: node.attributes["href"].flatMap { webAddress($0, base: base) })
        case "td", "th": takeCell(index, into: &writer)
        default: break
        }
        if let kind = HTMLElements.kind(of: node.name, inside: context.kind) {
            context.kind = kind
            context.keepsBlanks = context.keepsBlanks || node.name == "pre"
            reopen(context, into: &writer)
            if node.name == "h1", top == nil, !context.isFurniture { top = writer.blocks.count }
        }
        open.append(context)
    }

    /// Leaves the elements that are over at an index.
    private mutating func leave(before index: Int, into writer: inout BlockWriter) {
        while open.count > 1, let last = open.last, last.end <= index {
            open.removeLast()
            if last.name == "a" { writer.endLink() }
            guard HTMLElements.isBlock(last.name) else { continue }
            if let outer = open.last { reopen(outer, into: &writer) }
            // An empty heading gave no block.
            if last.name == "h1", top == writer.blocks.count { top = nil }
        }
    }

    private func reopen(_ context: Context, into writer: inout BlockWriter) {
        writer.open(context.isFurniture ? .furniture : context.kind)
    }

    /// Sets the cells of a row apart.
    private func takeCell(_ index: Int, into writer: inout BlockWriter) {
        let isFirst = document.nodes[index - 1].name == "tr"
        writer.add(isFirst ? " ".utf8 : " | ".utf8)
    }
}
