import GRDB
public import Model

/// The user's tags on articles; those of sources are part of the source.
extension Library {
    /// Gives articles a tag, or takes it away; `nil` when this changes none. To be undone with `undo()`.
    @discardableResult
    public func tag(_ ids: [ArticleID], _ tag: String, _ isSet: Bool = true) throws(LibraryError) -> Change? {
        try self.tag(ids, [TagChange(tag, isSet)]).changes.first
    }

    /// Gives articles tags, and takes others away, in this order and as one step of `undo()`.
    ///
    /// - Returns: The changes that changed something, and how many articles they changed together.
    @discardableResult
    public func tag(
        _ ids: [ArticleID], _ tags: [TagChange]
    ) throws(LibraryError) -> (changes: [Change], articles: Int) {
        let moment = now()
        return try write { db in
            var changes: [Change] = []
            var articles: Set<ArticleID> = []
            for tag in tags {
                let name = Library.tagName(tag.tag)
                let changed = name.isEmpty ? [] : try Tagging(db: db).set(name, tag.isSet, on: ids)
                guard !changed.isEmpty else { continue }
                articles.formUnion(changed)
                changes.append(
                    try Journal(db: db).record(
                        tag.isSet ? .tagged : .untagged, number: db.nextNumber(.lastChange), ids: changed,
                        subject: name,
                        at: moment, continues: !changes.isEmpty))
            }
            return (changes, articles.count)
        }
    }

    /// The same for all articles that a query matches.
    @discardableResult
    public func tag(matching query: Query, _ tag: String, _ isSet: Bool = true) throws(LibraryError) -> Change? {
        try self.tag(ids(matching: query), tag, isSet)
    }

    /// The numbers of all articles that a query matches.
    public func ids(matching query: Query) throws(LibraryError) -> [ArticleID] {
        try read { db in
            guard let list = try list(query, builtAt: nil, isWhole: true, in: db) else { return [] }
            let sql: SQL = """
                SELECT s.id FROM (\(try list.plan.slots(by: list.finder))) AS m CROSS JOIN state AS s ON s.slot = m.slot
                """
            return try SQLRequest<ArticleID>(literal: sql).fetchAll(db)
        }
    }

    /// A tag as it is kept: one line without spaces around it and without control characters.
    public static func tagName(_ text: String) -> String {
        let scalars = text.unicodeScalars.filter {
            $0.properties.isWhitespace || $0.properties.generalCategory != .control
        }
        return String(String.UnicodeScalarView(scalars)).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The tags of an article, in order of name.
    public func tags(of id: ArticleID) throws(LibraryError) -> [String] {
        try read { db in
            let sql = """
                SELECT t.name FROM article AS a JOIN tagging AS g ON g.slot = a.slot JOIN tag AS t ON t.id = g.tag
                WHERE a.id = ? ORDER BY t.name
                """
            return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [id])
        }
    }

    /// The tags that articles or sources have, in order of name: for completion.
    public func tags() throws(LibraryError) -> [String] {
        try read { db in
            let own = try String.fetchAll(db.cachedStatement(sql: "SELECT name FROM tag"))
            let sources = try String.fetchAll(db.cachedStatement(sql: "SELECT tags FROM source WHERE tags <> ''"))
            return Set(own + sources.flatMap { $0.split(separator: "\n").map(String.init) }).sorted()
        }
    }
}
