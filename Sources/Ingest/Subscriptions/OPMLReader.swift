import CXML

/// Reads OPML 1.0 and 2.0 (opml.org), broken ones too.
struct OPMLReader {
    private let tree: XMLTree
    private var list = SubscriptionList()
    private var places: [String: Int] = [:]

    /// The list in a decoded text.
    static func list(in text: [UInt8]) throws(IngestError) -> SubscriptionList {
        var reader = OPMLReader(tree: try XMLTree(text))
        guard reader.tree.names.contains(where: { ["opml", "outline"].contains($0.local) }) else {
            throw .unsupported("XML that is no OPML")
        }
        reader.run()
        return reader.list
    }

    private init(tree: XMLTree) {
        self.tree = tree
    }

    private mutating func run() {
        var open: [(end: Int, folder: String?)] = []
        for index in tree.nodes.indices {
            while let last = open.last, last.end <= index { open.removeLast() }
            switch tree.name(of: index)?.local {
            case "outline":
                let folders = open.compactMap(\.folder)
                open.append((Int(tree.nodes[index].end), take(index, in: folders)))
            case "title" where list.title == nil: list.title = tree.line(of: index)
            default: continue
            }
        }
        if let problem = tree.problem { list.skipped.append("the list is not whole: \(problem)") }
    }

    /// Takes an outline; the name of the folder that it is, `nil` where it is a feed.
    private mutating func take(_ index: Int, in folders: [String]) -> String? {
        let title = (line("title", of: index) ?? line("text", of: index)).map { ShortText.cut($0, to: ShortText.name) }
        let stated = line("xmlurl", of: index) ?? line("feedurl", of: index) ?? addressOfFeed(index)
        guard let stated else {
            let isFolder = Int(tree.nodes[index].end) > index + 1 || line("url", of: index) == nil && title != nil
            if !isFolder { list.skipped.append("“\(title ?? "an outline without a title")” has no address of a feed") }
            return isFolder ? title : nil
        }
        guard let address = SubscriptionList.feedAddress(stated) else {
            list.skipped.append("“\((title ?? stated).prefix(200))” has no address of the web: \(stated.prefix(200))")
            return nil
        }
        var tags = folders.isEmpty ? [] : [folders.joined(separator: "/")]
        for tag in categories(of: index) where !tags.contains(tag) { tags.append(tag) }
        let subscription = Subscription(
            address: address, title: title == stated ? nil : title,
            site: line("htmlurl", of: index).flatMap { webAddress($0, base: nil) }, tags: tags)
        list.add(subscription, places: &places)
        return nil
    }

    /// The address of an outline that is a feed by its type and has no other place for it.
    private func addressOfFeed(_ index: Int) -> String? {
        guard let type = line("type", of: index)?.lowercased(), ["rss", "atom", "feed", "rdf"].contains(type) else {
            return nil
        }
        return line("url", of: index)
    }

    /// The categories of an outline: a list with commas, each a path with slashes.
    private func categories(of index: Int) -> [String] {
        (line("category", of: index) ?? "").split(separator: ",").compactMap { part in
            let names = part.split(separator: "/").map { oneLine($0.utf8) }.filter { !$0.isEmpty }
            return names.isEmpty ? nil : names.joined(separator: "/")
        }
    }

    /// The value of an attribute in one line; `nil` where it is blank.
    private func line(_ name: String, of index: Int) -> String? {
        tree.attribute(name, of: index).map { oneLine($0.utf8) }.flatMap { $0.isEmpty ? nil : $0 }
    }
}
