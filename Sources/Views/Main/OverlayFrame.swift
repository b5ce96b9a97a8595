import Terminal

/// The boxes that lie over the panes.
enum OverlayFrame {
    /// A box of at most this size in the middle of the panes.
    static func box(in layout: MainLayout, width: Int, height: Int) -> Rect {
        let screen = layout.header.width
        let rows = max(1, layout.footer.y - 1)
        let width = min(width, screen)
        let height = min(height, rows)
        return Rect(x: (screen - width) / 2, y: 1 + (rows - height) / 2, width: width, height: height)
    }

    /// Draws a frame with a title and clears what is in it; what is left for the contents.
    static func draw(_ title: String, _ box: Rect, on canvas: inout Canvas) -> Rect {
        canvas.fill(box, Style(.text))
        guard box.height >= 4, box.width >= 12 else { return box }
        let line = String(repeating: "─", count: box.width - 2)
        let style = Style(.border)
        canvas.put("┌\(line)┐", at: Point(x: box.x, y: box.y), width: box.width, style)
        canvas.put("└\(line)┘", at: Point(x: box.x, y: box.maxY - 1), width: box.width, style)
        for y in (box.y + 1)..<(box.maxY - 1) {
            canvas.put("│", at: Point(x: box.x, y: y), width: 1, style)
            canvas.put("│", at: Point(x: box.maxX - 1, y: y), width: 1, style)
        }
        canvas.put(" \(title) ", at: Point(x: box.x + 2, y: box.y), width: box.width - 4, Style(.header, .bold))
        return Rect(x: box.x + 2, y: box.y + 1, width: box.width - 4, height: box.height - 2)
    }
}
