import Model

/// A library in the plainest form: an array. It says what the real one should answer.
struct SlowLibrary {
    /// An article with its state.
    struct Entry {
        var id: ArticleID
        var article: ParsedArticle
        var annotation: Annotation
        var sources: Set<SourceID> = []
        var tags: Set<String> = []
        var isRead = false
        var isStarred = false
        var isUpdated = false
        var isMuted = false
    }

    /// The titles of the sources, by their numbers.
    static let titles = ["Café sport", "X"]
    /// Their tags.
    static let sourceTags = [["Economia/Banche", "mare"], []]
    /// Saved searches by name.
    static let searches: [String: Query] = [
        "due": .any([.company("Enel", atLeast: .passing), .text(TextTerm("chips", .word))]),
        "in giro": .all([.saved("in giro"), .state(.read)]), "negli altri": .not(.saved("due")),
        "ordinata": .all([.sorted(.source), .state(.unread)]),
    ]

    /// Articles by the order in which they came.
    var entries: [Entry] = []
    /// What each change changed, and how many of the changes hold.
    private var changes: [(action: Change.Action, ids: [ArticleID], tag: String)] = []
    private var done = 0

    /// Titles of what a query matches, in its order. No two articles are of the same minute.
    func titles(_ query: Query, now: Timestamp) -> [String] {
        let found = matching(query, now: now).sorted { published($1) < published($0) }
        guard query.order == .source else { return found.map(\.article.title) }
        let named = found.filter { $0.article.outlet != nil }
        let outlets = Set(named.compactMap(\.article.outlet)).sorted { Folding.fold($0) < Folding.fold($1) }
        let inOrder = outlets.flatMap { outlet in named.filter { $0.article.outlet == outlet } }
        return (inOrder + found.filter { $0.article.outlet == nil }).map(\.article.title)
    }

    func matching(_ query: Query, now: Timestamp) -> [Entry] {
        let isHiding = !query.contains { $0 == .state(.muted) }
        return entries.filter { entry in
            !(isHiding && entry.isMuted) && SlowMatch(entry: entry, now: now).matches(query, anchors: [])
        }
    }

    mutating func store(_ article: ParsedArticle, _ annotation: Annotation, from source: SourceID?) {
        if let place = entries.firstIndex(where: { $0.article.file == article.file }) {
            let old = entries[place].article
            if old.title != article.title || old.text != article.text { entries[place].isUpdated = true }
            entries[place].article = article
            entries[place].annotation = annotation
        } else {
            entries.append(Entry(id: ArticleID(entries.count + 1), article: article, annotation: annotation))
        }
        guard let source, let place = entries.firstIndex(where: { $0.article.file == article.file }) else { return }
        entries[place].sources.insert(source)
    }

    /// Gives an article other names.
    mutating func annotate(_ id: ArticleID, _ annotation: Annotation) {
        entries[Int(id) - 1].annotation = annotation
    }

    /// How many articles the action changed.
    mutating func mark(_ action: Change.Action, _ ids: [ArticleID], tag: String = "") -> Int {
        let changed = set(action, ids, tag)
        guard !changed.isEmpty else { return 0 }
        changes.removeLast(changes.count - done)
        changes.append((action, changed, tag))
        done += 1
        return changed.count
    }

    /// Corrections hold from now on; articles are read with them apart.
    mutating func correct(_ count: Int) {
        changes.removeLast(changes.count - done)
        changes.append((.corrected, (0..<count).map { ArticleID($0) }, ""))
        done += 1
    }

    mutating func undo() -> Int? {
        guard done > 0 else { return nil }
        done -= 1
        return set(changes[done].action.opposite, changes[done].ids, changes[done].tag).count
    }

    mutating func redo() -> Int? {
        guard done < changes.count else { return nil }
        done += 1
        return set(changes[done - 1].action, changes[done - 1].ids, changes[done - 1].tag).count
    }

    private mutating func set(_ action: Change.Action, _ ids: [ArticleID], _ tag: String) -> [ArticleID] {
        guard action != .corrected, action != .uncorrected else { return ids }
        return ids.filter { id in
            let before = entries[Int(id) - 1]
            switch action {
            case .read, .unread: entries[Int(id) - 1].isRead = action == .read
            case .muted, .unmuted: entries[Int(id) - 1].isMuted = action == .muted
            case .tagged: entries[Int(id) - 1].tags.insert(tag)
            case .untagged: entries[Int(id) - 1].tags.remove(tag)
            default: entries[Int(id) - 1].isStarred = action == .starred
            }
            let after = entries[Int(id) - 1]
            return before.isRead != after.isRead || before.isStarred != after.isStarred || before.tags != after.tags
                || before.isMuted != after.isMuted
        }
    }

    private func published(_ entry: Entry) -> Timestamp {
        entry.article.published ?? Timestamp(seconds: 0)
    }
}
