import Model

/// Reads JSON Feed 1.0 and 1.1 (jsonfeed.org).
struct JSONFeed {
    private let value: JSONValue
    private let file: String
    private let base: String?

    /// A feed's text, read; `nil` where it is no JSON Feed.
    static func read(_ text: [UInt8], file: String, address: String?) -> ParsedFeed? {
        guard let value = JSONValue(text, mends: true), value["items"]?.elements != nil else { return nil }
        if let export = ReaderExport.read(value, file: file, address: address) { return export }
        guard
            value["version"]?.text?.lowercased().contains("jsonfeed") == true || value["home_page_url"] != nil
                || value["feed_url"] != nil
        else { return nil }
        let base = address ?? value["feed_url"]?.text ?? value["home_page_url"]?.text
        return JSONFeed(value: value, file: file, base: base).feed
    }

    /// Whether a text may be a JSON Feed by its beginning.
    static func isLikely(_ text: [UInt8]) -> Bool {
        guard text.first(where: { !$0.isBlank && $0 != .newline }) == UInt8(ascii: "{") else { return false }
        let head = String(decoding: text.prefix(4096), as: UTF8.self)
        return ReaderExport.isLikely(head) || head.contains("jsonfeed.org/version")
            || head.contains("jsonfeed.org\\/version")
    }

    private var feed: ParsedFeed {
        var feed = ParsedFeed()
        feed.title = line("title", of: value).map { ShortText.cut($0, to: ShortText.name) }
        feed.site = value["home_page_url"]?.text.flatMap { webAddress($0, base: base) }
        feed.language = value["language"]?.text.map { Language($0) }
        var given = Facts()
        given.outlet = feed.title
        given.language = feed.language
        given.author = authors(of: value)
        for (index, element) in (value["items"]?.elements ?? []).enumerated() {
            guard case .object = element else {
                feed.problems.append("item \(index + 1) is no object and was left out")
                continue
            }
            let article = item(element).article(file: file, index: feed.articles.count, given: given)
            feed.articles.append(article)
        }
        return feed
    }

    private func item(_ value: JSONValue) -> FeedItem {
        var item = FeedItem()
        item.base = base
        item.title = text("title", of: value, .plain)
        item.content = text("content_html", of: value, .html) ?? text("content_text", of: value, .plain)
        if item.content?.isBlank == true { item.content = text("content_text", of: value, .plain) }
        item.summaries = [text("summary", of: value, .plain)].compactMap { $0 }
        item.facts.identifier = value["id"]?.text
        item.facts.url =
            (value["url"]?.text ?? value["external_url"]?.text).flatMap { webAddress($0, base: base) }
            ?? value["id"]?.text.flatMap { webAddress($0, base: nil) }
        item.facts.author = authors(of: value)
        item.facts.language = value["language"]?.text.map { Language($0) }
        item.facts.published =
            ["date_published", "date_modified"].lazy.compactMap { value[$0]?.text }
            .compactMap { FeedDate.moment(of: $0.utf8) }.first
        return item
    }

    private func text(_ key: String, of value: JSONValue, _ form: FeedText.Form) -> FeedText? {
        guard let text = value[key]?.text else { return nil }
        return FeedText(bytes: XMLCleaning.cleaned(Array(text.utf8)), form: form, base: nil)
    }

    private func line(_ key: String, of value: JSONValue) -> String? {
        text(key, of: value, .plain)?.line
    }

    /// The names of the authors, in version 1.1's list or version 1.0's object.
    private func authors(of value: JSONValue) -> String? {
        let authors = value["authors"]?.elements ?? [value["author"]].compactMap { $0 }
        return FeedPerson.joined(authors.compactMap { line("name", of: $0) ?? $0.text.flatMap(FeedPerson.name) })
    }
}
