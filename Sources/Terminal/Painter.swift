import CTerminal

/// Hands ncurses what differs between one canvas and the next.
struct Painter {
    private let palette: Palette
    private var shown: Canvas?
    /// What ncurses was told of a style, by role and marks, once the style has been used.
    private var paints: [Paint?]
    private var run: [ct_cell] = []

    /// Attributes and a pair of colours as the C shim takes them.
    private struct Paint {
        let attributes: UInt16
        let pair: Int32
    }

    init(palette: Palette) {
        self.palette = palette
        paints = Array(repeating: nil, count: Role.allCases.count << 8)
        // The pairs of colours that nearly every screen has are made while nobody waits for a frame yet.
        for role in Role.allCases {
            for marks: Marks in [[], .selected, .current] { _ = paint(for: Style(role, marks)) }
        }
    }

    /// Takes it that nothing is on the screen.
    mutating func forget() {
        shown = nil
    }

    mutating func show(_ canvas: Canvas) {
        let before = shown.flatMap { $0.size == canvas.size ? $0 : nil }
        for row in 0..<canvas.size.height {
            for columns in before.map({ canvas.changes(row: row, from: $0) }) ?? [0..<canvas.size.width] {
                draw(canvas, row: row, columns: columns)
            }
        }
        if let cursor = canvas.cursor, Rect(canvas.size).contains(cursor) {
            ct_flush(CInt(cursor.y), CInt(cursor.x))
        } else {
            ct_flush(-1, 0)
        }
        shown = canvas
    }

    private mutating func draw(_ canvas: Canvas, row: Int, columns: Range<Int>) {
        run.removeAll(keepingCapacity: true)
        for column in columns {
            let cell = canvas[column, row]
            guard cell.width > 0 else { continue }
            let paint = paint(for: cell.style)
            run.append(
                ct_cell(
                    scalars: canvas.packed(cell), attributes: paint.attributes, columns: UInt16(cell.width),
                    pair: paint.pair))
        }
        ct_draw(CInt(row), CInt(columns.lowerBound), run, CInt(run.count))
    }

    private mutating func paint(for style: Style) -> Paint {
        let index = Int(style.role.rawValue) << 8 | Int(style.marks.rawValue)
        if let paint = paints[index] { return paint }
        let look = palette.look(of: style)
        let paint = Paint(
            attributes: UInt16(look.attributes.rawValue),
            pair: ct_pair(look.foreground.map { CInt($0) } ?? -1, look.background.map { CInt($0) } ?? -1))
        paints[index] = paint
        return paint
    }
}

extension Canvas {
    /// The scalar values of a cell, filled up with 0.
    fileprivate func packed(_ cell: Cell) -> (UInt32, UInt32, UInt32, UInt32, UInt32) {
        guard cell.cluster != nil else { return (cell.code, 0, 0, 0, 0) }
        let scalars = scalars(of: cell)
        func value(_ index: Int) -> UInt32 { index < scalars.count ? scalars[index] : 0 }
        return (value(0), value(1), value(2), value(3), value(4))
    }
}
