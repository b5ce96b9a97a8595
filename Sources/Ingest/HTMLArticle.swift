import Model

/// The article of a page: the pieces of its root, with those marked that are furniture.
struct HTMLArticle {
    private(set) var measures: HTMLMeasures
    let writer: HTMLWriter
    /// The pieces of the article, in order, and whether each is furniture.
    private(set) var parts: [(piece: HTMLPiece, isFurniture: Bool)] = []

    /// Finds the article of a page; all of a fragment is one.
    init(_ document: HTMLDocument, isFragment: Bool = false) {
        let traits = document.nodes.indices.map { document.nodes[$0].isText ? [] : HTMLTraits(document, $0) }
        var writer = HTMLPieces.write(document) { traits[$0].contains(.hidden) }
        if writer.text.count < 200 {
            // Some pages hide all until their scripts have run.
            let shown = HTMLPieces.write(document) { HTMLElements.dropped.contains(document.nodes[$0].tag) }
            if shown.text.count > writer.text.count * 3 { writer = shown }
        }
        self.writer = writer
        measures = HTMLMeasures(document: document, traits: traits, pieces: writer.pieces)
        let ranges = isFragment ? [0..<document.nodes.count] : HTMLRoot(measures).ranges
        for range in ranges { markLinkLists(range) }
        for range in ranges where !range.isEmpty {
            for index in measures.pieces(range.lowerBound) {
                let piece = writer.pieces[index]
                parts.append((piece, piece.isPicture || measures.isZone(piece.node)))
            }
        }
        if !isFragment { fold() }
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
        for index in parts.indices {
            let piece = parts[index].piece
            if index < first, piece.kind != .heading, !piece.isSentence || piece.words < 4 {
                parts[index].isFurniture = true
            }
            if index > last, isScrap(piece) { parts[index].isFurniture = true }
            if piece.kind == .paragraph, piece.linked * 10 >= piece.range.count * 9, piece.words <= 25 {
                parts[index].isFurniture = true
            }
        }
    }

    /// Whether a piece after the last paragraph is none of the article's.
    private func isScrap(_ piece: HTMLPiece) -> Bool {
        switch piece.kind {
        case .heading: true
        case .paragraph: !piece.isSentence || piece.isLinked
        case .item: piece.isLinked
        default: false
        }
    }
}
