public import Terminal

/// The whole screen as a canvas: bars, panes and what lies over them.
public func draw(_ state: MainState) -> Canvas {
    var canvas = Canvas(state.size)
    guard !MainLayout.isTooSmall(state.size) else {
        drawTooSmall(on: &canvas)
        return canvas
    }
    let layout = state.layout
    drawHeader(state, in: layout.header, on: &canvas)
    drawPanes(state, layout, on: &canvas)
    drawFooter(state, in: layout.footer, on: &canvas)
    switch state.overlay {
    case .picker(let picker): drawPicker(picker, over: layout, on: &canvas)
    case .menu(let menu): drawMenu(menu, over: layout, on: &canvas)
    case .help(let help): drawHelp(help, over: layout, on: &canvas)
    case .history(let history):
        drawHistory(history, over: layout, dates: DateText(now: state.now, zone: state.zone), on: &canvas)
    case nil: break
    }
    return canvas
}

private func drawPanes(_ state: MainState, _ layout: MainLayout, on canvas: inout Canvas) {
    if state.libraryIsEmpty {
        let body = Rect(x: 0, y: 1, width: state.size.width, height: state.size.height - 2)
        drawStart(in: body, on: &canvas)
        return
    }
    if let pane = layout.companies {
        drawHeading("COMPANIES", detail: "12 wk", state.focus == .companies, pane, layout, on: &canvas)
        drawCompanies(
            state.companies, fetching: state.refreshing?.fetching ?? [], in: layout.content(of: pane),
            hasFocus: state.focus == .companies, on: &canvas)
    }
    if let pane = layout.articles {
        let detail = state.articles.position
        drawHeading("ARTICLES", detail: detail, state.focus == .articles, pane, layout, on: &canvas)
        drawArticles(
            state.articles, in: layout.content(of: pane), hasFocus: state.focus == .articles,
            dates: DateText(now: state.now, zone: state.zone), on: &canvas)
    }
    if let pane = layout.reader {
        drawReader(state, in: pane, on: &canvas)
    }
    drawBorders(layout, height: state.size.height, on: &canvas)
}

/// The vertical lines between panes.
private func drawBorders(_ layout: MainLayout, height: Int, on canvas: inout Canvas) {
    for pane in [layout.companies, layout.articles] {
        guard let pane, pane.maxX < canvas.size.width else { continue }
        for y in pane.y..<pane.maxY {
            canvas.put("│", at: Point(x: pane.maxX, y: y), width: 1, Style(.border))
        }
    }
}

/// A pane's heading: its name on the left, a detail on the right; underlined when it has the focus.
private func drawHeading(
    _ title: String, detail: String, _ hasFocus: Bool, _ pane: Rect, _ layout: MainLayout, on canvas: inout Canvas
) {
    guard layout.hasHeadings else { return }
    let style = Style(.header, hasFocus ? [.bold, .underline] : [])
    canvas.put(title, at: Point(x: pane.x + 1, y: pane.y), width: pane.width - 1, style)
    let width = TextWidth.columns(of: detail)
    let x = pane.maxX - 1 - width
    guard x > pane.x + title.utf8.count + 1 else { return }
    canvas.put(detail, at: Point(x: x, y: pane.y), width: width, Style(.header))
}

private func drawTooSmall(on canvas: inout Canvas) {
    let need = "\(MainLayout.smallest.width)x\(MainLayout.smallest.height)"
    let size = Size(width: canvas.size.width, height: canvas.size.height)
    canvas.put(
        "Too small: needs \(need)", at: Point(x: 0, y: 0), width: size.width, Style(.error))
}
