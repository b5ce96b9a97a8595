import Model
import Terminal

/// The first line: the program's name, the query, how many articles, their order.
func drawHeader(_ state: MainState, in bar: Rect, on canvas: inout Canvas) {
    canvas.fill(bar, Style(.bar))
    let name = state.size.width >= 40 ? " Rassegna " : " "
    var x = bar.x + canvas.put(name, at: Point(x: bar.x, y: bar.y), width: bar.width, Style(.barStrong, .bold))
    let counts = headerCounts(state, width: bar.width)
    let room = bar.width - x - TextWidth.columns(of: counts) - 2
    if room > 3 {
        let query = state.articles.queryText.isEmpty ? "all articles" : headerQuery(state)
        let text = TextWidth.truncated(query, to: room)
        x += 1
        canvas.put(text, at: Point(x: x, y: bar.y), width: room, Style(.bar))
    }
    let width = TextWidth.columns(of: counts)
    canvas.put(counts, at: Point(x: max(x, bar.maxX - width), y: bar.y), width: width, Style(.bar))
}

/// The query as it was written, but sources by their names instead of their numbers.
private func headerQuery(_ state: MainState) -> String {
    guard state.articles.queryText.contains("#") else { return state.articles.queryText }
    return state.articles.queryText.split(separator: " ", omittingEmptySubsequences: false).map { word in
        let bare = word.drop { $0 == "(" || $0 == "-" }
        let number = bare.hasPrefix("source:#") ? SourceID(bare.dropFirst(8).prefix { $0 != ")" }) : nil
        guard let number, let source = state.companies.sources.first(where: { $0.id == number }) else {
            return String(word)
        }
        let name = SourceText.name(of: source)
        let quoted = name.contains(" ") ? "“\(name)”" : name
        return String(word).replacing("#\(number)", with: quoted)
    }.joined(separator: " ")
}

extension Query.Order {
    /// As the header says it.
    fileprivate var text: String {
        switch self {
        case .date: "newest first"
        case .rank: "best first"
        case .source: "by source"
        }
    }
}

/// `12 unread of 38  newest first`, shorter where the bar is narrow.
private func headerCounts(_ state: MainState, width: Int) -> String {
    guard let count = state.articles.count else { return "counting " }
    if width < 50 { return "\(count.unread)/\(count.total) " }
    let words = "\(Figures.grouped(count.unread)) unread of \(Figures.grouped(count.total))"
    return width < 70 ? words + " " : words + "  \(state.articles.query.order.text) "
}
