/// A short menu: a key, what it does, and whether it is on.
public struct MenuState: Equatable, Sendable {
    /// A line of the menu.
    public struct Item: Equatable, Sendable {
        /// The key that picks it.
        public var key: Unicode.Scalar
        /// What it does.
        public var text: String
        /// Whether it is on now.
        public var isOn: Bool

        /// A line of a menu.
        public init(key: Unicode.Scalar, text: String, isOn: Bool) {
            self.key = key
            self.text = text
            self.isOn = isOn
        }
    }

    /// What the menu is for.
    public var title: String
    /// Its lines.
    public var items: [Item]
    /// The chosen line.
    public var cursor = 0

    /// A menu with its first line chosen.
    public init(title: String, items: [Item]) {
        self.title = title
        self.items = items
    }
}
