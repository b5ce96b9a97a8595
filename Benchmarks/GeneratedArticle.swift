import Ingest
import Model

/// An article of the corpus, before it is written in a format.
struct GeneratedArticle {
    var number: Int
    var language: String
    var title: String
    var outlet: String
    var published: Timestamp
    var paragraphs: [String]

    /// `000123.md`.
    func fileName(_ format: Format) -> String {
        let ending =
            switch format {
            case .text: "txt"
            case .markdown: "md"
            case .html: "html"
            case .feed: "xml"
            }
        let digits = String(number)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits + "." + ending
    }

    /// The bytes of its file.
    func bytes(as format: Format) -> [UInt8] {
        switch format {
        case .text: Array("\(title)\n\n\(outlet), \(published.iso8601)\n\n\(text)\n".utf8)
        case .markdown: Array(markdown.utf8)
        case .html: Array(html.utf8)
        case .feed: Array(feed.utf8)
        }
    }

    private var text: String { paragraphs.joined(separator: "\n\n") }

    private var markdown: String {
        """
        ---
        title: "\(title)"
        outlet: "\(outlet)"
        date: \(published.iso8601)
        language: \(language)
        ---

        # \(title)

        \(text)

        """
    }

    private var html: String {
        let body = paragraphs.map { "<p>\($0)</p>\n" }.joined()
        return """
            <!doctype html>
            <html lang="\(language)"><head><meta charset="utf-8"><title>\(title) - \(outlet)</title>
            <meta property="og:title" content="\(title)"><meta property="og:site_name" content="\(outlet)">
            <meta property="article:published_time" content="\(published.iso8601)"></head>
            <body><nav><a href="/">Home</a> <a href="/economia">Economia</a> <a href="/tech">Tech</a></nav>
            <article><h1>\(title)</h1>
            \(body)</article>
            <aside><h2>Leggi anche</h2><ul><li><a href="/1">Altro</a></li></ul></aside>
            <footer>Copyright \(outlet)</footer></body></html>

            """
    }

    private var feed: String {
        let body = paragraphs.map { "<p>\($0)</p>" }.joined()
        return """
            <rss version="2.0"><channel><title>\(outlet)</title><item><title>\(title)</title>
            <guid isPermaLink="false">\(number)</guid><pubDate>\(published.iso8601)</pubDate>
            <description><![CDATA[\(body)]]></description></item></channel></rss>

            """
    }
}
