import Model
import Terminal
import Views

/// What came of the effects.
extension App {
    mutating func take(_ answer: Answer) -> [Effect] {
        switch answer {
        case .page(let request, let page, let count, let builtAt, let position):
            return take(page, for: request, count: count, builtAt: builtAt, position: position)
        case .meaning(let meaning, let list): return take(meaning, list: list)
        case .counted(let count, let list): return take(count, list: list)
        case .why(let reasons, let list): return take(reasons, list: list)
        case .queryNames(let names):
            queryNames = names
            return []
        case .history(let rows): return take(rows)
        case .article(let id, let article): return take(article, id)
        case .versions(let id, let versions): return take(versions, of: id)
        case .unread(let request, let row): return take(row, for: request)
        case .companies(let count, let companies, let hidden, let sources, let outlets):
            screen.companies.replace(
                count: count, companies: companies, hidden: hidden, sources: sources, outlets: outlets)
            screen.libraryIsEmpty = count.total == 0 && sources.isEmpty && !isAdding
            if let id = awaitedSource { screen.companies.choose(source: id) }
            awaitedSource = nil
            return []
        case .tags(let tags):
            tagging?.known = tags
            return screen.prompt?.purpose == .articleTags ? offerTags() : []
        case .searches(let searches):
            screen.companies.replace(searches: searches)
            return []
        case .searchCounts(let counts):
            screen.companies.count(searches: counts)
            return []
        case .names(let names):
            self.names = names
            takeNames()
            // What is typed meanwhile can be completed now.
            if screen.prompt?.purpose == .search { return searchTyped() }
            guard case .picker(let picker) = screen.overlay else { return [] }
            return rank(picker) + (picker.isAccepted ? acceptPicked() : [])
        case .changed(let change, let turn): return take(change, turn) + recount()
        case .corrected(let change, let turn, let reach): return take(change, turn, reach: reach)
        case .reread(let id, let article): return takeReread(article, id)
        case .rereading(let progress, let changed): return take(progress, changed)
        case .notice(let notice):
            screen.notice = notice
            return []
        case .added(let notice):
            isAdding = false
            screen.notice = notice
            return rebuild()
        case .sources(let notice, let added): return takeSources(notice, choosing: added)
        case .notAdded(let text):
            isAdding = false
            say(text, .bad)
            return [.loadCompanies]
        case .feeds(let feeds): return take(feeds)
        case .refreshing(let progress): return take(progress)
        case .refreshed(let summary): return take(summary)
        case .arrived(let notice):
            // It came by itself: what a key has just said is not taken away.
            screen.notice = screen.notice ?? notice
            return arrive()
        case .wholePage(let id, let article, let notice): return takePage(article, id, notice)
        case .failed(let text):
            isFetchingRows = false
            unstored = []
            say(text, .bad)
            return []
        }
    }

    private mutating func take(
        _ page: Page, for request: ListRequest, count: Count?, builtAt: Int64, position: Int?
    ) -> [Effect] {
        guard request.list == listNumber else { return [] }
        isFetchingRows = false
        if count != nil || request.purpose == .fresh { screen.articles.count = count }
        let selected = screen.articles.selected?.id
        switch request.purpose {
        case .fresh:
            screen.articles.builtAt = builtAt
            screen.articles.cursor = 0
            screen.articles.top = 0
            screen.articles.replace(with: page, first: 0, keeping: nil)
        case .older: screen.articles.append(page)
        case .newer: screen.articles.prepend(page)
        case .end:
            let total = screen.articles.count?.total ?? page.rows.count
            screen.articles.replace(with: page, first: total - page.rows.count, keeping: page.rows.last?.id)
        case .refresh:
            let wasAtTop = screen.articles.top == 0 && !page.hasNewer
            screen.articles.replace(with: page, first: page.hasNewer ? screen.articles.first : 0, keeping: selected)
            // What has come in since stands in sight above the chosen article.
            if wasAtTop { screen.articles.top = 0 }
        case .jump(let id):
            screen.articles.replace(with: page, first: position ?? 0, keeping: id)
        }
        keepUnstored(counted: count != nil)
        endSelectionOutOfReach()
        updateReader()
        if page.rows.isEmpty, screen.articles.rows.isEmpty, screen.focus != .reader { screen.reader = nil }
        if request.purpose == .fresh { screen.articles.offers = offers }
        let counting = count == nil && request.purpose.countsArticles ? [countList()] : []
        return showSelected() + (request.purpose == .fresh ? fetchRowsNearby() : []) + counting
    }

