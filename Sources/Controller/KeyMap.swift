public import Terminal
import Views

/// Which keys do what: the one table from which the help screen, the bottom line and `docs/keys.md` are made.
public struct KeyMap: Equatable, Sendable {
    /// Keys pressed one after the other and what they do.
    public struct Binding: Equatable, Sendable {
        /// The keys, one for most actions, two for `gg`.
        public var keys: [Key]
        /// What they do.
        public var action: Action
    }

    /// What a series of keys comes to.
    enum Answer: Equatable {
        case action(Action)
        /// The beginning of a longer series.
        case unfinished
        case nothing
    }

    /// The bindings, in the order in which help lists them.
    public private(set) var bindings: [Binding]

    /// A key map from its bindings.
    public init(_ bindings: [Binding]) {
        self.bindings = bindings
    }

    /// The keys of product and habit: vi's, less's and newsboat's.
    public static let standard = KeyMap(
        [
            ("j <Down>", .down), ("k <Up>", .up), ("gg <Home>", .top), ("G <End>", .bottom),
            ("<C-d>", .halfPageDown), ("<C-u>", .halfPageUp), ("<PgDn> <C-f>", .pageDown),
            ("<PgUp> <C-b>", .pageUp), ("h <Left>", .left), ("l <Right>", .right), ("<Tab>", .nextPane),
            ("J", .nextArticle), ("K", .previousArticle),
            ("<Enter>", .open), ("<Space>", .readOn), ("z", .wide), ("Z", .furniture), ("D", .changes), ("o", .browser),
            ("1 2 3 4 5 6 7 8 9", .openLink),
            ("m", .toggleRead), ("A", .markAllRead), ("s", .toggleStar), ("v", .selectRange), ("t", .tag), ("u", .undo),
            ("U", .redo), ("H", .history),
            ("/", .search), ("n", .next), ("N", .previous), ("f", .filter), ("O", .order), ("<Esc>", .back),
            ("<C-o>", .previousResult), ("<C-n>", .nextResult), ("S", .saveSearch), ("{", .raiseSearch),
            ("}", .lowerSearch),
            ("c", .pickCompany), ("*", .entityArticles), ("]", .nextEntity), ("[", .previousEntity),
            ("w", .follow), ("e", .correctEntity),
            ("a", .addSource), ("r", .refresh), ("R", .refreshAll), ("e", .editSource), ("x", .removeSource),
            ("F", .wholePage),
            ("y", .copyAddress), ("Y", .copyQuote), (":", .command), ("?", .help), ("<C-l>", .redraw),
            ("<C-z>", .suspend), ("q", .quit),
        ].flatMap { keys, action in
            keys.split(separator: " ").compactMap { series in
                (try? Key.script(String(series))).map { Binding(keys: $0, action: action) }
            }
        })

    /// What a series of keys comes to while a pane has the focus.
    func answer(to series: [Key], in pane: Pane) -> Answer {
        let meant = bindings.filter { $0.keys == series }
        if let binding = meant.first(where: { $0.action.pane == pane }) ?? meant.first {
            return .action(binding.action)
        }
        return bindings.contains { $0.keys.starts(with: series) } ? .unfinished : .nothing
    }

    /// Gives a series of keys an action in place of the one it had.
    public mutating func bind(_ keys: [Key], to action: Action) {
        bindings.removeAll { $0.keys == keys }
        bindings.append(Binding(keys: keys, action: action))
    }

    /// Takes an action from a series of keys.
    public mutating func unbind(_ keys: [Key]) {
        bindings.removeAll { $0.keys == keys }
    }

    /// The keys of an action as a person reads them: `j, Down`; digits as `1-9`.
    public func label(of action: Action) -> String {
        let labels = bindings.filter { $0.action == action }.map { $0.keys.map(\.label).joined() }
        if labels.count == 9, labels.first == "1", labels.last == "9" { return "1-9" }
        return labels.joined(separator: ", ")
    }

    /// The first key of an action, for the bottom line; `nil` where it has none.
    public func firstLabel(of action: Action) -> String? {
        bindings.first { $0.action == action }?.keys.map(\.label).joined()
    }
}
