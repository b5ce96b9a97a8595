import Model

/// The draft of an HTML page: the blocks of its article, and the facts that the page states.
func htmlDraft(_ text: [UInt8]) -> Draft {
    let document = HTMLDocument(text)
    let metadata = HTMLMetadata(document)
    let article = HTMLArticle(document)
    var draft = article.draft(base: metadata.facts.url)
    draft.facts = metadata.facts
    let top = article.parts.firstIndex { $0.piece.level == 1 && !$0.isFurniture }
    let heading = draft.titleHeading(top: top, stated: metadata.title, outlet: metadata.facts.outlet)
    draft.facts.title = heading.map { oneLine(draft.text[draft.blocks[$0].range]) } ?? metadata.title
    draft.settleTitle(top: heading)
    draft.foldHead()
    return draft
}

extension Draft {
    /// The heading that is the title: the one that says what the metadata state as title, or else the first of level 1,
    /// unless it is the outlet's name, which many sites set so.
    fileprivate func titleHeading(top: Int?, stated: String?, outlet: String?) -> Int? {
        func line(_ index: Int) -> String { oneLine(text[blocks[index].range]) }
        if let stated {
            if let top, Draft.isSame(line(top), stated) { return top }
            let same = blocks.indices.first { blocks[$0].kind == .heading && Draft.isSame(line($0), stated) }
            if let same { return same }
        }
        return top.flatMap { line($0) == outlet ? nil : $0 }
    }

    /// Marks what stands above the title as furniture (the section's name, a strip of links), where it is a tenth of
    /// the text or less.
    fileprivate mutating func foldHead() {
        guard let title = blocks.firstIndex(where: { $0.kind == .title }) else { return }
        let above = blocks[..<title].reduce(0) { $0 + $1.range.count }
        guard above * 10 <= text.count else { return }
        for index in 0..<title { blocks[index].kind = .furniture }
    }
}
