import Model
import Terminal
import Views

/// What changed in an article since it came.
extension App {
    /// Shows what changed in the article at hand since the version before, or its text again.
    mutating func toggleChanges() -> [Effect] {
        guard let reader = screen.reader else { return [] }
        if reader.changes != nil {
            screen.reader?.hideChanges()
            screen.reader?.highlight(screen.articles.matches)
            return []
        }
        guard reader.article.row.isUpdated else {
            say("This article has not changed since it came.")
            return []
        }
        return [.loadVersions(reader.article.row.id)]
    }

    /// The versions of an article came: the last one is compared, if the article is still at hand.
    mutating func take(_ versions: [ArticleVersion], of id: ArticleID) -> [Effect] {
        guard let reader = screen.reader, reader.article.row.id == id else { return [] }
        guard let last = versions.first else {
            say("What this article said before is not kept.", .bad)
            return []
        }
        guard last.text.utf8.count + reader.article.text.utf8.count <= ChangedText.longest else {
            say("This article is too long to be compared.", .bad)
            return []
        }
        screen.reader?.showChanges(since: last)
        return []
    }
}
