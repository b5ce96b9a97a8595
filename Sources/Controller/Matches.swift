import Model
import Views

/// Walking through matches, and what is marked.
extension App {
    /// The way to a match in another article of the list, and where it began.
    struct Seek: Equatable {
        var forward: Bool
        var start: ArticleID?
        var reader: ReaderState?
    }

    /// `n` and `N`: matches while a search is on, else unread articles.
    mutating func next(forward: Bool) -> [Effect] {
        let matches = screen.articles.matches
        guard screen.focus == .reader, !matches.isEmpty else {
            return matches.hasWords ? move(by: forward ? 1 : -1) : nextUnread(forward: forward)
        }
        if screen.reader?.moveMatch(forward: forward) == true { return [] }
        seeking = Seek(forward: forward, start: screen.articles.selected?.id, reader: screen.reader)
        return seekMatch()
    }

    /// The next article of the list is looked at for a match.
    private mutating func seekMatch() -> [Effect] {
        guard let seeking else { return [] }
        let index = screen.articles.cursor + (seeking.forward ? 1 : -1)
        guard screen.articles.rows.indices.contains(index) else { return giveUpSeeking() }
        screen.articles.cursor = index
        let id = screen.articles.rows[index].id
        if showAhead(id) { return lookForMatch() }
        awaited = Awaited(id: id, opens: true)
        return [.fetch(id)] + fetchRowsNearby()
    }

    /// Opens the article at hand if it has a match, else goes on.
    mutating func lookForMatch() -> [Effect] {
        guard let seeking, let reader = screen.reader else { return [] }
        guard !reader.matches.isEmpty else { return seekMatch() }
        self.seeking = nil
        return openReader(atLastMatch: !seeking.forward) + readAhead() + fetchRowsNearby()
    }

    private mutating func giveUpSeeking() -> [Effect] {
        let start = seeking?.start
        if let place = screen.articles.rows.firstIndex(where: { $0.id == start }) { screen.articles.cursor = place }
        if let reader = seeking?.reader { screen.reader = reader }
        say(seeking?.forward == true ? "No match further down." : "No match further up.")
        seeking = nil
        return []
    }

    /// The names of a list's query are known: they are marked, and those that lead nowhere remembered.
    mutating func take(_ meaning: QueryMeaning, list: Int) -> [Effect] {
        guard list == listNumber else { return [] }
        self.meaning = meaning
        takeNames()
        return meaning.unknown.isEmpty || names != nil ? [] : [.loadNames]
    }

    /// What is marked follows from what the query means and how companies are called.
    mutating func takeNames() {
        guard let meaning else { return }
        let companies = Set(meaning.companies.values.joined())
        let known = companies.isEmpty ? [] : names?.filter { companies.contains($0.row.name) } ?? []
        screen.articles.matches = MatchFinder(
            meaning.query, companies: companies.sorted(), names: known.flatMap { $0.names.map(\.text) })
        if screen.articles.rows.isEmpty, !screen.articles.isLoading { screen.articles.offers = offers }
    }
}
