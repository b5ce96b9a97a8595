import Model

/// The article of a page: the pieces of its root, with those marked that are furniture.
struct HTMLArticle {
    private(set) var measures: HTMLMeasures
    let writer: HTMLWriter
    /// The pieces of the article, in order, and whether each is furniture.
    private(set) var parts: [(index: Int, piece: HTMLPiece, isFurniture: Bool)] = []
    /// The piece that is its title's heading, in the article or above.
    private(set) var top: Int?

    /// Finds the article of a page; all of a fragment is one.
    ///
    /// - `metadata`: what the page states; `nil` for a fragment, all of which is its article.
    /// - `body`: its text as the page states it elsewhere.
    init(_ document: HTMLDocument, _ metadata: HTMLMetadata? = nil, body: StatedBody? = nil) {
        let named = document.nodes.indices.map { document.nodes[$0].isText ? [] : HTMLTraits(document, $0) }
        let traits = HTMLReveal.revealed(document, named)
        var writer = HTMLPieces.write(document) { traits[$0].contains(.hidden) }
        if writer.text.count < 200 {
            // Some pages hide all until their scripts have run.
            let shown = HTMLPieces.write(document) { HTMLElements.dropped.contains(document.nodes[$0].tag) }
            if shown.text.count > writer.text.count * 3 { writer = shown }
        }
        self.writer = writer
        measures = HTMLMeasures(document: document, traits: traits, pieces: writer.pieces)
        var ranges = metadata == nil ? [0..<document.nodes.count] : HTMLRoot(measures).ranges
        let held = body.map { stated($0) } ?? []
        if let better = HTMLRoot.holding(held, rather: ranges, measures) { ranges = [better] }
        for range in ranges { markLinkLists(range) }
        let title = HTMLTitle(measures, writer.text, stated: metadata?.titles ?? [], outlet: metadata?.outlet)
        top = title.heading
        if let root = ranges.first, metadata != nil { takeLead(before: root) }
        for range in ranges where !range.isEmpty {
            for index in measures.pieces(range.lowerBound) {
                let piece = writer.pieces[index]
                parts.append((index, piece, piece.isPicture || measures.isZone(piece.node) && !held.contains(index)))
            }
        }
        if metadata != nil { fold() }
        if !parts.contains(where: { !$0.isFurniture && $0.piece.kind != .heading }) {
            // A page of nothing but links is what it lists.
            for index in parts.indices where !parts[index].piece.isPicture { parts[index].isFurniture = false }
        }
    }

    /// How many words of running text the article has.
    var running: Int {
        parts.reduce(0) { $0 + (!$1.isFurniture && $1.piece.isProse ? $1.piece.words : 0) }
    }

    /// The pieces of running text that the page states as its article's.
    private func stated(_ body: StatedBody) -> Set<Int> {
        var found: Set<Int> = []
        for (index, piece) in writer.pieces.enumerated() where piece.words >= 8 && !piece.isPicture {
            let matches = body.matches(writer.text[piece.range])
            if matches.found * 10 >= matches.of * 8 { found.insert(index) }
        }
        return found
    }

    /// Takes the sentences between the title and the article's text, where they stand outside of it: its lead; what
    /// states a date or an author is furniture.
    private mutating func takeLead(before root: Range<Int>) {
        guard let top, !root.isEmpty else { return }
        let start = measures.pieces(root.lowerBound).lowerBound
        guard top < start, start - top <= 40 else { return }
        for index in (top + 1)..<max(start, top + 1) {
            let piece = writer.pieces[index]
            guard !piece.isPicture, !measures.isZone(piece.node), piece.isSentence, piece.words >= 8, !piece.isLinked
            else {
                continue
            }
            let text = writer.text[piece.range]
            // Some pages say it again in the text.
            if writer.pieces[start...].prefix(30).contains(where: { writer.text[$0.range].starts(with: text) }) {
                continue
            }
            let isFact =
                piece.words < 40 && text.contains(where: \.isDigit)
                && PageDate.moment(String(decoding: text, as: UTF8.self)) != nil
            var lead = piece
            if lead.kind == .heading {
                lead.kind = .paragraph
                lead.level = 0
            }
            parts.append((index, lead, isFact || Furniture.sign(of: text).isFurniture))
        }
    }

    /// Marks lists of links as furniture: related articles, tags, menus.
    private mutating func markLinkLists(_ range: Range<Int>) {
        let document = measures.document
        var index = range.lowerBound + 1
        while index < range.upperBound {
            let tag = document.nodes[index].tag
            guard !document.nodes[index].isText,
                tag == .ul || tag == .ol || tag == .div || tag == .section || tag == .table || tag == .dl,
                !measures.isZone(index)
            else {
                index += 1
                continue
            }
            let bytes = measures.bytes(index)
            if bytes > 0, measures.linked(index) * 10 >= bytes * 7, measures.prose(index) == 0,
                measures.pieces(index).count > 1
            {
                measures.mark(index)
                index = document.end(index)
            } else {
                index += 1
            }
        }
    }

