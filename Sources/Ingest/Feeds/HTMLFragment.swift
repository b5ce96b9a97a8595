import Model

/// The HTML of a feed's article, written as blocks in one pass over its bytes.
///
/// It gives what the reader of whole pages gives (`HTMLBlocks`), many times as fast, for the HTML that feeds carry. What it
/// has no rule for it leaves to that reader: a frame, a tag or dropped element without end, a rare character's name.
struct HTMLFragment {
    let bytes: [UInt8]
    let base: String?
    var position = 0
    var open: [Element] = []
    var writer: BlockWriter
    /// How many blocks were there before.
    private let first: Int
    /// The blocks that are furniture by the names of elements.
    var named: [Range<Int>] = []
    /// Whether the reader of whole pages must read it.
    var isForeign = false
    static let depth = 200

    /// An open element.
    struct Element {
        var tag: FragmentTag
        /// What the text inside it is.
        var kind: Block.Kind
        var keepsBlanks: Bool
        var isBlock: Bool
        /// Where the blocks begin that are furniture by this element's name.
        var furniture: Int?
    }

    /// Writes HTML into a writer.
    static func write(_ bytes: [UInt8], into writer: inout BlockWriter, base: String?) {
        var fragment = HTMLFragment(bytes: bytes, base: base, writer: writer)
        // While it is written there is one writer only, or each letter would copy it.
        let before = writer
        writer = BlockWriter()
        fragment.run()
        if fragment.isForeign {
            writer = before
            HTMLBlocks.write(HTMLDocument(bytes), into: &writer, base: base)
        } else {
            writer = fragment.writer
        }
    }

    private init(bytes: [UInt8], base: String?, writer: BlockWriter) {
        self.bytes = bytes
        self.base = base
        self.writer = writer
        first = writer.blocks.count
        self.writer.open(.paragraph)
    }

    private mutating func run() {
        while position < bytes.count, !isForeign {
            let mark = bytes.index(of: UInt8(ascii: "<"), in: position..<bytes.count) ?? bytes.count
            if mark > position { write(position..<mark) }
            position = mark
            guard mark + 1 < bytes.count else {
                if mark < bytes.count { add(mark..<bytes.count) }
                break
            }
            takeMarkup(at: mark)
        }
        close(from: 0)
        writer.close()
        markNamed()
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
    mutating func skip(to text: StaticString, from start: Int) -> Bool {
        var index = start
        while let found = bytes.index(of: text.utf8Start[0], in: index..<bytes.count) {
            index = found + 1
            guard bytes.has(text, at: found) else { continue }
            position = found + text.utf8CodeUnitCount
            return true
        }
        return false
    }

    /// Makes the blocks of elements that are furniture by name furniture, unless they hold two fifths of the text.
    private mutating func markNamed() {
        guard !named.isEmpty else { return }
        let all = writer.blocks[first...].reduce(0) { $0 + $1.range.count }
        let furniture = named.reduce(0) { sum, range in writer.blocks[range].reduce(sum) { $0 + $1.range.count } }
        guard furniture * 5 < all * 2 else { return }
        for range in named { writer.mark(range, .furniture) }
    }
}
