import Model
import Views

/// Why articles are in the list, and how many there are: what is asked once the rows are on the screen.
extension App {
    /// How many reasons are kept before they are asked anew.
    private static let mostWhys = 500

    mutating func forgetReasons() {
        whys = [:]
        askedWhy = nil
        meaning = nil
        isUncounted = false
    }

    /// The article that is meant: the one being read, or the chosen one.
    private var idHere: ArticleID? {
        switch screen.focus {
        case .companies: nil
        case .articles: screen.articles.selected?.id
        case .reader: screen.reader?.article.row.id
        }
    }

    /// What is said of it.
    var whyHere: String? {
        guard !screen.articles.isLoading, let id = idHere, let why = whys[id], !why.isEmpty else { return nil }
        return why
    }

    /// Asks why the article here is in the list, and the next one with it.
    mutating func askWhy() -> [Effect] {
        let list = screen.articles
        guard screen.prompt == nil, screen.overlay == nil, !list.isLoading, list.query.givesReasons, let id = idHere,
            whys[id] == nil, askedWhy != id
        else { return [] }
        askedWhy = id
        if whys.count > App.mostWhys { whys = [:] }
        let next = list.rows.dropFirst(list.cursor + 1).first.map(\.id)
        let ids = [id] + [next].compactMap { $0 }.filter { whys[$0] == nil && $0 != id }
        return [.why(WhyRequest(list: listNumber, query: list.query, ids: ids))]
    }

    mutating func take(_ reasons: [ArticleID: [Reason]], list: Int) -> [Effect] {
        guard list == listNumber else { return [] }
        for (id, reasons) in reasons { whys[id] = reasons.map(\.description).joined(separator: "; ") }
        return []
    }

    /// Asks how many articles the list holds.
    func countList() -> Effect {
        .count(
            CountRequest(
                list: listNumber, query: screen.articles.query, builtAt: screen.articles.builtAt,
                isTyped: screen.prompt != nil))
    }

    mutating func take(_ count: Count, list: Int) -> [Effect] {
        guard list == listNumber else { return [] }
        // A mark that is on its way may or may not be counted: it is counted again when it is stored.
        isUncounted = !unstored.isEmpty
        if !isUncounted { screen.articles.count = count }
        return []
    }

    /// Counts again what was counted while marks were on their way.
    mutating func recount() -> [Effect] {
        guard isUncounted, unstored.isEmpty else { return [] }
        isUncounted = false
        return [countList()]
    }
}

extension Query {
    /// Whether something of an article itself can be named for which it matches.
    fileprivate var givesReasons: Bool {
        switch self {
        case .text, .pattern, .company, .often, .with, .named, .amount, .author, .tag, .saved: true
        case .all(let parts), .any(let parts): parts.contains(where: \.givesReasons)
        default: false
        }
    }
}

extension ListRequest.Purpose {
    /// Whether the list is counted with its rows.
    var countsArticles: Bool { self != .older && self != .newer }
}
