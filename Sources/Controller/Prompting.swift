import Model
import Terminal
import Views

/// The line at the bottom in which searches, commands and what sources are asked is typed.
extension App {
    mutating func pressInPrompt(_ key: Key) -> [Effect] {
        guard var prompt = screen.prompt else { return [] }
        switch key {
        case .escape, .ctrl("c"), .ctrl("g"): return cancelPrompt()
        case .enter: return accept(prompt.purpose)
        case .up, .ctrl("p"): return recall(1)
        case .down, .ctrl("n"): return recall(-1)
        case .tab where prompt.purpose == .articleTags: return completeTag()
        case .tab where prompt.purpose == .search: return complete(forward: true)
        case .backTab where prompt.purpose == .search: return complete(forward: false)
        case .tab:
            guard prompt.purpose == .command, let completion = prompt.completions.first else { return [] }
            prompt.replace(with: completion + " ")
            screen.prompt = prompt
            return promptChanged()
        case .backspace where prompt.text.isEmpty: return cancelPrompt()
        default:
            let line = prompt.line
            guard prompt.edit(key) else { return [] }
            prompt.endCycle()
            screen.prompt = prompt
            if line == prompt.line {
                offerCompletions()
                return []
            }
            return promptChanged()
        }
    }

    /// What follows from a changed line: the search runs, or completions are offered.
    mutating func promptChanged() -> [Effect] {
        guard let prompt = screen.prompt else { return [] }
        if prompt.purpose == .search { return searchTyped() }
        screen.prompt?.complaint = nil
        if prompt.purpose == .articleTags { return offerTags() }
        guard prompt.purpose == .command else { return [] }
        screen.prompt?.completions = Command.completions(of: prompt.line)
        return []
    }

    private mutating func accept(_ purpose: PromptState.Purpose) -> [Effect] {
        switch purpose {
        case .search: acceptSearch()
        case .command: runTyped()
        case .addition, .name, .tags: acceptSourceLine()
        case .searchName, .searchText: acceptSearchLine()
        case .articleTags: acceptTags()
        }
    }

    mutating func beginCommand() -> [Effect] {
        screen.prompt = PromptState(.command)
        history.depth = 0
        return promptChanged()
    }

    private mutating func cancelPrompt() -> [Effect] {
        if screen.prompt?.purpose == .search { return cancelSearch() }
        screen.prompt = nil
        sourcing = nil
        arranging = nil
        tagging = nil
        return []
    }

    /// Up and Down: what was typed before.
    private mutating func recall(_ step: Int) -> [Effect] {
        guard let prompt = screen.prompt else { return [] }
        let lines: [String] =
            switch prompt.purpose {
            case .search: history.searches
            case .command: history.commands
            case .addition: history.additions
            case .name, .tags, .searchName, .searchText, .articleTags: []
            }
        let depth = min(max(0, history.depth + step), lines.count)
        guard depth != history.depth else { return [] }
        if history.depth == 0 { history.draft = prompt.line }
        history.depth = depth
        screen.prompt?.endCycle()
        screen.prompt?.replace(with: depth == 0 ? history.draft : lines[lines.count - depth])
        return promptChanged()
    }
}

extension PromptState {
    /// Edits the line as shells do; `false` for a key that is no edit.
    mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .char(let scalar): insert(String(Character(scalar)))
        case .left, .ctrl("b"): move(by: -1)
        case .right, .ctrl("f"): move(by: 1)
        case .home, .ctrl("a"): move(by: -text.count)
        case .end, .ctrl("e"): move(by: text.count)
        case .backspace, .ctrl("h"): return deleteBackward()
        case .delete, .ctrl("d"): deleteForward()
        case .ctrl("w"): deleteWord()
        case .ctrl("u"): deleteToStart()
        default: return false
        }
        return true
    }
}
