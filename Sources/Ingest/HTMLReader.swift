import Model

/// The draft of an HTML page: the blocks of its article, and the facts that the page states.
func htmlDraft(_ text: [UInt8]) -> Draft {
    var document = HTMLDocument(text)
    if document.hasNoscript, document.text.count < 3000 {
        // What is shown where scripts do not run, on pages that show little else.
        let other = HTMLDocument(text, keepsNoscript: true)
        if other.text.count > document.text.count * 2 + 500 { document = other }
    }
    let metadata = HTMLMetadata(document)
    let body = StatedBody(metadata.linked.body)
    let article = HTMLArticle(document, metadata, body: body)
    var draft = article.draft(base: metadata.address)
    var heading = article.parts.firstIndex { $0.index == article.top }
    if let body, article.running * 3 < body.count, let stated = body.draft() {
        draft = stated
        heading = nil
    }
    draft.facts = HTMLFacts(metadata, article).facts
    draft.facts.title =
        article.top.map { oneLine(article.writer.text[article.writer.pieces[$0].range]) } ?? metadata.title
    draft.settleTitle(top: heading)
    draft.foldHead()
    return draft
}

extension Draft {
    /// Marks what stands above the title as furniture (the section's name, a strip of links), where it is a tenth of
    /// the text or less.
    fileprivate mutating func foldHead() {
        guard let title = blocks.firstIndex(where: { $0.kind == .title }) else { return }
        let above = blocks[..<title].reduce(0) { $0 + $1.range.count }
        guard above * 10 <= text.count else { return }
        for index in 0..<title where text[blocks[index].range].wordCount < 25 { blocks[index].kind = .furniture }
    }
}
