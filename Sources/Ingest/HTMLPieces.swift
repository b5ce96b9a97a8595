import Model

/// Cuts the whole of a page into pieces, as its elements divide it.
struct HTMLPieces {
    private let document: HTMLDocument
    private var open: [Context] = []
    private var writer: HTMLWriter

    /// Where the walk stands: what holds for the text inside an element.
    private struct Context {
        var end: Int
        var tag = HTMLTag.other
        var kind = Block.Kind.paragraph
        var keepsBlanks = false
        /// The number of the next item of an ordered list.
        var number: Int?
        var step = 1
        /// Whether blocks are written in one line, as the cells of a row.
        var isRow = false
        var level = 0
    }

    /// The pieces of a document; nothing of elements that are hidden.
    static func write(_ document: HTMLDocument, isHidden: (Int) -> Bool) -> HTMLWriter {
        var pieces = HTMLPieces(document: document, writer: HTMLWriter(capacity: document.text.count + 64))
        pieces.walk(isHidden)
        return pieces.writer
    }

    private init(document: HTMLDocument, writer: HTMLWriter) {
        self.document = document
        self.writer = writer
    }

    private mutating func walk(_ isHidden: (Int) -> Bool) {
        let count = document.nodes.count
        open = [Context(end: count)]
        var index = 0
        while index < count {
            leave(before: index)
            let node = document.nodes[index]
            if node.isText {
                if open.last?.keepsBlanks == true {
                    writer.addKept(document.text(node), node: index)
                } else {
                    document.text.withUnsafeBufferPointer {
                        writer.add($0[Int(node.source)..<Int(node.stop)], node: index)
                    }
                }
            } else if isHidden(index) {
                index = max(index + 1, document.end(index))
                continue
            } else {
                enter(index)
            }
            index += 1
        }
        leave(before: count)
        writer.close()
    }

    private mutating func enter(_ index: Int) {
        let node = document.nodes[index]
        guard var context = open.last else { return }
        context.end = document.end(index)
        context.tag = node.tag
        switch node.tag {
        case .br: return writer.breakLine()
        case .img, .image: return takePicture(index)
        case .a:
            // A place in the same page is no other page.
            let address = document.attributes(index).first { $0.name == .href }.map { document.bytes($0) }
            if let address, address.first != UInt8(ascii: "#") { writer.beginLink(index) }
        case .ol:
            context.number = document.value(.start, of: index).flatMap { Int($0) } ?? 1
            if document.attributes(index).contains(where: { $0.name == .reversed }) { startReversed(index, &context) }
        case .ul, .menu, .dir, .dl: context.number = nil
        case .td, .th:
            context.isRow = isPlain(index)
            if context.isRow { writer.beginsCell = writer.isInside }
        case .table: context.isRow = false
        default: break
        }
        if context.isRow, HTMLElements.blocks.contains(node.tag), node.tag != .table {
            writer.space()
        } else if node.tag == .td || node.tag == .th {
            if !context.isRow { reopen(context) }
        } else if let kind = HTMLElements.kind(of: node.tag, inside: context.kind) {
            context.kind = kind
            context.keepsBlanks = context.keepsBlanks || kind == .code
            context.level = HTMLPieces.level(node.tag)
            reopen(context)
        }
        if node.tag == .li { takeNumber(index, &context) }
        open.append(context)
    }

    private static func level(_ tag: HTMLTag) -> Int {
        HTMLElements.headings.contains(tag) ? Int(tag.rawValue - HTMLTag.h1.rawValue) + 1 : 0
    }

    /// Leaves the elements that are over at an index.
    private mutating func leave(before index: Int) {
        while open.count > 1, let last = open.last, last.end <= index {
            open.removeLast()
            if last.tag == .a { writer.endLink() }
            guard let outer = open.last else { continue }
            if last.isRow {
                if last.tag == .tr || !outer.isRow, last.tag != .td, last.tag != .th {
                    reopen(outer)
                } else {
                    writer.space()
                }
            } else if HTMLElements.blocks.contains(last.tag) || last.tag == .td || last.tag == .th {
                reopen(outer)
            }
        }
    }

    private mutating func reopen(_ context: Context) {
        writer.open(context.kind, level: context.level)
    }

    /// Puts the number of an ordered list's item before it.
    private mutating func takeNumber(_ index: Int, _ context: inout Context) {
        guard open.count > 0, let number = open[open.count - 1].number else { return }
        let stated = document.value(.value, of: index).flatMap { Int($0) } ?? number
        open[open.count - 1].number = stated &+ open[open.count - 1].step
        writer.prefix = "\(stated). "
        context.number = nil
    }

    private func startReversed(_ index: Int, _ context: inout Context) {
        context.step = -1
        guard document.value(.start, of: index) == nil else { return }
        var count = 0
        var child = index + 1
        while child < document.end(index) {
            if document.nodes[child].tag == .li, !document.nodes[child].isText { count += 1 }
            child = document.end(child)
        }
        context.number = count
    }

    /// Whether a cell is written in its row: it holds no blocks, or a single one.
    private func isPlain(_ index: Int) -> Bool {
        var blocks = 0
        for node in document.nodes[(index + 1)..<document.end(index)].prefix(40) where !node.isText {
            if node.tag == .table || node.tag == .ul || node.tag == .ol || node.tag == .h1 || node.tag == .h2 {
                return false
            }
            if node.tag == .p || node.tag == .div || node.tag == .blockquote { blocks += 1 }
        }
        return blocks < 2 && document.end(index) - index <= 40
    }

    private mutating func takePicture(_ index: Int) {
        guard let alt = document.value(.alt, of: index) else { return }
        let line = oneLine(alt.utf8)
        if !line.isEmpty { writer.addPicture(line, node: index) }
    }
}
