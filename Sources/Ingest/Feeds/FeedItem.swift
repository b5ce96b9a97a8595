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

    /// The article.
    ///
    /// - `given`: what the feed says of all its articles.
    func article(file: String, index: Int, given: Facts) -> ParsedArticle {
        var (draft, isWhole) = self.draft
        let known = facts.filled(from: given)
        var stated = takeBylines(from: &draft.blocks, in: draft.text, known: known)
        draft.blocks = Furniture.marked(draft.blocks, in: draft.text)
        stated.language = stated.language ?? LanguageGuess.language(of: Array(draft.text.prefix(2000)))
        let text = String(decoding: draft.text, as: UTF8.self)
        let name = draft.facts.title ?? draft.headline ?? stated.url ?? "Untitled"
        return ParsedArticle(
            file: file, index: index, identifier: stated.identifier ?? stated.url ?? fingerprint(draft), title: name,
            url: stated.url, author: stated.author, published: stated.published, language: stated.language,
            outlet: stated.outlet, text: text, blocks: draft.blocks, links: draft.links,
            isSummary: !isWhole && FeedItem.isShort(draft)
        ).withShortNames
    }

    /// The title and the text as blocks, and whether the text is what the feed gives as the whole.
    private var draft: (draft: Draft, isWhole: Bool) {
        let title = title?.line
        var writer = BlockWriter()
        if let title {
            writer.open(.title)
            if title.utf8.count >= 1 << 20 { writer.reserve(title.utf8.count) }
            writer.add(title.utf8)
            writer.close()
        }
        let isWhole = write(into: &writer)
        var draft = Draft(text: writer.text, blocks: writer.blocks, links: writer.links)
        let kept = title.map { ShortText.cut($0, to: ShortText.title) }
        draft.facts.title = kept
        guard let title, draft.blocks.count > 1, draft.blocks[1].kind == .heading,
            Draft.isSame(oneLine(draft.text[draft.blocks[1].range]), title)
        else { return (draft, isWhole) }
        // The text brings its own title.
        writer = BlockWriter()
        _ = write(into: &writer)
        draft = Draft(text: writer.text, blocks: writer.blocks, links: writer.links)
        draft.facts.title = title
        draft.settleTitle(top: 0)
        draft.facts.title = kept
        return (draft, isWhole)
    }

    /// Writes the whole text or, where that is missing or has no words, the longest of those that stand for it; whether it
    /// is the whole.
    private func write(into writer: inout BlockWriter) -> Bool {
        let before = writer.blocks.count
        for text in [content].compactMap({ $0 }) + summaries.sorted(by: { $0.bytes.count > $1.bytes.count }) {
            guard !text.isBlank else { continue }
            var text = text
            text.base = text.base ?? facts.url ?? base
            text.write(into: &writer)
            if writer.blocks.count > before { return text.bytes == content?.bytes }
        }
        return false
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
