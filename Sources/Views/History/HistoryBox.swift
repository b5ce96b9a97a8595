import Model
import Terminal

/// How many changes the history screen shows.
public func historyHeight(in layout: MainLayout) -> Int {
    max(1, OverlayFrame.box(in: layout, width: HistoryBox.width, height: 200).height - 3)
}

/// The history: when, what, how many, and whether it was taken back.
func drawHistory(_ history: HistoryState, over layout: MainLayout, dates: DateText, on canvas: inout Canvas) {
    let box = OverlayFrame.box(in: layout, width: HistoryBox.width, height: max(4, (history.rows?.count ?? 1) + 3))
    let inner = OverlayFrame.draw("History", box, on: &canvas)
    canvas.cursor = Point(x: inner.x, y: inner.y)
    canvas.put(
        TextWidth.truncated(history.hint, to: inner.width), at: Point(x: inner.x, y: inner.maxY - 1),
        width: inner.width, Style(.dim))
    guard let rows = history.rows, !rows.isEmpty else {
        let text = history.rows == nil ? "Reading the history…" : "Nothing has been changed yet."
        canvas.put(text, at: Point(x: inner.x, y: inner.y), width: inner.width, Style(.dim))
        return
    }
    for line in 0..<max(0, inner.height - 1) where rows.indices.contains(history.top + line) {
        let frame = Rect(x: inner.x, y: inner.y + line, width: inner.width, height: 1)
        HistoryBox.draw(rows[history.top + line], in: frame, dates, on: &canvas)
        if history.top + line == history.cursor {
            canvas.mark(frame, .selected)
            canvas.cursor = Point(x: frame.x, y: frame.y)
        }
    }
}

private enum HistoryBox {
    static let width = 84

    static func draw(_ row: HistoryRow, in frame: Rect, _ dates: DateText, on canvas: inout Canvas) {
        let state = row.isUndone ? "undone" : ""
        let stateX = frame.maxX - state.utf8.count
        var x = frame.x
        x += canvas.put(dates.minute(row.at), at: Point(x: x, y: frame.y), width: min(18, frame.width), Style(.dim))
        x = max(x + 2, frame.x + 14)
        let room = stateX - 1 - x
        guard room > 0 else { return }
        canvas.put(
            TextWidth.truncated(ChangeText.text(of: row.change), to: room), at: Point(x: x, y: frame.y), width: room,
            Style(row.isUndone ? .dim : .text))
        canvas.put(state, at: Point(x: stateX, y: frame.y), width: state.utf8.count, Style(.count))
    }
}

/// A change as the history says it.
enum ChangeText {
    /// `35 articles marked read`, `read: Gli utili di Eni`.
    static func text(of change: Change) -> String {
        let articles = change.count == 1 ? "1 article" : "\(Figures.grouped(change.count)) articles"
        let one = change.count == 1 ? change.subject.map { ": \($0)" } ?? "" : ""
        switch change.action {
        case .read: return "\(articles) marked read\(one)"
        case .unread: return "\(articles) marked unread\(one)"
        case .starred: return "\(articles) starred\(one)"
        case .unstarred: return "\(articles) unstarred\(one)"
        case .followed: return "following \(change.subject ?? "\(change.count) companies")"
        case .unfollowed: return "no longer following \(change.subject ?? "\(change.count) companies")"
        case .tagged: return "\(articles) tagged \(change.subject ?? "")"
        case .untagged: return "\(articles) no longer tagged \(change.subject ?? "")"
        case .muted: return "\(articles) hidden by \"\(change.subject ?? "")\""
        case .unmuted: return "\(articles) no longer hidden"
        case .removed: return "source \(change.subject ?? "") removed"
        case .restored: return "source \(change.subject ?? "") brought back"
        default: return change.subject ?? "\(change.count) × \(change.action.rawValue)"
        }
    }
}
