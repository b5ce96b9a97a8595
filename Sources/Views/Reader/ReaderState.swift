public import Model
public import Terminal

/// An article in the reading pane: its lines, where the window stands, which entity is chosen.
public struct ReaderState: Equatable, Sendable {
    /// The article.
    public private(set) var article: Article
    /// Whether the user opened it, or it is only shown because its row is chosen.
    public var isOpen: Bool
    /// What changed since an earlier version, while that is shown in place of the text.
    public private(set) var changes: ChangedText?
    /// Whether page furniture is shown.
    public private(set) var isUnfolded = false
    /// The first line on the screen.
    public private(set) var top = 0
    /// The chosen entity, by its place in `article.mentions`.
    public private(set) var entity: Int?
    /// Where the words searched for stand in the text.
    public private(set) var matches: [Range<Int>] = []
    /// The match shown last, by its place in `matches`.
    public private(set) var match: Int?
    /// The lines.
    public private(set) var layout: ArticleLayout
    /// How many lines the window has.
    public private(set) var height: Int
    private var byline: String
    private let dates: DateText
    /// The offset of the text at the top of the window, as the user scrolled it: resizing comes back to it.
    private var anchor = 0

    /// An article in a window of so many columns and lines.
    public init(_ article: Article, isOpen: Bool, window: Size, now: Timestamp, zone: Zone) {
        self.article = article
        self.isOpen = isOpen
        dates = DateText(now: now, zone: zone)
        byline = ReaderState.byline(of: article, dates: dates)
        layout = ArticleLayout(article, byline: byline, width: window.width, unfolded: false)
        height = max(1, window.height)
    }

    /// The article as it is shown: itself, or with what changed in it.
    public var shown: Article { changes?.article ?? article }

    /// The furthest that the window can be scrolled.
    public var lastTop: Int { max(0, layout.lines.count - height) }

    /// Whether the end of the article is on the screen.
    public var isAtEnd: Bool { top >= lastTop }

    /// How much of the article has been on the screen, 0 to 100.
    public var percent: Int {
        layout.lines.isEmpty ? 100 : min(100, (top + height) * 100 / layout.lines.count)
    }

    /// The chosen entity.
    public var mention: Mention? { entity.map { article.mentions[$0] } }

    /// `Redmond → Microsoft · headquarters`, for the chosen entity.
    public var explanation: String? {
        mention.map { EntityText.explanation(of: $0, in: article.text) }
    }

    /// `Il Telaio, 20 Nov 2026, 3 min, it`.
    private static func byline(of article: Article, dates: DateText) -> String {
        var parts: [String] = []
        if let outlet = article.row.outlet { parts.append(outlet) }
        if let author = article.author { parts.append(author) }
        parts.append(dates.long(article.row.published))
        parts.append("\(article.row.minutes) min")
        if let language = article.row.language { parts.append(language.code) }
        if article.isSummary { parts.append("summary only") }
        if !article.row.isRead { parts.append("● unread") }
        if article.row.isStarred { parts.append("★ starred") }
        if let updated = article.row.updated { parts.append("± updated \(dates.long(updated))") }
        parts += article.row.tags.map { "#" + $0 }
        return parts.joined(separator: ", ")
    }
}

extension ReaderState {
    /// Sets the article anew for a window; the text at its top stays there.
    public mutating func fit(_ window: Size) {
        height = max(1, window.height)
        if max(1, min(window.width, ArticleLayout.widest)) != layout.width { relay(width: window.width) }
        top = min(top, lastTop)
    }

    /// Takes in that the article's state has changed.
    public mutating func update(isRead: Bool, isStarred: Bool, tags: [String]) {
        let row = article.row
        guard row.isRead != isRead || row.isStarred != isStarred || row.tags != tags else { return }
        article.row.isRead = isRead
        article.row.isStarred = isStarred
        article.row.tags = tags
        byline = ReaderState.byline(of: article, dates: dates)
        let before = layout.lines.count
        layout.replaceHead(shown, byline: headline)
        if top > 0 { top = min(max(0, top + layout.lines.count - before), lastTop) }
    }

