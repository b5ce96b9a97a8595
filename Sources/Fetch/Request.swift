/// What is asked of a server.
public struct Request: Equatable, Sendable {
    /// Who asks: the user, or the program of its own accord.
    public enum Manner: Equatable, Sendable {
        /// A feed, or an address that the user named.
        case asked
        /// A page that nobody asked for by name: `robots.txt` is heeded, and the host gets a pause in between.
        case automatic
    }

    /// What is asked for.
    public var address: Address
    /// Who asks.
    public var manner: Manner
    /// Sent to this address's host alone, wherever redirects lead.
    public var credentials: Credentials?
    /// The `ETag` of the answer that is known.
    public var entityTag: String?
    /// The `Last-Modified` of the answer that is known.
    public var modified: String?

    /// A request.
    public init(
        _ address: Address, manner: Manner = .asked, credentials: Credentials? = nil, entityTag: String? = nil,
        modified: String? = nil
    ) {
        self.address = address
        self.manner = manner
        self.credentials = credentials
        self.entityTag = entityTag
        self.modified = modified
    }

    /// The lines of the request's head that are not libcurl's own.
    var headers: [String] {
        var lines = [
            "Accept: application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
                + "application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, application/json;q=0.7, */*;q=0.5"
        ]
        if let tag = entityTag, Request.isSafe(tag) { lines.append("If-None-Match: " + Request.asked(tag)) }
        if let modified, Request.isSafe(modified) { lines.append("If-Modified-Since: " + modified) }
        return lines
    }

    /// A tag as it is sent back. Apache adds how an answer was compressed (`"1a2b-gzip"`) and then knows only the tag
    /// without it: with it, nothing would ever be unchanged.
    private static func asked(_ tag: String) -> String {
        for suffix in ["-gzip\"", "-br\"", "-deflate\"", "-zstd\""] where tag.hasSuffix(suffix) {
            let plain = tag.dropLast(suffix.count)
            // Jetty's `--gzip` is its own business.
            return plain.hasSuffix("-") || plain.hasSuffix("\"") ? tag : plain + "\""
        }
        return tag
    }

    /// Whether what a server once said may be said to it again: one line of printable ASCII.
    static func isSafe(_ value: String) -> Bool {
        (1...1000).contains(value.utf8.count) && value.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    }
}
