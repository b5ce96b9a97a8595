import Model

/// The facts of a page's article, from its head and from what stands around its title.
///
/// Sources are asked in order of trust; the first that answers wins.
struct HTMLFacts {
    private(set) var facts = Facts()
    let article: HTMLArticle
    let metadata: HTMLMetadata

    init(_ metadata: HTMLMetadata, _ article: HTMLArticle) {
        self.metadata = metadata
        self.article = article
        facts.url = metadata.address
        facts.identifier = metadata.address
        facts.outlet = metadata.outlet
        facts.language = metadata.language
        facts.author = author()
        facts.published = date()
    }

    var measures: HTMLMeasures { article.measures }
    var document: HTMLDocument { article.measures.document }
}

// Looking at the page.
extension HTMLFacts {
    /// What the first element with a trait gives that stands not among other articles.
    func marked<Value>(_ trait: HTMLTraits, _ take: (Int) -> Value?) -> Value? {
        var index = 0
        while index < document.nodes.count {
            if !document.nodes[index].isText, measures.traits[index].contains(trait), !isElsewhere(index),
                let value = take(index)
            {
                return value
            }
            index += 1
        }
        return nil
    }

    /// What the first element with a trait gives wherever it stands, but among comments, other articles and links.
    func markedAnywhere<Value>(_ trait: HTMLTraits, _ take: (Int) -> Value?) -> Value? {
        for index in document.nodes.indices
        where !document.nodes[index].isText && measures.traits[index].contains(trait) && !isAmongComments(index) {
            if document.nodes[index].tag == .nav || document.nodes[index].tag == .footer { continue }
            if let value = take(index) { return value }
        }
        return nil
    }

    /// Whether an element stands among comments, other articles and the like.
    func isElsewhere(_ index: Int) -> Bool {
        var node = index
        var isAside = false
        while node > 0 {
            let traits = measures.traits[node]
            if traits.contains(.comments) { return true }
            if traits.contains(.furniture), measures.isZone(node), traits.isDisjoint(with: [.author, .date]) {
                return true
            }
            let tag = document.nodes[node].tag
            if tag == .nav { return true }
            isAside = isAside || tag == .footer || tag != .header && traits.contains(.surroundings)
            // In an article that is another one, or in the article itself.
            if traits.contains(.article), tag != .body { return !holdsArticle(node) }
            node = document.parent(node)
        }
        return isAside
    }

    func isAmongComments(_ index: Int) -> Bool {
        var node = index
        while node > 0 {
            if measures.traits[node].contains(.comments) { return true }
            if measures.traits[node].contains(.article), document.nodes[node].tag != .body {
                return !holdsArticle(node)
            }
            node = document.parent(node)
        }
        return false
    }

    func holdsArticle(_ node: Int) -> Bool {
        let range = node..<document.end(node)
        return article.parts.contains { !$0.isFurniture && range.contains($0.piece.node) }
            || article.top.map { range.contains(measures.pieces[$0].node) } ?? false
    }

    /// What the first of the pieces around the title gives: those after it, up to the first long paragraph, then those
    /// before it.
    func nearTitle<Value>(_ take: (String) -> Value?) -> Value? {
        for piece in piecesNearTitle {
            if let value = take(String(decoding: article.writer.text[piece.range].prefix(300), as: UTF8.self)) {
                return value
            }
        }
        return nil
    }

    /// The pieces after the title up to the first long paragraph, then those before it, nearest first.
    var piecesNearTitle: [HTMLPiece] {
        guard let top = article.top ?? article.parts.first?.index else { return [] }
        let pieces = article.writer.pieces
        return pieces[top...].prefix(20).prefix { !($0.isProse && $0.words > 30) }
            + pieces[..<top].suffix(6).reversed().filter { !measures.isSurrounding($0.node) }
    }
}
