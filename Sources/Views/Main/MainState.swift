public import Model
public import Terminal

/// All that the main screen can show.
public struct MainState: Equatable, Sendable {
    /// The terminal's size.
    public var size: Size
    /// The pane that takes the keys.
    public var focus: Pane = .articles
    /// Whether the article has the whole width while it has the focus.
    public var readerIsWide = false
    /// Companies and sources.
    public var companies = CompaniesState()
    /// The list of articles.
    public var articles = ArticlesState()
    /// The article shown; `nil` before one is.
    public var reader: ReaderState?
    /// The line typed in; `nil` when no prompt is open.
    public var prompt: PromptState?
    /// What lies over the panes.
    public var overlay: Overlay?
    /// What the bottom line says; `nil` shows the keys.
    public var notice: Notice?
    /// Why the chosen article is among those found; `nil` where there is nothing to say.
    public var why: String?
    /// How far articles have been read again with what is known now; `nil` when none are being.
    public var rereading: RereadingProgress?
    /// How far the sources have been fetched; `nil` when none are being.
    public var refreshing: FetchProgress?
    /// The article whose page is being fetched.
    public var fetchingPage: ArticleID?
    /// The keys that the bottom line names, such as `j/k move`; the most needed first.
    public var hints: [String] = []
    /// Whether the library holds no article at all.
    public var libraryIsEmpty = false
    /// Now, for dates.
    public var now: Timestamp
    /// The user's time zone.
    public var zone: Zone

    /// The screen before anything is known of the library.
    public init(size: Size, now: Timestamp, zone: Zone = .utc) {
        self.size = size
        self.now = now
        self.zone = zone
    }

    /// Where everything stands.
    public var layout: MainLayout {
        MainLayout(size: size, focus: focus, readerIsWide: readerIsWide)
    }
}

/// Something that lies over the panes and takes the keys.
public enum Overlay: Equatable, Sendable {
    case picker(PickerState)
    case menu(MenuState)
    case help(HelpState)
    case history(HistoryState)
}

/// What the bottom line says after a key.
public struct Notice: Equatable, Sendable {
    /// Whether it is news or a complaint.
    public enum Tone: Sendable {
        case plain, good, bad
    }

    /// One line of text.
    public var text: String
    /// How it is meant.
    public var tone: Tone

    /// Something to say.
    public init(_ text: String, _ tone: Tone = .plain) {
        self.text = text
        self.tone = tone
    }
}
