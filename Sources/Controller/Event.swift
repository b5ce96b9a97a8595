public import Model
public import Terminal
public import Views

/// Something that happened: a key, or what came of an effect.
public enum AppEvent: Equatable, Sendable {
    /// The terminal's own events.
    case terminal(Event)
    /// What came of an effect.
    case answer(Answer)
    /// Another program changed the library.
    case libraryChanged
}

/// What came of an effect.
public enum Answer: Equatable, Sendable {
    /// Rows of a list; `position` is the place of the first row in the whole list where it was asked for.
    case page(ListRequest, Page, count: Count?, builtAt: Int64, position: Int?)
    /// What the names of a list's query lead to; comes before its rows.
    case meaning(QueryMeaning, list: Int)
    /// How many articles a list holds.
    case counted(Count, list: Int)
    /// Why articles are in a list.
    case why([ArticleID: [Reason]], list: Int)
    /// Sources, tags and other names that a query can hold.
    case queryNames(QueryCompletion.Names)
    /// The last changes, the newest first.
    case history([HistoryRow])
    /// An article; `nil` when it is gone.
    case article(ArticleID, Article?)
    /// What an article said before, the last version first.
    case versions(ArticleID, [ArticleVersion])
    /// The article that `findUnread` found.
    case unread(UnreadRequest, ArticleRow?)
    /// What the left pane shows: the companies listed, how many are not, the sources, the outlets of none.
    case companies(Count, [CompanyRow], hidden: Int, [Source], outlets: [SourceRow])
    /// Every tag that there is.
    case tags([String])
    /// The saved searches, in the user's order.
    case searches([SavedSearch])
    /// How many articles of saved searches are unread, by their names; of the others nothing new is known.
    case searchCounts([String: Int])
    /// Every company with all its names.
    case names([NamedCompany])
    /// A change that was made, taken back or done again; `nil` when there was nothing to change.
    case changed(Change?, Turn)
    /// Corrections were made, taken back or done again, and can reach so many articles.
    case corrected(Change, Turn, reach: Int)
    /// An article that was read again; `nil` when it is gone.
    case reread(ArticleID, Article?)
    /// How far the library has been read again, and the articles in which something became different; `nil` at the end.
    case rereading(RereadingProgress?, changed: Set<ArticleID>)
    /// A line to show.
    case notice(Notice)
    /// Articles came into the library.
    case added(Notice)
    /// A source was added or changed, or a page or a file added; the left pane's cursor goes to a new source.
    case sources(Notice, added: SourceID?)
    /// Nothing was added; why.
    case notAdded(String)
    /// The page to be added names several feeds.
    case feeds([FeedChoice])
    /// How far a refresh has come.
    case refreshing(FetchProgress)
    /// A refresh has ended.
    case refreshed(RefreshSummary)
    /// Articles came into the library from a folder that is watched.
    case arrived(Notice)
    /// The page of an article, stored; `nil` where it could not be fetched.
    case wholePage(ArticleID, Article?, Notice)
    /// An effect failed.
    case failed(String)

    /// Whether a change was made, taken back or done again.
    public enum Turn: Equatable, Sendable {
        case made, undone, redone
    }
}
