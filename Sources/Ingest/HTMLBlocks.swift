import Model

/// Writes the blocks of HTML inside another document: in Markdown, in a feed.
enum HTMLBlocks {
    /// Writes a fragment's blocks, all of them its article's; the index of its first heading of level 1, where that is no
    /// furniture.
    @discardableResult
    static func write(_ document: HTMLDocument, into writer: inout BlockWriter, base: String?) -> Int? {
        let article = HTMLArticle(document)
        writer.close()
        var top: Int?
        var link = 0
        for part in article.parts where !part.piece.isPicture {
            if top == nil, part.piece.level == 1, !part.isFurniture { top = writer.blocks.count }
            let range = part.piece.range
            let links = article.links(in: range, from: &link, base: base)
            writer.append(
                article.writer.text[range], kind: part.isFurniture ? .furniture : part.piece.kind, links: links)
        }
        return top
    }
}

extension HTMLArticle {
    /// The links in a range of the text; the search goes on after the last one found before.
    func links(in range: Range<Int>, from next: inout Int, base: String?) -> [Link] {
        var found: [Link] = []
        while next < writer.links.count, writer.links[next].range.lowerBound < range.upperBound {
            let link = writer.links[next]
            next += 1
            guard link.range.lowerBound >= range.lowerBound,
                let address = measures.document.value(.href, of: link.node).flatMap({ webAddress($0, base: base) })
            else { continue }
            found.append(Link(link.range, address))
        }
        return found
    }

    /// The text, blocks and links of the article.
    func draft(base: String?) -> Draft {
        var draft = Draft()
        var next = 0
        for part in parts {
            if !draft.text.isEmpty { draft.text += [.newline, .newline] }
            let range = part.piece.range
            let shift = draft.text.count - range.lowerBound
            draft.text += writer.text[range]
            draft.blocks.append(
                Block(
                    range.lowerBound + shift..<range.upperBound + shift, part.isFurniture ? .furniture : part.piece.kind
                ))
            draft.links += links(in: range, from: &next, base: base).map {
                Link($0.range.lowerBound + shift..<$0.range.upperBound + shift, $0.address)
            }
        }
        return draft
    }
}
