import Model
import Views

/// Read marks, stars, and taking them back.
extension App {
    /// A row of the list, or the article at hand, by its number.
    func row(of id: ArticleID) -> ArticleRow? {
        screen.articles.rows.first { $0.id == id }
            ?? screen.reader.flatMap { $0.article.row.id == id ? $0.article.row : nil }
    }

    /// The articles that `m`, `s` and `t` mean: the one being read, the selected range, or the chosen row.
    var meant: [ArticleRow] {
        guard screen.focus != .companies else { return [] }
        if screen.focus == .reader, let id = screen.reader?.article.row.id {
            return [row(of: id)].compactMap { $0 }
        }
        return Array(screen.articles.rows[screen.articles.selection])
    }

    mutating func toggleRead() -> [Effect] {
        let rows = meant
        // A selection with any unread article in it becomes read as a whole.
        return mark(rows, rows.contains { !$0.isRead } ? .read : .unread)
    }

    mutating func toggleStar() -> [Effect] {
        let rows = meant
        return mark(rows, rows.contains { !$0.isStarred } ? .starred : .unstarred)
    }

    private mutating func mark(_ rows: [ArticleRow], _ action: Change.Action) -> [Effect] {
        guard !rows.isEmpty else {
            say("No article is chosen here.")
            return []
        }
        let ids = rows.map(\.id)
        apply(action, to: ids)
        screen.articles.rangeStart = nil
        return [store(action, ids)]
    }

    /// Has a mark stored that is on the screen already.
    mutating func store(_ action: Change.Action, _ ids: [ArticleID]) -> Effect {
        unstored.append(Mark(action: action, ids: ids))
        return .mark(action, ids)
    }

    /// Puts marks that are being stored on rows that were read before they were; `counted` says that the list's count came
    /// with the rows.
    mutating func keepUnstored(counted: Bool) {
        for mark in unstored {
            let before = screen.articles.rows
            apply(mark.action, to: Set(mark.ids), in: &screen.articles)
            guard counted else { continue }
            let became = becameRead(since: before)
            screen.articles.count?.unread -= became
        }
    }

    /// How many more rows of the list are read than were before.
    private func becameRead(since before: [ArticleRow]) -> Int {
        zip(before, screen.articles.rows).reduce(0) { $0 + ($1.1.isRead ? 1 : 0) - ($1.0.isRead ? 1 : 0) }
    }

    mutating func markAllRead() -> [Effect] {
        if screen.focus == .companies {
            return [.markAll(.read, queryOfChosenEntry.query, builtAt: nil)]
        }
        return [.markAll(.read, screen.articles.query, builtAt: screen.articles.builtAt)]
    }

    mutating func selectRange() -> [Effect] {
        guard screen.focus == .articles else { return [] }
        if screen.articles.rangeStart == nil {
            screen.articles.rangeStart = screen.articles.selected?.id
            say("Selecting: move, then m or s; v or Esc ends.")
        } else {
            screen.articles.rangeStart = nil
        }
        return []
    }

    /// Shows a change at once, in every list that is kept.
    mutating func apply(_ action: Change.Action, to ids: [ArticleID]) {
        let ids = Set(ids)
        ahead.removeAll { ids.contains($0.article.row.id) }
        let before = screen.articles.rows
        apply(action, to: ids, in: &screen.articles)
        for index in earlier.indices { apply(action, to: ids, in: &earlier[index].articles) }
        if var place = beforeSearch {
            apply(action, to: ids, in: &place.articles)
            beforeSearch = place
        }
        updateReader()
        let became = becameRead(since: before)
        screen.articles.count?.unread -= became
        screen.companies.count.unread -= became
    }

    /// Shows the state of the list's row in the article pane too.
    mutating func updateReader() {
        guard let id = screen.reader?.article.row.id,
            let row = screen.articles.rows.first(where: { $0.id == id })
        else { return }
        screen.reader?.update(isRead: row.isRead, isStarred: row.isStarred, tags: row.tags)
    }

    private func apply(_ action: Change.Action, to ids: Set<ArticleID>, in list: inout ArticlesState) {
        for index in list.rows.indices where ids.contains(list.rows[index].id) {
            switch action {
            case .read: list.rows[index].isRead = true
            case .unread: list.rows[index].isRead = false
            case .starred: list.rows[index].isStarred = true
            case .unstarred: list.rows[index].isStarred = false
            default: break
            }
        }
    }
}