    /// Shows or hides page furniture; the text at the top of the window stays there.
    public mutating func toggleFurniture() {
        isUnfolded.toggle()
        relay(width: layout.width)
    }

    /// Takes in that the same text was read again: the chosen entity stays chosen, or else the one after its place.
    public mutating func update(mentions: [Mention], companies: [Appearance], row: ArticleRow) {
        let place = mention?.range.lowerBound
        article.mentions = mentions
        article.companies = companies
        article.row.companies = row.companies
        entity = place.flatMap { place in mentions.firstIndex { $0.range.upperBound > place } }
        relay(width: layout.width)
    }

    /// Shows what changed since a version, word by word, in place of the text.
    public mutating func showChanges(since version: ArticleVersion) {
        changes = ChangedText(article, since: version)
        entity = nil
        matches = []
        match = nil
        isUnfolded = false
        layout = ArticleLayout(shown, byline: headline, width: layout.width, unfolded: false)
        top = 0
        keepPlace()
    }

    /// Shows the text again.
    public mutating func hideChanges() {
        changes = nil
        layout = ArticleLayout(article, byline: byline, width: layout.width, unfolded: isUnfolded)
        top = 0
        keepPlace()
    }

    /// Scrolls by so many lines.
    public mutating func scroll(by lines: Int) {
        top = min(max(0, top + lines), lastTop)
        keepPlace()
    }

    /// Goes to the first line, or the last.
    public mutating func scrollToEnd(_ isEnd: Bool) {
        top = isEnd ? lastTop : 0
        keepPlace()
    }

    /// Chooses the next entity (or the one before); the first one from the top of the window when none is chosen.
    public mutating func moveEntity(forward: Bool) {
        let mentions = shown.mentions
        guard !mentions.isEmpty else { return }
        if let entity {
            self.entity = min(max(0, entity + (forward ? 1 : -1)), mentions.count - 1)
        } else {
            let offset = top == 0 ? 0 : layout.offset(at: top)
            let next = mentions.firstIndex { $0.range.lowerBound >= offset } ?? mentions.count - 1
            entity = forward ? next : max(0, next - 1)
        }
        if let mention { show(mention.range.lowerBound) }
    }

    /// Chooses no entity.
    public mutating func clearEntity() {
        entity = nil
    }

    /// Marks what a search finds in the text.
    public mutating func highlight(_ finder: MatchFinder) {
        guard changes == nil else { return }
        matches = finder.matches(in: article)
        match = nil
    }

    /// Shows the next match or the one before, at first the one at an end of the text; `false` when there is none.
    ///
    /// Matches in folded furniture are passed over.
    public mutating func moveMatch(forward: Bool) -> Bool {
        var next = match.map { $0 + (forward ? 1 : -1) } ?? (forward ? 0 : matches.count - 1)
        while matches.indices.contains(next), !layout.shows(matches[next].lowerBound) { next += forward ? 1 : -1 }
        guard matches.indices.contains(next) else { return false }
        match = next
        show(matches[next].lowerBound)
        return true
    }

    /// Scrolls as little as can be so that a place of the text is on the screen.
    private mutating func show(_ offset: Int) {
        guard let line = layout.line(showing: offset) else { return }
        if line < top || line >= top + height { top = min(max(0, line - height / 3), lastTop) }
        keepPlace()
    }

    /// The byline, and while changes are shown what their marks mean.
    private var headline: String {
        changes == nil ? byline : byline + ", [-removed-] {+inserted+}"
    }

    /// Remembers which text is at the top of the window.
    private mutating func keepPlace() {
        anchor = layout.offset(at: top)
    }

    private mutating func relay(width: Int) {
        let wasAtTop = top == 0
        layout = ArticleLayout(shown, byline: headline, width: width, unfolded: isUnfolded)
        top = wasAtTop ? 0 : min(layout.line(showing: anchor) ?? 0, lastTop)
    }
}
