/// The part of a page that holds its article, and which of its elements are furniture by name.
struct HTMLRoot {
    /// The part as a range of the document's nodes.
    private(set) var range: Range<Int>
    private let document: HTMLDocument
    /// The bytes of text inside each node, dropped parts left out.
    private let weights: [Int]

    /// The article of a document: its heaviest `article`, or `main`, where that holds half of the text; else the body.
    init(_ document: HTMLDocument) {
        self.document = document
        weights = HTMLRoot.weights(of: document)
        let nodes = document.nodes
        let body = nodes.indices.first { nodes[$0].name == "body" } ?? 0
        range = body..<nodes[body].end
        for name in ["article", "main"] {
            let heaviest = nodes.indices.filter { nodes[$0].name == name }.max { weights[$0] < weights[$1] }
            if let heaviest, weights[heaviest] * 2 >= weights[body], weights[heaviest] > 0 {
                range = heaviest..<nodes[heaviest].end
                return
            }
        }
    }

    /// Whether an element is furniture by its name; never one that holds two fifths of the article's text.
    func isFurniture(_ index: Int) -> Bool {
        guard index != range.lowerBound, HTMLElements.isNamedFurniture(document.nodes[index]) else { return false }
        return weights[index] * 5 < weights[range.lowerBound] * 2
    }

    private static func weights(of document: HTMLDocument) -> [Int] {
        var sums = [0]
        sums.reserveCapacity(document.nodes.count + 1)
        var droppedUntil = 0
        for (index, node) in document.nodes.enumerated() {
            if index >= droppedUntil, !node.isText, HTMLElements.isDropped(node, isRoot: false) {
                droppedUntil = node.end
            }
            sums.append(sums[index] + (index >= droppedUntil ? node.text.count : 0))
        }
        return document.nodes.indices.map { sums[document.nodes[$0].end] - sums[$0] }
    }
}
