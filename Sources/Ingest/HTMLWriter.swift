import Model

/// Writes the pieces of a page, one after the other.
///
/// Runs of blanks become one space, blanks at the ends of lines and pieces vanish, empty pieces too; two line breaks
/// end a piece.
struct HTMLWriter {
    private(set) var text: [UInt8] = []
    private(set) var pieces: [HTMLPiece] = []
    private(set) var links: [HTMLLink] = []

    private var kind = Block.Kind.paragraph
    private var level = 0
    private var start: Int?
    private var firstNode = 0
    private var needsSpace = false
    private var pendingLines = 0
    private var link: Int?
    private var linkStart: Int?
    private var linked = 0
    private var pictures: [(alt: String, node: Int)] = []
    /// What stands before the first letter of the next piece: the number of an item.
    var prefix = ""
    /// Whether the next letter begins a cell in the row that is written.
    var beginsCell = false

    init(capacity: Int) {
        text.reserveCapacity(capacity)
    }

    /// How many bytes are written; whether anything was is told by comparing.
    var isInside: Bool { start != nil }

    mutating func open(_ kind: Block.Kind, level: Int = 0) {
        close()
        self.kind = kind
        self.level = level
    }

    mutating func close() {
        closePiece()
        prefix = ""
        beginsCell = false
        guard !pictures.isEmpty else { return }
        let last = kind
        for (alt, node) in pictures {
            kind = .furniture
            add(alt.utf8, node: node)
            closePiece(isPicture: true)
        }
        pictures = []
        kind = last
    }

    /// Adds running text.
    mutating func add(_ piece: some Collection<UInt8>, node: Int) {
        _ =
            piece.withContiguousStorageIfAvailable { add($0, node: node) }
            ?? Array(piece).withUnsafeBufferPointer {
                add($0, node: node)
            }
    }

    private mutating func add(_ piece: UnsafeBufferPointer<UInt8>, node: Int) {
        var index = 0
        while index < piece.count {
            let byte = piece[index]
            if byte.isBlank || byte == .newline {
                needsSpace = true
                index += 1
            } else if byte == 0xC2, index + 1 < piece.count, piece[index + 1] == 0xA0 || piece[index + 1] == 0xAD {
                if piece[index + 1] == 0xA0 { needsSpace = true }
                index += 2
            } else {
                var end = index + 1
                while end < piece.count, piece[end] > .space, piece[end] != 0xC2 { end += 1 }
                // A letter of two bytes that begins with 0xC2 and is no blank.
                while end + 1 < piece.count, piece[end] == 0xC2, piece[end + 1] != 0xA0, piece[end + 1] != 0xAD {
                    end += 2
                    while end < piece.count, piece[end] > .space, piece[end] != 0xC2 { end += 1 }
                }
                begin(node)
                text.append(contentsOf: UnsafeBufferPointer(rebasing: piece[index..<min(end, piece.count)]))
                index = end
            }
        }
    }

    /// Adds preformatted text.
    mutating func addKept(_ piece: ArraySlice<UInt8>, node: Int) {
        for byte in piece {
            if byte == .newline {
                pendingLines += 1
            } else if byte != 0x0D {
                begin(node)
                text.append(byte)
            }
        }
    }

    mutating func breakLine() {
        pendingLines += 1
    }

    mutating func space() {
        needsSpace = true
    }

    /// Takes a picture: its `alt` is a piece of its own after the one that is written.
    mutating func addPicture(_ alt: String, node: Int) {
        if alt.utf8.count <= 12, alt.utf8.allSatisfy({ $0 > 0x7F }) {
            add(alt.utf8, node: node)
        } else if pictures.count < 100 {
            pictures.append((alt, node))
        }
    }

    mutating func beginLink(_ node: Int) {
        endLink()
        link = node
    }

    mutating func endLink() {
        endLinkText()
        link = nil
    }

    private mutating func endLinkText() {
        if let link, let linkStart {
            links.append(HTMLLink(range: linkStart..<text.count, node: link))
            linked += text.count - linkStart
        }
        linkStart = nil
    }

    /// Makes all ready for a letter.
    private mutating func begin(_ node: Int) {
        if pendingLines >= 2, kind != .code, start != nil {
            let words = prefix
            closePiece()
            prefix = words
        }
        if start == nil {
            if !text.isEmpty { text.append(contentsOf: [.newline, .newline]) }
            start = text.count
            firstNode = node
            text.append(contentsOf: prefix.utf8)
            prefix = ""
        } else if beginsCell {
            text.append(contentsOf: " | ".utf8)
        } else if pendingLines > 0 {
            text.append(contentsOf: repeatElement(.newline, count: kind == .code ? pendingLines : 1))
        } else if needsSpace {
            text.append(.space)
        }
        beginsCell = false
        pendingLines = 0
        needsSpace = false
        if link != nil, linkStart == nil { linkStart = text.count }
    }

    private mutating func closePiece(isPicture: Bool = false) {
        endLinkText()
        if let start {
            var piece = HTMLPiece(range: start..<text.count, kind: kind, node: firstNode)
            piece.linked = linked
            piece.isPicture = isPicture
            piece.level = kind == .heading ? level : 0
            measure(&piece)
            pieces.append(piece)
        }
        start = nil
        linked = 0
        needsSpace = false
        pendingLines = 0
    }

    private func measure(_ piece: inout HTMLPiece) {
        text.withUnsafeBufferPointer { text in
            var isGap = true
            var asian = 0
            for index in piece.range {
                let byte = text[index]
                let wasGap = isGap
                isGap = byte <= .space
                if wasGap, !isGap { piece.words += 1 }
                if byte == UInt8(ascii: ","), index + 1 < piece.range.upperBound, text[index + 1] == .space {
                    piece.commas += 1
                }
                // Letters of three bytes, in scripts that set no blanks between words.
                if 0xE0...0xED ~= byte { asian += 1 }
            }
            if asian > 8, piece.range.count > piece.words * 40 { piece.words += asian / 2 }
            var end = piece.range.upperBound
            // A closing quote or bracket stands after the stop.
            while end > piece.range.lowerBound, HTMLWriter.closers.contains(text[end - 1]) { end -= 1 }
            guard end > piece.range.lowerBound else { return }
            piece.isSentence = HTMLWriter.isStop(text, end)
        }
    }

    /// Whether a text ends in a mark that ends sentences, in any script, or in an emoji.
    private static func isStop(_ text: UnsafeBufferPointer<UInt8>, _ end: Int) -> Bool {
        switch text[end - 1] {
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"), UInt8(ascii: ";"): true
        case 0x00..<0x80: false
        case _ where end >= 4 && text[end - 4] == 0xF0 && text[end - 3] == 0x9F: true
        default: stops.contains { end >= $0.count && text[(end - $0.count)..<end].elementsEqual($0) }
        }
    }

    private static let stops = ["…", "。", "！", "？", "।", "۔", "؟", "։", "។", "။"].map { Array($0.utf8) }

    /// The bytes of closing quotes and brackets; of quotes beyond ASCII their last two.
    private static let closers: Set<UInt8> = [
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"), 0xBB, 0x9D, 0x99, 0xC2,
    ]
}
