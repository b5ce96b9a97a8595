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
            if let heaviest, Double(measures.good(heaviest)) >= Double(all) * 0.5 {
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
        // Several parts of some weight are one article, with all that stands between them.
        let heavy = found.filter { measures.good($0) * 8 >= measures.good(heaviest) && measures.prose($0) > 0 }
        let common = heavy.reduce(heaviest) { ancestor($0, $1, document) }
        // Where much else stands between them too, they alone.
        if measures.good(common) * 8 > heavy.reduce(0, { $0 + measures.good($1) }) * 10 {
            return heavy.map { $0..<document.end($0) }
        }
        return [common..<document.end(common)]
    }

    /// The innermost part that holds the pieces that the page states as its article's, where the parts that were found
    /// miss a third of them.
    static func holding(_ stated: Set<Int>, rather ranges: [Range<Int>], _ measures: HTMLMeasures) -> Range<Int>? {
        guard stated.count > 1 else { return nil }
        func weight(_ index: Int) -> Int { measures.pieces[index].range.count }
        let all = stated.reduce(0) { $0 + weight($1) }
        let held = stated.filter { index in ranges.contains { $0.contains(measures.pieces[index].node) } }
        guard held.reduce(0, { $0 + weight($1) }) * 3 < all * 2 else { return nil }
        let document = measures.document
        let nodes = stated.map { measures.pieces[$0].node }
        guard let first = nodes.min(), let last = nodes.max() else { return nil }
        let common = ancestor(document.parent(first), last, document)
        return common..<document.end(common)
    }

    /// The innermost element that holds two others.
    private static func ancestor(_ first: Int, _ second: Int, _ document: HTMLDocument) -> Int {
        var node = first
        while node > 0, !(node...document.end(node) - 1).contains(second) { node = document.parent(node) }
        return node
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
                    Double(measures.good(child)) >= Double(all) * 0.9
                {
                    next = child
                    break
                }
                child = document.end(child)
            }
            // A table may outweigh the only sentences of a page.
            guard let next, measures.prose(next) > 0 || measures.prose(root) == 0 else { return root }
            root = next
        }
    }
}
