import Terminal

/// A short menu over the panes.
func drawMenu(_ menu: MenuState, over layout: MainLayout, on canvas: inout Canvas) {
    let width = 8 + (menu.items.map { TextWidth.columns(of: $0.text) }.max() ?? 0) + 4
    let box = OverlayFrame.box(in: layout, width: max(24, width), height: menu.items.count + 2)
    let inner = OverlayFrame.draw(menu.title, box, on: &canvas)
    let top = max(0, menu.cursor - inner.height + 1)
    for (row, item) in menu.items.dropFirst(top).prefix(inner.height).enumerated() {
        let frame = Rect(x: inner.x, y: inner.y + row, width: inner.width, height: 1)
        canvas.put(item.isOn ? "✓" : " ", at: Point(x: frame.x, y: frame.y), width: 1, Style(.good, .bold))
        canvas.put(String(item.key), at: Point(x: frame.x + 2, y: frame.y), width: 1, Style(.barStrong, .bold))
        canvas.put(item.text, at: Point(x: frame.x + 5, y: frame.y), width: frame.width - 5, Style(.text))
        if top + row == menu.cursor {
            canvas.mark(frame, .selected)
            canvas.cursor = Point(x: frame.x, y: frame.y)
        }
    }
}
