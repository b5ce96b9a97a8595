public import Model
public import Terminal
public import Views

/// The reader as a value: what is on the screen and what the keys refer to.
public struct App: Equatable, Sendable {
    /// What the screen shows.
    public internal(set) var screen: MainState
    /// Which keys do what.
    let keyMap: KeyMap
    /// What the bottom line names, by the pane that has the focus.
    private let hints: [Pane: [String]]
    /// Keys typed so far of a longer series (`g` of `gg`).
    var typed: [Key] = []
    /// The lists to which `back` returns, the last one on top.
    var earlier: [Place] = []
    /// The list shown before the search that is being typed.
    var beforeSearch: Place?
    /// The number of the newest list; answers to older ones are dropped.
    var listNumber = 0
    /// Whether rows before or after those at hand are on their way.
    var isFetchingRows = false
    /// Marks that are on the screen but not yet known to be stored: rows read meanwhile do not have them.
    var unstored: [Mark] = []
    /// The article that the reading pane waits for.
    var awaited: Awaited?
    /// Articles beside the chosen one, ready to be shown.
    var ahead: [ReaderState] = []
    /// The results that were looked at.
    var trail = Trail()
    /// What the names of the list's query lead to.
    var meaning: QueryMeaning?
    /// Why articles are in the list, as far as that is known; empty where there is nothing to say.
    var whys: [ArticleID: String] = [:]
    /// The article of which that was asked last.
    var askedWhy: ArticleID?
    /// Whether the list was counted while marks were on their way.
    var isUncounted = false
    /// The way to a match in another article of the list.
    var seeking: Seek?
    /// What the word at the prompt's cursor can become.
    var completion: QueryCompletion?
    /// Names that a query can hold apart from companies.
    var queryNames = QueryCompletion.Names()
    /// What was typed in prompts before, the oldest first.
    var history = History()
    /// Every company with its names, once the picker has asked.
    var names: [NamedCompany]?
    /// The entity that is being corrected, while its menu or picker is open.
    var correcting: Correcting?
    /// What the menu or the line being typed is for, where it is about sources.
    var sourcing: Sourcing?
    /// What the menu or the line being typed is for, where it is about a saved search.
    var arranging: Arranging?
    /// What tags are typed for, while they are.
    var tagging: TaggedArticles?
    /// The source that was just added, on which the left pane's cursor is to stand.
    var awaitedSource: SourceID?
    /// Whether files are being read into the library, so that an empty one is no news.
    var isAdding: Bool

    /// A mark on some articles.
    struct Mark: Equatable {
        var action: Change.Action
        var ids: [ArticleID]
    }

    /// A list to return to, with the pane that had the focus.
    struct Place: Equatable {
        var articles: ArticlesState
        var focus: Pane
        /// The article that was being read, where it is to be shown again.
        var reader: ReaderState?
    }

    /// An article on its way to the reading pane.
    struct Awaited: Equatable {
        var id: ArticleID
        var opens: Bool
    }

    /// Searches and commands typed before.
    struct History: Equatable {
        var searches: [String] = []
        var commands: [String] = []
        var additions: [String] = []
        /// How far back Up has gone; 0 is the line being typed.
        var depth = 0
        /// The line being typed, while another one is shown.
        var draft = ""
    }

    /// The reader before its first answer, on a list of the articles that `query` matches; files may be on their way
    /// into the library. `searches` are those typed before, the oldest first.
    public init(
        size: Size, now: Timestamp, zone: Zone, keyMap: KeyMap = .standard, query: Query = .everything,
        queryText: String = "", isAdding: Bool = false, searches: [String] = []
    ) {
        history.searches = searches
        self.keyMap = keyMap
        hints = Dictionary(uniqueKeysWithValues: Pane.allCases.map { ($0, keyMap.hints(for: $0)) })
        self.isAdding = isAdding
        screen = MainState(size: size, now: now, zone: zone)
        screen.articles = ArticlesState(query: query, text: queryText)
        screen.articles.isLoading = true
        screen.hints = hints[.articles] ?? []
    }

    /// What the program asks for first: the first rows, then the left pane.
    public mutating func start() -> [Effect] {
        [load(.fresh, .newest), .loadCompanies]
    }
}

/// What an event does to the reader, and what the program is asked to do.
public func update(_ app: inout App, _ event: AppEvent) -> [Effect] {
    var effects: [Effect] =
        switch event {
        case .terminal(let event): app.handle(event)
        case .answer(let answer): app.take(answer)
        case .libraryChanged: app.reload()
        }
    effects += app.refreshHistory(after: event)
    app.settle()
    return effects + app.askWhy()
}

extension App {
    /// The terminal's events by their kinds.
    mutating func handle(_ event: Event) -> [Effect] {
        switch event {
        case .key(let key): return press(key)
        case .paste(let text): return paste(text)
        case .mouse(let point, let mouse): return click(point, mouse)
        case .resize(let size):
            screen.size = size
            return showSelected()
        case .hangup: return [.quit]
        case .resumed: return [.redraw] + reload()
        case .wake: return []
        }
    }

    /// Keeps cursors within their windows, after any event.
    mutating func settle() {
        let layout = screen.layout
        screen.why = whyHere
        screen.hints = screen.libraryIsEmpty ? keyMap.hintsForNothing : hintsHere
        if let pane = layout.companies { screen.companies.scroll(toFit: layout.content(of: pane).height) }
        if layout.articles != nil { screen.articles.scroll(toFit: visibleRows) }
        if let pane = layout.reader { screen.reader?.fit(ReaderFrame.window(of: pane)) }
        if case .picker(var picker) = screen.overlay {
            picker.scroll(toFit: pickerHeight(in: layout))
            screen.overlay = .picker(picker)
        }
        if case .history(var history) = screen.overlay {
            history.scroll(toFit: historyHeight(in: layout))
            screen.overlay = .history(history)
        }
    }

    /// What the bottom line names where the focus is.
    private var hintsHere: [String] {
        switch (screen.focus, screen.companies.chosen) {
        case (.companies, .source): keyMap.hintsForSource
        case (.companies, .tag): keyMap.hintsForTag
        case (.companies, .search): keyMap.hintsForSearch
        case (.reader, _) where screen.reader?.article.isSummary == true: keyMap.hintsForSummary
        default: hints[screen.focus] ?? []
        }
    }

    /// How many rows of the list the screen shows.
    var visibleRows: Int {
        let layout = screen.layout
        guard let pane = layout.articles else { return max(1, (screen.size.height - 3) / 2) }
        let content = layout.content(of: pane)
        return max(1, content.height / ArticlesState.rowHeight(width: content.width, height: content.height))
    }

    /// How many lines of an article the screen shows.
    var readerHeight: Int {
        let layout = screen.layout
        return max(1, (layout.reader ?? layout.articles ?? layout.companies)?.height ?? 1)
    }

    /// A plain message on the bottom line.
    mutating func say(_ text: String, _ tone: Notice.Tone = .plain) {
        screen.notice = Notice(text, tone)
    }
}
