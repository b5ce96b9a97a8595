import Model
import Terminal

/// The list of articles: state, date, `±` where they have changed, outlet and companies on one line, title and tags on the next.
func drawArticles(
    _ state: ArticlesState, in pane: Rect, hasFocus: Bool, dates: DateText, on canvas: inout Canvas
) {
    guard !state.rows.isEmpty else {
        drawNothing(state, in: pane, hasFocus: hasFocus, on: &canvas)
        return
    }
    let height = ArticlesState.rowHeight(width: pane.width, height: pane.height)
    let selection = state.selection
    for line in 0..<max(1, pane.height / height) {
        let index = state.top + line
        guard index < state.rows.count else { break }
        let frame = Rect(x: pane.x, y: pane.y + line * height, width: pane.width, height: height)
        let row = state.rows[index]
        if height == 1 {
            drawShortRow(row, in: frame, dates: dates, matches: state.matches, on: &canvas)
        } else {
            drawFullRow(row, in: frame, dates: dates, matches: state.matches, on: &canvas)
        }
        if state.rangeStart != nil, selection.contains(index) {
            for y in frame.y..<frame.maxY {
                canvas.put("▌", at: Point(x: frame.x, y: y), width: 1, Style(.starred, .bold))
            }
        }
        if index == state.cursor {
            canvas.mark(frame, hasFocus ? .selected : .current)
            if hasFocus { canvas.cursor = Point(x: frame.x, y: frame.y) }
        }
    }
}

private func drawNothing(_ state: ArticlesState, in pane: Rect, hasFocus: Bool, on canvas: inout Canvas) {
    let text = state.isLoading || state.count == nil ? "Searching…" : "No articles match. Esc goes back."
    canvas.put(text, at: Point(x: pane.x + 1, y: pane.y), width: pane.width - 1, Style(.dim))
    if !state.isLoading { drawOffers(state.offers, in: pane, on: &canvas) }
    if hasFocus { canvas.cursor = Point(x: pane.x, y: pane.y) }
}

/// `1  company:Microsoft  120 articles`: what may have been meant, with the key that searches for it.
private func drawOffers(_ offers: [SearchOffer], in pane: Rect, on canvas: inout Canvas) {
    for (index, offer) in offers.enumerated() where index + 2 < pane.height {
        let y = pane.y + 2 + index
        var x = pane.x + 1
        x += canvas.put("\(index + 1)", at: Point(x: x, y: y), width: pane.maxX - x, Style(.barStrong, .bold)) + 2
        let room = pane.maxX - x
        x += canvas.put(TextWidth.truncated(offer.text, to: room), at: Point(x: x, y: y), width: room, Style(.text)) + 2
        guard pane.maxX - x > 6 else { continue }
        let detail = TextWidth.truncated(offer.detail, to: pane.maxX - x)
        canvas.put(detail, at: Point(x: x, y: y), width: pane.maxX - x, Style(.dim))
    }
}

/// ` ● 20 Nov  Il Telaio             ◆ OpenAI` over the title; `★` stands before a starred title.
private func drawFullRow(
    _ row: ArticleRow, in frame: Rect, dates: DateText, matches: MatchFinder, on canvas: inout Canvas
) {
    var x = frame.x + 1
    canvas.put(row.isRead ? " " : "●", at: Point(x: x, y: frame.y), width: 1, Style(.unread, .bold))
    x += 2
    x += canvas.put(date(row, dates), at: Point(x: x, y: frame.y), width: 11, Style(.dim)) + 2
    let outlet = row.outlet ?? ""
    let companies = companyText(row, room: frame.maxX - x - min(16, TextWidth.columns(of: outlet)) - 3)
    let companiesX = frame.maxX - 1 - TextWidth.columns(of: companies)
    let room = companiesX - x - 1
    canvas.put(TextWidth.truncated(outlet, to: room), at: Point(x: x, y: frame.y), width: room, Style(.dim))
    canvas.put(companies, at: Point(x: companiesX, y: frame.y), width: frame.maxX - companiesX, Style(.company))
    canvas.put(row.isStarred ? "★" : " ", at: Point(x: frame.x + 1, y: frame.y + 1), width: 1, Style(.starred))
    let titleWidth = frame.width - 4
    drawTitle(row, at: Point(x: frame.x + 3, y: frame.y + 1), width: titleWidth, matches, on: &canvas)
    let tags = tagText(row, room: titleWidth - TextWidth.columns(of: SafeText.neutralised(row.title)) - 2)
    let columns = TextWidth.columns(of: tags)
    canvas.put(tags, at: Point(x: frame.maxX - 1 - columns, y: frame.y + 1), width: columns, Style(.dim))
}

