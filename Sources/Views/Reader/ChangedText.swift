public import Model

/// An article with what changed in it since an earlier version: what was removed stands between `[-` and `-]`, what was
/// inserted between `{+` and `+}`, as wdiff writes them.
public struct ChangedText: Equatable, Sendable {
    /// A piece that was removed or inserted, its marks included.
    public struct Piece: Equatable, Sendable {
        /// Where it stands in the text, in UTF-8 bytes.
        public var range: Range<Int>
        /// Whether it was inserted, or else removed.
        public var isInserted: Bool
    }

    /// The longest texts that are compared, in UTF-8 bytes: a fifth of a second's work.
    public static let longest = 2_000_000

    /// The article, its text with the marks; without mentions and links, whose places are those of another text.
    public let article: Article
    /// The changed pieces of its text, in order.
    public let pieces: [Piece]

    /// What changed in an article since a version. Page furniture is left out.
    public init(_ article: Article, since version: ArticleVersion) {
        let (old, new) = (ContentText(version.text, version.blocks), ContentText(article.text, article.blocks))
        let difference = WordDifference(
            from: old.text, within: old.blocks.map(\.range), to: new.text, within: new.blocks.map(\.range))
        var writer = ChangeWriter(old: old, new: new)
        for (index, run) in difference.runs.enumerated() {
            let next = difference.runs[(index + 1)...].first { !$0.new.isEmpty }?.new.lowerBound
            writer.write(run, next: next)
        }
        var changed = article
        changed.text = writer.text
        changed.blocks = writer.blocks
        changed.mentions = []
        changed.links = []
        changed.row.title = ChangedText.title(from: version.title, to: article.row.title)
        self.article = changed
        pieces = writer.pieces
    }

    private static func title(from old: String, to new: String) -> String {
        WordDifference(from: old, to: new).runs.map { run in
            switch run.kind {
            case .kept: new.slice(run.new)
            case .removed: "[-\(old.slice(run.old))-]"
            case .inserted: "{+\(new.slice(run.new))+}"
            }
        }.joined(separator: " ")
    }
}

/// A text with those of its blocks that are no page furniture.
private struct ContentText {
    let text: String
    let blocks: [Block]

    init(_ text: String, _ blocks: [Block]) {
        self.text = text
        let all = blocks.isEmpty ? [Block(0..<text.utf8.count, .paragraph)] : blocks
        self.blocks = all.filter { $0.kind != .furniture && !$0.range.isEmpty }
    }

    /// The block in which a byte stands, or the last one before it.
    func block(at offset: Int) -> Int? {
        let index = blocks.partitioningIndex { $0.range.upperBound > offset }
        return index < blocks.count ? index : blocks.indices.last
    }

    /// A range cut where blocks begin and end.
    func parts(of range: Range<Int>) -> [(block: Int, range: Range<Int>)] {
        guard var index = block(at: range.lowerBound) else { return [] }
        var parts: [(block: Int, range: Range<Int>)] = []
        while index < blocks.count, blocks[index].range.lowerBound < range.upperBound {
            let part = blocks[index].range.clamped(to: range)
            if !part.isEmpty { parts.append((index, part)) }
            index += 1
        }
        return parts
    }
}

/// Writes the new text with the pieces of the old one that are gone, block by block.
private struct ChangeWriter {
    let old: ContentText
    let new: ContentText
    private(set) var text = ""
    private(set) var blocks: [Block] = []
    private(set) var pieces: [ChangedText.Piece] = []
    /// The block of the new text that is being written; `nil` at first, and after a block that is gone.
    private var open: Int?
    /// Where in the new text it goes on.
    private var position = 0
    /// Whether the old text had a blank after what was removed last.
    private var needsBlank = false

    init(old: ContentText, new: ContentText) {
        self.old = old
        self.new = new
    }

    /// Writes a run; `next` is where the new text goes on after it, should it be a removed one.
    mutating func write(_ run: WordDifference.Run, next: Int?) {
        if run.kind == .removed {
            for part in old.parts(of: run.old) { remove(part.range, of: old.blocks[part.block], next: next) }
            needsBlank = old.text.isBlank(at: run.old.upperBound)
            return
        }
        for part in new.parts(of: run.new) {
            begin(part.block)
            let start = max(position, new.blocks[part.block].range.lowerBound)
            let gap = new.text.slice(min(start, part.range.lowerBound)..<part.range.lowerBound)
            if !endsWithBlank { put(gap) }
            if !endsWithBlank, isAfterRemoved, needsBlank || run.kind == .inserted { put(" ") }
            put(new.text.slice(part.range), isInserted: run.kind == .inserted ? true : nil)
            position = part.range.upperBound
        }
    }

    /// Writes a piece of the old text: a whole block that is gone as a block, another piece in the block that it was in.
    private mutating func remove(_ range: Range<Int>, of block: Block, next: Int?) {
        let nextBlock = next.flatMap { new.block(at: $0) }
        let begins = old.text.isBlank(in: block.range.lowerBound..<range.lowerBound)
        let ends = old.text.isBlank(in: range.upperBound..<block.range.upperBound)
        if blocks.isEmpty || begins && ends && (open == nil || nextBlock != open) || begins && nextBlock == nil {
            beginBlock(block.kind)
            open = nil
        }
        if begins, !ends, let nextBlock { begin(nextBlock) }
        if !endsWithBlank { put(" ") }
        put(
            old.text.slice(range).split(whereSeparator: \.isWhitespace).joined(separator: " "), isInserted: false)
    }

    /// Whether what is written last was removed.
    private var isAfterRemoved: Bool {
        pieces.last.map { !$0.isInserted && $0.range.upperBound == text.utf8.count } ?? false
    }

    /// Whether a blank before the next word would be one too many: at the start of a block or after a blank.
    private var endsWithBlank: Bool {
        text.utf8.last.map { $0 <= 0x20 } ?? true || blocks.last.map { $0.range.isEmpty } ?? true
    }

    /// Goes on in a block of the new text.
    private mutating func begin(_ block: Int) {
        guard open != block else { return }
        if let last = blocks.last, last.range.isEmpty { blocks.removeLast() } else if !text.isEmpty { text += "\n\n" }
        blocks.append(Block(text.utf8.count..<text.utf8.count, new.blocks[block].kind))
        open = block
    }

    private mutating func beginBlock(_ kind: Block.Kind) {
        if !text.isEmpty { text += "\n\n" }
        blocks.append(Block(text.utf8.count..<text.utf8.count, kind))
    }

    /// Writes words at the end of the last block, marked where they changed.
    private mutating func put(_ words: String, isInserted: Bool? = nil) {
        let start = text.utf8.count
        switch isInserted {
        case nil: text += words
        case true?: text += "{+\(words)+}"
        case false?: text += "[-\(words)-]"
        }
        if let isInserted { pieces.append(.init(range: start..<text.utf8.count, isInserted: isInserted)) }
        guard let last = blocks.indices.last else { return }
        blocks[last].range = blocks[last].range.lowerBound..<text.utf8.count
    }
}

extension String {
    /// Whether there is nothing but white space at a range of UTF-8 bytes.
    fileprivate func isBlank(in range: Range<Int>) -> Bool {
        slice(range).allSatisfy(\.isWhitespace)
    }

    /// Whether there is white space, or the end, at a byte.
    fileprivate func isBlank(at offset: Int) -> Bool {
        isBlank(in: offset..<(offset + 1))
    }
}
