import Model
import Terminal
import Views

/// Moving within panes and between them.
extension App {
    /// Lines of a page in the focused pane; one stays in sight.
    var pageLength: Int {
        switch screen.focus {
        case .reader: max(1, readerHeight - 1)
        case .articles: max(1, visibleRows - 1)
        case .companies: max(1, readerHeight - 2)
        }
    }

    mutating func move(by steps: Int) -> [Effect] {
        switch screen.focus {
        case .companies:
            screen.companies.cursor = min(max(0, screen.companies.cursor + steps), screen.companies.entryCount - 1)
            return []
        case .reader:
            screen.reader?.scroll(by: steps)
            return []
        case .articles:
            let list = screen.articles
            screen.articles.cursor = min(max(0, list.cursor + steps), max(0, list.rows.count - 1))
            return showSelected() + fetchRowsNearby()
        }
    }

    mutating func moveToEnd(_ isEnd: Bool) -> [Effect] {
        switch screen.focus {
        case .companies:
            screen.companies.cursor = isEnd ? screen.companies.entryCount - 1 : 0
            return []
        case .reader:
            screen.reader?.scrollToEnd(isEnd)
            return []
        case .articles:
            if isEnd ? screen.articles.hasOlder : screen.articles.hasNewer {
                return [isEnd ? load(.end, .oldest) : load(.fresh, .newest)]
            }
            screen.articles.cursor = isEnd ? max(0, screen.articles.rows.count - 1) : 0
            return showSelected()
        }
    }

    /// Left and right between the panes, whether they stand side by side or not.
    mutating func focusNeighbour(_ step: Int) -> [Effect] {
        guard let pane = Pane(rawValue: screen.focus.rawValue + step) else { return [] }
        return focus(pane)
    }

    /// Tab: the panes in a circle.
    mutating func focusNext() -> [Effect] {
        let next = (screen.focus.rawValue + 1) % Pane.allCases.count
        return focus(Pane(rawValue: next) ?? .articles)
    }

    private mutating func focus(_ pane: Pane) -> [Effect] {
        guard pane != .reader else { return open(screen.articles.selected) }
        screen.reader?.clearEntity()
        screen.focus = pane
        return showSelected()
    }

    /// Shows the chosen article beside the list, without opening it; where there is no room for it, it is at hand for
    /// the keys that mean it.
    mutating func showSelected() -> [Effect] {
        guard screen.focus != .reader, let row = screen.articles.selected else { return [] }
        guard screen.reader?.article.row.id != row.id, awaited?.id != row.id else { return [] }
        if showAhead(row.id) { return readAhead() }
        awaited = Awaited(id: row.id, opens: false)
        return [.fetch(row.id)]
    }

    /// Asks for more rows when the cursor comes near the end of those at hand.
    mutating func fetchRowsNearby() -> [Effect] {
        let list = screen.articles
        guard !isFetchingRows else { return [] }
        let margin = visibleRows * 4
        if list.hasOlder, list.cursor + margin >= list.rows.count, let last = list.rows.last {
            isFetchingRows = true
            return [load(.older, .olderThan(last.slot))]
        }
        if list.hasNewer, list.cursor < margin, let head = list.rows.first {
            isFetchingRows = true
            return [load(.newer, .newerThan(head.slot))]
        }
        return []
    }
}
