import CGumbo
import Glibc

/// A page as a flat list of its elements and texts in document order, read by gumbo by the rules of HTML 5.
///
/// A flat list can be walked without recursion, however deep the page is nested.
struct HTMLDocument {
    /// An element or a text.
    struct Node {
        /// The element's name in lower case; empty for a text.
        var name = ""
        /// The element's attributes that matter to a reader.
        var attributes: [String: String] = [:]
        /// The text; empty for an element.
        var text: [UInt8] = []
        /// The index after its last descendant.
        var end = 0

        var isText: Bool { name.isEmpty }
    }

    private(set) var nodes: [Node] = []

    /// Parses a page or a fragment; any bytes give some document.
    init(_ bytes: [UInt8]) {
        var options = HTMLDocument.makeOptions()
        let page = HTMLScan.prepared(bytes)
        page.withUnsafeBytes { buffer in
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
                let output = gumbo_parse_with_options(&options, start, buffer.count)
            else { return }
            flatten(output.pointee.root)
            gumbo_destroy_output(&options, output)
        }
    }

    /// The attributes that are kept.
    fileprivate static let attributes: Set<String> = [
        "class", "id", "role", "href", "content", "name", "property", "itemprop", "rel", "lang", "datetime", "hidden",
        "aria-hidden", "style",
    ]

    private static func makeOptions() -> GumboOptions {
        GumboOptions(
            allocator: { _, size in malloc(size) }, deallocator: { _, pointer in free(pointer) }, userdata: nil,
            tab_stop: 8, stop_on_first_error: false, max_errors: 0, fragment_context: GUMBO_TAG_LAST,
            fragment_namespace: GUMBO_NAMESPACE_HTML)
    }

    private mutating func flatten(_ root: UnsafeMutablePointer<GumboNode>?) {
        guard let root else { return }
        var open: [(node: UnsafeMutablePointer<GumboNode>, next: Int, index: Int)] = []
        enter(root, &open)
        while let top = open.last {
            let children = top.node.pointee.v.element.children
            guard top.next < Int(children.length) else {
                nodes[top.index].end = nodes.count
                open.removeLast()
                continue
            }
            open[open.count - 1].next += 1
            if let child = children.data[top.next]?.assumingMemoryBound(to: GumboNode.self) { enter(child, &open) }
        }
    }

    private mutating func enter(
        _ node: UnsafeMutablePointer<GumboNode>,
        _ open: inout [(node: UnsafeMutablePointer<GumboNode>, next: Int, index: Int)]
    ) {
        switch node.pointee.type {
        case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
            open.append((node, 0, nodes.count))
            nodes.append(Node(element: node.pointee.v.element))
        case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
            guard let text = node.pointee.v.text.text else { return }
            nodes.append(
                Node(text: Array(UnsafeRawBufferPointer(start: text, count: strlen(text))), end: nodes.count + 1))
        default: break
        }
    }
}

extension HTMLDocument.Node {
    fileprivate init(element: GumboElement) {
        let tag = String(cString: gumbo_normalized_tagname(element.tag))
        name = tag.isEmpty ? "unknown" : tag
        for index in 0..<Int(element.attributes.length) {
            guard let attribute = element.attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee,
                let key = attribute.name.map({ String(cString: $0) }), HTMLDocument.attributes.contains(key)
            else { continue }
            attributes[key] = attribute.value.map { String(cString: $0) } ?? ""
        }
    }
}
