public import Model

/// What the left pane shows: all articles, the companies, saved searches, sources, other outlets; and which one is chosen.
public struct CompaniesState: Equatable, Sendable {
    /// A line that can be chosen.
    public enum Entry: Equatable, Sendable {
        case everything
        case company(CompanyRow)
        case search(SearchRow)
        case tag(SourceTree.Tag)
        /// A source, and the tag under which it stands.
        case source(Source, under: SourceTree.Tag.Path)
        case outlet(SourceRow)
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
    /// The saved searches, in the user's order.
    public internal(set) var searches: [SearchRow] = []
    /// Whether the saved searches have been read.
    public internal(set) var knowsSearches = false
    /// The feeds and folders under their tags.
    public private(set) var tree = SourceTree()
    /// The outlets that belong to no source.
    public var outlets: [SourceRow] = []
    /// The chosen entry, by its place in `entries`.
    public var cursor = 0
    /// The first line on the screen.
    public var top = 0

    /// A pane without companies or sources.
    public init() {}

    /// How many entries can be chosen.
    public var entryCount: Int { firstOutlet + outlets.count }

    /// The feeds and folders.
    public var sources: [Source] { tree.sources }

    var firstSearch: Int { 1 + companies.count }
    private var firstSource: Int { firstSearch + searches.count }
    private var firstOutlet: Int { firstSource + tree.rows.count }

    /// The entry at a place; `nil` where there is none.
    public func entry(at index: Int) -> Entry? {
        switch index {
        case 0: .everything
        case 1..<firstSearch: .company(companies[index - 1])
        case firstSearch..<firstSource: .search(searches[index - firstSearch])
        case firstSource..<firstOutlet:
            switch tree.rows[index - firstSource] {
            case .tag(let tag): .tag(tag)
            case .source(let source, let path): .source(source, under: path)
            }
        case firstOutlet..<entryCount: .outlet(outlets[index - firstOutlet])
        default: nil
        }
    }

    /// The chosen entry.
    public var chosen: Entry? { entry(at: cursor) }

    /// Entries that stand together, and the line before them.
    private var sections: [(head: Line?, count: Int)] {
        func headed(_ text: String, _ count: Int) -> (head: Line?, count: Int) {
            (count == 0 ? nil : .heading(text), count)
        }
        return [
            (nil, firstSearch), (hidden > 0 ? .more(hidden) : nil, 0), headed("SAVED SEARCHES", searches.count),
            headed("SOURCES", tree.rows.count), headed("OUTLETS", outlets.count),
        ]
    }

    /// How many lines the pane has, headings included.
    public var lineCount: Int { sections.reduce(0) { $0 + $1.count + ($1.head == nil ? 0 : 1) } }

    /// What stands on a line.
    public func line(at index: Int) -> Line? {
        guard index >= 0 else { return nil }
        var (line, entry) = (0, 0)
        for section in sections {
            if let head = section.head {
                if index == line { return head }
                line += 1
            }
            if index < line + section.count { return .entry(entry + index - line) }
            line += section.count
            entry += section.count
        }
        return nil
    }

    /// The line on which the chosen entry stands.
    public var cursorLine: Int {
        var (heads, entry) = (0, 0)
        for section in sections {
            heads += section.head == nil ? 0 : 1
            entry += section.count
            if cursor < entry { break }
        }
        return cursor + heads
    }

    /// Keeps the chosen line within a window of so many lines.
    public mutating func scroll(toFit height: Int) {
        cursor = min(max(0, cursor), entryCount - 1)
        top = Scrolling.top(top, showing: cursorLine, of: lineCount, height: height)
    }

    /// Takes new rows in; the cursor stays on the company or source that it was on.
    public mutating func replace(
        count: Count, companies: [CompanyRow], hidden: Int = 0, sources: [Source] = [], outlets: [SourceRow]
    ) {
        keepingCursor {
            $0.count = count
            $0.companies = companies
            $0.hidden = hidden
            $0.outlets = outlets
            $0.tree.replace(with: sources)
        }
    }

    /// Makes a change; the cursor stays on the entry that it was on, or near it.
    mutating func keepingCursor(_ change: (inout CompaniesState) -> Void) {
        let chosen = self.chosen
        change(&self)
        cursor = chosen.flatMap(place) ?? (chosen?.isOfUser == true ? min(cursor, entryCount - 1) : 0)
    }

    /// Folds a tag or unfolds it; the cursor goes to it.
    public mutating func fold(_ path: SourceTree.Tag.Path, _ isFolded: Bool) {
        tree.fold(path, isFolded)
        choose(tag: path)
    }

    /// Puts the cursor on a tag, where it is listed.
    public mutating func choose(tag path: SourceTree.Tag.Path) {
        let row = tree.rows.firstIndex { if case .tag(let tag) = $0 { tag.path == path } else { false } }
        if let row { cursor = firstSource + row }
    }

    /// Puts the cursor on a source, where it is listed.
    public mutating func choose(source id: SourceID) {
        let row = tree.rows.firstIndex { if case .source(let source, _) = $0 { source.id == id } else { false } }
        if let row { cursor = firstSource + row }
    }

    /// Where an entry of before stands now; a source that is no longer listed there stands elsewhere perhaps.
    private func place(of entry: Entry) -> Int? {
        switch entry {
        case .everything: return 0
        case .company(let row): return companies.firstIndex { $0.name == row.name }.map { 1 + $0 }
        case .search(let row):
            let same = searches.firstIndex { $0.search.name == row.search.name }
            return (same ?? searches.firstIndex { $0.search.text == row.search.text }).map { firstSearch + $0 }
        case .outlet(let row): return outlets.firstIndex { $0.name == row.name }.map { firstOutlet + $0 }
        case .tag(let tag):
            return tree.rows.firstIndex { if case .tag(let other) = $0 { other.path == tag.path } else { false } }
                .map { firstSource + $0 }
        case .source(let source, let path):
            let rows = tree.rows.indices.filter {
                if case .source(let other, _) = tree.rows[$0] { other.id == source.id } else { false }
            }
            let same = rows.first {
                if case .source(_, let other) = tree.rows[$0] { other == path } else { false }
            }
            return (same ?? rows.first).map { firstSource + $0 }
        }
    }
}

extension CompaniesState.Entry {
    /// Whether it is something that the user can remove.
    fileprivate var isOfUser: Bool {
        switch self {
        case .tag, .source, .search: true
        case .everything, .company, .outlet: false
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
