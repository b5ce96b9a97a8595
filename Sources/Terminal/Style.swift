/// What a piece of the screen is; the palette decides how it looks.
public enum Role: UInt8, CaseIterable, Sendable {
    case text, dim, title, heading, quote, code
    /// The top and bottom bars, and what stands out in them.
    case bar, barStrong
    /// The header of a pane, and the lines between panes.
    case header, border
    /// Names and amounts in an article, by kind.
    case company, organization, product, person, place, amount
    case unread, starred, count, spark, link, furniture, prompt, error
    /// Words that a changed article has no more, and those that it has now.
    case removed, inserted
    /// A match of the search, and news of success.
    case match, good
}

/// What is added to a role: emphasis in the text, or a state of the screen.
public struct Marks: OptionSet, Hashable, Sendable {
    /// One bit for each mark.
    public let rawValue: UInt8

    /// The marks of these bits.
    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Strong.
    public static let bold = Marks(rawValue: 1)
    /// Weak.
    public static let dim = Marks(rawValue: 2)
    /// Slanted.
    public static let italic = Marks(rawValue: 4)
    /// Underlined.
    public static let underline = Marks(rawValue: 8)
    /// Foreground and background exchanged.
    public static let reverse = Marks(rawValue: 16)
    /// The selected row of the pane that has the focus.
    public static let selected = Marks(rawValue: 32)
    /// The selected row of a pane without the focus.
    public static let current = Marks(rawValue: 64)
    /// Part of a match of the search.
    public static let match = Marks(rawValue: 128)
}

/// How a cell is meant to look: what it is, and what is added.
public struct Style: Hashable, Sendable {
    /// What it is.
    public var role: Role
    /// What is added.
    public var marks: Marks

    /// A role, with marks added.
    public init(_ role: Role, _ marks: Marks = []) {
        self.role = role
        self.marks = marks
    }
}
