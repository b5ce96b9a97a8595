import Controller
import Model
import Terminal
import TestSupport
import Views

/// A reader for key tests: rows at hand, keys in, effects out.
struct Reader {
    var app: App
    /// What the last keys asked for.
    var effects: [Effect] = []

    /// A reader with so many articles in its list, in a terminal of a size.
    init(articles: Int = 30, width: Int = 160, height: Int = 40, read: Set<ArticleID> = [], total: Int? = nil) {
        app = App(size: Size(width: width, height: height), now: .testNow, zone: .utc)
        for effect in app.start() {
            guard case .load(let request) = effect else { continue }
            let rows = (1...max(1, articles)).prefix(articles).map { number in
                ArticleRow.drawn(
                    id: ArticleID(number), isRead: read.contains(ArticleID(number)),
                    companies: [Appearance(company: "Eni", salience: .about, mentions: 3)])
            }
            answer(request, rows: Array(rows), total: total)
        }
    }

    /// Gives the list its rows.
    mutating func answer(_ request: ListRequest, rows: [ArticleRow], total: Int? = nil, builtAt: Int64 = 0) {
        let count = Count(total: total ?? rows.count, unread: rows.count { !$0.isRead })
        let page = Page(rows: rows, hasNewer: false, hasOlder: (total ?? rows.count) > rows.count)
        effects = update(&app, .answer(.page(request, page, count: count, builtAt: builtAt, position: nil)))
    }

    /// Types keys in the notation of scripts.
    mutating func type(_ script: String) throws {
        effects = []
        for key in try Key.script(script) {
            effects += update(&app, .terminal(.key(key)))
        }
    }

    /// Gives every article that was asked for.
    mutating func deliverArticles(updated: Timestamp? = nil) {
        for effect in effects {
            guard case .fetch(let id) = effect else { continue }
            let article = Article.drawn(
                id: id, url: "https://example.com/\(id)",
                lines: ["Titolo numero \(id)"] + (1...80).map { "Eni e Redmond, paragrafo \($0)." },
                mentions: [("Eni", .company, "Eni", .name), ("Redmond", .place, nil, .name)])
            var row = article.row
            row.updated = updated
            row.isRead = app.screen.articles.rows.first { $0.id == id }?.isRead ?? false
            let stored = Article(
                row: row, url: article.url, text: article.text, blocks: article.blocks, mentions: article.mentions,
                companies: article.companies)
            effects += update(&app, .answer(.article(id, stored)))
        }
    }

    /// The list request among the effects.
    var request: ListRequest? {
        effects.compactMap { effect -> ListRequest? in
            guard case .load(let request) = effect else { return nil }
            return request
        }.last
    }

    var list: ArticlesState { app.screen.articles }
    var notice: String? { app.screen.notice?.text }
}
