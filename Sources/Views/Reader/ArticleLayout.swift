public import Model
import Terminal

/// An article set in lines of a width: what the reading pane scrolls over.
public struct ArticleLayout: Equatable, Sendable {
    /// A line of the reading pane.
    public struct Line: Equatable, Sendable {
        /// What the line shows.
        public enum Content: Equatable, Sendable {
            /// Nothing.
            case blank
            /// A part of the article's text, in UTF-8 bytes, as a kind of block.
            case text(Range<Int>, Block.Kind)
            /// Words of the pane's own.
            case label(String, Label)
        }

        /// What it shows.
        public var content: Content
        /// Columns left free before it.
        public var indent: Int
        /// What stands in the free columns: a list item's or a quotation's sign.
        public var sign: String = ""
    }

    /// What a line of the pane's own words is.
    public enum Label: Equatable, Sendable {
        case title, byline, companies, folded, address
    }

    /// The lines from the title to the end.
    public private(set) var lines: [Line]
    /// How many of them are the head: title, byline and companies.
    private var headCount: Int
    /// The columns that a line may take.
    public let width: Int

    /// The widest text, in columns.
    public static let widest = 88

    /// Sets an article in lines of at most `width` columns. Furniture is folded into one line that says how many
    /// lines it hides, or set like the rest when `unfolded`.
    public init(_ article: Article, byline: String, width: Int, unfolded: Bool) {
        self.width = max(1, min(width, ArticleLayout.widest))
        var setter = Setter(article: article, width: self.width, unfolded: unfolded)
        setter.setHead(byline: byline)
        headCount = setter.lines.count
        setter.setBlocks()
        setter.setFoot()
        lines = setter.lines
    }

    /// Sets the head anew, whose byline has changed; the text below stays as it is.
    mutating func replaceHead(_ article: Article, byline: String) {
        var setter = Setter(article: article, width: width, unfolded: false)
        setter.setHead(byline: byline)
        lines.replaceSubrange(..<headCount, with: setter.lines)
        headCount = setter.lines.count
    }

    /// The first line that shows a byte of the text at or after `offset`; `nil` where none does.
    public func line(showing offset: Int) -> Int? {
        lines.firstIndex { line in
            guard case .text(let range, _) = line.content else { return false }
            return range.upperBound > offset
        }
    }

    /// Whether a byte of the text stands on a line, and not in something folded.
    func shows(_ offset: Int) -> Bool {
        line(showing: offset).map { line in
            if case .text(let range, _) = lines[line].content { range.contains(offset) } else { false }
        } ?? false
    }

    /// The offset of the first text on a line or after it.
    public func offset(at line: Int) -> Int {
        for line in lines.dropFirst(max(0, line)) {
            if case .text(let range, _) = line.content { return range.lowerBound }
        }
        return 0
    }
}

/// Sets an article line by line.
private struct Setter {
    let article: Article
    let width: Int
    let unfolded: Bool
    var lines: [ArticleLayout.Line] = []

    init(article: Article, width: Int, unfolded: Bool) {
        self.article = article
        self.width = width
        self.unfolded = unfolded
    }

    /// Title, byline and companies; the title comes from the text where it stands there.
    mutating func setHead(byline: String) {
        if let title = article.blocks.first(where: { $0.kind == .title }) {
            set(title)
        } else {
            setLabel(article.row.title, .title)
        }
        setLabel(byline, .byline)
        let companies = article.companies.map { "\($0.salience.sign) \($0.company)" }.joined(separator: "  ")
        if !companies.isEmpty { setLabel(companies, .companies) }
    }

    mutating func setBlocks() {
        var index = 0
        let blocks = article.blocks
        while index < blocks.count {
            let block = blocks[index]
            if block.kind == .furniture, !unfolded {
                let run = blocks[index...].prefix { $0.kind == .furniture }
                setFolded(run)
                index += run.count
            } else {
                if block.kind != .title { setSpaced(block, after: index > 0 ? blocks[index - 1] : nil) }
                index += 1
            }
        }
    }

    /// The article's address and its links, numbered as the keys that open them.
    mutating func setFoot() {
        guard article.url != nil || !article.links.isEmpty else { return }
        lines.append(.init(content: .blank, indent: 0))
        if let url = article.url { setLabel(HostName.revealing(url), .address) }
        for (index, link) in article.links.enumerated() {
            let words = article.text.slice(link.range)
            let text =
                words == link.address ? HostName.revealing(words) : "\(words): \(HostName.revealing(link.address))"
            setLabel("[\(index + 1)] \(text)", .address)
        }
    }

    /// A block with an empty line before it, unless it goes on a list or a run of furniture.
    private mutating func setSpaced(_ block: Block, after previous: Block?) {
        let continues = previous?.kind == block.kind && (block.kind == .item || block.kind == .furniture)
        if !continues { lines.append(.init(content: .blank, indent: 0)) }
        set(block)
    }

    private mutating func setFolded(_ run: ArraySlice<Block>) {
        let hidden = run.reduce(0) { $0 + wrapped($1, width: width).count }
        let words = hidden == 1 ? "1 line" : "\(hidden) lines"
        lines.append(.init(content: .blank, indent: 0))
        setLabel("▸ \(words) of page furniture folded", .folded)
    }

    private mutating func set(_ block: Block) {
        let (indent, sign) = margin(of: block)
        var isFirst = true
        for range in wrapped(block, width: max(1, width - indent)) {
            // A list item has its sign once, a quotation on every line; an item's own sign in the text is kept.
            let shows = block.kind == .quote || isFirst
            lines.append(.init(content: .text(range, block.kind), indent: indent, sign: shows ? sign : ""))
            isFirst = false
        }
    }

    private func margin(of block: Block) -> (Int, String) {
        guard width >= 24 else { return (0, "") }
        switch block.kind {
        case .item: return (2, hasOwnSign(block) ? "" : "•")
        case .quote: return (2, "│")
        case .code: return (2, "")
        case .title, .heading, .paragraph, .furniture: return (0, "")
        }
    }

    /// Whether a list item's text begins with its sign or number, as in plain text.
    private func hasOwnSign(_ item: Block) -> Bool {
        guard let first = article.text.slice(item.range.lowerBound..<item.range.upperBound).first else { return true }
        return !first.isLetter && first != "«" && first != "“" && first != "\""
    }

    /// A block's lines; code and hard line breaks keep their own.
    private func wrapped(_ block: Block, width: Int) -> [Range<Int>] {
        Wrapping.lines(of: article.text.utf8, range: block.range, width: width)
    }

    private mutating func setLabel(_ text: String, _ label: ArticleLayout.Label) {
        let safe = SafeText.neutralised(text)
        let bytes = Array(safe.utf8)
        for range in Wrapping.lines(of: bytes, range: 0..<bytes.count, width: width) {
            lines.append(.init(content: .label(String(decoding: bytes[range], as: UTF8.self), label), indent: 0))
        }
    }
}
