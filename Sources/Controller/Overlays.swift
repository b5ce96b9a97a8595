import Model
import Terminal
import Views

/// Keys while the picker, a menu or the help screen is open.
extension App {
    mutating func pressInOverlay(_ key: Key) -> [Effect] {
        switch screen.overlay {
        case .picker(let picker): return press(key, in: picker)
        case .menu(let menu): return press(key, in: menu)
        case .help(let help): return press(key, in: help)
        case .history(let history): return press(key, in: history)
        case nil: return []
        }
    }

    private mutating func press(_ key: Key, in old: PickerState) -> [Effect] {
        var picker = old
        switch key {
        case .escape, .ctrl("c"), .ctrl("g"):
            screen.overlay = nil
            correcting = nil
            return []
        case .enter:
            picker.isAccepted = picker.isLoading
            screen.overlay = .picker(picker)
            return acceptPicked()
        case .down, .ctrl("n"), .ctrl("j"): picker.cursor += 1
        case .up, .ctrl("p"), .ctrl("k"): picker.cursor -= 1
        case .pageDown: picker.cursor += pickerHeight(in: screen.layout)
        case .pageUp: picker.cursor -= pickerHeight(in: screen.layout)
        default:
            picker.isAccepted = false
            if picker.line.edit(key) { return rank(picker) }
        }
        screen.overlay = .picker(picker)
        return []
    }

    private mutating func press(_ key: Key, in old: MenuState) -> [Effect] {
        var menu = old
        switch key {
        case .escape, .char("q"), .ctrl("c"):
            screen.overlay = nil
            correcting = nil
            sourcing = nil
            arranging = nil
            return []
        case .enter, .char(" "): return choose(menu.cursor)
        case .down, .char("j"): menu.cursor = min(menu.cursor + 1, menu.items.count - 1)
        case .up, .char("k"): menu.cursor = max(menu.cursor - 1, 0)
        case .char(let scalar):
            if let index = menu.items.firstIndex(where: { $0.key == scalar }) { return choose(index) }
        default: break
        }
        screen.overlay = .menu(menu)
        return []
    }

    /// Takes a line of the menu that is open.
    private mutating func choose(_ index: Int) -> [Effect] {
        if sourcing != nil { return chooseOfSources(index) }
        if arranging != nil { return chooseOfSearch(index) }
        return correcting == nil ? toggleFilter(index) : chooseVerdict(index)
    }

    mutating func showHelp() -> [Effect] {
        screen.overlay = .help(keyMap.help)
        return []
    }

    private mutating func press(_ key: Key, in old: HelpState) -> [Effect] {
        var help = old
        let height = helpHeight(in: screen.layout)
        switch key {
        case .down, .char("j"): help.scroll(by: 1, height: height)
        case .up, .char("k"): help.scroll(by: -1, height: height)
        case .pageDown, .char(" "), .ctrl("d"), .ctrl("f"): help.scroll(by: height, height: height)
        case .pageUp, .ctrl("u"), .ctrl("b"): help.scroll(by: -height, height: height)
        case .home, .char("g"): help.scroll(by: -help.lines.count, height: height)
        case .end, .char("G"): help.scroll(by: help.lines.count, height: height)
        default: return leaveScreen(by: key)
        }
        screen.overlay = .help(help)
        return []
    }

    /// Keys of the help and history screens that do not move in them: Enter has nothing to open, the key of the search
    /// begins one, any other closes.
    mutating func leaveScreen(by key: Key) -> [Effect] {
        guard key != .enter else { return [] }
        screen.overlay = nil
        return keyMap.answer(to: [key], in: .articles) == .action(.search) ? beginSearch() : []
    }
}
