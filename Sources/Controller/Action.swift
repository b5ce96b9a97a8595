import Views

/// What a key does. The raw value is the action's name in `:` commands and in the key file.
public enum Action: String, CaseIterable, Sendable {
    case down, up, top, bottom
    case halfPageDown = "half-page-down"
    case halfPageUp = "half-page-up"
    case pageDown = "page-down"
    case pageUp = "page-up"
    case left, right
    case nextPane = "next-pane"
    case nextArticle = "next-article"
    case previousArticle = "previous-article"

    case open
    case readOn = "read-on"
    case wide, furniture, changes, browser
    case openLink = "open-link"

    case toggleRead = "toggle-read"
    case markAllRead = "mark-all-read"
    case toggleStar = "toggle-star"
    case selectRange = "select-range"
    case tag, undo, redo, history

    case search, next, previous, filter, order, back
    case previousResult = "previous-result"
    case nextResult = "next-result"
    case saveSearch = "save-search"
    case raiseSearch = "raise-search"
    case lowerSearch = "lower-search"

    case pickCompany = "pick-company"
    case entityArticles = "entity-articles"
    case nextEntity = "next-entity"
    case previousEntity = "previous-entity"
    case follow
    case correctEntity = "correct-entity"

    case addSource = "add-source"
    case refresh
    case refreshAll = "refresh-all"
    case editSource = "edit-source"
    case removeSource = "remove-source"
    case wholePage = "whole-page"

    case copyAddress = "copy-address"
    case copyQuote = "copy-quote"
    case command, help, redraw, suspend, quit
}

extension Action {
    /// A group of the key table.
    public enum Group: String, CaseIterable, Sendable {
        case move = "Move"
        case read = "Read"
        case state = "State"
        case find = "Find"
        case companies = "Companies"
        case sources = "Sources"
        case other = "Other"
    }

    /// The group under which the key table lists it.
    public var group: Group {
        switch self {
        case .down, .up, .top, .bottom, .halfPageDown, .halfPageUp, .pageDown, .pageUp, .left, .right, .nextPane,
            .nextArticle, .previousArticle:
            .move
        case .open, .readOn, .wide, .furniture, .changes, .browser, .openLink: .read
        case .toggleRead, .markAllRead, .toggleStar, .selectRange, .tag, .undo, .redo, .history: .state
        case .search, .next, .previous, .filter, .order, .back, .previousResult, .nextResult, .saveSearch,
            .raiseSearch, .lowerSearch:
            .find
        case .pickCompany, .entityArticles, .nextEntity, .previousEntity, .follow, .correctEntity:
            .companies
        case .addSource, .refresh, .refreshAll, .editSource, .removeSource, .wholePage: .sources
        case .copyAddress, .copyQuote, .command, .help, .redraw, .suspend, .quit: .other
        }
    }

    /// The pane in which it is meant where another action has the same key; `nil` for any.
    var pane: Pane? {
        switch self {
        case .editSource: .companies
        default: nil
        }
    }

    /// What it does, in a few words.
    public var summary: String {
        switch self {
        case .down: "one line down"
        case .up: "one line up"
        case .top: "to the first line"
        case .bottom: "to the last line"
        case .halfPageDown: "half a page down"
        case .halfPageUp: "half a page up"
        case .pageDown: "one page down"
        case .pageUp: "one page up"
        case .left: "to the pane on the left; fold a tag"
        case .right: "to the pane on the right; unfold a tag"
        case .nextPane: "to the next pane"
        case .nextArticle: "next article of the list"
        case .previousArticle: "previous article of the list"
        case .open: "open what is chosen; on an entity its company; fold a tag"
        case .readOn: "page down; at the end the next unread article"
        case .wide: "article at full width, and back"
        case .furniture: "show or fold page furniture"
        case .changes: "show what changed in the article word by word, and back"
        case .browser: "open the article in the browser"
        case .openLink: "open a link of the article by its number"
        case .toggleRead: "mark read or unread"
        case .markAllRead: "mark all articles of this list read"
        case .toggleStar: "star, or take the star away"
        case .selectRange: "begin or end a selection of several articles"
        case .tag: "tag the article, or take a tag away"
        case .undo: "undo the last change"
        case .redo: "do again what was undone"
        case .history: "show what was changed, to undo and redo it"
        case .search: "search: words, \"phrases\", prefix*, company:, is:"
        case .next: "next match, or next unread article"
        case .previous: "previous match, or previous unread article"
        case .filter: "filter: unread, starred, recent, language"
        case .order: "order: by date, the best first, by source"
        case .previousResult: "to the result looked at before, its query and cursor"
        case .nextResult: "to the result from which that came, forward again"
        case .back: "back to what was before; end a refresh"
        case .saveSearch: "save the search at hand under a name"
        case .raiseSearch: "move the saved search here up"
        case .lowerSearch: "move the saved search here down"
        case .pickCompany: "pick a company by any of its names"
        case .entityArticles: "list every article about the company here, or of the tag"
        case .nextEntity: "next entity of the article"
        case .previousEntity: "previous entity of the article"
        case .follow: "follow the company here, or no longer"
        case .correctEntity: "correct the entity: no name, a person, another company"
        case .addSource: "add a feed, a page, a folder or a file"
        case .refresh: "fetch the source here, or that of the article"
        case .refreshAll: "fetch all sources; while they are fetched, end that"
        case .editSource: "name, tags and whole pages of the source here; name and query of a saved search"
        case .removeSource: "remove the source or saved search here; articles stay"
        case .wholePage: "fetch the article's page; on a source, always or no longer"
        case .copyAddress: "copy the article's address"
        case .copyQuote: "copy title, outlet, date and address"
        case .command: "type a command"
        case .help: "show the keys"
        case .redraw: "draw the screen anew"
        case .suspend: "suspend (fg comes back)"
        case .quit: "back; from the first list quit"
        }
    }
}
