/// The draft of a Markdown text (CommonMark with GitHub's tables, strikethrough and bare links, read by cmark-gfm).
///
/// The front matter's facts count. The first heading of level 1 is the title block, or else the front matter's title,
/// put first. Links give their text, images their alternative text, tables a paragraph a row, raw HTML its text.
func markdownDraft(_ text: [UInt8]) -> Draft {
    let matter = FrontMatter(of: text)
    let facts = matter?.facts ?? Facts()
    var walk = MarkdownWalk(base: facts.url)
    visitMarkdown(Array(text[(matter?.end ?? 0)...])) { walk.take($0, entering: $1) }
    return walk.draft(facts)
}
