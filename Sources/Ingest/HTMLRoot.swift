import Model

/// The parts of a page that hold its article.
///
/// In order: what the page itself calls the body of an article; its heaviest `article`, or `main`, or all of it, and
/// there down to the element in which the running text is spread over several parts. The weight is that of running
/// text outside of furniture.
struct HTMLRoot {
    /// The parts, in order, as ranges of the document's nodes.
    private(set) var ranges: [Range<Int>]

    init(_ measures: HTMLMeasures) {
        let document = measures.document
        let nodes = document.nodes
        let body = nodes.indices.first { nodes[$0].tag == .body } ?? 0
        ranges = nodes.isEmpty ? [] : [body..<document.end(body)]
        let all = measures.good(body)
        guard all > 100 else { return }
        if let stated = HTMLRoot.named(.stated, least: 0.35, of: all, measures)
            ?? HTMLRoot.named(.body, least: 0.5, of: all, measures)
        {
            ranges = stated
            return
        }
        var root = body
        for isCandidate in [
            { (index: Int) in measures.traits[index].contains(.article) && nodes[index].tag != .li },
            { nodes[$0].tag == .main },
        ] {
            let heaviest = nodes.indices.filter { !nodes[$0].isText && isCandidate($0) }
                .max { measures.good($0) < measures.good($1) }
            if let heaviest, measures.good(heaviest) * 2 >= all {
                root = heaviest
                break
            }
        }
        root = HTMLRoot.descend(from: root, measures)
        ranges = [root..<document.end(root)]
    }

    /// The parts that have a trait and hold together at least a share of the good text; of nested ones the inner, where it
    /// holds nearly all of the outer.
    private static func named(_ trait: HTMLTraits, least share: Double, of all: Int, _ measures: HTMLMeasures)
        -> [Range<Int>]?
    {
        let document = measures.document
        var found: [Int] = []
        var index = 0
        while index < document.nodes.count {
            guard !document.nodes[index].isText, measures.traits[index].contains(trait), measures.good(index) > 0,
                !measures.isZone(index), HTMLElements.containers.contains(document.nodes[index].tag)
            else {
                index += 1
                continue
            }
            var best = index
            var inner = index + 1
            while inner < document.end(index) {
                if !document.nodes[inner].isText, measures.traits[inner].contains(trait), inner > best,
                    measures.good(inner) * 20 >= measures.good(best) * 19
                {
                    best = inner
                }
                inner += 1
            }
            found.append(best)
            index = document.end(index)
        }
        let sum = found.reduce(0) { $0 + measures.good($1) }
        guard Double(sum) >= share * Double(all) else { return nil }
        let heaviest = found.max { measures.good($0) < measures.good($1) } ?? 0
        // One part alone, unless others of its kind go on with the text.
        let parts = found.filter { $0 == heaviest || isAlike($0, heaviest, measures) }
        return parts.map { $0..<document.end($0) }
    }

    /// Whether two parts have the same parent or are parts of the same list.
    private static func isAlike(_ first: Int, _ second: Int, _ measures: HTMLMeasures) -> Bool {
        measures.document.parent(first) == measures.document.parent(second)
            || measures.good(first) * 4 >= measures.good(second)
    }

    /// Goes down as long as a single part holds nearly all of the text.
    private static func descend(from start: Int, _ measures: HTMLMeasures) -> Int {
        let document = measures.document
        var root = start
        while true {
            let all = measures.good(root)
            var next: Int?
            var child = root + 1
            while child < document.end(root) {
                if !document.nodes[child].isText, HTMLElements.containers.contains(document.nodes[child].tag),
                    measures.good(child) * 10 >= all * 9
                {
                    next = child
                    break
                }
                child = document.end(child)
            }
            guard let next else { return root }
            root = next
        }
    }
}
