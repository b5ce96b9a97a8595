import Model

/// The draft of an HTML page: the blocks of its article, and the facts that the page states.
func htmlDraft(_ text: [UInt8]) -> Draft {
    var document = HTMLDocument(text)
    if document.hasLateParts, let whole = HTMLStream.assembled(text) { document = HTMLDocument(whole) }
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
    if let body = article.lacks(body) ? body : article.missing(document), let stated = body.draft() {
        draft = stated
        heading = nil
    }
    draft.facts = HTMLFacts(metadata, article).facts
    let shown = article.top.map { oneLine(article.writer.text[article.writer.pieces[$0].range]) }
    draft.facts.title = shown ?? metadata.title
    draft.settleTitle(top: heading)
    if let shown {
        draft.facts.title = HTMLTitle.words(of: shown, stated: metadata.ownTitles, outlet: metadata.outlet)
    }
    draft.foldHead()
    draft.foldAuthors()
    return draft
}

extension HTMLArticle {
    /// Whether the article has not a third of a text.
    fileprivate func lacks(_ body: StatedBody?) -> Bool {
        body.map { running * 3 < $0.count } ?? false
    }

    /// The text that the page gives its scripts, where little else is shown and what is shown is in it.
    fileprivate func missing(_ document: HTMLDocument) -> StatedBody? {
        guard running < 250, !document.states.isEmpty, let body = StatedBody(StateText.longest(in: document)),
            lacks(body)
        else { return nil }
        let isSame = parts.contains { part in
            guard part.piece.isProse else { return false }
            let matches = body.matches(writer.text[part.piece.range])
            return matches.of > 4 && matches.found * 10 >= matches.of * 8
        }
        return isSame || running == 0 ? body : nil
    }
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
