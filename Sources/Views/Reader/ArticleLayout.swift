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
        /// What stands in the free columns.
        public var sign = Sign.none
    }

    /// The sign before a line.
    public enum Sign: String, Sendable {
        /// Nothing.
        case none = ""
        /// That of an item of a list.
        case item = "•"
        /// That of a quotation.
        case quote = "│"
    }

    /// What a line of the pane's own words is.
    public enum Label: Equatable, Sendable {
        case title, byline, companies, folded, address
    }

    /// The lines from the title to the end.
    public private(set) var lines = Lines()
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
        lines.head = setter.lines
        setter.lines = LineRun()
        setter.setBlocks()
        setter.setFoot()
        lines.rest = setter.lines
    }

    /// Sets the head anew, whose byline has changed; the text below stays as it is.
    mutating func replaceHead(_ article: Article, byline: String) {
        var setter = Setter(article: article, width: width, unfolded: false)
        setter.setHead(byline: byline)
        lines.head = setter.lines
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
    var lines = LineRun()

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
        lines.appendBlank()
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
        if !continues { lines.appendBlank() }
        set(block)
    }

    private mutating func setFolded(_ run: ArraySlice<Block>) {
        var hidden = 0
        for block in run { eachLine(of: block, width: width) { _ in hidden += 1 } }
        let words = hidden == 1 ? "1 line" : "\(hidden) lines"
        lines.appendBlank()
        setLabel("▸ \(words) of page furniture folded", .folded)
    }

    private mutating func set(_ block: Block) {
        let (indent, sign) = margin(of: block)
        var isFirst = true
        var lines = lines
        self.lines = LineRun()
        eachLine(of: block, width: max(1, width - indent)) { range in
            // A list item has its sign once, a quotation on every line; an item's own sign in the text is kept.
            let shows = block.kind == .quote || isFirst
            lines.append(range, block.kind, indent: indent, sign: shows ? sign : .none)
            isFirst = false
        }
        self.lines = lines
    }

    private func margin(of block: Block) -> (Int, ArticleLayout.Sign) {
        guard width >= 24 else { return (0, .none) }
        switch block.kind {
        case .item: return (2, hasOwnSign(block) ? .none : .item)
        case .quote: return (2, .quote)
        case .code: return (2, .none)
        case .title, .heading, .paragraph, .furniture: return (0, .none)
        }
    }

    /// Whether a list item's text begins with its sign or number, as in plain text.
    private func hasOwnSign(_ item: Block) -> Bool {
        // As much as is one character for sure.
        guard let first = article.text.slice(item.range.prefix(256)).first else { return true }
        return !first.isLetter && first != "«" && first != "“" && first != "\""
    }

    /// A block's lines, one after the other; code and hard line breaks keep their own.
    private func eachLine(of block: Block, width: Int, _ body: (Range<Int>) -> Void) {
        Wrapping.eachLine(of: article.text.utf8, range: block.range, width: width, body)
    }

    private mutating func setLabel(_ text: String, _ label: ArticleLayout.Label) {
        let safe = SafeText.neutralised(text)
        let bytes = Array(safe.utf8)
        for range in Wrapping.lines(of: bytes, range: 0..<bytes.count, width: width) {
            lines.append(label, String(decoding: bytes[range], as: UTF8.self))
        }
    }
}
