import Model

/// What a format's reader makes of a file: the common shape that is completed to an article.
///
/// A reader gives text and blocks, and the facts that the file states; what is missing (a title, the language,
/// furniture) is found in the text afterwards, alike for every format.
struct Draft {
    /// The text as UTF-8, with `\n` as line end.
    var text: [UInt8] = []
    /// The pieces of `text` in order.
    var blocks: [Block] = []
    /// The links of `text` in order.
    var links: [Link] = []
    /// What the file says of the article.
    var facts = Facts()
}

/// What a file says of its article in so many words: in front matter, metadata, or a line under the title.
struct Facts: Equatable {
    var identifier: String?
    var title: String?
    var url: String?
    var author: String?
    var published: Timestamp?
    var language: Language?
    var outlet: String?

    /// These facts, with the gaps filled from others.
    func filled(from other: Facts) -> Facts {
        Facts(
            identifier: identifier ?? other.identifier, title: title ?? other.title, url: url ?? other.url,
            author: author ?? other.author, published: published ?? other.published,
            language: language ?? other.language, outlet: outlet ?? other.outlet)
    }
}

extension Draft {
    /// Makes the first heading of a level that documents have once the title block, or puts a block with the stated
    /// title first.
    ///
    /// - `top`: the index of that heading; where a title is stated too, the heading must say the same, or else it is
    ///   one of the sections.
    mutating func settleTitle(top: Int?) {
        guard let stated = facts.title else {
            if let top { blocks[top].kind = .title }
            return
        }
        if let top, Draft.isSame(oneLine(text[blocks[top].range]), stated) {
            blocks[top].kind = .title
        } else {
            putTitle(stated)
        }
    }

    /// Whether two titles say the same, case, accents and an outlet's name at the end of one left aside.
    static func isSame(_ first: String, _ second: String) -> Bool {
        let first = Folding.fold(first)
        let second = Folding.fold(second)
        return !first.isEmpty && !second.isEmpty && (first.hasPrefix(second) || second.hasPrefix(first))
    }

    /// Puts a title block before the others.
    private mutating func putTitle(_ title: String) {
        let title = Array(oneLine(title.utf8).utf8)
        guard !title.isEmpty else { return }
        let shift = text.isEmpty ? title.count : title.count + 2
        text.insert(contentsOf: text.isEmpty ? title : title + [.newline, .newline], at: 0)
        blocks =
            [Block(0..<title.count, .title)]
            + blocks.map {
                Block($0.range.lowerBound + shift..<$0.range.upperBound + shift, $0.kind)
            }
        links = links.map { Link($0.range.lowerBound + shift..<$0.range.upperBound + shift, $0.address) }
    }
}
