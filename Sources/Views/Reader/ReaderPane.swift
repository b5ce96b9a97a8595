import Model
public import Terminal

/// The article: title, byline, companies, text with its entities, folded furniture.
func drawReader(_ state: MainState, in pane: Rect, on canvas: inout Canvas) {
    let hasFocus = state.focus == .reader
    guard let reader = state.reader else {
        if hasFocus { canvas.cursor = Point(x: pane.x, y: pane.y) }
        return
    }
    let text = ReaderText(reader)
    let x = pane.x + ReaderFrame.margin(of: pane)
    for row in 0..<pane.height {
        let index = reader.top + row
        guard index < reader.layout.lines.count else { break }
        text.draw(reader.layout.lines[index], at: Point(x: x, y: pane.y + row), on: &canvas)
    }
    if hasFocus { canvas.cursor = text.cursor(in: pane, x: x) ?? Point(x: x, y: pane.y) }
}

/// Where the text stands in the reading pane.
public enum ReaderFrame {
    /// Columns free on the left of the text: a small margin, or what centres it in a wide pane.
    static func margin(of pane: Rect) -> Int {
        pane.width < 30 ? 0 : max(1, min(4, (pane.width - ArticleLayout.widest) / 2))
    }

    /// The columns and lines that the text of an article has in a pane.
    public static func window(of pane: Rect) -> Size {
        let margin = margin(of: pane)
        return Size(width: max(1, pane.width - margin - (margin > 0 ? 1 : 0)), height: pane.height)
    }
}

/// Draws an article's lines with entities, links and matches marked.
private struct ReaderText {
    let reader: ReaderState

    init(_ reader: ReaderState) {
        self.reader = reader
    }

    func draw(_ line: ArticleLayout.Line, at point: Point, on canvas: inout Canvas) {
        let width = reader.layout.width - line.indent
        let start = Point(x: point.x + line.indent, y: point.y)
        if line.sign != .none {
            canvas.put(line.sign.rawValue, at: point, width: line.indent, Style(.quote))
        }
        switch line.content {
        case .blank: break
        case .label(let text, let label):
            canvas.put(text, at: start, width: width, style(of: label))
        case .text(let range, let kind):
            draw(range, kind, at: start, width: width, on: &canvas)
        }
    }

    /// Where the real cursor stands: on the chosen entity, when its line is on the screen.
    func cursor(in pane: Rect, x: Int) -> Point? {
        guard let mention = reader.mention else { return nil }
        for row in 0..<pane.height {
            let index = reader.top + row
            guard index < reader.layout.lines.count else { return nil }
            let line = reader.layout.lines[index]
            guard case .text(let range, _) = line.content, range.contains(mention.range.lowerBound) else { continue }
            let before = reader.shown.text.slice(range.lowerBound..<mention.range.lowerBound)
            return Point(x: x + line.indent + TextWidth.columns(of: before), y: pane.y + row)
        }
        return nil
    }

    private func draw(
        _ range: Range<Int>, _ kind: Block.Kind, at point: Point, width: Int, on canvas: inout Canvas
    ) {
        let base = style(of: kind)
        var x = point.x
        for piece in pieces(of: range, base) {
            x += canvas.put(
                reader.shown.text.slice(piece.range), at: Point(x: x, y: point.y), width: point.x + width - x,
                piece.style)
        }
    }

    /// A line cut where the style changes.
    private func pieces(of range: Range<Int>, _ base: Style) -> [(range: Range<Int>, style: Style)] {
        var cuts: [(range: Range<Int>, style: Style)] = []
        var at = range.lowerBound
        let mentions = reader.shown.mentions
        var index = mentions.partitioningIndex { $0.range.upperBound > range.lowerBound }
        while index < mentions.count, mentions[index].range.lowerBound < range.upperBound {
            let span = mentions[index].range.clamped(to: range)
            if at < span.lowerBound { cuts.append((at..<span.lowerBound, base)) }
            var style = Style(role(of: mentions[index].kind), base.marks)
            if index == reader.entity { style.marks.insert(.reverse) }
            cuts.append((span, style))
            at = span.upperBound
            index += 1
        }
        if at < range.upperBound { cuts.append((at..<range.upperBound, base)) }
        if let changes = reader.changes { return changed(range, changes.pieces, base) }
        let linked = marked(cuts, at: reader.article.links.map(\.range), with: .underline)
        return marked(linked, at: reader.matches, with: .match)
    }

    /// A line of a changed text, cut where something was removed or inserted.
    private func changed(
        _ range: Range<Int>, _ pieces: [ChangedText.Piece], _ base: Style
    ) -> [(range: Range<Int>, style: Style)] {
        var cuts: [(range: Range<Int>, style: Style)] = []
        var at = range.lowerBound
        var index = pieces.partitioningIndex { $0.range.upperBound > range.lowerBound }
        while index < pieces.count, pieces[index].range.lowerBound < range.upperBound {
            let span = pieces[index].range.clamped(to: range)
            if at < span.lowerBound { cuts.append((at..<span.lowerBound, base)) }
            cuts.append((span, Style(pieces[index].isInserted ? .inserted : .removed, base.marks)))
            at = span.upperBound
            index += 1
        }
        if at < range.upperBound { cuts.append((at..<range.upperBound, base)) }
        return cuts
    }

    /// The same pieces, cut again where some spans (in order) begin and end, with a mark on the spans.
    private func marked(
        _ pieces: [(range: Range<Int>, style: Style)], at spans: [Range<Int>], with mark: Marks
    ) -> [(range: Range<Int>, style: Style)] {
        guard let start = pieces.first?.range.lowerBound, let end = pieces.last?.range.upperBound else { return [] }
        var index = spans.partitioningIndex { $0.upperBound > start }
        guard index < spans.count, spans[index].lowerBound < end else { return pieces }
        var cuts: [(range: Range<Int>, style: Style)] = []
        for piece in pieces {
            var at = piece.range.lowerBound
            while index < spans.count, spans[index].lowerBound < piece.range.upperBound {
                let span = spans[index].clamped(to: at..<piece.range.upperBound)
                if at < span.lowerBound { cuts.append((at..<span.lowerBound, piece.style)) }
                var style = piece.style
                style.marks.insert(mark)
                if !span.isEmpty { cuts.append((span, style)) }
                at = max(at, span.upperBound)
                guard spans[index].upperBound <= piece.range.upperBound else { break }
                index += 1
            }
            if at < piece.range.upperBound { cuts.append((at..<piece.range.upperBound, piece.style)) }
        }
        return cuts
    }

    private func role(of kind: Mention.Kind) -> Role {
        switch kind {
        case .company: .company
        case .organization: .organization
        case .product: .product
        case .person: .person
        case .place: .place
        case .amount: .amount
        }
    }

    private func style(of kind: Block.Kind) -> Style {
        switch kind {
        case .title: Style(.title, .bold)
        case .heading: Style(.heading, .bold)
        case .paragraph, .item: Style(.text)
        case .quote: Style(.quote, .italic)
        case .code: Style(.code)
        case .furniture: Style(.furniture)
        }
    }

    private func style(of label: ArticleLayout.Label) -> Style {
        switch label {
        case .title: Style(.title, .bold)
        case .byline: Style(.dim)
        case .companies: Style(.company)
        case .folded: Style(.furniture)
        case .address: Style(.link)
        }
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first place at which a condition holds that, once true, stays true; the end where it never does.
    func partitioningIndex(where holds: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
