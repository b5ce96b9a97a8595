/// Finds text that a page keeps hidden until its scripts have run or the reader asks for it, and that is of its article
/// all the same.
enum HTMLReveal {
    /// The traits of a page's elements, with those shown that open at a button before them, and where what the page
    /// states as its article's body shows twice the text that it would without them.
    static func revealed(_ document: HTMLDocument, _ traits: [HTMLTraits]) -> [HTMLTraits] {
        var result = traits
        open(document, &result)
        var index = 0
        while index < document.nodes.count {
            guard !result[index].isDisjoint(with: [.stated, .body]) else {
                index += 1
                continue
            }
            var (shown, hidden) = texts(of: index, document, result)
            if !result[index].contains(.stated) {
                hidden.removeAll { !HTMLElements.blocks.contains(document.nodes[$0.index].tag) }
            }
            let all = hidden.reduce(0) { $0 + $1.bytes }
            if all > 1000, all > shown * 2 {
                for part in hidden where part.bytes * 20 > all || hidden.count > 10 {
                    result[part.index].remove(.hidden)
                }
            }
            index = max(index + 1, document.end(index))
        }
        return result
    }

    /// Shows the parts of some length that stand right after what opens them.
    private static func open(_ document: HTMLDocument, _ traits: inout [HTMLTraits]) {
        var opener: Int?
        for index in document.nodes.indices {
            if traits[index].contains(.opener) { opener = index }
            guard traits[index].contains(.hidden), let last = opener, index - last < 40,
                !HTMLElements.dropped.contains(document.nodes[index].tag), isBeside(last, index, document)
            else { continue }
            let bytes = document.nodes[index..<max(index, document.end(index))].lazy.filter(\.isText)
                .reduce(0) { $0 + Int($1.stop - $1.source) }
            if bytes > 80 { traits[index].remove(.hidden) }
        }
    }

    /// Whether an element, or one of the few around it, stands beside another.
    private static func isBeside(_ first: Int, _ second: Int, _ document: HTMLDocument) -> Bool {
        let parent = document.parent(second)
        var node = first
        for _ in 0..<4 where node > 0 {
            if document.parent(node) == parent { return true }
            node = document.parent(node)
        }
        return false
    }

    /// How many bytes of text an element shows, and the parts of it that it hides.
    private static func texts(
        of index: Int, _ document: HTMLDocument, _ traits: [HTMLTraits]
    ) -> (shown: Int, hidden: [(index: Int, bytes: Int)]) {
        func bytes(_ index: Int) -> Int {
            document.nodes[index].isText ? Int(document.nodes[index].stop - document.nodes[index].source) : 0
        }
        var shown = 0
        var hidden: [(index: Int, bytes: Int)] = []
        var inner = index + 1
        while inner < document.end(index) {
            guard traits[inner].contains(.hidden) else {
                shown += bytes(inner)
                inner += 1
                continue
            }
            let end = max(inner + 1, document.end(inner))
            if !HTMLElements.dropped.contains(document.nodes[inner].tag) {
                hidden.append((inner, (inner..<end).reduce(0) { $0 + bytes($1) }))
            }
            inner = end
        }
        return (shown, hidden)
    }
}
