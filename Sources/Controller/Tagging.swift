import Model
import Terminal
import Views

/// The articles that get the tags being typed.
struct TaggedArticles: Equatable {
    var ids: [ArticleID]
    /// The tags that they have, which can be taken away.
    var own: [String]
    /// Every tag that there is.
    var known: [String] = []

    /// What the tag at the end of a line can become, the best first, each as it is written there.
    func completions(of line: String) -> [String] {
        let (_, word) = TaggedArticles.cut(line)
        let isRemoval = word.hasPrefix("-")
        let typed = (isRemoval ? String(word.dropFirst()) : word).trimmingSpaces
        guard isRemoval || !typed.isEmpty else { return own.map { "-" + $0 } }
        let key = Fuzzy.Key(typed)
        let names = isRemoval ? own : known.filter { !own.contains($0) }
        guard !typed.isEmpty else { return names.map { "-" + $0 } }
        let scored = names.enumerated().compactMap { place, name in
            Fuzzy.score(key, Fuzzy.Key(name)).map { (score: $0, place: place, name: name) }
        }
        return scored.sorted { ($1.score, $0.place) < ($0.score, $1.place) }.map { (isRemoval ? "-" : "") + $0.name }
    }

    /// A line cut before its last tag.
    static func cut(_ line: String) -> (before: String, last: String) {
        let end = line.lastIndex(of: ",").map { line.index(after: $0) } ?? line.startIndex
        return (String(line[..<end]), String(line[end...]).trimmingSpaces)
    }
}

/// Tags of articles.
extension App {
    /// `t`: asks for tags of the article at hand or of the selected ones.
    mutating func beginTagging() -> [Effect] {
        let rows = meant
        guard !rows.isEmpty else {
            say("No article is chosen here.")
            return []
        }
        let own = Set(rows.flatMap(\.tags)).sorted()
        tagging = TaggedArticles(ids: rows.map(\.id), own: own)
        screen.prompt = PromptState(.articleTags)
        history.depth = 0
        return offerTags() + [.loadTags]
    }

    mutating func offerTags() -> [Effect] {
        let line = screen.prompt?.line ?? ""
        screen.prompt?.completions = tagging?.completions(of: line) ?? []
        return []
    }

    /// Tab: the last tag becomes the first that is offered.
    mutating func completeTag() -> [Effect] {
        guard let prompt = screen.prompt, let first = prompt.completions.first else { return [] }
        let before = TaggedArticles.cut(prompt.line).before
        screen.prompt?.replace(with: before + (before.isEmpty ? "" : " ") + first + ", ")
        return promptChanged()
    }

    /// Enter after tags: each is given, or taken away where a minus stands before it.
    mutating func acceptTags() -> [Effect] {
        guard let line = screen.prompt?.line, let ids = tagging?.ids else { return [] }
        screen.prompt = nil
        tagging = nil
        screen.articles.rangeStart = nil
        let tags = line.split(separator: ",").compactMap { word -> TagChange? in
            let text = word.trimmingSpaces
            let isRemoval = text.hasPrefix("-")
            let signs: Set<Character> = ["-", "+", "#"]
            let tag = String(text.drop { signs.contains($0) }).trimmingSpaces
            return tag.isEmpty ? nil : TagChange(tag, !isRemoval)
        }
        return tags.isEmpty ? [] : [.tag(ids, tags)]
    }
}
