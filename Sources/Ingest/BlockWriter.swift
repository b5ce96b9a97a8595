import Model

/// Writes blocks of plain text one after the other, an empty line between them, from the pieces of a marked-up
/// document.
///
/// Runs of blanks become one space, blanks at the ends of lines and blocks vanish, empty blocks too.
struct BlockWriter {
    private(set) var text: [UInt8] = []
    private(set) var blocks: [Block] = []
    private(set) var links: [Link] = []

    private var kind = Block.Kind.paragraph
    /// Where the open block begins; `nil` until its first letter.
    private var start: Int?
    private var needsSpace = false
    private var pendingLines = 0
    private var address: String?
    private var linkStart: Int?

    /// Makes room for so many bytes at once, where there are so many that growing to them would take as many again.
    mutating func reserve(_ count: Int) {
        text.reserveCapacity(text.count + count)
    }

    /// Closes the open block, and lets what follows be a block of a kind.
    mutating func open(_ kind: Block.Kind) {
        close()
        self.kind = kind
    }

    /// Ends the open block.
    mutating func close() {
        endLinkText()
        if let start { blocks.append(Block(start..<text.count, kind)) }
        start = nil
        needsSpace = false
        pendingLines = 0
    }

    /// Adds a block that is whole already; its links are given by their places in `piece`.
    mutating func append(_ piece: ArraySlice<UInt8>, kind: Block.Kind, links: [Link]) {
        close()
        if !text.isEmpty { text.append(contentsOf: [.newline, .newline]) }
        let shift = text.count - piece.startIndex
        text.append(contentsOf: piece)
        blocks.append(Block(piece.startIndex + shift..<text.count, kind))
        self.links += links.map { Link($0.range.lowerBound + shift..<$0.range.upperBound + shift, $0.address) }
    }

    /// Adds running text, its runs of blanks and line ends as single spaces.
    mutating func add(_ piece: some Sequence<UInt8>) {
        var iterator = piece.makeIterator()
        var next = iterator.next()
        while let byte = next {
            next = iterator.next()
            if byte.isBlank || byte == .newline {
                needsSpace = true
            } else if byte == 0xC2, next == 0xA0 {
                needsSpace = true
                next = iterator.next()
            } else if byte == 0xC2, next == 0xAD {
                next = iterator.next()
            } else {
                put(byte)
            }
        }
    }

    /// Adds running text as `add` does, run by run and not byte by byte.
    mutating func addText(_ piece: ArraySlice<UInt8>) {
        var index = piece.startIndex
        while index < piece.endIndex {
            let end = piece.withUnsafeBufferPointer { run in
                piece.startIndex + BlockWriter.runEnd(run, from: index - piece.startIndex)
            }
            if end > index {
                put(piece[index])
                text.append(contentsOf: piece[index + 1..<end])
                index = end
                continue
            }
            let byte = piece[index]
            let next = index + 1 < piece.endIndex ? piece[index + 1] : 0
            if byte.isBlank || byte == .newline {
                needsSpace = true
            } else if byte == 0xC2, next == 0xA0 || next == 0xAD {
                needsSpace = needsSpace || next == 0xA0
                index += 1
            } else {
                put(byte)
            }
            index += 1
        }
    }

    /// Where words end that have one space between them and nothing to change.
    private static func runEnd(_ piece: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var end = start
        while end < piece.count {
            if piece[end] > 0x20, piece[end] != 0xC2 {
                end += 1
            } else if piece[end] == .space, end > start, end + 1 < piece.count, piece[end + 1] > 0x20,
                piece[end + 1] != 0xC2
            {
                end += 2
            } else {
                break
            }
        }
        return end
    }

    /// Whether the open block has text.
    var hasText: Bool { start != nil }

    /// Makes blocks that are written be of another kind.
    mutating func mark(_ range: Range<Int>, _ kind: Block.Kind) {
        for index in range { blocks[index].kind = kind }
    }

    /// Adds preformatted text, its blanks and line ends kept; line ends at the end of the block vanish.
    mutating func addKept(_ piece: some Sequence<UInt8>) {
        for byte in piece {
            if byte == .newline { pendingLines += 1 } else { put(byte) }
        }
    }

    /// Goes on in a new line of the same block.
    mutating func breakLine() {
        pendingLines += 1
    }

    /// Makes the text that follows a link.
    mutating func beginLink(to address: String?) {
        endLink()
        self.address = address
    }

    /// Ends the link.
    mutating func endLink() {
        endLinkText()
        address = nil
    }

    private mutating func endLinkText() {
        if let address, let linkStart { links.append(Link(linkStart..<text.count, address)) }
        linkStart = nil
    }

    private mutating func put(_ byte: UInt8) {
        // Two line breaks are how many write paragraphs.
        if pendingLines >= 2, kind != .code, start != nil { close() }
        if start == nil {
            if !text.isEmpty { text.append(contentsOf: [.newline, .newline]) }
            start = text.count
        } else if pendingLines > 0 {
            text.append(contentsOf: repeatElement(.newline, count: kind == .code ? pendingLines : 1))
        } else if needsSpace {
            text.append(.space)
        }
        pendingLines = 0
        needsSpace = false
        if address != nil, linkStart == nil { linkStart = text.count }
        text.append(byte)
    }
}
