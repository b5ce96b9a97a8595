import Fetch
import Foundation
import Ingest
import Library
import Model

/// What became of a visit to a source, before it is stored. The answers have no body any more.
enum Visit: Sendable {
    /// A feed of so many bytes, its articles ready to be stored.
    case feed(Response, bytes: Int, ParsedFeed, PreparedArticles)
    /// Nothing has changed.
    case notModified(Response)
    /// No answer, or none of use.
    case failed(FetchError)
    /// An answer of so many bytes that is no feed, in words.
    case unreadable(bytes: Int, String)
}

/// Makes a visit of what a server answered.
struct VisitReading: Sendable {
    let reader: WebReader
    let library: Library
    let reading: ArticleReading

    /// The visit of a source that got an answer.
    func visit(_ source: SourceID, _ result: Result<Response, FetchError>, now: Timestamp) -> Visit {
        var response: Response
        switch result {
        case .failure(let error): return .failed(error)
        case .success(let answer):
            do {
                response = try answer.checked(at: now)
            } catch {
                return .failed(error)
            }
        }
        if response.isNotModified { return .notModified(response) }
        let bytes = response.body.count
        do {
            guard case .feed(let feed) = try reader.read(response) else {
                let why = LoginPage.isOne(response.body) ? "a page for logging in" : "a page"
                return .unreadable(
                    bytes: bytes, "\(response.address.host) sent \(why) and no feed: has the feed moved?")
            }
            response.body = []
            return .feed(response, bytes: bytes, feed, prepare(feed.articles, of: source))
        } catch {
            return .unreadable(bytes: bytes, "the feed cannot be read: \(error)")
        }
    }

    /// Reads what the library does not have. Where it cannot be asked nothing is read, and storing says why.
    private func prepare(_ articles: [ParsedArticle], of source: SourceID) -> PreparedArticles {
        (try? library.prepare(articles, reading: reading, from: source))
            ?? PreparedArticles(unread: articles, reading: reading)
    }

    /// The whole page of an article that a source's feed gave as a summary: the page's text under the feed's facts. `nil`
    /// where there is nothing better.
    func whole(
        _ summary: ParsedArticle, of source: SourceID, from result: Result<Response, FetchError>, now: Timestamp
    ) -> PreparedArticles? {
        guard let response = try? result.get(), let good = try? response.checked(at: now), !good.isNotModified,
            case .page(let page)? = try? reader.read(good)
        else { return nil }
        // What stands before the page says less than the summary.
        guard page.text.utf8.count >= 1000 || !LoginPage.isOne(good.body) else { return nil }
        var article = summary
        article.text = page.text
        article.blocks = page.blocks
        article.links = page.links
        article.author = summary.author ?? page.author
        article.published = summary.published ?? page.published
        article.language = page.language ?? summary.language
        article.isSummary = false
        return prepare([article], of: source)
    }
}
