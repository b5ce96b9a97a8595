import CXML

/// The elements inside an element of a feed, as HTML again.
enum XMLMarkup {
    /// The markup inside an element; `hasHTML`: whether text that looks like HTML is HTML.
    static func written(_ tree: XMLTree, _ index: Int, hasHTML: Bool = false) -> [UInt8] {
        var html: [UInt8] = []
        var open: [(end: Int, name: String)] = []
        let last = Int(tree.nodes[index].end)
        for node in index + 1..<last {
            while let top = open.last, top.end <= node {
                html += "</\(top.name)>".utf8
                open.removeLast()
            }
            guard let name = tree.name(of: node)?.local else {
                let text = tree.text(node)
                if hasHTML, text.contains(UInt8(ascii: "<")), FeedText.looksLikeHTML(Array(text)) {
                    html += text
                } else {
                    append(text, to: &html)
                }
                continue
            }
            html += "<\(name)".utf8
            for attribute in tree.attributes(of: node) {
                let number = Int(attribute.name)
                guard number < tree.names.count, tree.names[number].prefix.isEmpty else { continue }
                html += " \(tree.names[number].local)=\"".utf8
                append(tree.slice(attribute.value), to: &html)
                html.append(UInt8(ascii: "\""))
            }
            html.append(UInt8(ascii: ">"))
            if Int(tree.nodes[node].end) > node + 1 || FragmentTag(Array(name.utf8)[...])?.isVoid != true {
                open.append((Int(tree.nodes[node].end), name))
            }
        }
        for top in open.reversed() { html += "</\(top.name)>".utf8 }
        return html
    }

    /// Adds text so that HTML reads it as text.
    private static func append(_ text: ArraySlice<UInt8>, to html: inout [UInt8]) {
        for byte in text {
            switch byte {
            case UInt8(ascii: "<"): html += "&lt;".utf8
            case UInt8(ascii: "&"): html += "&amp;".utf8
            case UInt8(ascii: "\""): html += "&quot;".utf8
            default: html.append(byte)
            }
        }
    }
}
