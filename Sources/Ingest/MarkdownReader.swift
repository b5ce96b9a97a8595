/// The draft of a Markdown text (CommonMark with GitHub's tables, strikethrough and bare links, read by cmark-gfm).
///
/// The front matter's facts count. The first heading of level 1 is the title block, or else the front matter's title,
/// put first. Links give their text, images their alternative text, tables a paragraph a row, raw HTML its text.
///
/// A text of more than 4 MB is read as plain: each `w` may begin a link, and costs a hundred bytes.
func markdownDraft(_ text: [UInt8]) -> Draft {
    guard text.count <= 4 << 20 else { return textDraft(text) }
    let matter = FrontMatter(of: text)
    let facts = matter?.facts ?? Facts()
    var walk = MarkdownWalk(base: facts.url)
    visitMarkdown(Array(text[(matter?.end ?? 0)...])) { walk.take($0, entering: $1) }
    return walk.draft(facts)
}
