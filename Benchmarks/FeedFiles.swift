import Foundation
import Ingest
import Model

/// Writes generated articles as feeds (RSS with `content:encoded`), a hundred each; each outlet closes its articles with
/// boxes of its own, as outlets do.
func writeFeeds(_ count: Int, to folder: String) throws {
    let corpus = try Corpus()
    let folder = URL(fileURLWithPath: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let perFeed = 100
    for start in stride(from: 0, to: count, by: perFeed) {
        let number = start / perFeed
        let items = (start..<min(count, start + perFeed)).map { corpus.article($0).feedItem(of: number) }
        let feed = """
            <?xml version="1.0" encoding="utf-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
              xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>Testata \(number)</title><link>https://feed\(number).example/</link>
            \(items.joined(separator: "\n"))
            </channel></rss>

            """
        try Data(feed.utf8).write(to: folder.appendingPathComponent("feed\(number).xml"))
    }
}

extension GeneratedArticle {
    fileprivate func feedItem(of feed: Int) -> String {
        let address = "https://feed\(feed).example/2026/11/article-\(number)"
        let body = paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n")
        let date = published.iso8601
        let author = number % 3 == 0 ? "<p>Ada Neri scrive di fabbriche per Testata \(feed), e libri su Eni.</p>" : ""
        let box = "<p>Testata \(feed) esce dal lunedì al venerdì con le storie di Enel e di altre imprese.</p>"
        return """
            <item><title>\(title)</title><link>\(address)?utm_source=rss&amp;utm_medium=feed</link>
            <guid isPermaLink="false">https://feed\(feed).example/?p=\(number)</guid><dc:date>\(date)</dc:date>
            <content:encoded><![CDATA[\(body)
            \(author)
            \(box)]]></content:encoded></item>
            """
    }
}
