import Model

/// What the elements of a page hold: running text, links, furniture; each in constant time for any element.
struct HTMLMeasures {
    let document: HTMLDocument
    let traits: [HTMLTraits]
    let pieces: [HTMLPiece]
    /// For each node, how many pieces begin before it.
    private var before: [Int32] = []
    private var weights: [Int32] = [0]
    private var goods: [Int32] = [0]
    private var bytes: [Int32] = [0]
    private var linked: [Int32] = [0]
    private var words: [Int32] = [0]
    private var prose: [Int32] = [0]
    private var proseWeights: [Int32] = [0]
    /// For each node, where the furniture that it stands in ends; 0 outside.
    private(set) var zones: [Int32]

    init(document: HTMLDocument, traits: [HTMLTraits], pieces: [HTMLPiece]) {
        self.document = document
        self.traits = traits
        self.pieces = pieces
        zones = [Int32](repeating: 0, count: document.nodes.count)
        before.reserveCapacity(document.nodes.count + 1)
        var next = 0
        for index in 0...document.nodes.count {
            while next < pieces.count, pieces[next].node < index { next += 1 }
            before.append(Int32(next))
        }
        for piece in pieces {
            weights.append(weights[weights.count - 1] + Int32(piece.weight))
            bytes.append(bytes[bytes.count - 1] + Int32(piece.isPicture ? 0 : piece.range.count))
            linked.append(linked[linked.count - 1] + Int32(piece.isPicture ? 0 : piece.linked))
            words.append(words[words.count - 1] + Int32(piece.isPicture ? 0 : piece.words))
            proseWeights.append(proseWeights[proseWeights.count - 1] + (piece.isProse ? Int32(piece.weight) : 0))
            prose.append(prose[prose.count - 1] + (piece.isProse ? 1 : 0))
        }
        findZones()
        for piece in pieces {
            goods.append(goods[goods.count - 1] + (zones[piece.node] > 0 ? 0 : Int32(piece.weight)))
        }
    }

    private func sum(_ table: [Int32], _ index: Int) -> Int {
        Int(table[Int(before[document.end(index)])] - table[Int(before[index])])
    }

    /// The weight of an element's text.
    func weight(_ index: Int) -> Int { sum(weights, index) }
    /// The weight of its text outside of furniture.
    func good(_ index: Int) -> Int { sum(goods, index) }
    /// The length of its text, and of the links in it.
    func bytes(_ index: Int) -> Int { sum(bytes, index) }
    func linked(_ index: Int) -> Int { sum(linked, index) }
    func words(_ index: Int) -> Int { sum(words, index) }
    private func proseWeight(_ index: Int) -> Int { sum(proseWeights, index) }
    /// How many pieces of running text it has.
    func prose(_ index: Int) -> Int { sum(prose, index) }
    func pieces(_ index: Int) -> Range<Int> { Int(before[index])..<Int(before[document.end(index)]) }

    /// Whether an element is furniture or in it.
    func isZone(_ index: Int) -> Bool { zones[index] > 0 }

    /// Whether a node stands in navigation, in the page's foot or among comments.
    func isSurrounding(_ index: Int) -> Bool {
        var node = index
        while node > 0 {
            if !traits[node].isDisjoint(with: [.surroundings, .comments]) { return true }
            node = document.parent(node)
        }
        return false
    }

    /// Whether a node stands in an element that is an article.
    func isInArticle(_ index: Int) -> Bool {
        var node = index
        while node > 0 {
            if traits[node].contains(.article), document.nodes[node].tag != .body { return true }
            node = document.parent(node)
        }
        return false
    }

    /// Finds the elements that are furniture by their names; never one that holds two fifths of the page's text.
    private mutating func findZones() {
        guard !document.nodes.isEmpty else { return }
        let all = weight(0)
        var found: [Int] = []
        var index = 0
        while index < document.nodes.count {
            if document.nodes[index].tag == .pre {
                // The words of highlighted code mean other things.
                index = max(index + 1, document.end(index))
                continue
            }
            guard !document.nodes[index].isText, isFurniture(index, all) else {
                index += 1
                continue
            }
            mark(index)
            found.append(index)
            index = document.end(index)
        }
        release(found, all)
    }

    /// Takes the heaviest element back where its name would make furniture of more text than is left.
    private mutating func release(_ found: [Int], _ all: Int) {
        let candidates = found.filter {
            traits[$0].isDisjoint(with: [.surroundings, .comments, .caption]) && prose($0) > 1
        }
        let left = proseWeight(0) - found.reduce(0) { $0 + proseWeight($1) }
        guard let heaviest = candidates.max(by: { proseWeight($0) < proseWeight($1) }), proseWeight(heaviest) > left
        else {
            return
        }
        for node in heaviest..<document.end(heaviest) { zones[node] = 0 }
        var index = heaviest + 1
        while index < document.end(heaviest) {
            guard !document.nodes[index].isText, isFurniture(index, weight(heaviest)) else {
                index += 1
                continue
            }
            mark(index)
            index = document.end(index)
        }
    }

    /// Marks an element and all in it as furniture.
    mutating func mark(_ index: Int) {
        for node in index..<document.end(index) { zones[node] = Int32(document.end(index)) }
    }

    private func isFurniture(_ index: Int, _ all: Int) -> Bool {
        let traits = traits[index]
        guard !traits.isDisjoint(with: [.furniture, .surroundings, .comments, .label, .caption]) else { return false }
        let tag = document.nodes[index].tag
        guard tag != .html, tag != .body, tag != .main, tag != .head, !traits.contains(.stated) else { return false }
        let share = weight(index)
        if traits.contains(.comments) {
            // Comments may outweigh what they are on; without it they are the page.
            return share * 5 < all * 2 || proseWeight(0) - proseWeight(index) > 800 && tag != .article
        }
        if traits.contains(.surroundings) {
            // A foot may outweigh a short article above it.
            return share * 5 < all * 2
                || tag == .footer && proseWeight(index) * 2 < proseWeight(0) - proseWeight(index)
        }
        if HTMLElements.headings.contains(tag) { return false }
        if traits.contains(.furniture) { return share * 5 < all * 2 }
        if traits.contains(.caption) { return (tag == .figcaption || words(index) > 3) && share * 5 < all }
        // Bylines, and a few words on who wrote it.
        return words(index) <= 40 && prose(index) == 0
            || traits.contains(.author) && words(index) <= 90 && share * 8 < all
    }
}
