import Model
import Terminal
import Views

/// Removing sources, and giving them names and tags.
extension App {
    /// The source under the cursor of the left pane.
    var chosenSource: Source? {
        guard screen.focus == .companies, case .source(let source, _) = screen.companies.chosen else { return nil }
        return source
    }

    mutating func complainOfNoSource() -> [Effect] {
        say("No source here; choose one in the left pane.")
        return []
    }

    /// `x`: asks before the source is removed.
    mutating func askRemoval() -> [Effect] {
        guard let source = chosenSource else { return complainOfNoSource() }
        let stay =
            switch source.articles {
            case 0: "yes, remove it"
            case 1: "yes, remove it; its article stays"
            default: "yes, remove it; its \(RereadingProgress.figure(source.articles)) articles stay"
            }
        sourcing = .removal(source)
        screen.overlay = .menu(
            MenuState(
                title: "Remove \(TextWidth.truncated(SourceText.name(of: source), to: 40))?",
                items: [.init(key: "n", text: "no, keep it", isOn: false), .init(key: "y", text: stay, isOn: false)]))
        return []
    }

    /// `e` on a source: what can be changed of it.
    mutating func showSourceMenu() -> [Effect] {
        guard let source = chosenSource else { return complainOfNoSource() }
        sourcing = .editing(source)
        var items: [MenuState.Item] = [
            .init(key: "n", text: "name …", isOn: false),
            .init(key: "t", text: source.tags.isEmpty ? "tags …" : "tags: \(tagText(of: source)) …", isOn: false),
        ]
        if source.kind == .feed {
            items.append(.init(key: "p", text: "always fetch the whole page", isOn: source.fetchesPages))
        }
        let title = TextWidth.truncated(SourceText.name(of: source), to: 50)
        screen.overlay = .menu(MenuState(title: title, items: items))
        return []
    }

    mutating func edit(_ source: Source, _ index: Int) -> [Effect] {
        switch index {
        case 0: ask(.name, source.title ?? "", for: .naming(source))
        case 1: ask(.tags, tagText(of: source), for: .tagging(source))
        default: toggleWholePages(of: source)
        }
    }

    private func tagText(of source: Source) -> String {
        source.tags.joined(separator: ", ")
    }

    /// A source was added, removed or changed; the cursor of the left pane goes to `id`.
    mutating func takeSources(_ notice: Notice, choosing id: SourceID?) -> [Effect] {
        isAdding = false
        screen.notice = notice
        awaitedSource = id
        return arrive()
    }
}

/// The tree of tags in the left pane.
extension App {
    /// `h` in the left pane: folds the tag, or goes to the one above; `false` where there is none.
    mutating func foldHere() -> Bool {
        guard screen.focus == .companies else { return false }
        switch screen.companies.chosen {
        case .tag(let tag) where !tag.isFolded: screen.companies.fold(tag.path, true)
        case .tag(let tag) where tag.path.count > 1: screen.companies.choose(tag: Array(tag.path.dropLast()))
        case .source(_, let path) where !path.isEmpty: screen.companies.choose(tag: path)
        default: return false
        }
        return true
    }

    /// `l` in the left pane: unfolds the tag; `false` where it is none that is folded.
    mutating func unfoldHere() -> Bool {
        guard screen.focus == .companies, case .tag(let tag) = screen.companies.chosen, tag.isFolded else {
            return false
        }
        screen.companies.fold(tag.path, false)
        return true
    }
}
