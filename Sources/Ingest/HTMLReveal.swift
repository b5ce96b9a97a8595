/// Finds text that a page keeps hidden until its scripts have run, and that is its article all the same.
enum HTMLReveal {
    /// The traits of a page's elements, where what the page states as its article's body shows twice the text that it
    /// would without them.
    static func revealed(_ document: HTMLDocument, _ traits: [HTMLTraits]) -> [HTMLTraits] {
        var result = traits
        var index = 0
        while index < document.nodes.count {
            guard traits[index].contains(.stated) else {
                index += 1
                continue
            }
            let (shown, hidden) = texts(of: index, document, traits)
            let all = hidden.reduce(0) { $0 + $1.bytes }
            if all > 1000, all > shown * 2 {
                for part in hidden where part.bytes * 20 > all { result[part.index].remove(.hidden) }
            }
            index = max(index + 1, document.end(index))
        }
        return result
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
