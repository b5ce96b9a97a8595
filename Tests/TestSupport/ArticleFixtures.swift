public import Model

/// Articles for tests, written where they are used.
extension Article {
    /// An article from lines of text: the first is the title; `- ` begins an item, `> ` a quotation, `~ ` furniture,
    /// `# ` a heading (the signs of the last three are left out of the text). Every `surface` is a mention wherever it stands
    /// outside furniture.
    public static func drawn(
        id: ArticleID = 1, outlet: String? = "Il Telaio", url: String? = nil, links: [Link] = [],
        lines: [String],
        mentions: [(surface: String, kind: Mention.Kind, company: String?, evidence: Mention.Evidence?)] = []
    ) -> Article {
        var text = ""
        var blocks: [Block] = []
        for (index, line) in lines.enumerated() {
            if index > 0 { text += "\n\n" }
            let (kind, words) = drawnBlock(line, isFirst: index == 0)
            let start = text.utf8.count
            text += words
            blocks.append(Block(start..<text.utf8.count, kind))
        }
        let found = mentions.flatMap { mention in
            places(of: mention.surface, in: text).filter { place in
                blocks.contains { $0.kind != .furniture && $0.range.contains(place.lowerBound) }
            }.map { Mention($0, mention.kind, company: mention.company, evidence: mention.evidence) }
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
        var companies: [Appearance] = []
        for company in Set(found.compactMap(\.company)).sorted() {
            let count = found.count { $0.company == company }
            companies.append(Appearance(company: company, salience: count > 1 ? .about : .passing, mentions: count))
        }
        companies.sort { ($1.salience, $0.company) < ($0.salience, $1.company) }
        return Article(
            row: .drawn(id: id, title: lines[0], outlet: outlet, companies: companies), url: url, text: text,
            blocks: blocks, links: links, mentions: found, companies: companies)
    }

    private static func drawnBlock(_ line: String, isFirst: Bool) -> (Block.Kind, String) {
        if isFirst { return (.title, line) }
        if line.hasPrefix("- ") { return (.item, line) }
        if line.hasPrefix("> ") { return (.quote, String(line.dropFirst(2))) }
        if line.hasPrefix("~ ") { return (.furniture, String(line.dropFirst(2))) }
        if line.hasPrefix("# ") { return (.heading, String(line.dropFirst(2))) }
        return (.paragraph, line)
    }

    private static func places(of surface: String, in text: String) -> [Range<Int>] {
        text.ranges(of: surface).map {
            let start = text.utf8.distance(from: text.utf8.startIndex, to: $0.lowerBound)
            return start..<(start + surface.utf8.count)
        }
    }
}

extension ArticleRow {
    /// A row published `id` days before the start of 21 November 2026, so that larger numbers are older.
    public static func drawn(
        id: ArticleID, title: String? = nil, outlet: String? = "Il Telaio", isRead: Bool = false,
        isStarred: Bool = false, companies: [Appearance] = []
    ) -> ArticleRow {
        let published = Timestamp.testNow.advanced(by: -86_400 * id)
        return ArticleRow(
            id: id, slot: 1_000_000 - id, title: title ?? "Titolo numero \(id)", outlet: outlet, published: published,
            language: .italian, words: 440, isRead: isRead, isStarred: isStarred, companies: Array(companies.prefix(3)))
    }
}

extension Timestamp {
    /// The moment that tests take for now: 21 November 2026, 12:00 UTC.
    public static var testNow: Timestamp { Timestamp(seconds: 1_795_262_400) }
}
