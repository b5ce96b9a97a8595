import Library
import Model
import Views

/// What rules have hidden of the articles that come from now on.
struct HiddenNews {
    private let library: Library
    private let last: ArticleID?

    /// Looks at what comes into a library after this.
    init(_ library: Library) {
        self.library = library
        last = try? library.lastArticle()
    }

    /// How many articles each rule has hidden.
    var counts: [HiddenCount] {
        last.flatMap { try? library.hidden(after: $0) } ?? []
    }

    /// Prints `3 articles hidden by "gossip".`, where there are any.
    func print() {
        if let words = counts.words { Console.print(words + ".") }
    }

    /// A message with that at its end.
    func added(to notice: Notice) -> Notice {
        guard let words = counts.words else { return notice }
        let text = notice.text.hasSuffix(".") ? notice.text.dropLast() : notice.text[...]
        return Notice("\(text); \(words).", notice.tone)
    }
}
