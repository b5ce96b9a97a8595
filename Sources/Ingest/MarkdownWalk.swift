import Model

/// Writes the blocks of a Markdown document as its nodes are visited.
struct MarkdownWalk {
    private let base: String?
    private var writer = BlockWriter()
    private var quotes = 0
    private var items = 0
    private var cells = 0
    /// The first heading of level 1, as an index of blocks.
    private var top: Int?

    /// A walk over a document whose relative links belong to the page `base`.
    init(base: String?) {
        self.base = base
    }

    /// The draft of what was visited.
    func draft(_ facts: Facts) -> Draft {
        var draft = Draft(text: writer.text, blocks: writer.blocks, links: writer.links, facts: facts)
        let opening = draft.blocks.first?.kind == .heading ? 0 : nil
        draft.settleTitle(top: top ?? opening)
        return draft
    }

    /// Takes a node on entering, or on leaving it.
    mutating func take(_ node: MarkdownNode, entering: Bool) {
        let kind = node.kind
        switch kind {
        case .quote: quotes += entering ? 1 : -1
        case .item: items += entering ? 1 : -1
        case .paragraph: entering ? writer.open(blockKind) : writer.close()
        case .heading: takeHeading(node, entering: entering)
        case .tableRow, .tableHeader: takeRow(entering: entering)
        case .tableCell: takeCell(entering: entering)
        case .link: entering ? writer.beginLink(to: webAddress(node.address, base: base)) : writer.endLink()
        default: takeLeaf(node, kind)
        }
    }

    /// The kind of a paragraph where the walk stands.
    private var blockKind: Block.Kind {
        items > 0 ? .item : quotes > 0 ? .quote : .paragraph
    }

    private mutating func takeLeaf(_ node: MarkdownNode, _ kind: MarkdownNode.Kind) {
        switch kind {
        case .text: writer.add(node.literal)
        case .code: writer.add(node.literal)
        case .softbreak: writer.add([.space])
        case .linebreak: writer.breakLine()
        case .codeBlock:
            writer.open(.code)
            writer.addKept(node.literal)
            writer.close()
        case .htmlBlock:
            writer.close()
            HTMLBlocks.write(HTMLDocument(node.literal), into: &writer, base: base)
        case .htmlInline:
            if node.literal.has("<br", at: 0) || node.literal.has("<BR", at: 0) { writer.breakLine() }
        default: break
        }
    }

    private mutating func takeHeading(_ node: MarkdownNode, entering: Bool) {
        guard !entering else { return writer.open(.heading) }
        let count = writer.blocks.count
        writer.close()
        if node.level == 1, top == nil, writer.blocks.count > count { top = count }
    }

    private mutating func takeRow(entering: Bool) {
        cells = 0
        entering ? writer.open(blockKind) : writer.close()
    }

    private mutating func takeCell(entering: Bool) {
        guard entering else { return }
        if cells > 0 { writer.add(" | ".utf8) }
        cells += 1
    }
}
