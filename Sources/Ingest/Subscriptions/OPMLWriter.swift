/// Writes OPML 2.0 (opml.org).
public enum OPML {
    /// A list of feeds as an OPML file.
    ///
    /// A feed stands in the folder of its first tag, a tag with `/` in nested folders; its other tags are its `category`, so
    /// that reading the file again gives the same titles and tags.
    public static func text(of subscriptions: [Subscription], title: String) -> String {
        var root = Folder()
        for subscription in subscriptions {
            // A category cannot have a comma: the feed is written once more, in that folder.
            let categories = subscription.tags.dropFirst().filter { !$0.contains(",") }
            let line = outline(subscription, categories: categories)
            root.add(line, in: path(of: subscription.tags.first))
            for tag in subscription.tags.dropFirst() where tag.contains(",") {
                root.add(outline(subscription, categories: []), in: path(of: tag))
            }
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
            <head><title>\(escaped(title))</title></head>
            <body>
            \(root.lines(depth: 0).joined(separator: "\n"))
            </body>
            </opml>

            """
    }

    private static func path(of tag: String?) -> [String] {
        (tag ?? "").split(separator: "/", maxSplits: 31).map(String.init)
    }

    private static func outline(_ subscription: Subscription, categories: [String]) -> String {
        let title = escaped(subscription.title ?? subscription.address)
        var line =
            "<outline type=\"rss\" text=\"\(title)\" title=\"\(title)\" xmlUrl=\"\(escaped(subscription.address))\""
        if let site = subscription.site { line += " htmlUrl=\"\(escaped(site))\"" }
        if !categories.isEmpty {
            line += " category=\"\(escaped(categories.map { "/" + $0 }.joined(separator: ",")))\""
        }
        return line + "/>"
    }

    /// Whether a scalar hides or turns text, or ends a line.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0xAD else { return false }
        switch scalar.properties.generalCategory {
        case .format, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// A text as an attribute's value: marks and what cannot be seen escaped, line ends as spaces, control characters left
    /// out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\t", "\r": result += " "
            default:
                guard let sound = XMLCleaning.scalar(scalar.value) else { continue }
                if isHidden(sound) {
                    result += "&#x" + String(sound.value, radix: 16) + ";"
                } else {
                    result.unicodeScalars.append(sound)
                }
            }
        }
        return result
    }

    /// Feeds and folders in the order of their coming.
    private struct Folder {
        private var entries: [(name: String, line: String?)] = []
        private var folders: [String: Folder] = [:]

        mutating func add(_ line: String, in path: [String]) {
            guard let name = path.first else { return entries.append(("", line)) }
            if folders[name] == nil { entries.append((name, nil)) }
            folders[name, default: Folder()].add(line, in: Array(path.dropFirst()))
        }

        func lines(depth: Int) -> [String] {
            let margin = String(repeating: "  ", count: depth)
            return entries.flatMap { entry -> [String] in
                if let line = entry.line { return [margin + line] }
                let inner = folders[entry.name]?.lines(depth: depth + 1) ?? []
                let name = OPML.escaped(entry.name)
                return ["\(margin)<outline text=\"\(name)\" title=\"\(name)\">"] + inner + ["\(margin)</outline>"]
            }
        }
    }
}
