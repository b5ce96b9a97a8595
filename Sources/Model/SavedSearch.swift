/// A search that the user keeps under a name.
public struct SavedSearch: Equatable, Sendable {
    /// What it is called; no two have the same name, case and accents aside.
    public var name: String
    /// What it finds, in the query language.
    public var text: String

    /// A text under a name.
    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    /// What it finds; `nil` where the text is no query of this program.
    public var query: Query? { try? Query.parse(text) }
}

/// What is to become of the saved searches.
public enum SearchChange: Equatable, Sendable {
    /// A query is kept under a name, in place of what was kept under it.
    case save(String, Query)
    /// A search gets another name, also where others refer to it.
    case rename(String, to: String)
    /// A search goes.
    case remove(String)
    /// A search goes up (less than 0) or down by so many places.
    case move(String, by: Int)
}
