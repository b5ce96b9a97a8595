import Terminal
public import Views

/// The key map as help screen, bottom line and manual.
extension KeyMap {
    /// The lines of the help screen.
    public var help: HelpState {
        var lines: [HelpState.Line] = []
        for group in Action.Group.allCases {
            if !lines.isEmpty { lines.append(.blank) }
            lines.append(.group(group.rawValue))
            for action in Action.allCases where action.group == group {
                let keys = label(of: action)
                lines.append(.keys(keys.isEmpty ? ":\(action.rawValue)" : keys, action.summary))
            }
        }
        return HelpState(lines: lines)
    }

    /// The key table as Markdown: `docs/keys.md`.
    public var markdown: String {
        var text =
            "# Keys\n\nMade by `rassegna keys --markdown` from the key map. Every action can also be typed after `:`.\n"
        for group in Action.Group.allCases {
            text += "\n## \(group.rawValue)\n\n| keys | action | does |\n|---|---|---|\n"
            for action in Action.allCases where action.group == group {
                let keys = bindings.filter { $0.action == action }.map { "`\($0.keys.map(\.label).joined())`" }
                text += "| \(keys.joined(separator: " ")) | `\(action.rawValue)` | \(action.summary) |\n"
            }
        }
        return text
    }

    /// The key table as plain text, for a terminal.
    public var plainText: String {
        var text = ""
        for group in Action.Group.allCases {
            text += (text.isEmpty ? "" : "\n") + group.rawValue + "\n"
            for action in Action.allCases where action.group == group {
                let keys = label(of: action)
                let padding = String(repeating: " ", count: max(1, 22 - keys.count))
                text += "  \(keys)\(padding)\(action.summary)\n"
            }
        }
        return text
    }

    /// What the bottom line names while a pane has the focus, the most needed first.
    func hints(for pane: Pane) -> [String] {
        let pairs: [([Action], String)] =
            switch pane {
            case .articles:
                [
                    ([.down, .up], "move"), ([.open], "read"), ([.readOn], "next"), ([.toggleRead], "read"),
                    ([.toggleStar], "star"), ([.pickCompany], "company"), ([.search], "search"),
                    ([.refreshAll], "refresh"),
                    ([.undo], "undo"), ([.addSource], "add"),
                    ([.quit], "quit"), ([.help], "help"),
                ]
            case .reader:
                [
                    ([.readOn], "page"), ([.nextArticle, .previousArticle], "next/prev"),
                    ([.nextEntity, .previousEntity], "entity"), ([.entityArticles], "its articles"),
                    ([.correctEntity], "correct"), ([.toggleRead], "unread"), ([.toggleStar], "star"),
                    ([.wide], "wide"), ([.quit], "back"),
                    ([.help], "help"),
                ]
            case .companies:
                [
                    ([.down, .up], "move"), ([.open], "list"), ([.follow], "follow"), ([.pickCompany], "pick"),
                    ([.addSource], "add"), ([.refreshAll], "refresh"), ([.right], "articles"), ([.quit], "back"),
                    ([.help], "help"),
                ]
            }
        return hints(pairs)
    }

    /// What the bottom line names on a source.
    var hintsForSource: [String] {
        hints([
            ([.open], "list"), ([.refresh], "refresh"), ([.editSource], "edit"), ([.removeSource], "remove"),
            ([.addSource], "add"), ([.refreshAll], "all"), ([.help], "help"),
        ])
    }

    /// What the bottom line names on a saved search.
    var hintsForSearch: [String] {
        hints([
            ([.open], "list"), ([.editSource], "edit"), ([.raiseSearch, .lowerSearch], "move"),
            ([.removeSource], "remove"), ([.right], "articles"), ([.quit], "back"), ([.help], "help"),
        ])
    }

    /// What the bottom line names on a tag.
    var hintsForTag: [String] {
        hints([
            ([.open], "fold"), ([.entityArticles], "list"), ([.refresh], "refresh"), ([.addSource], "add"),
            ([.right], "articles"), ([.quit], "back"), ([.help], "help"),
        ])
    }

    /// What the bottom line names while a summary is read.
    var hintsForSummary: [String] {
        hints([([.wholePage], "whole page")]) + hints(for: .reader)
    }

    /// What the bottom line names while the library is empty.
    var hintsForNothing: [String] {
        hints([([.addSource], "add"), ([.command], "command"), ([.quit], "quit"), ([.help], "help")])
    }

    private func hints(_ pairs: [([Action], String)]) -> [String] {
        pairs.compactMap { actions, word in
            let keys = actions.compactMap { firstLabel(of: $0) }
            return keys.isEmpty ? nil : keys.joined(separator: "/") + " " + word
        }
    }
}
