import Terminal

/// How many lines of help a screen shows.
public func helpHeight(in layout: MainLayout) -> Int {
    max(1, OverlayFrame.box(in: layout, width: 76, height: 200).height - 2)
}

/// The keys, as the key map has them now.
func drawHelp(_ help: HelpState, over layout: MainLayout, on canvas: inout Canvas) {
    let box = OverlayFrame.box(in: layout, width: 76, height: help.lines.count + 2)
    let inner = OverlayFrame.draw("Keys", box, on: &canvas)
    let keysWidth = min(24, inner.width / 3)
    for row in 0..<inner.height {
        guard help.lines.indices.contains(help.top + row) else { break }
        let y = inner.y + row
        switch help.lines[help.top + row] {
        case .blank: break
        case .group(let name):
            canvas.put(name, at: Point(x: inner.x, y: y), width: inner.width, Style(.heading, .bold))
        case .keys(let keys, let text):
            canvas.put(keys, at: Point(x: inner.x + 2, y: y), width: keysWidth - 3, Style(.barStrong, .bold))
            let x = inner.x + keysWidth
            canvas.put(
                TextWidth.truncated(text, to: inner.maxX - x), at: Point(x: x, y: y), width: inner.maxX - x,
                Style(.text))
        }
    }
    canvas.cursor = Point(x: inner.x, y: inner.y)
}
