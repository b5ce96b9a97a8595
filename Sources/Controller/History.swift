import Model
import Terminal
import Views

/// The history screen: what was changed, and taking it back.
extension App {
    mutating func showHistory() -> [Effect] {
        let keys = [(Action.undo, "undo the last"), (.redo, "redo")].compactMap { action, word in
            keyMap.firstLabel(of: action).map { "\($0) \(word)" }
        }
        screen.overlay = .history(HistoryState(hint: (keys + ["Esc close"]).joined(separator: "  ")))
        return [.loadHistory]
    }

    mutating func take(_ rows: [HistoryRow]) -> [Effect] {
        guard case .history(var history) = screen.overlay else { return [] }
        history.replace(with: rows)
        screen.overlay = .history(history)
        return []
    }

    /// Reads the history anew after a change, while it is on the screen.
    func refreshHistory(after event: AppEvent) -> [Effect] {
        guard case .history = screen.overlay else { return [] }
        switch event {
        case .answer(.changed), .answer(.corrected), .libraryChanged: return [.loadHistory]
        default: return []
        }
    }

    mutating func press(_ key: Key, in old: HistoryState) -> [Effect] {
        var history = old
        let page = historyHeight(in: screen.layout)
        let isAction = { (action: Action, map: KeyMap) in map.answer(to: [key], in: .articles) == .action(action) }
        switch key {
        case .down, .char("j"): history.move(by: 1)
        case .up, .char("k"): history.move(by: -1)
        case .pageDown, .char(" "), .ctrl("d"), .ctrl("f"): history.move(by: page)
        case .pageUp, .ctrl("u"), .ctrl("b"): history.move(by: -page)
        case .home, .char("g"): history.move(by: -history.cursor)
        case .end, .char("G"): history.move(by: history.rows?.count ?? 0)
        case _ where isAction(.undo, keyMap): return [.undo]
        case _ where isAction(.redo, keyMap): return [.redo]
        default: return leaveScreen(by: key)
        }
        screen.overlay = .history(history)
        return []
    }
}
