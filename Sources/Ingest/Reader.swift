public import Model

/// Makes articles of bytes and files.
public struct Reader: Sendable {
    /// The size in bytes beyond which a file is refused unread.
    public var limit: Int

    /// A reader of files up to a limit, 64 MiB by default.
    public init(limit: Int = 64 << 20) {
        self.limit = limit
    }

    /// The articles in a file's bytes, in file order, at least one.
    ///
    /// - `name`: the file as the user named it; its ending tells the format where `format` is `nil`.
    /// - `modified`: the date of an article that states none.
    /// - `folder`: the outlet of an article that states none.
    public func articles(
        in bytes: [UInt8], named name: String, format: Format? = nil, modified: Timestamp? = nil, folder: String? = nil
    ) throws(IngestError) -> [ParsedArticle] {
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        let text = try decode(bytes, markup: (format ?? Format(ending: name)) == .html)
        guard text.contains(where: { !$0.isBlank && $0 != .newline }) else { throw .empty }
        let format = format ?? Format(named: name, text: text)
        if let dialect = xmlDialect(of: text), format != .html { throw .unsupported(dialect) }
        let draft =
            switch format {
            case .text: textDraft(text)
            case .markdown: markdownDraft(text)
            case .html: htmlDraft(text)
            }
        var given = Facts()
        given.published = modified
        given.outlet = folder
        return [try completed(draft, file: name, given: given)]
    }
}

/// The name of the XML dialect that a text is written in; `nil` where it is no XML.
private func xmlDialect(of text: [UInt8]) -> String? {
    let head = String(decoding: text.prefix(512).drop { $0.isBlank || $0 == .newline }, as: UTF8.self).lowercased()
    if head.hasPrefix("<rss") || head.hasPrefix("<feed") || head.hasPrefix("<opml") { return "a feed" }
    return head.hasPrefix("<?xml") && !head.contains("<html") ? "XML" : nil
}
