import Model
import Terminal

/// The left pane: all articles, companies with sparkline and counts, saved searches, sources, outlets.
func drawCompanies(
    _ state: CompaniesState, fetching: Set<SourceID> = [], in pane: Rect, hasFocus: Bool, on canvas: inout Canvas
) {
    let columns = state.countColumns
    for row in 0..<pane.height {
        guard let line = state.line(at: state.top + row) else { break }
        let frame = Rect(x: pane.x, y: pane.y + row, width: pane.width, height: 1)
        switch line {
        case .heading(let text):
            canvas.put(text, at: Point(x: frame.x + 1, y: frame.y), width: frame.width - 1, Style(.header))
        case .more(let count):
            let text = "+\(count) more: c picks one"
            canvas.put(text, at: Point(x: frame.x + 3, y: frame.y), width: frame.width - 3, Style(.dim))
        case .entry(let index):
            guard let entry = state.entry(at: index) else { break }
            drawEntry(entry, of: state, columns, fetching, in: frame, on: &canvas)
            if index == state.cursor {
                canvas.mark(frame, hasFocus ? .selected : .current)
                if hasFocus { canvas.cursor = Point(x: frame.x, y: frame.y) }
            }
        }
    }
}

/// ` ★ OpenAI   ▁▂▁▃▇▅  12 / 38`: the counts end at the right edge, the sparkline stands before their column.
private func drawEntry(
    _ entry: CompaniesState.Entry, of state: CompaniesState, _ columns: Int, _ fetching: Set<SourceID>,
    in frame: Rect, on canvas: inout Canvas
) {
    func draw(_ name: String, isFollowed: Bool, weeks: [Int], _ unread: Int, _ total: Int) {
        let counts = CompaniesState.counts(unread, total)
        let countsX = frame.maxX - 1 - counts.utf8.count
        let spark = frame.width < 26 ? "" : Sparkline.text(weeks, columns: 6)
        let sparkX = frame.maxX - 1 - columns - (spark.isEmpty ? 0 : 7)
        canvas.put(isFollowed ? "★" : " ", at: Point(x: frame.x + 1, y: frame.y), width: 1, Style(.starred))
        let room = sparkX - frame.x - 4
        let style = Style(unread > 0 ? .unread : .text, unread > 0 ? .bold : [])
        canvas.put(TextWidth.truncated(name, to: room), at: Point(x: frame.x + 3, y: frame.y), width: room, style)
        canvas.put(spark, at: Point(x: sparkX, y: frame.y), width: 6, Style(.spark))
        canvas.put(counts, at: Point(x: countsX, y: frame.y), width: counts.utf8.count, Style(.count))
    }
    switch entry {
    case .everything:
        draw("All articles", isFollowed: false, weeks: [], state.count.unread, state.count.total)
    case .company(let row):
        draw(row.name, isFollowed: row.isFollowed, weeks: row.weeks, row.unread, row.articles)
    case .search(let row): drawSearch(row, in: frame, on: &canvas)
    case .outlet(let row):
        draw(row.name, isFollowed: false, weeks: [], row.unread, row.articles)
    case .tag(let tag):
        let line = SourceLine(
            sign: tag.isFolded ? "▸" : "▾", signStyle: Style(.header), name: tag.name, depth: tag.path.count - 1,
            unread: tag.unread, articles: tag.articles)
        line.draw(in: frame, on: &canvas)
    case .source(let source, let path):
        SourceLine(source, depth: path.count, isFetching: fetching.contains(source.id)).draw(in: frame, on: &canvas)
    }
}

/// `   chips and cloud       3`: how many are unread, or `…` until that is known.
private func drawSearch(_ row: SearchRow, in frame: Rect, on canvas: inout Canvas) {
    let count = row.unread.map(String.init) ?? "…"
    let columns = TextWidth.columns(of: count)
    let countX = frame.maxX - 1 - columns
    let room = max(0, countX - frame.x - 4)
    let hasUnread = row.unread ?? 0 > 0
    canvas.put(
        TextWidth.truncated(SafeText.neutralised(row.search.name), to: room), at: Point(x: frame.x + 3, y: frame.y),
        width: room, Style(hasUnread ? .unread : .text, hasUnread ? .bold : []))
    canvas.put(count, at: Point(x: countX, y: frame.y), width: columns, Style(.count))
}
