import Terminal

/// What an empty library shows: the three things one can do.
func drawStart(in body: Rect, on canvas: inout Canvas) {
    let title = "No articles yet. Three ways to begin:"
    let ways = [
        ("rassegna add FOLDER", "read your texts, Markdown and saved pages"),
        (":add PLACE", "a feed or page on the web, a folder, a file"),
        (":samples", "read the articles that come with Rassegna"),
    ]
    // Where command and explanation do not fit side by side, the explanation takes a line of its own.
    let isWide = body.width >= 74
    let x = body.x + (isWide ? (body.width - 72) / 2 : 1)
    var y = body.y + (body.height > 14 ? body.height / 4 : 0)
    let room = body.maxX - x
    func put(_ text: String, indent: Int = 0, _ style: Style) {
        guard y < body.maxY, indent < room else { return }
        let line = TextWidth.truncated(text, to: room - indent)
        canvas.put(line, at: Point(x: x + indent, y: y), width: room - indent, style)
    }
    canvas.cursor = Point(x: x, y: min(y, body.maxY - 1))
    put(title, Style(.title, .bold))
    y += body.height >= 8 ? 2 : 1
    for (number, way) in ways.enumerated() {
        put("\(number + 1)  \(way.0)", Style(.barStrong))
        if !isWide { y += 1 }
        put(way.1, indent: isWide ? 27 : 3, Style(.text))
        y += 1
    }
}
