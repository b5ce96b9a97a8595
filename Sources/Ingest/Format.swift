/// The formats of articles that are read.
public enum Format: String, CaseIterable, Sendable {
    case text, markdown, html
    /// RSS, Atom or JSON Feed: many articles.
    case feed

    /// The format of a file by the ending of its name, or else by how its text begins.
    ///
    /// - `name`: a path or file name; `-` and names without a known ending leave the choice to the text.
    /// - `text`: decoded UTF-8.
    public init(named name: String, text: [UInt8]) {
        self = Format(ending: name) ?? Format(text: text)
    }

    /// The format that the ending of a file name stands for (`a.MD` is Markdown); `nil` where it stands for none.
    public init?(ending name: String) {
        switch fileEnding(of: name) {
        case "txt", "text": self = .text
        case "md", "markdown", "mdown", "mkd": self = .markdown
        case "html", "htm", "xhtml", "shtml": self = .html
        case "xml", "rss", "atom", "rdf", "json": self = .feed
        default: return nil
        }
    }

    /// The format that a text shows by its first marks.
    private init(text: [UInt8]) {
        let head = String(decoding: text.prefix(1024).drop { $0.isBlank || $0 == .newline }, as: UTF8.self).lowercased()
        if ["<!doctype html", "<html", "<head", "<body", "<article"].contains(where: head.hasPrefix)
            || head.hasPrefix("<?xml") && head.contains("<html")
            || head.hasPrefix("<!--") && (head.contains("<html") || head.contains("<!doctype"))
        {
            self = .html
        } else if Format.isFeed(head) || JSONFeed.isLikely(text) {
            self = .feed
        } else if FrontMatter(of: text) != nil {
            self = .markdown
        } else {
            self = .text
        }
    }
}

extension Format {
    /// A text of marks from its root on: what follows declarations and comments; `nil` where one of these does not end.
    static func root(of head: String) -> Substring? {
        var rest = head[...]
        while rest.hasPrefix("<?") || rest.hasPrefix("<!") {
            let end = rest.hasPrefix("<!--") ? "-->" : ">"
            guard let close = rest.firstRange(of: end) else { return nil }
            rest = rest[close.upperBound...].drop { $0.isWhitespace }
        }
        return rest
    }

    /// Whether a text in lower case begins as feeds do: with a root of theirs, comments and declarations passed over.
    fileprivate static func isFeed(_ head: String) -> Bool {
        guard let rest = root(of: head) else { return head.hasPrefix("<?xml") }
        return rest.hasPrefix("<rss") || rest.hasPrefix("<feed") || rest.hasPrefix("<rdf:rdf")
            || rest.hasPrefix("<channel") || rest.hasPrefix("<opml")
            || rest.hasPrefix("<atom:feed") || head.hasPrefix("<?xml")
    }
}

/// The ending of a path's last part in lower case, without the dot; empty where it has none.
func fileEnding(of path: String) -> String {
    let name = lastPart(of: path)
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
}

/// The last part of a path, slashes at its end left out.
func lastPart(of path: String) -> Substring {
    path.split(separator: "/").last ?? ""
}
