public import Model

/// Something that `update` asks the program to do; what comes of it returns as an `Answer`.
public enum Effect: Equatable, Sendable {
    /// Rows of a list.
    case load(ListRequest)
    /// An article, whole.
    case fetch(ArticleID)
    /// An article that may be wanted next; nobody waits for it.
    case readAhead(ArticleID)
    /// What an article said before.
    case loadVersions(ArticleID)
    /// The first unread article from a slot on, in a list.
    case findUnread(UnreadRequest)
    /// How many articles a list holds, where that takes longer than its rows.
    case count(CountRequest)
    /// Why articles are in a list; nobody waits for it.
    case why(WhyRequest)
    /// Sources, tags and other names that a query can hold, to complete with.
    case loadQueryNames
    /// A search is kept for the times to come.
    case keepSearch(String)
    /// The last changes.
    case loadHistory
    /// Companies, sources and counts for the left pane.
    case loadCompanies
    /// Every company with all its names, for the picker.
    case loadNames
    /// A change of some articles.
    case mark(Change.Action, [ArticleID])
    /// A change of all articles of a list.
    case markAll(Change.Action, Query, builtAt: Int64?)
    /// Follow a company, or no longer where it is followed.
    case toggleFollow(String)
    /// Every tag that there is, for completion.
    case loadTags
    /// Articles get tags, or have them taken away, as one change.
    case tag([ArticleID], [TagChange])
    /// The saved searches change.
    case arrange(SearchChange)
    /// Something that the user said of a name, for all articles.
    case correct(Correction)
    /// An article is read again at once with the corrections of now; nobody waits for the others.
    case reread(ArticleID)
    /// An article that was read again in the background.
    case refetch(ArticleID)
    /// The last change is taken back.
    case undo
    /// The change taken back last is done again.
    case redo
    /// Files and folders are read into the library.
    case add([String])
    /// The sample articles are read into the library.
    case addSamples
    /// What lies at an address or a path is added: a feed, a page, a folder, a file.
    case addSource(String)
    /// Sources are fetched, or scanned anew.
    case refresh(RefreshTarget)
    /// The refresh that is running ends.
    case cancelRefresh
    /// A source goes; its articles stay.
    case removeSource(SourceID)
    /// A source gets a name; an empty one is its own.
    case renameSource(SourceID, String)
    /// A source gets tags in place of those it had.
    case tagSource(SourceID, [String])
    /// The whole page is fetched for each new article of a source, or no longer.
    case fetchPages(SourceID, Bool)
    /// The page of an article is fetched, which then is its text.
    case fetchPage(ArticleID)
    /// Text goes to the clipboard.
    case copy(String)
    /// An address is opened in the browser.
    case browse(String)
    /// Ctrl-Z.
    case suspend
    /// The whole screen is sent anew.
    case redraw
    /// The program ends.
    case quit
}

extension Effect {
    /// Whether it changes the library's state.
    public var isChange: Bool {
        switch self {
        case .mark, .markAll, .toggleFollow, .correct, .reread, .undo, .redo: true
        case .removeSource, .renameSource, .tagSource, .fetchPages, .arrange, .tag: true
        default: false
        }
    }
}

/// Rows that a list wants, and what they are for.
public struct ListRequest: Equatable, Sendable {
    /// What the rows are for.
    public enum Purpose: Equatable, Sendable {
        /// A new list: the window starts at the newest article.
        case fresh
        /// Rows after those at hand.
        case older
        /// Rows before those at hand.
        case newer
        /// The end of the list.
        case end
        /// The same rows again, because their state has changed.
        case refresh
        /// The rows around an article, which is then chosen.
        case jump(ArticleID)
    }

    /// The list that asks; an answer to an older number is dropped.
    public var list: Int
    /// What the rows are for.
    public var purpose: Purpose
    /// The window.
    public var page: PageRequest
}

/// How many articles a list holds.
public struct CountRequest: Equatable, Sendable {
    /// The list that asks.
    public var list: Int
    /// Which articles the list holds.
    public var query: Query
    /// The journal's last number when the list was built.
    public var builtAt: Int64?
    /// Whether the query is being typed, so that the next key may well ask for another count.
    public var isTyped = false
}

extension CountRequest {
    /// The count of what rows are asked of, for no list.
    public init(_ page: PageRequest) {
        self.init(list: 0, query: page.query, builtAt: page.builtAt)
    }
}

/// Why articles are in a list.
public struct WhyRequest: Equatable, Sendable {
    /// The list that asks.
    public var list: Int
    /// What the articles match.
    public var query: Query
    /// The articles, the one on which the cursor stands first.
    public var ids: [ArticleID]
}

/// The next (or previous) unread article of a list.
public struct UnreadRequest: Equatable, Sendable {
    /// The list that asks.
    public var list: Int
    /// Which articles the list holds.
    public var query: Query
    /// The slot from which to look.
    public var slot: Int64
    /// Towards older articles, or newer ones.
    public var older: Bool
    /// Whether the article is opened when found.
    public var opens: Bool
}
