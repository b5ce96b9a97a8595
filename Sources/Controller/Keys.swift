import Model
import Terminal
import Views

/// From keys to actions: overlays and prompts first, then the key map.
extension App {
    mutating func press(_ key: Key) -> [Effect] {
        // A terminal sends Alt with a character as it sends Esc and the character typed right after it.
        if case .alt(let scalar) = key, !isBound(key) { return press(.escape) + press(.char(scalar)) }
        screen.notice = nil
        if screen.prompt != nil { return pressInPrompt(key) }
        if screen.overlay != nil { return pressInOverlay(key) }
        typed.append(key)
        switch keyMap.answer(to: typed, in: screen.focus) {
        case .unfinished: return []
        case .action(let action):
            typed = []
            return perform(action, key: key)
        case .nothing:
            let wasSeries = typed.count > 1
            typed = []
            // A key that does not go on a series still means what it means alone.
            if wasSeries { return press(key) }
            let help = keyMap.firstLabel(of: .help).map { "; \($0) shows the keys" } ?? ""
            say("\(key.label) does nothing here\(help).")
            return []
        }
    }

    /// Whether a key has a meaning here, alone or at the beginning of a series or within one.
    private func isBound(_ key: Key) -> Bool {
        screen.prompt == nil && screen.overlay == nil && keyMap.answer(to: typed + [key], in: screen.focus) != .nothing
    }

    mutating func paste(_ text: String) -> [Effect] {
        if screen.prompt != nil {
            screen.notice = nil
            screen.prompt?.insert(text)
            screen.prompt?.endCycle()
            return promptChanged()
        }
        guard case .picker(var picker) = screen.overlay else { return [] }
        picker.line.insert(text)
        return rank(picker)
    }

    /// Whether characters go into a line, where many at once are one change of it.
    public var isTyping: Bool {
        if screen.prompt != nil { return true }
        guard case .picker = screen.overlay else { return false }
        return true
    }

    mutating func click(_ point: Point, _ mouse: Mouse) -> [Effect] {
        guard screen.prompt == nil, screen.overlay == nil, let pane = screen.layout.pane(at: point) else { return [] }
        switch mouse {
        case .wheelDown: return scrollWheel(pane, by: 3)
        case .wheelUp: return scrollWheel(pane, by: -3)
        case .click, .doubleClick:
            let frame = screen.layout.frame(of: pane).map { screen.layout.content(of: $0) }
            guard let frame, point.y >= frame.y else { return [] }
            return choose(pane, line: point.y - frame.y, opens: mouse == .doubleClick)
        }
    }

    private mutating func scrollWheel(_ pane: Pane, by lines: Int) -> [Effect] {
        guard pane == .reader else {
            screen.focus = pane
            return move(by: lines.signum())
        }
        screen.reader?.scroll(by: lines)
        return []
    }

    private mutating func choose(_ pane: Pane, line: Int, opens: Bool) -> [Effect] {
        switch pane {
        case .companies:
            guard case .entry(let index) = screen.companies.line(at: screen.companies.top + line) else { return [] }
            screen.focus = .companies
            screen.companies.cursor = index
            return open()
        case .articles:
            let pane = screen.layout.articles.map { screen.layout.content(of: $0) }
            let height = pane.map { ArticlesState.rowHeight(width: $0.width, height: $0.height) } ?? 1
            let index = screen.articles.top + line / height
            guard screen.articles.rows.indices.contains(index) else { return [] }
            screen.focus = .articles
            screen.articles.cursor = index
            return opens ? open() : showSelected()
        case .reader:
            return screen.reader == nil ? [] : openReader()
        }
    }
}
