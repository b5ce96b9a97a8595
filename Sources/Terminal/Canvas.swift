/// A screen in memory: cells in rows, and where the cursor stands.
///
/// Whatever is put on it is made harmless on the way (`SafeText`) and never leaves half a wide character.
///
/// ```swift
/// var canvas = Canvas(Size(width: 8, height: 1))
/// canvas.put("日本 Nexi", at: Point(x: 0, y: 0), width: 6, Style(.title))  // 6
/// canvas.text(row: 0)  // "日本 N  "
/// ```
public struct Canvas: Sendable {
    /// Its columns and rows.
    public let size: Size
    /// Where the terminal's cursor stands; `nil` hides it.
    public var cursor: Point?
    /// The part that can be drawn on, at first the whole; never more than the whole.
    public var clip: Rect {
        didSet { clip = clip.intersection(Rect(size)) }
    }
    private var cells: [Cell]
    private var clusters = Clusters()

    /// An empty canvas.
    public init(_ size: Size) {
        self.size = Size(width: max(0, size.width), height: max(0, size.height))
        clip = Rect(self.size)
        cells = Array(repeating: .blank(Style(.text)), count: clip.width * clip.height)
    }
}

// MARK: - Drawing

extension Canvas {
    /// Empties a part and gives it a style.
    public mutating func fill(_ rect: Rect, _ style: Style) {
        let area = rect.intersection(clip)
        guard !area.isEmpty else { return }
        for row in area.y..<area.maxY {
            separate(row: row, column: area.x)
            separate(row: row, column: area.maxX)
            let start = row * size.width
            for index in start + area.x..<start + area.maxX {
                cells[index] = .blank(style)
            }
        }
    }

    /// Adds marks to what a part shows; roles stay.
    public mutating func mark(_ rect: Rect, _ marks: Marks) {
        let area = rect.intersection(clip)
        guard !area.isEmpty else { return }
        for row in area.y..<area.maxY {
            let start = row * size.width
            for index in start + area.x..<start + area.maxX {
                cells[index].style.marks.formUnion(marks)
            }
        }
    }

    /// Writes a text on one line, from a place to the right, over at most `width` columns.
    ///
    /// A wide character that would be cut in half leaves a blank. Marks without a character before them in the same
    /// text are left out.
    ///
    /// - Returns: How many columns were written, those cut off at the left of the clip included.
    @discardableResult
    @specialized(where Text == String)
    @specialized(where Text == Substring)
    public mutating func put<Text: StringProtocol>(_ text: Text, at point: Point, width: Int, _ style: Style) -> Int {
        let end = width < clip.maxX - point.x ? point.x + width : clip.maxX
        guard point.y >= clip.y, point.y < clip.maxY, point.x < end else { return 0 }
        return text.withBytes { write($0, row: point.y, columns: point.x..<end, style) }
    }
}

extension Canvas {
    /// Where a text is being written.
    private struct Pen {
        /// The first cell of the row.
        let start: Int
        /// The column that the next character takes; before the clip nothing is drawn.
        var column: Int
        /// The column at which the text ends.
        let end: Int
        let style: Style
        /// The cell of the character before, onto which marks go.
        var base: Int?
    }

    private mutating func write(
        _ bytes: UnsafeBufferPointer<UInt8>, row: Int, columns: Range<Int>, _ style: Style
    ) -> Int {
        let left = max(columns.lowerBound, clip.x)
        if !bytes.isEmpty { separate(row: row, column: left) }
        var pen = Pen(start: row * size.width, column: columns.lowerBound, end: columns.upperBound, style: style)
        var offset = 0
        while true {
            offset = writePlain(bytes, from: offset, with: &pen)
            guard offset < bytes.count else { break }
            let (value, length) = bytes.scalar(at: offset)
            let glyph = Glyph(value)
            guard pen.column + glyph.columns <= pen.end else {
                if pen.column < pen.end { set(.blank(style), with: &pen) }
                break
            }
            draw(value, glyph, with: &pen)
            offset += length
        }
        separateEnd(of: pen, from: left)
        return pen.column - columns.lowerBound
    }

