public import Model

/// What the left pane shows: all articles, the companies, the sources; and which one is chosen.
public struct CompaniesState: Equatable, Sendable {
    /// A line that can be chosen.
    public enum Entry: Equatable, Sendable {
        case everything
        case company(CompanyRow)
        case source(SourceRow)
    }

    /// A line of the pane.
    public enum Line: Equatable, Sendable {
        case heading(String)
        /// How many companies the pane does not list.
        case more(Int)
        /// An entry by its place in `entries`.
        case entry(Int)
    }

    /// How many articles the library has.
    public var count = Count(total: 0, unread: 0)
    /// The companies, those followed first.
    public var companies: [CompanyRow] = []
    /// How many companies the library has beyond these; the picker finds them.
    public var hidden = 0
    /// The outlets.
    public var sources: [SourceRow] = []
    /// The chosen entry, by its place in `entries`.
    public var cursor = 0
    /// The first line on the screen.
    public var top = 0

    /// A pane without companies or sources.
    public init() {}

    /// How many entries can be chosen.
    public var entryCount: Int { 1 + companies.count + sources.count }

    /// The entry at a place; `nil` where there is none.
    public func entry(at index: Int) -> Entry? {
        switch index {
        case 0: .everything
        case 1..<(1 + companies.count): .company(companies[index - 1])
        case (1 + companies.count)..<entryCount: .source(sources[index - 1 - companies.count])
        default: nil
        }
    }

    /// How many lines the pane has, headings included.
    public var lineCount: Int { entryCount + extraCount }

    /// How many lines between companies and sources cannot be chosen: what is not listed, the sources' heading.
    private var extraCount: Int { (hidden > 0 ? 1 : 0) + (sources.isEmpty ? 0 : 1) }

    /// What stands on a line.
    public func line(at index: Int) -> Line? {
        guard index >= 0, index < lineCount else { return nil }
        let between = index - 1 - companies.count
        if between < 0 { return .entry(index) }
        if between >= extraCount { return .entry(index - extraCount) }
        return between == 0 && hidden > 0 ? .more(hidden) : .heading("SOURCES")
    }

    /// The line on which the chosen entry stands.
    public var cursorLine: Int { cursor > companies.count ? cursor + extraCount : cursor }

    /// Keeps the chosen line within a window of so many lines.
    public mutating func scroll(toFit height: Int) {
        cursor = min(max(0, cursor), entryCount - 1)
        top = Scrolling.top(top, showing: cursorLine, of: lineCount, height: height)
    }

    /// Takes new rows in; the cursor stays on the company or source that it was on.
    public mutating func replace(count: Count, companies: [CompanyRow], hidden: Int = 0, sources: [SourceRow]) {
        let chosen = entry(at: cursor)
        self.count = count
        self.companies = companies
        self.hidden = hidden
        self.sources = sources
        switch chosen {
        case .company(let row):
            cursor = companies.firstIndex { $0.name == row.name }.map { $0 + 1 } ?? 0
        case .source(let row):
            cursor = sources.firstIndex { $0.name == row.name }.map { $0 + 1 + companies.count } ?? 0
        case .everything, nil:
            cursor = 0
        }
    }
}

extension CompaniesState {
    /// `12 / 38`.
    static func counts(_ unread: Int, _ total: Int) -> String { "\(unread) / \(total)" }

    /// The columns that the widest counts of companies need.
    var countColumns: Int {
        let widest = companies.map { CompaniesState.counts($0.unread, $0.articles).utf8.count }.max() ?? 0
        return max(widest, CompaniesState.counts(count.unread, count.total).utf8.count)
    }
}

/// Windows over lines that follow a cursor.
enum Scrolling {
    /// The first visible line such that line `cursor` of `count` is in a window of `height`, moved as little as can be.
    static func top(_ top: Int, showing cursor: Int, of count: Int, height: Int) -> Int {
        guard height > 0 else { return 0 }
        var top = min(top, max(0, count - height))
        if cursor < top { top = cursor }
        if cursor >= top + height { top = cursor - height + 1 }
        return max(0, top)
    }
}
