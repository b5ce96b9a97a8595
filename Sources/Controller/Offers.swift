import Model
import Views

/// What is offered where a company's name leads to no article.
extension App {
    private static let mostOffers = 4

    /// The nearest companies and a search in all texts, for the first name that leads nowhere.
    var offers: [SearchOffer] {
        guard screen.articles.rows.isEmpty, let meaning, let name = meaning.unknown.first else { return [] }
        let query = screen.articles.query
        let companies = nearest(to: name).map { row in
            SearchOffer(
                query.replacing { $0.names(name) ? $0.naming(row.name) : nil }.description,
                detail: row.articles == 1 ? "1 article" : "\(row.articles) articles")
        }
        let phrase = Query.text(TextTerm(name, .phrase))
        let text = query.replacing { $0.names(name) ? phrase : nil }.description
        return companies + [SearchOffer(text, detail: "in all texts")]
    }

    /// Takes an offer by its number, as if it had been typed.
    mutating func takeOffer(_ number: Int) -> [Effect] {
        guard screen.articles.offers.indices.contains(number - 1) else { return [] }
        let text = screen.articles.offers[number - 1].text
        guard let query = try? Query.parse(text) else { return [] }
        screen.notice = nil
        return enter(query, text: text)
    }

    /// The companies with articles whose names are nearest to one; where none answers it, those that answer its beginning.
    private func nearest(to name: String) -> [CompanyRow] {
        guard let names else { return [] }
        let known = names.filter { $0.row.articles > 0 }
        var typed = name
        while typed.count >= 2 {
            let found = CompanyRanking.answers(to: Fuzzy.Key(typed), among: known, limit: App.mostOffers)
            if found.count > 0 { return found.best.map(\.company.row) }
            typed.removeLast()
        }
        return []
    }
}

extension Query {
    /// Whether it asks for a company by this name.
    fileprivate func names(_ name: String) -> Bool {
        switch self {
        case .company(name, _), .often(name, _), .with(name): true
        default: false
        }
    }

    /// The same of a company with another name.
    fileprivate func naming(_ name: String) -> Query {
        switch self {
        case .company(_, let salience): .company(name, atLeast: salience)
        case .often(_, let times): .often(name, times: times)
        case .with: .with(name)
        default: self
        }
    }
}
