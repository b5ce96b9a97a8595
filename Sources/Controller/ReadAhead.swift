import Model
import Terminal
import Views

/// Articles beside the chosen one, read and set in lines before they are asked for, so that a step shows its article
/// with the key.
extension App {
    /// Sets an article in the lines of the reading pane.
    func reader(for article: Article) -> ReaderState {
        let whole = Rect(x: 0, y: 1, width: screen.size.width, height: max(1, screen.size.height - 2))
        var reader = ReaderState(
            article, isOpen: false, window: ReaderFrame.window(of: screen.layout.reader ?? whole), now: screen.now,
            zone: screen.zone)
        reader.highlight(screen.articles.matches)
        return reader
    }

    /// Shows an article that was read ahead; `false` where it was not.
    mutating func showAhead(_ id: ArticleID) -> Bool {
        guard let next = ahead.first(where: { $0.article.row.id == id }) else { return false }
        // The one left behind is the nearest neighbour now, unless it bears marks of having been read.
        if let reader = screen.reader, !reader.isOpen { ahead.append(reader) }
        awaited = nil
        screen.reader = next
        return true
    }

    /// Keeps an article that was read ahead, if it still stands beside the chosen one.
    mutating func keepAhead(_ article: Article) {
        let id = article.row.id
        guard neighbours.contains(id), !ahead.contains(where: { $0.article.row.id == id }) else { return }
        ahead.append(reader(for: article))
    }

    /// Asks for the neighbours of the chosen article that are not at hand, and lets the others go.
    mutating func readAhead() -> [Effect] {
        let wanted = neighbours
        ahead.removeAll { !wanted.contains($0.article.row.id) }
        let known = ahead.map(\.article.row.id)
        return wanted.filter { !known.contains($0) }.map { .readAhead($0) }
    }

    /// The articles after and before the chosen one in the list.
    private var neighbours: [ArticleID] {
        let list = screen.articles
        return [list.cursor + 1, list.cursor - 1].filter(list.rows.indices.contains).map { list.rows[$0].id }
    }
}
