import Model
import Terminal
import Views

/// Lists that queries fill, and the way back through them.
extension App {
    /// How many rows are asked for at once: a few screens.
    private static let window = 100
    /// How many rows a new list asks for, unless the screen shows more: people wait for them, and not for the rest.
    private static let firstWindow = 40

    /// A request for rows of the list on the screen.
    mutating func load(_ purpose: ListRequest.Purpose, _ anchor: PageRequest.Anchor) -> Effect {
        let list = screen.articles
        let limit = purpose == .fresh ? max(App.firstWindow, visibleRows) : App.window
        let page = PageRequest(query: list.query, anchor: anchor, limit: limit, builtAt: list.builtAt)
        return .load(ListRequest(list: listNumber, purpose: purpose, page: page))
    }

    /// Shows the articles that a query matches, in place of the list on the screen.
    mutating func show(_ query: Query, text: String) -> Effect {
        listNumber += 1
        isFetchingRows = false
        ahead = []
        forgetReasons()
        let old = screen.articles
        screen.articles = ArticlesState(query: query, text: text)
        screen.articles.isLoading = true
        // The old rows stay until the new ones are here, so that nothing flickers while typing.
        screen.articles.rows = old.rows
        screen.articles.count = old.count
        screen.articles.cursor = old.cursor
        screen.articles.top = old.top
        screen.articles.first = old.first
        return load(.fresh, .newest)
    }

    /// The same, with a way back to the list on the screen.
    mutating func enter(_ query: Query, text: String) -> [Effect] {
        guard query != screen.articles.query else {
            screen.focus = .articles
            return showSelected()
        }
        let reader = screen.focus == .reader ? screen.reader : nil
        earlier.append(Place(articles: screen.articles, focus: screen.focus, reader: reader))
        trail.leave(place)
        screen.focus = .articles
        screen.readerIsWide = false
        return [show(query, text: text)]
    }

    /// Esc: ends a selection, leaves an entity or the article, ends a refresh, then goes back to the list before.
    mutating func goBack() -> [Effect] {
        if screen.articles.rangeStart != nil {
            screen.articles.rangeStart = nil
            return []
        }
        if screen.focus == .reader, screen.reader?.entity != nil {
            screen.reader?.clearEntity()
            return []
        }
        if screen.focus == .reader { return leaveReader() }
        if screen.refreshing != nil { return [.cancelRefresh] }
        guard let place = earlier.popLast() else {
            return screen.focus == .companies ? focusNeighbour(1) : []
        }
        trail.leave(self.place)
        return restore(place)
    }

    /// Shows a list as it was left; its rows are asked for again, because their state may have changed.
    mutating func restore(_ place: Place) -> [Effect] {
        listNumber += 1
        isFetchingRows = false
        awaited = nil
        seeking = nil
        ahead = []
        forgetReasons()
        screen.articles = place.articles
        screen.focus = place.focus
        if let reader = place.reader { screen.reader = reader }
        return showSelected() + reload()
    }

    mutating func leaveReader() -> [Effect] {
        screen.focus = .articles
        screen.reader?.clearEntity()
        screen.readerIsWide = false
        return showSelected()
    }

    /// `q`: back, and from the first list out.
    mutating func leave() -> [Effect] {
        if screen.articles.rangeStart != nil { return goBack() }
        if screen.focus == .reader { return leaveReader() }
        if screen.focus == .companies { return focusNeighbour(1) }
        return earlier.isEmpty ? [.quit] : goBack()
    }

    /// Asks again for all that is on the screen.
    mutating func reload() -> [Effect] {
        ahead = []
        let list = screen.articles
        let anchor: PageRequest.Anchor =
            list.hasNewer ? list.rows.first.map { .from($0.slot) } ?? .newest : .newest
        let limit = max(App.window, list.rows.count)
        let page = PageRequest(query: list.query, anchor: anchor, limit: limit, builtAt: list.builtAt)
        return [.load(ListRequest(list: listNumber, purpose: .refresh, page: page)), .loadCompanies]
    }
}
