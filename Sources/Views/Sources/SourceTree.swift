public import Model

/// The sources as the left pane lists them: under their tags, nested ones indented, then those without a tag.
///
/// A source with several tags stands under each of them. Everything is in order of name, case and accents aside.
public struct SourceTree: Equatable, Sendable {
    /// A line of the tree.
    public enum Row: Equatable, Sendable {
        case tag(Tag)
        /// A source, and the tag under which it stands here.
        case source(Source, under: Tag.Path)
    }

    /// A tag with what is under it.
    public struct Tag: Equatable, Sendable {
        /// The names that lead to a tag, `["Tech", "Italia"]` for `Tech/Italia`; empty for no tag.
        public typealias Path = [String]

        /// The names that lead to it, its own last.
        public var path: Path
        /// The sources under it at any depth, each once.
        public var sources: [SourceID]
        /// How many unread articles these have, added up.
        public var unread: Int
        /// How many articles these have, added up.
        public var articles: Int
        /// Whether what is under it is not shown.
        public var isFolded: Bool

        /// Its own name.
        public var name: String { path.last ?? "" }
    }

    /// The sources.
    public private(set) var sources: [Source] = []
    /// The lines, those under folded tags left out.
    public private(set) var rows: [Row] = []
    private var folded: Set<Tag.Path> = []
    /// How deep tags are nested at most; what is deeper stands under the last one.
    private static let deepest = 6

    /// A tree without sources.
    public init() {}

    /// Takes sources in; what was folded stays so.
    public mutating func replace(with sources: [Source]) {
        guard sources != self.sources else { return }
        self.sources = sources
        build()
    }

    /// Folds a tag, or unfolds it.
    public mutating func fold(_ path: Tag.Path, _ isFolded: Bool) {
        if isFolded { folded.insert(path) } else { folded.remove(path) }
        build()
    }

    /// The names that a tag such as `Tech/Italia` leads through.
    static func path(of tag: String) -> Tag.Path {
        tag.split(separator: "/").map { $0.trimmed }.filter { !$0.isEmpty }.prefix(deepest).map { $0 }
    }
}

extension SourceTree {
    /// A tag while the tree is being built.
    private struct Node {
        var children: [String: Node] = [:]
        var sources: [Source] = []

        mutating func add(_ source: Source, at path: ArraySlice<String>) {
            guard let name = path.first else {
                if !sources.contains(where: { $0.id == source.id }) { sources.append(source) }
                return
            }
            children[name, default: Node()].add(source, at: path.dropFirst())
        }
    }

    private mutating func build() {
        var root = Node()
        for source in sources.sorted(by: { ($0.sortKey, $0.id) < ($1.sortKey, $1.id) }) {
            let paths = source.tags.map(SourceTree.path).filter { !$0.isEmpty }
            for path in paths.isEmpty ? [[]] : paths { root.add(source, at: path[...]) }
        }
        rows = rows(of: root, at: []).rows
    }

    /// The lines under a tag, and all sources under it.
    private func rows(of node: Node, at path: Tag.Path) -> (rows: [Row], sources: [Source]) {
        var rows: [Row] = []
        var all: [Source] = []
        for (name, child) in node.children.sorted(by: {
            (Folding.fold($0.key), $0.key) < (Folding.fold($1.key), $1.key)
        }) {
            let below = self.rows(of: child, at: path + [name])
            let isFolded = folded.contains(path + [name])
            let tag = Tag(
                path: path + [name], sources: below.sources.map(\.id),
                unread: below.sources.reduce(0) { $0 + $1.unread },
                articles: below.sources.reduce(0) { $0 + $1.articles }, isFolded: isFolded)
            rows.append(.tag(tag))
            if !isFolded { rows += below.rows }
            all += below.sources
        }
        rows += node.sources.map { .source($0, under: path) }
        var seen: Set<SourceID> = []
        return (rows, (all + node.sources).filter { seen.insert($0.id).inserted })
    }
}

extension Source {
    /// By what it is ordered among others.
    fileprivate var sortKey: String { Folding.fold(SourceText.name(of: self)) }
}

extension Substring {
    /// The text without the spaces around it.
    fileprivate var trimmed: String {
        var rest = self
        while rest.first == " " { rest.removeFirst() }
        while rest.last == " " { rest.removeLast() }
        return String(rest)
    }
}
