import Model
import Terminal
import Views

/// Opening articles and reading them.
extension App {
    /// Enter: the chosen article, company or source; on an entity its company.
    mutating func open() -> [Effect] {
        switch screen.focus {
        case .companies: return openChosenEntry()
        case .articles:
            if screen.articles.rows.isEmpty, !screen.articles.offers.isEmpty { return takeOffer(1) }
            return open(screen.articles.selected)
        case .reader: return screen.reader?.entity == nil ? readOn() : listEntityArticles()
        }
    }

    /// Opens an article of the list and marks it read.
    mutating func open(_ row: ArticleRow?) -> [Effect] {
        guard let row else { return [] }
        screen.articles.rangeStart = nil
        if screen.reader?.article.row.id == row.id { return openReader() }
        if showAhead(row.id) { return openReader() + readAhead() }
        awaited = Awaited(id: row.id, opens: true)
        return [.fetch(row.id)]
    }

    /// Gives the article at hand the focus, with its first match in view or its last, and marks it read.
    mutating func openReader(atLastMatch: Bool = false) -> [Effect] {
        guard let id = screen.reader?.article.row.id else { return [] }
        screen.focus = .reader
        let wasOpen = screen.reader?.isOpen == true
        screen.reader?.isOpen = true
        guard !wasOpen else { return [] }
        screen.reader?.highlight(screen.articles.matches)
        _ = screen.reader?.moveMatch(forward: !atLastMatch)
        guard row(of: id)?.isRead == false else { return [] }
        apply(.read, to: [id])
        return [store(.read, [id])]
    }

    /// Space: one page further; at the end the next unread article.
    mutating func readOn() -> [Effect] {
        guard screen.focus == .reader else { return open(screen.articles.selected) }
        guard let reader = screen.reader, reader.isAtEnd else {
            let page = pageLength
            screen.reader?.scroll(by: page)
            return []
        }
        return nextUnread(forward: true)
    }

    /// The next article of the list from which this one was opened, or the one before.
    mutating func openNeighbour(_ step: Int) -> [Effect] {
        let list = screen.articles
        let index = list.cursor + step
        guard list.rows.indices.contains(index) else {
            say(step > 0 ? "This is the last article of the list." : "This is the first article of the list.")
            return []
        }
        screen.articles.cursor = index
        return open(screen.articles.selected) + fetchRowsNearby()
    }

    /// The next unread article of the list, or the one before: opened while reading, else only chosen.
    mutating func nextUnread(forward: Bool) -> [Effect] {
        let list = screen.articles
        guard let from = list.selected else { return [] }
        let opens = screen.focus == .reader
        let places = forward ? Array(list.rows.indices.dropFirst(list.cursor + 1)) : (0..<list.cursor).reversed()
        if let place = places.first(where: { !list.rows[$0].isRead }) {
            screen.articles.cursor = place
            return (opens ? open(screen.articles.selected) : showSelected()) + fetchRowsNearby()
        }
        guard forward ? list.hasOlder : list.hasNewer else {
            say(forward ? "No unread article further down." : "No unread article further up.")
            return []
        }
        return [
            .findUnread(
                UnreadRequest(
                    list: listNumber, query: list.query, slot: from.slot, older: forward, opens: opens))
        ]
    }

    mutating func toggleWide() -> [Effect] {
        guard screen.focus == .reader else {
            screen.readerIsWide = true
            return open(screen.articles.selected)
        }
        screen.readerIsWide.toggle()
        return []
    }

    mutating func toggleFurniture() -> [Effect] {
        guard let reader = screen.reader else { return [] }
        guard reader.article.blocks.contains(where: { $0.kind == .furniture }) else {
            say("This article has no page furniture.")
            return []
        }
        screen.reader?.toggleFurniture()
        return []
    }

    mutating func moveEntity(forward: Bool) -> [Effect] {
        guard let reader = screen.reader else { return [] }
        guard !reader.article.mentions.isEmpty else {
            say("No entity was recognised in this article.")
            return []
        }
        let effects = screen.focus == .reader ? [] : openReader()
        screen.reader?.moveEntity(forward: forward)
        return effects
    }

    /// The article that the keys mean: the one being read, or the chosen row's.
    private var address: String? {
        guard let reader = screen.reader else { return nil }
        let isMeant = screen.focus == .reader || reader.article.row.id == screen.articles.selected?.id
        return isMeant ? webAddress(of: reader.article) : nil
    }

    /// An article's address where it is one of the web: feeds give others too.
    private func webAddress(of article: Article) -> String? {
        article.url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
    }

    mutating func browse() -> [Effect] {
        guard let address else {
            say("This article has no address.", .bad)
            return []
        }
        return [.browse(address)]
    }

    mutating func openLink(_ key: Key?) -> [Effect] {
        guard case .char(let digit) = key, let number = Int(String(digit)) else {
            say("Type the link's number, or :open-link and the number.")
            return []
        }
        if screen.focus == .articles, screen.articles.rows.isEmpty, !screen.articles.offers.isEmpty {
            return takeOffer(number)
        }
        return openLink(number: number)
    }

    /// Opens a link of the article by the number that stands before it.
    mutating func openLink(number: Int) -> [Effect] {
        guard let reader = screen.reader else { return [] }
        guard reader.article.links.indices.contains(number - 1) else {
            say("This article has no link \(number).", .bad)
            return []
        }
        return [.browse(reader.article.links[number - 1].address)]
    }

    mutating func copyAddress() -> [Effect] {
        guard let address else {
            say("This article has no address.", .bad)
            return []
        }
        return [.copy(HostName.revealing(address))]
    }

    mutating func copyQuote() -> [Effect] {
        guard let article = screen.reader?.article else { return [] }
        let date = screen.zone.date(of: article.row.published).iso8601
        let source = [article.row.outlet, date].compactMap { $0 }.joined(separator: ", ")
        let address = webAddress(of: article).map(HostName.revealing)
        let parts = ["“\(article.row.title)”", source, address].compactMap { $0 }
        return [.copy(parts.joined(separator: "\n"))]
    }
}
