import Model
import Terminal
import Views

/// What a menu or a line being typed about saved searches is for.
enum Arranging: Equatable {
    /// The name under which a query is saved.
    case saving(Query)
    /// What is changed of a search.
    case editing(SavedSearch)
    /// A search's name, or its query.
    case renaming(SavedSearch), rewriting(SavedSearch)
}

/// Saved searches: saving the one at hand, listing, renaming, moving, removing.
extension App {
    /// The saved search under the cursor of the left pane.
    var chosenSearch: SavedSearch? {
        guard screen.focus == .companies, case .search(let row) = screen.companies.chosen else { return nil }
        return row.search
    }

    /// A text as a query, with what the saved searches in it ask for in place of their names, so that its words can be
    /// marked; the error is at the name of one that there is not.
    func parsed(_ text: String) throws(QueryError) -> Query {
        guard screen.companies.knowsSearches else { return try Query.parse(text) }
        let companies = screen.companies
        return try Query.parse(text, searches: { companies.query(ofSearch: $0) })
            .expanded { companies.query(ofSearch: $0) }.query
    }

    /// `S`: asks under which name the search at hand is to be saved.
    mutating func beginSaving() -> [Effect] {
        let text = screen.articles.queryText
        guard let query = try? Query.parse(text), query != .everything else {
            let search = keyMap.firstLabel(of: .search).map { "; \($0) searches" } ?? ""
            say("There is no search to be saved here\(search).")
            return []
        }
        // The list of a saved search is that search, not one that asks for it.
        if case .saved(let name) = query, let own = screen.companies.query(ofSearch: name) {
            return ask(.searchName, name, for: .saving(own))
        }
        let known = screen.companies.searches.first { $0.search.query == query }
        return ask(.searchName, known?.search.name ?? "", for: .saving(query))
    }

    /// Lists the articles of a saved search.
    mutating func list(_ search: SavedSearch) -> [Effect] {
        let text = Query.saved(search.name).description
        do {
            let query = try Query.parse(search.text)
            if let fault = query.searchFault({ screen.companies.query(ofSearch: $0) }) {
                say(fault.description, .bad)
                return []
            }
            return enter(query.expanded { screen.companies.query(ofSearch: $0) }.query, text: text)
        } catch {
            say("“\(search.name)”: \(error.description)", .bad)
            return []
        }
    }

    /// `e` on a saved search: what can be changed of it.
    mutating func showSearchMenu() -> [Effect] {
        guard let search = chosenSearch else { return [] }
        arranging = .editing(search)
        let query = TextWidth.truncated(SafeText.neutralised(search.text), to: 40)
        let items: [MenuState.Item] = [
            .init(key: "n", text: "name …", isOn: false), .init(key: "e", text: "query: \(query) …", isOn: false),
            .init(key: "u", text: "move up", isOn: false), .init(key: "d", text: "move down", isOn: false),
            .init(key: "x", text: "remove", isOn: false),
        ]
        screen.overlay = .menu(MenuState(title: SafeText.neutralised(search.name), items: items))
        return []
    }

    /// Takes a line of the menu about a saved search.
    mutating func chooseOfSearch(_ index: Int) -> [Effect] {
        screen.overlay = nil
        guard case .editing(let search) = arranging else { return [] }
        arranging = nil
        switch index {
        case 0: return ask(.searchName, search.name, for: .renaming(search))
        case 1: return ask(.searchText, search.text, for: .rewriting(search))
        case 2: return moveSearch(by: -1)
        case 3: return moveSearch(by: 1)
        default: return removeSearch()
        }
    }

    private mutating func ask(_ purpose: PromptState.Purpose, _ text: String, for arranging: Arranging) -> [Effect] {
        self.arranging = arranging
        screen.overlay = nil
        screen.prompt = PromptState(purpose, text: text)
        history.depth = 0
        return []
    }

    /// Enter after a saved search's name or query.
    mutating func acceptSearchLine() -> [Effect] {
        guard let line = screen.prompt?.line.trimmingSpaces, let arranging else { return [] }
        if case .rewriting(let search) = arranging {
            do {
                _ = try parsed(line)
                let query = try Query.parse(line)
                return close(line.isEmpty ? nil : .save(search.name, query))
            } catch {
                screen.prompt?.complaint = .init(error.description, column: error.column - 1)
                return []
            }
        }
        guard !line.isEmpty else { return close(nil) }
        switch arranging {
        case .saving(let query): return close(.save(line, query))
        case .renaming(let search): return close(line == search.name ? nil : .rename(search.name, to: line))
        case .editing, .rewriting: return close(nil)
        }
    }

    /// Ends the line that was typed, and has a change made.
    private mutating func close(_ change: SearchChange?) -> [Effect] {
        screen.prompt = nil
        arranging = nil
        return change.map { [.arrange($0)] } ?? []
    }

    /// `x` on a saved search: it goes, and can be brought back.
    mutating func removeSearch() -> [Effect] {
        chosenSearch.map { [.arrange(.remove($0.name))] } ?? []
    }

    /// `{` and `}`: moves the chosen saved search.
    mutating func moveSearch(by places: Int) -> [Effect] {
        guard let search = chosenSearch else {
            say("No saved search here; choose one in the left pane.")
            return []
        }
        return [.arrange(.move(search.name, by: places))]
    }
}
