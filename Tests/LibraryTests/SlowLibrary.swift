import Model

/// A library in the plainest form: an array. It says what the real one should answer.
struct SlowLibrary {
    /// An article with its state.
    struct Entry {
        var id: ArticleID
        var article: ParsedArticle
        var companies: [Appearance]
        var sources: Set<SourceID> = []
        var isRead = false
        var isStarred = false
    }

    /// The titles of the sources, by their numbers.
    static let titles = ["Café sport", "X"]

    /// Articles by the order in which they came.
    var entries: [Entry] = []
    /// What each change changed, and how many of the changes hold.
    private var changes: [(action: Change.Action, ids: [ArticleID])] = []
    private var done = 0

    /// Titles of what a query matches, newest first. No two articles are of the same minute.
    func titles(_ query: Query, now: Timestamp) -> [String] {
        matching(query, now: now).sorted { published($1) < published($0) }.map(\.article.title)
    }

    func matching(_ query: Query, now: Timestamp) -> [Entry] {
        entries.filter { matches($0, query, now) }
    }

    mutating func store(_ article: ParsedArticle, _ companies: [Appearance], from source: SourceID?) {
        if let place = entries.firstIndex(where: { $0.article.file == article.file }) {
            entries[place].article = article
            entries[place].companies = companies
        } else {
            entries.append(Entry(id: ArticleID(entries.count + 1), article: article, companies: companies))
        }
        guard let source, let place = entries.firstIndex(where: { $0.article.file == article.file }) else { return }
        entries[place].sources.insert(source)
    }

    /// Gives articles other companies.
    mutating func annotate(_ ids: [ArticleID], _ companies: [Appearance]) {
        for id in ids { entries[Int(id) - 1].companies = companies }
    }

    /// How many articles the action changed.
    mutating func mark(_ action: Change.Action, _ ids: [ArticleID]) -> Int {
        let changed = set(action, ids)
        guard !changed.isEmpty else { return 0 }
        changes.removeLast(changes.count - done)
        changes.append((action, changed))
        done += 1
        return changed.count
    }

    /// Corrections hold from now on; articles are read with them apart.
    mutating func correct(_ count: Int) {
        changes.removeLast(changes.count - done)
        changes.append((.corrected, (0..<count).map { ArticleID($0) }))
        done += 1
    }

    mutating func undo() -> Int? {
        guard done > 0 else { return nil }
        done -= 1
        return set(changes[done].action.opposite, changes[done].ids).count
    }

    mutating func redo() -> Int? {
        guard done < changes.count else { return nil }
        done += 1
        return set(changes[done - 1].action, changes[done - 1].ids).count
    }

    private mutating func set(_ action: Change.Action, _ ids: [ArticleID]) -> [ArticleID] {
        guard action != .corrected, action != .uncorrected else { return ids }
        return ids.filter { id in
            let before = entries[Int(id) - 1]
            switch action {
            case .read, .unread: entries[Int(id) - 1].isRead = action == .read
            default: entries[Int(id) - 1].isStarred = action == .starred
            }
            let after = entries[Int(id) - 1]
            return before.isRead != after.isRead || before.isStarred != after.isStarred
        }
    }

    private func published(_ entry: Entry) -> Timestamp {
        entry.article.published ?? Timestamp(seconds: 0)
    }

    private func matches(_ entry: Entry, _ query: Query, _ now: Timestamp) -> Bool {
        switch query {
        case .everything: true
        case .text(let term):
            words(term.inTitle ? [entry.article.title] : [entry.article.title, entry.article.text], term)
        case .company(let name, let salience):
            entry.companies.contains { Folding.fold($0.company) == Folding.fold(name) && $0.salience >= salience }
        case .source(let name):
            ([entry.article.outlet] + entry.sources.map { Self.titles[Int($0) - 1] }).contains {
                Folding.fold($0 ?? "").contains(Folding.fold(name))
            }
        case .from(let id): entry.sources.contains(id)
        case .language(let language): entry.article.language == language
        case .state(.read): entry.isRead
        case .state(.unread): !entry.isRead
        case .state(.starred): entry.isStarred
        case .since(let day): published(entry) >= day.start(now: now, zone: .utc)
        case .before(let day): published(entry) < day.start(now: now, zone: .utc)
        case .not(let query): !matches(entry, query, now)
        case .all(let parts): parts.allSatisfy { matches(entry, $0, now) }
        case .any(let parts): parts.contains { matches(entry, $0, now) }
        }
    }

    /// Whether one of the texts has the term's words next to each other.
    private func words(_ texts: [String], _ term: TextTerm) -> Bool {
        let wanted = split(term.text)
        guard let last = wanted.last else { return false }
        return texts.map(split).contains { words in
            words.indices.contains { start in
                let part = words[start...].prefix(wanted.count)
                guard part.count == wanted.count, let end = part.last else { return false }
                return part.dropLast().elementsEqual(wanted.dropLast())
                    && (term.form == .prefix ? end.hasPrefix(last) : end == last)
            }
        }
    }

    private func split(_ text: String) -> [String] {
        Folding.fold(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
