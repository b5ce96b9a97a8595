public import Model

extension Reader {
    /// The feed in bytes: RSS 0.90 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed 1.0 and 1.1, broken ones too.
    ///
    /// A feed without an article is a feed. An item that cannot be read is left out and named in `problems`.
    ///
    /// - `file`: what the articles name as their file.
    /// - `address`: the feed's own address, against which relative links are resolved where the feed states no base.
    public func feed(in bytes: [UInt8], named file: String, address: String? = nil) throws(IngestError) -> ParsedFeed {
        guard bytes.count <= limit else { throw .tooLarge(bytes: bytes.count, limit: limit) }
        let text = try decodeXML(bytes)
        guard let first = text.first(where: { !$0.isBlank && $0 != .newline }) else { throw .empty }
        if first == UInt8(ascii: "{") {
            guard let feed = JSONFeed.read(text, file: file, address: address) else { throw .unsupported("JSON") }
            return feed
        }
        guard text.index(of: UInt8(ascii: "<"), in: 0..<text.count) != nil else { throw .unsupported("XML") }
        let tree = try XMLTree(text)
        guard let feed = FeedReader.read(tree, file: file, address: address) else {
            if !tree.nodes.isEmpty, tree.name(of: 0)?.local == "opml" { throw .listOfFeeds }
            throw .unsupported("XML")
        }
        return feed
    }
}
