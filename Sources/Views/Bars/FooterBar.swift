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
    if state.focus == .companies, case .source(let source, _) = state.companies.chosen {
        let dates = DateText(now: state.now, zone: state.zone)
        let isFetching = state.refreshing?.fetching.contains(source.id) ?? false
        let status = SourceText.status(of: source, isFetching: isFetching, dates: dates)
        let rest = room - TextWidth.columns(of: status) - 3
        return (rest < 20 ? status : status + "  " + hintLine(state.hints, room: rest), .barStrong)
    }
    if state.focus == .articles, state.articles.rangeStart != nil {
        return ("\(state.articles.selection.count) selected", .barStrong)
    }
    if let why = state.why {
        let rest = room - TextWidth.columns(of: why) - 3
        return (rest < 20 ? why : why + "  " + hintLine(state.hints, room: rest), .barStrong)
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

/// `2/38` in the list, `article 42%` while reading; before it how far sources have been fetched and articles read again.
private func footerPosition(_ state: MainState) -> String {
    let progress = footerProgress(state)
    guard !state.libraryIsEmpty else { return progress }
    let list = progress + state.articles.position
    guard let reader = state.reader, state.layout.reader != nil else { return list + " " }
    return "\(list)  article \(reader.percent)% "
}

/// What goes on in the background: `12/40, 3.1 MB, 57 new`.
private func footerProgress(_ state: MainState) -> String {
    let isShort = state.size.width < 60
    if let refreshing = state.refreshing { return refreshing.text(isShort: isShort) + "  " }
    guard !isShort else { return "" }
    if state.fetchingPage != nil { return "fetching the page…  " }
    return state.rereading.map { "\($0.text)  " } ?? ""
}

private func drawPrompt(_ prompt: PromptState, in bar: Rect, on canvas: inout Canvas) {
    let style = Style(.prompt)
    canvas.fill(bar, style)
    let sign = TextWidth.columns(of: prompt.sign)
    canvas.put(prompt.sign, at: Point(x: bar.x, y: bar.y), width: sign, Style(.prompt, .bold))
    let before = String(prompt.text[..<prompt.cursor])
    let line = prompt.line
    let start = bar.x + sign
    let room = max(1, bar.width - sign - 1)
    // A line longer than the bar is shifted so that the cursor stays in sight.
    let shift = max(0, TextWidth.columns(of: before) - room + 1)
    let visible = shift == 0 ? line : dropColumns(shift, of: line)
    let used = sign - 1 + canvas.put(visible, at: Point(x: start, y: bar.y), width: room, style)
    canvas.cursor = Point(x: start + TextWidth.columns(of: before) - shift, y: bar.y)
    if let complaint = prompt.complaint {
        if let column = complaint.column, column <= prompt.text.count {
            let x = start + TextWidth.columns(of: String(prompt.text[..<column])) - shift
            if x > bar.x, x < bar.maxX {
                canvas.mark(Rect(x: x, y: bar.y, width: 1, height: 1), [.underline, .reverse])
            }
        }
        drawAside(complaint.text, .error, after: used, in: bar, on: &canvas)
    } else if !prompt.completions.isEmpty {
        drawCompletions(prompt, after: used, in: bar, on: &canvas)
    }
}

/// What Tab offers, the chosen one marked and in sight.
private func drawCompletions(_ prompt: PromptState, after used: Int, in bar: Rect, on canvas: inout Canvas) {
    var x = bar.x + used + 4
    guard bar.maxX - x > 9 else { return }
    // From the chosen one on where those before it leave no room.
    let chosen = prompt.chosen ?? 0
    let width = prompt.completions.prefix(chosen + 1).reduce(0) { $0 + TextWidth.columns(of: $1) + 2 }
    let first = width > bar.maxX - x - 1 ? chosen : 0
    for (index, text) in prompt.completions.enumerated().dropFirst(first) {
        let room = bar.maxX - x - 1
        guard room > 3 else { return }
        let style = index == prompt.chosen ? Style(.barStrong, .reverse) : Style(.dim)
        x += canvas.put(TextWidth.truncated(text, to: room), at: Point(x: x, y: bar.y), width: room, style) + 2
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
