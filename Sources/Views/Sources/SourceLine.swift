import Model
import Terminal

/// A line of the sources: a sign, the name, the counts at the right edge.
struct SourceLine {
    var sign: String
    var signStyle: Style
    var name: String
    /// How many tags it stands under.
    var depth: Int
    var unread: Int
    var articles: Int
    /// Whether it gives nothing now.
    var isDim = false

    /// ` ▾ Tech            12 / 40`; its sign tells how a source is, its weak text only says it again.
    func draw(in frame: Rect, on canvas: inout Canvas) {
        let indent = min(2 * depth, max(0, frame.width - 24))
        let counts = CompaniesState.counts(unread, articles)
        let countsX = frame.maxX - 1 - counts.utf8.count
        canvas.put(sign, at: Point(x: frame.x + 1 + indent, y: frame.y), width: 1, signStyle)
        let x = frame.x + 3 + indent
        let room = max(0, countsX - x - 1)
        let style = isDim ? Style(.dim) : Style(unread > 0 ? .unread : .text, unread > 0 ? .bold : [])
        canvas.put(
            TextWidth.truncated(SafeText.neutralised(name), to: room), at: Point(x: x, y: frame.y), width: room, style)
        canvas.put(counts, at: Point(x: countsX, y: frame.y), width: counts.utf8.count, Style(isDim ? .dim : .count))
    }
}

extension SourceLine {
    /// A source's line: `!` before one that fails, `×` before one that is gone, `…` while it is fetched.
    init(_ source: Source, depth: Int, isFetching: Bool) {
        let hasFailed = source.visits.isGone || source.visits.problem != nil
        self.init(
            sign: SourceText.sign(of: source, isFetching: isFetching),
            signStyle: isFetching ? Style(.barStrong) : Style(.error, .bold), name: SourceText.name(of: source),
            depth: depth, unread: source.unread, articles: source.articles, isDim: hasFailed || isFetching)
    }
}
