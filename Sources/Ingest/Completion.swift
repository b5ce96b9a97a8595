import Model

/// The article of a draft: what the file does not state is found in its text or taken from what is `given`.
func completed(_ draft: Draft, file: String, given: Facts) throws(IngestError) -> ParsedArticle {
    guard draft.blocks.contains(where: { draft.text[$0.range].contains { $0.isLetter || $0.isDigit || $0 > 0x7F } })
    else { throw .noArticle }
    var blocks = draft.blocks
    let facts = takeBylines(from: &blocks, in: draft.text, known: draft.facts).filled(from: given)
    blocks = Furniture.marked(blocks, in: draft.text)
    let text = String(decoding: draft.text, as: UTF8.self)
    return ParsedArticle(
        file: file, identifier: facts.identifier, title: title(of: draft, blocks: blocks, stated: facts.title),
        url: facts.url, author: facts.author, published: facts.published,
        language: facts.language ?? LanguageGuess.language(of: draft.text), outlet: facts.outlet,
        text: text, blocks: blocks, links: draft.links
    ).withShortNames
}

/// The title that a file states, or that of its title block, or else one made from its first sentence.
private func title(of draft: Draft, blocks: [Block], stated: String?) -> String {
    if let stated { return stated }
    if let block = blocks.first(where: { $0.kind == .title }) {
        return oneLine(draft.text[block.range])
    }
    let body = blocks.first { $0.kind == .paragraph } ?? blocks.first { $0.kind != .furniture } ?? blocks[0]
    return beginning(of: draft.text[body.range])
}

/// A title made from the beginning of a text: its first sentence, or as many words as fit in 100 letters and `…`.
func beginning(of text: ArraySlice<UInt8>) -> String {
    let line = oneLine(text.prefix(800))
    var taken = ""
    var count = 0
    for word in line.split(separator: " ") {
        count += word.unicodeScalars.count + 1
        guard count <= 100 else { return taken.isEmpty ? String(word.prefix(100)) + "…" : taken + "…" }
        taken += taken.isEmpty ? word : " " + word
        if endsSentence(word) { break }
    }
    let isStopped = taken.hasSuffix(".") && taken.split(separator: " ").last?.dropLast().contains(".") == false
    return isStopped ? String(taken.dropLast()) : taken
}

/// Whether a word ends a sentence: a stop after more than an initial or a short abbreviation (`S.p.A.`, `Mr.`).
private func endsSentence(_ word: Substring) -> Bool {
    if word.hasSuffix("?") || word.hasSuffix("!") { return true }
    return word.hasSuffix(".") && word.utf8.count > 4 && !word.dropLast().contains(".")
}

/// A text with its runs of blanks and line ends as single spaces.
func oneLine(_ text: some Collection<UInt8>) -> String {
    var line: [UInt8] = []
    line.reserveCapacity(text.count)
    var needsSpace = false
    for byte in text {
        if byte.isBlank || byte == .newline {
            needsSpace = !line.isEmpty
        } else {
            if needsSpace { line.append(.space) }
            line.append(byte)
            needsSpace = false
        }
    }
    return String(decoding: line, as: UTF8.self)
}
