import Model

/// Bounds of what is kept beside an article's text, in bytes of UTF-8. In a page, a feed and Markdown a title stands in the
/// text as well, and whole.
enum ShortText {
    /// The longest title.
    static let title = 4096
    /// The longest name of an author or outlet.
    static let name = 1024

    /// A text up to a bound, with `…` at its end where it is cut.
    static func cut(_ text: String, to bound: Int) -> String {
        guard text.utf8.count > bound else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: bound)
        while String.Index(end, within: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
        return text[..<end] + "…"
    }
}

extension ParsedArticle {
    /// The article with its title and names cut where they are too long for any.
    var withShortNames: ParsedArticle {
        var article = self
        article.title = ShortText.cut(title, to: ShortText.title)
        article.author = author.map { ShortText.cut($0, to: ShortText.name) }
        article.outlet = outlet.map { ShortText.cut($0, to: ShortText.name) }
        return article
    }
}
