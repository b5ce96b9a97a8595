import Model

/// An article of a feed as the feed states it, in whichever format, before it is made a `ParsedArticle`.
struct FeedItem {
    /// What the feed says in so many words; the title left out.
    var facts = Facts()
    var title: FeedText?
    /// The whole text.
    var content: FeedText?
    /// What stands for it: descriptions and summaries.
    var summaries: [FeedText] = []
    /// The address against which links without a base of their own are resolved.
    var base: String?

    /// Its text: the whole one, or else the longest of the others.
    private var body: FeedText? {
        if let content, !content.isBlank { return content }
        return summaries.filter { !$0.isBlank }.max { $0.bytes.count < $1.bytes.count }
    }

    /// The article.
    ///
    /// - `given`: what the feed says of all its articles.
    func article(file: String, index: Int, given: Facts) -> ParsedArticle {
        let isWhole = content.map { !$0.isBlank } ?? false
        var draft = self.draft
        let known = facts.filled(from: given)
        var stated = takeBylines(from: &draft.blocks, in: draft.text, known: known)
        draft.blocks = Furniture.marked(draft.blocks, in: draft.text)
        stated.language = stated.language ?? LanguageGuess.language(of: Array(draft.text.prefix(2000)))
        let text = String(decoding: draft.text, as: UTF8.self)
        let name = draft.facts.title ?? draft.headline ?? stated.url ?? stated.identifier ?? "Untitled"
        return ParsedArticle(
            file: file, index: index, identifier: stated.identifier ?? stated.url ?? fingerprint(draft), title: name,
            url: stated.url, author: stated.author, published: stated.published, language: stated.language,
            outlet: stated.outlet, text: text, blocks: draft.blocks, links: draft.links,
            isSummary: !isWhole && FeedItem.isShort(draft))
    }

    /// The title and the text as blocks.
    private var draft: Draft {
        let title = title?.line
        var writer = BlockWriter()
        if let title {
            writer.open(.title)
            writer.add(title.utf8)
        }
        write(into: &writer)
        var draft = Draft(text: writer.text, blocks: writer.blocks, links: writer.links)
        draft.facts.title = title
        guard let title, draft.blocks.count > 1, draft.blocks[1].kind == .heading,
            Draft.isSame(oneLine(draft.text[draft.blocks[1].range]), title)
        else { return draft }
        // The text brings its own title.
        writer = BlockWriter()
        write(into: &writer)
        draft = Draft(text: writer.text, blocks: writer.blocks, links: writer.links)
        draft.facts.title = title
        draft.settleTitle(top: 0)
        return draft
    }

    private func write(into writer: inout BlockWriter) {
        guard var body else { return }
        body.base = body.base ?? facts.url ?? base
        body.write(into: &writer)
    }

    /// What an article without an identifier and address is known by again.
    private func fingerprint(_ draft: Draft) -> String {
        var print = Fingerprint()
        print.add(draft.text)
        return "rassegna:" + String(UInt64(bitPattern: print.value), radix: 16)
    }

    /// Whether a text that the feed does not call whole is short or breaks off.
    private static func isShort(_ draft: Draft) -> Bool {
        let body = draft.blocks.filter { $0.kind != .title }
        let count = body.reduce(0) { $0 + $1.range.count }
        if count < 1500 { return true }
        guard let last = body.last else { return true }
        let end = draft.text[last.range].suffix(24)
        return ["…", "...", "[…]", "[...]"].contains { end.reversed().starts(with: $0.utf8.reversed()) }
    }
}

extension Draft {
    /// A title made of the text's first sentence; `nil` where there is no text.
    var headline: String? {
        guard let first = blocks.first(where: { $0.kind == .paragraph }) ?? blocks.first else { return nil }
        let line = beginning(of: text[first.range])
        return line.isEmpty ? nil : line
    }
}