    /// Marks scraps before and after the running text, and paragraphs that are but a link.
    private mutating func fold() {
        guard let first = parts.firstIndex(where: { !$0.isFurniture && $0.piece.isProse }),
            let last = parts.lastIndex(where: { !$0.isFurniture && $0.piece.isProse })
        else { return }
        foldSections(from: first)
        foldRepeats()
        let words = parts.reduce(0) { $0 + ($1.isFurniture ? 0 : $1.piece.words) }
        fold(0..<first, of: words) { $0.kind != .heading && (!$0.isSentence || $0.words < 4) }
        fold(last + 1..<parts.count, of: words) { HTMLArticle.isScrap($0) }
        for index in parts.indices {
            let piece = parts[index].piece
            if piece.isLinked, isLabelled(piece) { parts[index].isFurniture = true }
            if piece.kind == .paragraph, piece.linked * 10 >= piece.range.count * 9, piece.words <= 25 {
                parts[index].isFurniture = true
            }
        }
    }

    /// Marks four paragraphs or more that were said before in the same words, one after the other, and what programs
    /// write for programs.
    private mutating func foldRepeats() {
        var known: Set<UInt64> = []
        var repeats: [Int] = []
        func foldRun(_ parts: inout [(index: Int, piece: HTMLPiece, isFurniture: Bool)]) {
            if repeats.count >= 4 { for index in repeats { parts[index].isFurniture = true } }
            repeats = []
        }
        for index in parts.indices where !parts[index].isFurniture && parts[index].piece.words >= 12 {
            let piece = parts[index].piece
            guard piece.kind != .code else { continue }
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            var keys = 0
            var last: UInt8 = 0
            for byte in writer.text[piece.range] {
                hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
                if byte == UInt8(ascii: ":"), last == UInt8(ascii: "\"") { keys += 1 }
                last = byte
            }
            if keys >= 5 { parts[index].isFurniture = true }
            if known.insert(hash).inserted { foldRun(&parts) } else { repeats.append(index) }
        }
        // A text of but a few paragraphs may say them again.
        if known.count >= 5 { foldRun(&parts) }
    }

    /// Whether the first of a piece's lines says that the links after it are of other articles.
    private func isLabelled(_ piece: HTMLPiece) -> Bool {
        let text = writer.text[piece.range]
        guard let end = text.firstIndex(of: .newline) else { return false }
        return Furniture.sign(of: text[..<end]).isFurniture
    }

    /// Marks what is a scrap at one end of the article, unless that would be a fifth of its words: then it is rather a
    /// list or verse.
    private mutating func fold(_ range: Range<Int>, of words: Int, _ isScrap: (HTMLPiece) -> Bool) {
        let scraps = range.filter { !parts[$0].isFurniture && isScrap(parts[$0].piece) }
        guard scraps.reduce(0, { $0 + parts[$1].piece.words }) * 5 < words else { return }
        for index in scraps { parts[index].isFurniture = true }
    }

    /// Marks the sections whose headings say that they are furniture: related articles, comments, the author.
    ///
    /// In the last third of the text a section goes on to the next heading; before, to the next paragraph, for a box may
    /// stand in the middle of the text.
    private mutating func foldSections(from first: Int) {
        let all = parts.reduce(0) { $0 + ($1.isFurniture ? 0 : $1.piece.weight) }
        var done = parts[..<first].reduce(0) { $0 + ($1.isFurniture ? 0 : $1.piece.weight) }
        var index = first
        while index < parts.count {
            let piece = parts[index].piece
            defer { index += 1 }
            if !parts[index].isFurniture { done += piece.weight }
            let isTail = done * 3 >= all * 2
            guard !parts[index].isFurniture, piece.level > 0 || isTail && piece.kind == .paragraph, piece.words <= 10
            else {
                continue
            }
            let sign = Furniture.sign(of: writer.text[piece.range])
            guard piece.level > 0 ? sign.isFurniture : sign == .opening else { continue }
            var end = index + 1
            while end < parts.count, piece.level == 0 || !(1...piece.level ~= parts[end].piece.level),
                isTail && (piece.level > 0 || done * 10 >= all * 9) || !parts[end].piece.isProse
                    || parts[end].isFurniture
            {
                end += 1
            }
            for part in index..<end { parts[part].isFurniture = true }
            index = end - 1
        }
    }

    /// Whether a piece after the last paragraph is none of the article's.
    private static func isScrap(_ piece: HTMLPiece) -> Bool {
        switch piece.kind {
        case .heading: true
        case .paragraph: !piece.isSentence || piece.isLinked
        case .item: piece.isLinked
        default: false
        }
    }
}
