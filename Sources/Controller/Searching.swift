import Model
import Terminal
import Views

/// Search while typing.
extension App {
    mutating func beginSearch() -> [Effect] {
        beforeSearch = place
        screen.prompt = PromptState(.search)
        history.depth = 0
        completion = nil
        screen.focus = .articles
        return [.loadQueryNames] + (names == nil ? [.loadNames] : [])
    }

    /// Searches for what is typed; a line that is no query leaves the last good result and says what is wrong.
    mutating func searchTyped(isFinal: Bool = false) -> [Effect] {
        offerCompletions()
        guard let prompt = screen.prompt else { return [] }
        let isOpen = !isFinal && !prompt.completions.isEmpty && prompt.cycle == nil
        screen.prompt?.complaint = nil
        do {
            let query = try parsed(isFinal ? prompt.line : App.withOpenEnd(prompt.line))
            // A name finds nothing before it is whole, and what was found stays meanwhile.
            if isOpen, completion?.isUnfinishedName == true { return showBeforeSearchIfEmpty() }
            guard query != screen.articles.query else { return [] }
            return [show(query, text: prompt.line)]
        } catch {
            // A word that is not finished yet is no error.
            let begins = completion?.range.lowerBound ?? .max
            if !isFinal, !prompt.completions.isEmpty, error.column > begins { return showBeforeSearchIfEmpty() }
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
        forgetReasons()
        screen.articles = before.articles
        return showSelected()
    }

    /// Enter: the result becomes a list of its own, with a way back.
    mutating func acceptSearch() -> [Effect] {
        guard let prompt = screen.prompt, let before = beforeSearch else { return [] }
        let effects = searchTyped(isFinal: true)
        guard screen.prompt?.complaint == nil else { return effects }
        screen.prompt = nil
        beforeSearch = nil
        completion = nil
        screen.focus = .articles
        let kept = keepSearch(prompt.line)
        guard before.articles.query != screen.articles.query else { return effects + kept }
        trail.leave(before)
        earlier.append(Place(articles: before.articles, focus: before.focus == .reader ? .articles : before.focus))
        return effects + kept + showSelected()
    }

    /// Remembers a search for Up, once however often it is typed.
    private mutating func keepSearch(_ line: String) -> [Effect] {
        guard !line.trimmingSpaces.isEmpty else { return [] }
        history.searches.removeAll { $0 == line }
        history.searches = history.searches.suffix(App.mostSearches - 1) + [line]
        return [.keepSearch(line)]
    }

    /// How many searches are remembered.
    public static let mostSearches = 200

    /// Esc: everything as it was before the search.
    mutating func cancelSearch() -> [Effect] {
        screen.prompt = nil
        completion = nil
        guard let before = beforeSearch else { return [] }
        beforeSearch = nil
        screen.reader = before.reader
        return restore(before)
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
        let order = screen.articles.query.order
        let line = Query.text(screen.articles.queryText, inOrder: .date)
        var terms = line.split(separator: " ").map(String.init)
        if terms.contains(term) {
            terms.removeAll { $0 == term }
        } else if case .any = screen.articles.query.unsorted {
            terms = ["(\(line))", term]
        } else {
            terms.append(term)
        }
        let text = Query.text(terms.joined(separator: " "), inOrder: order)
        guard let query = try? Query.parse(text) else { return [] }
        return enter(query, text: text)
    }
}
