import Fetch
import Ingest
import Model

/// What the bytes of an answer are.
enum WebDocument: Equatable, Sendable {
    /// A feed.
    case feed(ParsedFeed)
    /// A page, or a text, as an article.
    case page(ParsedArticle)
}

/// Makes feeds and articles of answers.
struct WebReader: Sendable {
    /// Reads an answer; throws an `IngestError` where it is neither.
    let read: @Sendable (Response) throws -> WebDocument

    /// What reads with the readers of `Ingest`.
    static let standard = WebReader { response in
        var response = response
        response.body = ServedEncoding.decode(response.body, type: response.contentType)
        let format = WebReader.format(of: response)
        return try format == .feed ? feed(response) : page(response, format)
    }

    private static func feed(_ response: Response) throws -> WebDocument {
        let address = response.address.description
        do throws(IngestError) {
            return .feed(try Reader().feed(in: response.body, named: address, address: address))
        } catch {
            // Servers call anything XML or JSON; what is no feed may be a page all the same.
            guard case .unsupported(let what) = error, what != "JSON", let page = try? page(response, .html) else {
                throw error
            }
            return page
        }
    }

    private static func page(_ response: Response, _ format: Format) throws -> WebDocument {
        let address = response.address.description
        let articles = try Reader().articles(in: response.body, named: address, format: format)
        guard var article = articles.first else { throw IngestError.noArticle }
        article.url = article.url ?? address
        return .page(article)
    }

    /// What an answer is: what its bytes show, and what its type says where they show nothing.
    ///
    /// Feeds are served as `text/html` and pages as `text/xml`, so the bytes come first.
    private static func format(of response: Response) -> Format {
        let shown = Format(named: "-", text: response.body)
        guard shown == .text || shown == .markdown else { return shown }
        let type = response.contentType?.lowercased().prefix { $0 != ";" && $0 != " " } ?? ""
        let head = String(decoding: response.body.prefix(1024), as: UTF8.self).lowercased()
        if type.hasSuffix("xml") || type.hasSuffix("json"), type != "application/xhtml+xml" { return .feed }
        if ["<rss", "<feed", "<rdf:rdf"].contains(where: head.contains) { return .feed }
        if type == "text/html" || type == "application/xhtml+xml" { return .html }
        return type == "text/markdown" ? .markdown : shown
    }
}
