import Model
import Terminal

/// The last line: the prompt, a message, what the entity under the cursor is, or the keys; and the position.
func drawFooter(_ state: MainState, in bar: Rect, on canvas: inout Canvas) {
    canvas.fill(bar, Style(.bar))
    if let prompt = state.prompt {
        drawPrompt(prompt, in: bar, on: &canvas)
        return
    }
    let position = footerPosition(state)
    let positionWidth = TextWidth.columns(of: position)
    if bar.width > positionWidth + 12 {
        canvas.put(position, at: Point(x: bar.maxX - positionWidth, y: bar.y), width: positionWidth, Style(.bar))
    }
    let room = bar.width > positionWidth + 12 ? bar.width - positionWidth - 2 : bar.width - 1
    let (text, role) = footerText(state, room: room)
    canvas.put(
        TextWidth.truncated(text, to: room - 1), at: Point(x: bar.x + 1, y: bar.y), width: room - 1, Style(role))
}

/// What the line says, and how it is meant.
private func footerText(_ state: MainState, room: Int) -> (String, Role) {
    if let notice = state.notice {
        switch notice.tone {
        case .plain: return (notice.text, .barStrong)
        case .good: return (notice.text, .good)
        case .bad: return (notice.text, .error)
        }
    }
    if state.focus == .reader, let explanation = state.reader?.explanation {
        return (explanation, .barStrong)
    }
    if state.focus == .articles, state.articles.rangeStart != nil {
        return ("\(state.articles.selection.count) selected", .barStrong)
    }
    return (hintLine(state.hints, room: room), .bar)
}

/// As many hints as there is room for; the last one, which leads to all keys, comes first where not all fit.
private func hintLine(_ hints: [String], room: Int) -> String {
    let all = hints.joined(separator: "  ")
    guard TextWidth.columns(of: all) >= room, let help = hints.last else { return all }
    var line = help
    for hint in hints.dropLast() {
        let longer = line + "  " + hint
        guard TextWidth.columns(of: longer) < room else { break }
        line = longer
    }
    return line
}

/// `2/38` in the list, `article 42%` while reading; before it how far articles have been read again.
private func footerPosition(_ state: MainState) -> String {
    guard !state.libraryIsEmpty else { return "" }
    let progress = state.rereading.map { state.size.width < 60 ? "" : "\($0.text)  " } ?? ""
    let list = progress + state.articles.position
    guard let reader = state.reader, state.layout.reader != nil else { return list + " " }
    return "\(list)  article \(reader.percent)% "
}

private func drawPrompt(_ prompt: PromptState, in bar: Rect, on canvas: inout Canvas) {
    let style = Style(.prompt)
    canvas.fill(bar, style)
    canvas.put(prompt.sign, at: Point(x: bar.x, y: bar.y), width: 1, Style(.prompt, .bold))
    let before = String(prompt.text[..<prompt.cursor])
    let line = prompt.line
    let room = bar.width - 2
    // A line longer than the bar is shifted so that the cursor stays in sight.
    let shift = max(0, TextWidth.columns(of: before) - room + 1)
    let visible = shift == 0 ? line : dropColumns(shift, of: line)
    let used = canvas.put(visible, at: Point(x: bar.x + 1, y: bar.y), width: room, style)
    canvas.cursor = Point(x: bar.x + 1 + TextWidth.columns(of: before) - shift, y: bar.y)
    if let complaint = prompt.complaint {
        if let column = complaint.column, column <= prompt.text.count {
            let x = bar.x + 1 + TextWidth.columns(of: String(prompt.text[..<column])) - shift
            if x > bar.x, x < bar.maxX {
                canvas.mark(Rect(x: x, y: bar.y, width: 1, height: 1), [.underline, .reverse])
            }
        }
        drawAside(complaint.text, .error, after: used, in: bar, on: &canvas)
    } else if !prompt.completions.isEmpty {
        drawAside(prompt.completions.joined(separator: "  "), .dim, after: used, in: bar, on: &canvas)
    }
}

/// Something said to the right of the line being typed.
private func drawAside(_ text: String, _ role: Role, after used: Int, in bar: Rect, on canvas: inout Canvas) {
    let x = bar.x + used + 4
    let room = bar.maxX - x - 1
    guard room > 8 else { return }
    canvas.put(TextWidth.truncated(text, to: room), at: Point(x: x, y: bar.y), width: room, Style(role))
}

/// A text without its first columns.
private func dropColumns(_ columns: Int, of text: String) -> String {
    var dropped = 0
    let kept = text.drop { character in
        guard dropped < columns else { return false }
        dropped += TextWidth.columns(of: String(character))
        return true
    }
    return String(kept)
}
