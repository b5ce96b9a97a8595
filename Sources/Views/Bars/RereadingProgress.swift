/// How far the library has been read again after a change of corrections or catalogue.
public struct RereadingProgress: Equatable, Sendable {
    /// How many articles have been read again.
    public var done: Int
    /// How many there are to be read again.
    public var total: Int

    /// So many of so many articles.
    public init(done: Int, total: Int) {
        self.done = done
        self.total = total
    }

    /// A number of articles: `9,800`.
    public static func figure(_ number: Int) -> String {
        Figures.grouped(number)
    }

    /// `re-reading 1,200/9,800`.
    var text: String {
        "re-reading \(Figures.grouped(done))/\(Figures.grouped(total))"
    }
}
