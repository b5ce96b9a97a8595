import Ingest
import Library
import Model
import Testing

@testable import rassegna

/// Articles as Markdown.
struct ArticleMarkdownTests {
    /// An article of blocks, joined as readers join them.
    private func article(_ pieces: [(Block.Kind, String)], link: String? = nil) -> Article {
        var text = ""
        var blocks: [Block] = []
        for (kind, piece) in pieces {
            if !text.isEmpty { text += "\n\n" }
            blocks.append(Block(text.utf8.count..<text.utf8.count + piece.utf8.count, kind))
            text += piece
        }
        let row = ArticleRow(id: 7, slot: 1, title: pieces[0].1, published: Timestamp(seconds: 1_795_000_000))
        var links: [Link] = []
        if let link, let range = text.utf8.firstRange(of: link.utf8) {
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            links = [Link(start..<start + link.utf8.count, "https://a.example/x_(y)_z")]
        }
        return Article(row: row, text: text, blocks: blocks, links: links)
    }

    @Test(arguments: [
        "1. L'anno in cui tutto cambia", "- non un elenco", "# non un titolo", "> né una citazione",
        "*stelle* e _righe_",
        "<b>marcato</b> &amp; altro", "`codice` [link](https://a.example) ![immagine]", "=====", "a | b | c", "~~via~~",
        "2026) fatto", "+39 02 1234", "C:\\dati\\nuovi", "---", "***", "snake_case e 5 * 3 * 2", "~~~", "#hashtag",
    ]) func `what looks like a mark of Markdown is read back as it was`(_ text: String) throws {
        let before = article([
            (.title, "Titolo"), (.paragraph, text), (.item, text), (.quote, text), (.paragraph, "Fine."),
        ])
        let file = ArticleMarkdown(before, zone: .utc).file
        let after = try #require(try Reader().articles(in: Array(file.utf8), named: "a.md").first)
        let utf8 = Array(after.text.utf8)
        let pieces = after.blocks.map { String(decoding: utf8[$0.range], as: UTF8.self) }
        #expect(pieces == ["Titolo", text, text, text, "Fine."])
        #expect(after.blocks.map(\.kind) == [.title, .paragraph, .item, .quote, .paragraph])
    }

    @Test func `code keeps its lines whatever fences stand in it, links lead where they led`() throws {
        let code = "let a = 1\n```\n  b"
        let before = article([(.title, "T"), (.paragraph, "Si veda [qui] il testo"), (.code, code)], link: "[qui]")
        let file = ArticleMarkdown(before, zone: .utc).file
        let after = try #require(try Reader().articles(in: Array(file.utf8), named: "a.md").first)
        let utf8 = Array(after.text.utf8)
        #expect(after.links.map(\.address) == ["https://a.example/x_(y)_z"])
        #expect(after.links.map { String(decoding: utf8[$0.range], as: UTF8.self) } == ["[qui]"])
        #expect(after.blocks.last.map { String(decoding: utf8[$0.range], as: UTF8.self) } == code)
    }

    @Test func `the name of a file is short and plain, and facts in front matter are quoted`() throws {
        var before = article([(.title, "Sì \"no\" / forse\\\u{1B}[31m: l'Eni"), (.paragraph, "Testo.")])
        before.author = "Anna: \"la\" capa"
        let page = ArticleMarkdown(before, zone: .utc)
        #expect(page.fileName.hasSuffix("-si-no-forse-31m-l-eni-7.md"))
        #expect(!page.file.contains("\u{1B}"))
        let after = try #require(try Reader().articles(in: Array(page.file.utf8), named: "a.md").first)
        #expect(after.author == "Anna: \"la\" capa")
    }
}