    /// Writes printable ASCII as far as it goes, the fast path; where the rest begins.
    private mutating func writePlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, with pen: inout Pen) -> Int {
        guard pen.column >= clip.x else { return start }
        let end = min(bytes.count, start + pen.end - pen.column)
        let shift = pen.start + pen.column - start
        var offset = start
        while offset < end, (0x20..<0x7F).contains(bytes[offset]) {
            cells[offset + shift] = Cell(code: UInt32(bytes[offset]), width: 1, style: pen.style)
            offset += 1
        }
        guard offset > start else { return start }
        pen.column += offset - start
        pen.base = offset - 1 + shift
        return offset
    }

    private mutating func draw(_ value: UInt32, _ glyph: Glyph, with pen: inout Pen) {
        switch glyph {
        case .narrow: set(Cell(code: value, width: 1, style: pen.style), with: &pen)
        case .space: set(.blank(pen.style), with: &pen)
        case .replaced: set(Cell(code: 0xFFFD, width: 1, style: pen.style), with: &pen)
        case .wide: setWide(value, with: &pen)
        case .mark: add(mark: value, with: pen)
        case .hidden: break
        }
    }

    private mutating func set(_ cell: Cell, with pen: inout Pen) {
        pen.base = nil
        if pen.column >= clip.x {
            cells[pen.start + pen.column] = cell
            pen.base = pen.start + pen.column
        }
        pen.column += 1
    }

    private mutating func setWide(_ value: UInt32, with pen: inout Pen) {
        guard pen.column >= clip.x else {
            // At most its right half is inside.
            set(.blank(pen.style), with: &pen)
            set(.blank(pen.style), with: &pen)
            pen.base = nil
            return
        }
        set(Cell(code: value, width: 2, style: pen.style), with: &pen)
        let base = pen.base
        set(.rightHalf(pen.style), with: &pen)
        pen.base = base
    }

    private mutating func add(mark: UInt32, with pen: Pen) {
        guard let base = pen.base else { return }
        let scalars = clusters.scalars(of: cells[base])
        guard scalars.count < Clusters.longest else { return }
        let cell = cells[base]
        cells[base] = Cell(cluster: clusters.number(of: scalars + [mark]), width: cell.width, style: cell.style)
    }

    /// Makes blanks of a wide character that has its halves on both sides of a column's left edge.
    private mutating func separate(row: Int, column: Int) {
        guard column > 0, column < size.width else { return }
        let index = row * size.width + column
        guard cells[index].width == 0 else { return }
        cells[index - 1] = .blank(cells[index - 1].style)
        cells[index] = .blank(cells[index].style)
    }

    /// Makes a blank of a right half that has lost its left one to the text just written.
    private mutating func separateEnd(of pen: Pen, from left: Int) {
        guard pen.column > left, pen.column < size.width, cells[pen.start + pen.column].width == 0 else { return }
        cells[pen.start + pen.column] = .blank(cells[pen.start + pen.column].style)
    }
}

// MARK: - What it shows

extension Canvas {
    /// The cell in column `x` of row `y`; both must be inside.
    public subscript(x: Int, y: Int) -> Cell {
        precondition(Rect(size).contains(Point(x: x, y: y)), "a cell lies inside its canvas")
        return cells[y * size.width + x]
    }

    /// The character that begins in column `x` of row `y`, with its marks; empty in a right half.
    public func character(x: Int, y: Int) -> String {
        var text = String.UnicodeScalarView()
        append(self[x, y], to: &text)
        return String(text)
    }

    /// The characters of a row, blanks included; empty for a row outside.
    public func text(row: Int) -> String {
        guard (0..<size.height).contains(row) else { return "" }
        var text = String.UnicodeScalarView()
        for cell in cells[row * size.width..<(row + 1) * size.width] {
            append(cell, to: &text)
        }
        return String(text)
    }

    /// The scalar values that a cell of this canvas shows, the base first; none in a right half.
    func scalars(of cell: Cell) -> [UInt32] {
        cell.width == 0 ? [] : clusters.scalars(of: cell)
    }

    private func append(_ cell: Cell, to text: inout String.UnicodeScalarView) {
        guard cell.width > 0 else { return }
        for value in clusters.scalars(of: cell) {
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
    }
}

// MARK: - Comparing

extension Canvas: Equatable {
    /// Whether both show the same, the cursor included; the clip is not shown and does not count.
    public static func == (left: Canvas, right: Canvas) -> Bool {
        guard left.size == right.size, left.cursor == right.cursor else { return false }
        return left.cells.indices.allSatisfy { left.shows(at: $0, sameAs: right) }
    }

    /// The runs of columns in a row in which this canvas shows something else than another one of the same size.
    ///
    /// A run never begins in a right half.
    func changes(row: Int, from other: Canvas) -> [Range<Int>] {
        let start = row * size.width
        var runs: [Range<Int>] = []
        var column = 0
        while column < size.width {
            guard !shows(at: start + column, sameAs: other) else {
                column += 1
                continue
            }
            let first = cells[start + column].width == 0 ? column - 1 : column
            while column < size.width, !shows(at: start + column, sameAs: other) { column += 1 }
            runs.append(first..<column)
        }
        return runs
    }

    private func shows(at index: Int, sameAs other: Canvas) -> Bool {
        let mine = cells[index]
        let its = other.cells[index]
        guard mine.cluster != nil, its.cluster != nil else { return mine == its }
        return mine.width == its.width && mine.style == its.style
            && clusters.scalars(of: mine) == other.clusters.scalars(of: its)
    }
}
