public import Model

/// How far a refresh of sources has come.
public struct FetchProgress: Equatable, Sendable {
    /// How many sources are done with, well or not.
    public var done: Int
    /// How many there are to be asked.
    public var total: Int
    /// How many bytes have come.
    public var bytes: Int
    /// How many new articles were stored.
    public var added: Int
    /// The sources that are being fetched now.
    public var fetching: Set<SourceID>

    /// A refresh that has come so far.
    public init(done: Int = 0, total: Int = 0, bytes: Int = 0, added: Int = 0, fetching: Set<SourceID> = []) {
        self.done = done
        self.total = total
        self.bytes = bytes
        self.added = added
        self.fetching = fetching
    }

    /// `12/40, 3.1 MB, 57 new`; in a narrow bar `12/40`.
    func text(isShort: Bool) -> String {
        guard total > 0 else { return isShort ? "…" : "refreshing…" }
        let sources = "\(Figures.grouped(done))/\(Figures.grouped(total))"
        return isShort ? sources : "\(sources), \(Figures.size(bytes)), \(Figures.grouped(added)) new"
    }
}

extension Figures {
    /// `812 B`, `34 kB`, `3.1 MB`.
    static func size(_ bytes: Int) -> String {
        switch bytes {
        case ..<1_000: "\(bytes) B"
        case ..<1_000_000: "\(bytes / 1_000) kB"
        default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        }
    }
}
