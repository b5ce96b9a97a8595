import Model
import Terminal
import Views

/// Companies: the picker, following, the articles about one.
extension App {
    mutating func pickCompany(_ picker: PickerState = PickerState()) -> [Effect] {
        var picker = picker
        if let names { picker.rank(names) }
        screen.overlay = .picker(picker)
        return [.loadNames]
    }

    /// Shows a picker with the companies that answer what is typed.
    mutating func rank(_ picker: PickerState) -> [Effect] {
        var picker = picker
        if let names { picker.rank(names) }
        screen.overlay = .picker(picker)
        return []
    }

    /// Lists the picked company's articles; nothing while the names are on their way or when none answers.
    mutating func acceptPicked() -> [Effect] {
        guard case .picker(let picker) = screen.overlay else { return [] }
        guard let choice = picker.selected else { return acceptTyped(picker) }
        screen.overlay = nil
        if correcting != nil { return correct(with: choice.row.name) }
        return listArticles(about: choice.row.name)
    }

    /// Every article that mentions a company.
    mutating func listArticles(about company: String) -> [Effect] {
        let query = Query.company(company, atLeast: .passing)
        if let place = screen.companies.companies.firstIndex(where: { $0.name == company }) {
            screen.companies.cursor = place + 1
        }
        return enter(query, text: query.description)
    }

    /// Enter in the left pane: lists the articles of the entry; a tag is folded or unfolded.
    mutating func openChosenEntry() -> [Effect] {
        guard case .tag(let tag) = screen.companies.chosen else { return listChosenEntry() }
        screen.companies.fold(tag.path, !tag.isFolded)
        return []
    }

    mutating func listChosenEntry() -> [Effect] {
        if let search = chosenSearch { return list(search) }
        let (query, text) = queryOfChosenEntry
        return enter(query, text: text)
    }

    /// The articles of the entry under the cursor of the left pane.
    var queryOfChosenEntry: (query: Query, text: String) {
        let query: Query =
            switch screen.companies.entry(at: screen.companies.cursor) {
            case .company(let row): .company(row.name, atLeast: .passing)
            case .search(let row): .saved(row.search.name)
            case .source(let source, _): .from(source.id)
            case .tag(let tag): tag.sources.count == 1 ? .from(tag.sources[0]) : .any(tag.sources.map(Query.from))
            case .outlet(let row): .source(row.name)
            case .everything, nil: .everything
            }
        return (query, query.description)
    }

    mutating func listEntityArticles() -> [Effect] {
        if screen.focus == .companies, case .tag = screen.companies.chosen { return listChosenEntry() }
        guard let company = companyMeant else { return complainOfNoCompany() }
        return listArticles(about: company)
    }

    mutating func follow() -> [Effect] {
        guard let company = companyMeant else { return complainOfNoCompany() }
        return [.toggleFollow(company)]
    }

    private mutating func complainOfNoCompany() -> [Effect] {
        if let mention = screen.reader?.mention, screen.focus == .reader {
            let surface = screen.reader.map { EntityText.explanation(of: mention, in: $0.article.text) } ?? ""
            say("\(surface): leads to no company.", .bad)
        } else {
            say("No company here.", .bad)
        }
        return []
    }

    /// The company that the keys mean: the chosen one, the entity's, or the one the article is about.
    private var companyMeant: String? {
        switch screen.focus {
        case .companies:
            guard case .company(let row) = screen.companies.entry(at: screen.companies.cursor) else { return nil }
            return row.name
        case .reader:
            if let mention = screen.reader?.mention { return mention.company }
            return screen.reader?.article.companies.first?.company
        case .articles:
            if case .company(let name, _) = screen.articles.query { return name }
            return screen.articles.selected?.companies.first?.company
        }
    }
}
