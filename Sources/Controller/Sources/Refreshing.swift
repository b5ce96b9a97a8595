import Model
import Terminal
import Views

/// Fetching sources anew, and the whole pages of articles.
extension App {
    /// `r`: the source under the cursor, or that of the article at hand.
    mutating func refreshHere() -> [Effect] {
        guard let target = refreshTarget else {
            say("No source here\(keyMap.firstLabel(of: .refreshAll).map { "; \($0) refreshes all" } ?? "").")
            return []
        }
        guard screen.refreshing == nil else {
            say("A refresh is running\(keyMap.firstLabel(of: .refreshAll).map { "; \($0) ends it" } ?? "").")
            return []
        }
        return refresh(target)
    }

    /// `R`: all sources; while a refresh is running it is ended.
    mutating func refreshAll() -> [Effect] {
        guard screen.refreshing == nil else { return [.cancelRefresh] }
        return refresh(.all)
    }

    private mutating func refresh(_ target: RefreshTarget) -> [Effect] {
        screen.refreshing = FetchProgress()
        return [.refresh(target)]
    }

    /// What `r` means where the focus is.
    private var refreshTarget: RefreshTarget? {
        switch screen.focus {
        case .companies:
            switch screen.companies.chosen {
            case .source(let source, _): return .sources([source.id])
            case .tag(let tag): return .sources(tag.sources)
            case .everything, .company, .search, .outlet, nil: return nil
            }
        case .articles:
            if case .from(let id) = screen.articles.query { return .sources([id]) }
            return screen.articles.selected.map { .article($0.id) }
        case .reader: return screen.reader.map { .article($0.article.row.id) }
        }
    }

    /// `F`: the whole page of the article at hand; on a source, for each of its new articles or no longer.
    mutating func fetchWholePage() -> [Effect] {
        if screen.focus == .companies { return toggleWholePages() }
        guard screen.fetchingPage == nil else {
            say("A page is being fetched already.")
            return []
        }
        guard let reader = screen.reader, let address = reader.article.url,
            screen.focus == .reader || reader.article.row.id == screen.articles.selected?.id
        else {
            say("This article has no address.", .bad)
            return []
        }
        screen.fetchingPage = reader.article.row.id
        say("Fetching \(TextWidth.truncated(address, to: 60))…")
        return [.fetchPage(reader.article.row.id)]
    }

    /// Fetches the whole page for each new article of the chosen source, or no longer.
    mutating func toggleWholePages() -> [Effect] {
        guard let source = chosenSource else { return complainOfNoSource() }
        return toggleWholePages(of: source)
    }

    mutating func toggleWholePages(of source: Source) -> [Effect] {
        guard source.kind == .feed else {
            say("Only feeds have pages to be fetched.")
            return []
        }
        return [.fetchPages(source.id, !source.fetchesPages)]
    }
}

/// What came of fetching.
extension App {
    mutating func take(_ summary: RefreshSummary) -> [Effect] {
        screen.refreshing = nil
        let (text, tone) = words(for: summary)
        say(text, tone)
        return summary.added + summary.updated > 0 ? arrive() : [.loadCompanies]
    }

    /// `57 new articles from 40 sources; 2 failed (marked !).`
    private func words(for summary: RefreshSummary) -> (String, Notice.Tone) {
        guard summary.sources > 0 else {
            let add = keyMap.firstLabel(of: .addSource).map { "; \($0) adds one" } ?? ""
            return (summary.isCancelled ? "Refresh ended." : "No source to refresh\(add).", .plain)
        }
        if summary.sources == 1, let failure = summary.failures.first {
            return ("\(failure.name): \(failure.reason)", .bad)
        }
        let sources = summary.sources == 1 ? "1 source" : "\(RereadingProgress.figure(summary.sources)) sources"
        let added = summary.added == 1 ? "1 new article" : "\(RereadingProgress.figure(summary.added)) new articles"
        var text = (summary.added == 0 ? "Nothing new" : added) + " from \(sources)"
        if summary.updated > 0 { text += ", \(RereadingProgress.figure(summary.updated)) updated" }
        if let hidden = summary.hidden.words { text += "; \(hidden)" }
        if !summary.failures.isEmpty { text += "; \(summary.failures.count) failed (marked !)" }
        if summary.isCancelled { text = "Refresh ended: " + text.prefix(1).lowercased() + text.dropFirst() }
        return (text + ".", summary.failures.isEmpty ? .good : .bad)
    }

    /// A step of a refresh: articles that came are shown at once.
    mutating func take(_ progress: FetchProgress) -> [Effect] {
        // A refresh that the user has seen the end of does not come back.
        guard let before = screen.refreshing else { return [] }
        screen.refreshing = progress
        if progress.added > before.added { return arrive() }
        return progress.done > before.done ? [.loadCompanies] : []
    }

    /// Articles came into the library: they are shown, and the cursor stays on its article.
    mutating func arrive() -> [Effect] {
        isAdding = false
        screen.libraryIsEmpty = false
        guard !screen.articles.rows.isEmpty else {
            listNumber += 1
            screen.articles.builtAt = nil
            return [load(.fresh, .newest), .loadCompanies]
        }
        return reload()
    }

    /// The whole page of an article has come, or not.
    mutating func takePage(_ article: Article?, _ id: ArticleID, _ notice: Notice) -> [Effect] {
        if screen.fetchingPage == id { screen.fetchingPage = nil }
        screen.notice = notice
        ahead.removeAll { $0.article.row.id == id }
        guard let article else { return [] }
        if let old = screen.reader, old.article.row.id == id {
            var reader = reader(for: article)
            reader.isOpen = old.isOpen
            screen.reader = reader
        }
        return reload()
    }
}
