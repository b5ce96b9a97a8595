import Model

/// Reads the articles that web readers give out as JSON in the way of Google Reader: FreshRSS, Inoreader, Miniflux, and the
/// `starred.json` of many exports.
struct ReaderExport {
    private let value: JSONValue
    private let file: String
    private let base: String?

    /// Articles as a feed; `nil` where the value is none of these.
    static func read(_ value: JSONValue, file: String, address: String?) -> ParsedFeed? {
        guard value["version"] == nil, let items = value["items"]?.elements,
            value["id"]?.text?.hasPrefix("user/") == true || items.first.map(isItem) == true
        else { return nil }
        return ReaderExport(value: value, file: file, base: address).feed(items)
    }

    /// Whether a text may be one by its beginning.
    static func isLikely(_ head: String) -> Bool {
        head.contains("\"items\"")
            && ["\"user/", "\"crawlTimeMsec\"", "tag:google.com,2005:reader/item/"].contains(where: head.contains)
    }

    private static func isItem(_ value: JSONValue) -> Bool {
        value["id"]?.text?.hasPrefix("tag:google.com,2005:reader/item/") == true
    }

    private func feed(_ items: [JSONValue]) -> ParsedFeed {
        var feed = ParsedFeed()
        feed.title = title(value["title"])?.line
        feed.site = value["alternate"].flatMap(address)
        var given = Facts()
        given.outlet = feed.title
        for (index, element) in items.enumerated() {
            guard case .object = element else {
                feed.problems.append("item \(index + 1) is no object and was left out")
                continue
            }
            feed.articles.append(item(element).article(file: file, index: feed.articles.count, given: given))
        }
        return feed
    }

    private func item(_ value: JSONValue) -> FeedItem {
        var item = FeedItem()
        item.base = value["origin"]?["htmlUrl"]?.text ?? base
        item.title = title(value["title"])
        item.content = text(value["content"]?["content"] ?? value["content"], .html)
        item.summaries = [text(value["summary"]?["content"] ?? value["summary"], .html)].compactMap { $0 }
        item.facts.identifier = value["id"]?.text
        item.facts.url = (value["canonical"] ?? value["alternate"]).flatMap(address)
        item.facts.author = line(value["author"]).flatMap(FeedPerson.name)
        item.facts.outlet = title(value["origin"]?["title"])?.line
        item.facts.published =
            ["published", "updated"].lazy.compactMap { value[$0]?.text }.compactMap { FeedDate.moment(of: $0.utf8) }
            .first
        return item
    }

    /// A title, which these readers give with its marks escaped once more.
    private func title(_ value: JSONValue?) -> FeedText? {
        guard var text = text(value, .either) else { return nil }
        if !text.bytes.contains(UInt8(ascii: "<")) { text.bytes = FeedText.resolved(text.bytes[...]) }
        return text
    }

    /// The first address in a list of links.
    private func address(_ value: JSONValue) -> String? {
        let links = value.elements ?? [value]
        return links.lazy.compactMap { $0["href"]?.text }.compactMap { webAddress($0, base: base) }.first
    }

    private func text(_ value: JSONValue?, _ form: FeedText.Form) -> FeedText? {
        guard let text = value?.text else { return nil }
        return FeedText(bytes: XMLCleaning.cleaned(Array(text.utf8)), form: form, base: nil)
    }

    private func line(_ value: JSONValue?) -> String? {
        text(value, .either)?.line
    }
}
