import Model
import Terminal

/// How many companies the picker shows on a screen.
public func pickerHeight(in layout: MainLayout) -> Int {
    max(1, OverlayFrame.box(in: layout, width: 60, height: 24).height - 3)
}

/// The company picker: the line typed, then names with counts and the alias that answered.
func drawPicker(_ picker: PickerState, over layout: MainLayout, on canvas: inout Canvas) {
    let box = OverlayFrame.box(in: layout, width: 60, height: 24)
    let inner = OverlayFrame.draw(picker.title, box, on: &canvas)
    canvas.put("> ", at: Point(x: inner.x, y: inner.y), width: 2, Style(.prompt, .bold))
    canvas.put(picker.line.line, at: Point(x: inner.x + 2, y: inner.y), width: inner.width - 2, Style(.text))
    let count = Figures.grouped(picker.matches)
    if !picker.isLoading, inner.width > 24 {
        let x = inner.maxX - count.utf8.count
        canvas.put(count, at: Point(x: x, y: inner.y), width: count.utf8.count, Style(.dim))
    }
    let before = String(picker.line.text[..<picker.line.cursor])
    canvas.cursor = Point(x: min(inner.maxX - 1, inner.x + 2 + TextWidth.columns(of: before)), y: inner.y)
    guard !picker.choices.isEmpty else {
        let hint = picker.takesNew ? "Enter makes it a new one." : "Esc closes."
        let text = picker.isLoading ? "Reading the names…" : "No company has this name. \(hint)"
        canvas.put(text, at: Point(x: inner.x, y: inner.y + 1), width: inner.width, Style(.dim))
        return
    }
    for row in 0..<(inner.height - 1) {
        let index = picker.top + row
        guard index < picker.choices.count else { break }
        let frame = Rect(x: inner.x, y: inner.y + 1 + row, width: inner.width, height: 1)
        drawChoice(picker.choices[index], in: frame, on: &canvas)
        if index == picker.cursor { canvas.mark(frame, .selected) }
    }
}

private func drawChoice(_ choice: PickerState.Choice, in frame: Rect, on canvas: inout Canvas) {
    let counts = choice.row.articles == 0 ? "" : "\(choice.row.unread) / \(choice.row.articles)"
    let countsX = frame.maxX - counts.utf8.count
    canvas.put(choice.row.isFollowed ? "★" : " ", at: Point(x: frame.x, y: frame.y), width: 1, Style(.starred))
    var x = frame.x + 2
    let room = countsX - 1 - x
    x += canvas.put(
        TextWidth.truncated(choice.row.name, to: room), at: Point(x: x, y: frame.y), width: room, Style(.company))
    if let reason = choice.reason, countsX - x > 6 {
        let text = TextWidth.truncated("  \(reason)", to: countsX - 1 - x)
        canvas.put(text, at: Point(x: x, y: frame.y), width: countsX - 1 - x, Style(.dim))
    }
    canvas.put(counts, at: Point(x: countsX, y: frame.y), width: counts.utf8.count, Style(.count))
}
