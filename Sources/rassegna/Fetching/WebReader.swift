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
        let address = response.address.description
        let articles = try Reader().articles(
            in: response.body, named: address, format: format(of: response.contentType))
        guard var article = articles.first else { throw IngestError.noArticle }
        article.url = article.url ?? address
        return .page(article)
    }

    /// The format that a type states where it is a plain one; everything else the bytes tell better.
    private static func format(of type: String?) -> Format? {
        switch type?.lowercased().prefix(while: { $0 != ";" && $0 != " " }) {
        case "text/html", "application/xhtml+xml": .html
        case "text/markdown": .markdown
        default: nil
        }
    }
}
