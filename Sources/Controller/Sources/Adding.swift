import Model
import Terminal
import Views

/// Adding feeds, pages, folders and files.
extension App {
    /// `a`: asks what is to be added.
    mutating func beginAddition() -> [Effect] {
        ask(.addition, "", for: .addition)
    }

    /// Opens the line in which something of sources is typed.
    mutating func ask(_ purpose: PromptState.Purpose, _ text: String, for sourcing: Sourcing) -> [Effect] {
        self.sourcing = sourcing
        screen.overlay = nil
        screen.prompt = PromptState(purpose, text: text)
        history.depth = 0
        return []
    }

    /// Enter after an address, a name or tags.
    mutating func acceptSourceLine() -> [Effect] {
        guard let prompt = screen.prompt, let sourcing else { return [] }
        let line = prompt.line.trimmingSpaces
        screen.prompt = nil
        self.sourcing = nil
        switch sourcing {
        case .addition: return line.isEmpty ? [] : add(line)
        case .naming(let source): return line == source.title ? [] : [.renameSource(source.id, line)]
        case .tagging(let source):
            let tags = line.split(separator: ",").map { String($0).trimmingSpaces }.filter { !$0.isEmpty }
            return tags == source.tags ? [] : [.tagSource(source.id, tags)]
        case .picking, .removal, .editing: return []
        }
    }

    /// Has what lies at an address or a path added.
    mutating func add(_ place: String) -> [Effect] {
        history.additions.append(App.shown(place))
        return addWithoutHistory(place)
    }

    private mutating func addWithoutHistory(_ place: String) -> [Effect] {
        isAdding = true
        say("Adding \(TextWidth.truncated(App.shown(place), to: 60))…")
        return [.addSource(place)]
    }

    /// An address without the name and password that may stand in it.
    private static func shown(_ place: String) -> String {
        guard let start = place.firstRange(of: "://")?.upperBound, let at = place.lastIndex(of: "@"), start <= at else {
            return place
        }
        return String(place[..<start] + place[place.index(after: at)...])
    }

    /// A page names several feeds: which one?
    mutating func take(_ feeds: [FeedChoice]) -> [Effect] {
        isAdding = false
        screen.notice = nil
        let keys = "123456789abcdefghilmnoprstuvwxyz".unicodeScalars
        let items = zip(keys, feeds).map { key, feed in
            let address = feed.address
            return MenuState.Item(key: key, text: feed.title.map { "\($0)  \(address)" } ?? address, isOn: false)
        }
        let title = "Which feed?" + (items.count < feeds.count ? " (\(items.count) of \(feeds.count))" : "")
        // Somebody who is typing is not interrupted: the menu would take the keys.
        guard screen.prompt == nil, screen.overlay == nil else {
            say("The page has \(feeds.count) feeds; add it again to pick one.")
            return []
        }
        sourcing = .picking(Array(feeds.prefix(items.count)))
        screen.overlay = .menu(MenuState(title: title, items: items))
        return []
    }

    /// Takes a line of a menu about sources.
    mutating func chooseOfSources(_ index: Int) -> [Effect] {
        guard let sourcing else { return [] }
        screen.overlay = nil
        self.sourcing = nil
        switch sourcing {
        case .picking(let feeds):
            guard feeds.indices.contains(index) else { return [] }
            return addWithoutHistory(feeds[index].address)
        case .removal(let source): return index == 1 ? [.removeSource(source.id)] : []
        case .editing(let source): return edit(source, index)
        case .addition, .naming, .tagging: return []
        }
    }
}

extension StringProtocol {
    /// The text without the spaces around it.
    var trimmingSpaces: String {
        var rest = self[...]
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
