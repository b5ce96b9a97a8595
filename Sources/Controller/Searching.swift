import Model
import Terminal
import Views

/// Search while typing, and walking through what was found.
extension App {
    mutating func beginSearch() -> [Effect] {
        beforeSearch = Place(articles: screen.articles, focus: screen.focus, reader: screen.reader)
        screen.prompt = PromptState(.search)
        history.depth = 0
        screen.focus = .articles
        return []
    }

    /// Searches for what is typed; a line that is no query leaves the last good result and says what is wrong.
    mutating func searchTyped(isFinal: Bool = false) -> [Effect] {
        guard let line = screen.prompt?.line else { return [] }
        do {
            let query = try parsed(isFinal ? line : App.withOpenEnd(line))
            screen.prompt?.complaint = nil
            guard query != screen.articles.query else { return [] }
            return [show(query, text: line)]
        } catch {
            screen.prompt?.complaint = .init(error.description, column: error.column - 1)
            return showBeforeSearchIfEmpty()
        }
    }

    /// The line with its last word open, while it is being typed: `unicre` finds what `unicre*` does.
    ///
    /// Not so for one or two letters, which would find most of the library.
    static func withOpenEnd(_ line: String) -> String {
        let word = line.reversed().prefix { $0.isLetter || $0.isNumber }
        let before = line.dropLast(word.count).last
        return word.count >= 3 && (before == nil || before == " " || before == "(") ? line + "*" : line
    }

    /// The words on the way to a field (`is` of `is:unread`) may have found nothing: a wrong query does not leave one
    /// with an empty list, but with the one before the search.
    private mutating func showBeforeSearchIfEmpty() -> [Effect] {
        guard let before = beforeSearch, screen.articles.count?.total == 0 else { return [] }
        listNumber += 1
        isFetchingRows = false
        screen.articles = before.articles
        return showSelected()
    }

    /// Enter: the result becomes a list of its own, with a way back.
    mutating func acceptSearch() -> [Effect] {
        guard let prompt = screen.prompt, let before = beforeSearch else { return [] }
        guard prompt.complaint == nil else { return [] }
        let effects = searchTyped(isFinal: true)
        screen.prompt = nil
        beforeSearch = nil
        if !prompt.line.isEmpty { history.searches.append(prompt.line) }
        screen.focus = .articles
        guard before.articles.query != screen.articles.query else { return effects }
        earlier.append(Place(articles: before.articles, focus: before.focus == .reader ? .articles : before.focus))
        return effects + showSelected()
    }

    /// Esc: everything as it was before the search.
    mutating func cancelSearch() -> [Effect] {
        screen.prompt = nil
        guard let before = beforeSearch else { return [] }
        beforeSearch = nil
        screen.reader = before.reader
        return restore(before)
    }

    /// `n` and `N`: matches while a search is on, else unread articles.
    mutating func next(forward: Bool) -> [Effect] {
        guard !screen.articles.query.textTerms.isEmpty else { return nextUnread(forward: forward) }
        if screen.focus == .reader, screen.reader?.moveMatch(forward: forward) == true { return [] }
        if screen.focus == .reader { return openNeighbour(forward ? 1 : -1) }
        return move(by: forward ? 1 : -1)
    }
}

extension App {
    /// The filters of the `f` menu, with the term each one adds to the query.
    private static let filters: [(key: Unicode.Scalar, text: String, term: String)] = [
        ("u", "unread", "is:unread"), ("s", "starred", "is:starred"), ("t", "today", "since:today"),
        ("w", "last seven days", "since:7d"), ("i", "in Italian", "lang:it"), ("e", "in English", "lang:en"),
    ]

    mutating func showFilterMenu() -> [Effect] {
        let terms = Set(screen.articles.queryText.split(separator: " ").map(String.init))
        let items = App.filters.map { MenuState.Item(key: $0.key, text: $0.text, isOn: terms.contains($0.term)) }
        let clear = MenuState.Item(key: "x", text: "all articles", isOn: screen.articles.query == .everything)
        screen.overlay = .menu(MenuState(title: "Filter", items: items + [clear]))
        return []
    }

    /// Turns a filter on or off; the last line of the menu takes all of them away.
    mutating func toggleFilter(_ index: Int) -> [Effect] {
        screen.overlay = nil
        guard App.filters.indices.contains(index) else { return enter(.everything, text: "") }
        let term = App.filters[index].term
        var terms = screen.articles.queryText.split(separator: " ").map(String.init)
        if terms.contains(term) {
            terms.removeAll { $0 == term }
        } else if case .any = screen.articles.query {
            terms = ["(\(screen.articles.queryText))", term]
        } else {
            terms.append(term)
        }
        let text = terms.joined(separator: " ")
        guard let query = try? Query.parse(text) else { return [] }
        return enter(query, text: text)
    }
}
