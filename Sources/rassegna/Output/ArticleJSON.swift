import Model

/// Articles as the commands print them; offsets count Unicode scalars.
extension JSON {
    /// What `rassegna parse` prints of an article: the contract of docs/parse.md.
    static func parsed(_ article: ParsedArticle, _ annotation: Annotation?) -> JSON {
        var scalars = ScalarOffsets(article.text)
        let blocks = blocks(of: article.blocks, &scalars)
        scalars.rewind()
        let mentions = (annotation?.mentions ?? []).map { mention(of: $0, in: article.text, &scalars) }
        return .object([
            ("file", .string(article.file)), ("index", .integer(article.index)),
            ("id", .optional(article.identifier)), ("title", .string(article.title)),
            ("url", .optional(article.url)), ("author", .optional(article.author)),
            ("published", .optional(article.published?.iso8601)), ("language", .optional(article.language?.code)),
            ("source", .optional(article.outlet)), ("text", .string(article.text)), ("blocks", blocks),
            ("mentions", .array(mentions)), ("companies", .array((annotation?.companies ?? []).map(appearance))),
        ])
    }

    /// What `list` and `search` print of an article.
    static func row(_ article: Article) -> JSON {
        .object(members(of: article))
    }

    /// What `show` prints: the row with text, blocks and mentions.
    static func article(_ article: Article) -> JSON {
        var scalars = ScalarOffsets(article.text)
        let blocks = blocks(of: article.blocks, &scalars)
        scalars.rewind()
        let mentions = article.mentions.map { mention(of: $0, in: article.text, &scalars) }
        return .object(
            members(of: article) + [
                ("author", .optional(article.author)), ("text", .string(article.text)), ("blocks", blocks),
                ("mentions", .array(mentions)),
            ])
    }

    /// What `export` prints: what `show` does, with the links.
    static func exported(_ article: Article) -> JSON {
        guard case .object(let members) = JSON.article(article) else { return .null }
        var scalars = ScalarOffsets(article.text)
        let links = article.links.map { link in
            JSON.object([
                ("start", .integer(scalars.offset(ofByte: link.range.lowerBound))),
                ("end", .integer(scalars.offset(ofByte: link.range.upperBound))), ("url", .string(link.address)),
            ])
        }
        return .object(members + [("links", .array(links))])
    }

    /// What `companies` prints.
    static func company(_ row: CompanyRow) -> JSON {
        .object([
            ("name", .string(row.name)), ("articles", .integer(row.articles)), ("unread", .integer(row.unread)),
            ("followed", .bool(row.isFollowed)), ("weeks", .array(row.weeks.map { .integer($0) })),
        ])
    }

    private static func members(of article: Article) -> [(String, JSON)] {
        let row = article.row
        return [
            ("id", .integer(Int(row.id))), ("title", .string(row.title)), ("source", .optional(row.outlet)),
            ("url", .optional(article.url)), ("published", .string(row.published.iso8601)),
            ("language", .optional(row.language?.code)), ("read", .bool(row.isRead)),
            ("starred", .bool(row.isStarred)), ("companies", .array(article.companies.map(appearance))),
            ("sources", .array(article.sources.map { .string($0) })), ("updated", .optional(row.updated?.iso8601)),
        ]
    }

    private static func appearance(_ appearance: Appearance) -> JSON {
        .object([
            ("name", .string(appearance.company)), ("salience", .string(appearance.salience.name)),
            ("mentions", .integer(appearance.mentions)),
        ])
    }

    private static func blocks(of blocks: [Block], _ scalars: inout ScalarOffsets) -> JSON {
        var json = "["
        for block in blocks {
            if json.utf8.count > 1 { json += ", " }
            json += "{\"start\": \(scalars.offset(ofByte: block.range.lowerBound)), "
            json += "\"end\": \(scalars.offset(ofByte: block.range.upperBound)), \"kind\": \"\(block.kind.rawValue)\"}"
        }
        return .written(json + "]")
    }

    private static func mention(of mention: Mention, in text: String, _ scalars: inout ScalarOffsets) -> JSON {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: mention.range.lowerBound)
        let end = utf8.index(start, offsetBy: mention.range.count)
        return .object([
            ("start", .integer(scalars.offset(ofByte: mention.range.lowerBound))),
            ("end", .integer(scalars.offset(ofByte: mention.range.upperBound))),
            ("surface", .string(String(text[start..<end]))), ("kind", .string(mention.kind.rawValue)),
            ("company", .optional(mention.company)), ("via", .optional(mention.evidence?.rawValue)),
            ("confidence", .number(mention.confidence)),
        ])
    }
}

/// Turns offsets in UTF-8 bytes into offsets in Unicode scalars, asked for in rising order, in one pass.
struct ScalarOffsets {
    private let utf8: [UInt8]
    private var byte = 0
    private var scalar = 0

    init(_ text: String) {
        utf8 = Array(text.utf8)
    }

    /// Scalars before a byte; going back starts over.
    mutating func offset(ofByte wanted: Int) -> Int {
        if wanted < byte { rewind() }
        let end = min(wanted, utf8.count)
        while byte < end {
            if utf8[byte] & 0xC0 != 0x80 { scalar += 1 }
            byte += 1
        }
        return scalar
    }

    /// Starts over from the beginning of the text.
    mutating func rewind() {
        byte = 0
        scalar = 0
    }
}