    /// Ends a selection whose beginning is no longer among the rows at hand, and says so: what is marked is what is seen.
    private mutating func endSelectionOutOfReach() {
        guard let start = screen.articles.rangeStart, !screen.articles.rows.contains(where: { $0.id == start }) else {
            return
        }
        screen.articles.rangeStart = nil
        say("The selection has ended: it does not reach so far. A marks the whole list.", .bad)
    }

    private mutating func take(_ article: Article?, _ id: ArticleID) -> [Effect] {
        guard let awaited, awaited.id == id else {
            if let article { keepAhead(article) }
            return []
        }
        self.awaited = nil
        guard let article else {
            say("This article is no longer in the library.", .bad)
            return []
        }
        screen.reader = reader(for: article)
        if seeking != nil { return lookForMatch() }
        return (awaited.opens ? openReader() : []) + readAhead()
    }

    private mutating func take(_ row: ArticleRow?, for request: UnreadRequest) -> [Effect] {
        guard request.list == listNumber else { return [] }
        guard let row else {
            say(request.older ? "No unread article further down." : "No unread article further up.")
            return []
        }
        return [load(.jump(row.id), .around(row.slot))] + (request.opens ? open(row) : [])
    }

    private mutating func take(_ change: Change?, _ turn: Answer.Turn) -> [Effect] {
        // Changes are stored one after the other, in the order in which they were made.
        if turn == .made, let first = unstored.first, change.map({ $0.action == first.action }) ?? true {
            unstored.removeFirst()
        }
        guard let change else {
            switch turn {
            case .made: say("Nothing to change.")
            case .undone: say("Nothing to undo.")
            case .redone: say("Nothing to do again.")
            }
            return turn == .made ? [.loadCompanies] : []
        }
        if turn != .made || change.count > 1 || !change.action.isMark { say(text(of: change, turn), .good) }
        // A single mark is on the screen already; only the counts are asked for.
        let isFollow = change.action == .followed || change.action == .unfollowed
        let isShown = turn == .made && (isFollow || change.action.isMark && change.count == 1)
        return isShown || change.action == .arranged ? [.loadCompanies] : reload()
    }

    /// `Marked 35 articles read. u undoes.`
    private func text(of change: Change, _ turn: Answer.Turn) -> String {
        let undo = keyMap.firstLabel(of: .undo).map { " \($0) undoes." } ?? ""
        let articles = change.count == 1 ? "1 article" : "\(change.count) articles"
        let subject = change.subject ?? ""
        let what =
            switch change.action {
            case .read: "\(articles) marked read"
            case .unread: "\(articles) marked unread"
            case .starred: "\(articles) starred"
            case .unstarred: "\(articles) unstarred"
            case .followed: "Following \(subject)"
            case .unfollowed: "No longer following \(subject)"
            case .corrected, .uncorrected, .arranged: subject
            case .tagged: "\(articles) tagged \(subject)"
            case .untagged: "\(articles) no longer tagged \(subject)"
            case .muted: "\(articles) hidden by \"\(subject)\""
            case .unmuted: "\(articles) no longer hidden"
            case .removed: "Source \(subject) removed"
            case .restored: "Source \(subject) is there again"
            }
        switch turn {
        case .made: return what + "." + undo
        case .undone: return "Undone: " + what + "."
        case .redone: return "Done again: " + what + "."
        }
    }

    /// New articles came: the list is built anew from its start when the user is there, else only refreshed.
    private mutating func rebuild() -> [Effect] {
        screen.libraryIsEmpty = false
        guard screen.articles.cursor == 0, !screen.articles.hasNewer, screen.focus != .reader else { return reload() }
        listNumber += 1
        screen.articles.builtAt = nil
        return [load(.fresh, .newest), .loadCompanies]
    }
}

extension Change.Action {
    /// Whether it sets a flag of articles, which rows show before it is stored.
    var isMark: Bool {
        switch self {
        case .read, .unread, .starred, .unstarred: true
        default: false
        }
    }
}