/// `#finance  #to read`: as many of the row's tags as there is room for beside its title.
private func tagText(_ row: ArticleRow, room: Int) -> String {
    var text = ""
    for tag in row.tags {
        let longer = (text.isEmpty ? "#" : text + "  #") + SafeText.neutralised(tag)
        guard TextWidth.columns(of: longer) <= room else { break }
        text = longer
    }
    return text
}

/// `20 Nov`, or `20 Nov ±` for an article that has changed since.
private func date(_ row: ArticleRow, _ dates: DateText) -> String {
    dates.short(row.published) + (row.isUpdated ? " ±" : "")
}

/// `◆ OpenAI  ◆ Google`: as many of the row's companies as there is room for; the first one cut rather than left out.
private func companyText(_ row: ArticleRow, room: Int) -> String {
    var text = ""
    for appearance in row.companies {
        let company = "\(appearance.salience.sign) \(SafeText.neutralised(appearance.company))"
        let longer = text.isEmpty ? company : text + "  " + company
        guard TextWidth.columns(of: longer) <= room else { break }
        text = longer
    }
    guard text.isEmpty, let first = row.companies.first, room > 4 else { return text }
    return TextWidth.truncated("\(first.salience.sign) \(SafeText.neutralised(first.company))", to: room)
}

/// `●★20 Nov Title`, on one line.
private func drawShortRow(
    _ row: ArticleRow, in frame: Rect, dates: DateText, matches: MatchFinder, on canvas: inout Canvas
) {
    canvas.put(row.isRead ? " " : "●", at: Point(x: frame.x, y: frame.y), width: 1, Style(.unread, .bold))
    canvas.put(row.isStarred ? "★" : " ", at: Point(x: frame.x + 1, y: frame.y), width: 1, Style(.starred))
    var x = frame.x + 2
    if frame.width >= 40 {
        x += canvas.put(date(row, dates), at: Point(x: x, y: frame.y), width: 11, Style(.dim)) + 1
    } else if row.isUpdated {
        x += canvas.put("±", at: Point(x: x, y: frame.y), width: 1, Style(.dim)) + 1
    }
    drawTitle(row, at: Point(x: x, y: frame.y), width: frame.maxX - x, matches, on: &canvas)
}

/// The title, unread ones in bold, with the words that were searched for marked.
private func drawTitle(
    _ row: ArticleRow, at point: Point, width: Int, _ matches: MatchFinder, on canvas: inout Canvas
) {
    let style = row.isRead ? Style(.text) : Style(.unread, .bold)
    guard !matches.isEmpty else {
        canvas.put(TextWidth.truncated(row.title, to: width), at: point, width: width, style)
        return
    }
    let title = TextWidth.truncated(SafeText.neutralised(row.title), to: width)
    canvas.put(title, at: point, width: width, style)
    for range in matches.matches(inTitle: title) {
        let utf8 = title.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        let end = utf8.index(utf8.startIndex, offsetBy: range.upperBound)
        let x = point.x + TextWidth.columns(of: title[..<start])
        let columns = TextWidth.columns(of: title[start..<end])
        canvas.mark(Rect(x: x, y: point.y, width: columns, height: 1), .match)
    }
}
