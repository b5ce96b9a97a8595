import Model
import Terminal
import TestSupport
import Testing
import Views

struct ChangedTextTests {
    private func changed(_ old: [String], _ new: [String]) -> ChangedText {
        let before = Article.drawn(lines: old)
        return ChangedText(
            Article.drawn(lines: new),
            since: ArticleVersion(replaced: .testNow, title: old[0], text: before.text, blocks: before.blocks))
    }

    @Test(arguments: [
        (["T", "Enel sale oggi."], ["T", "Enel scende oggi."], "T\n\nEnel [-sale-] {+scende+} oggi."),
        (["T", "Enel sale."], ["T", "Enel sale.", "Nuovo paragrafo."], "T\n\nEnel sale.\n\n{+Nuovo paragrafo.+}"),
        (["T", "Uno.", "Due.", "Tre."], ["T", "Uno.", "Tre."], "T\n\nUno.\n\n[-Due.-]\n\nTre."),
        (["T", "Enel sale molto."], ["T", "Enel sale."], "T\n\nEnel sale [-molto-]."),
        (["T", "Oggi Enel sale."], ["T", "Enel sale."], "T\n\n[-Oggi-] Enel sale."),
        (["T", "Uno.", "Due."], ["T"], "T\n\n[-Uno.-]\n\n[-Due.-]"),
        (["Vecchio", "Uno."], ["Nuovo", "Uno."], "[-Vecchio-]\n\n{+Nuovo+}\n\nUno."),
        (["T", "Uno.", "~ Leggi anche"], ["T", "Due.", "~ Iscriviti"], "T\n\n[-Uno-] {+Due+}."),
    ])
    func `what is gone and what is new stand where they belong`(old: [String], new: [String], expected: String) {
        let changed = changed(old, new)
        #expect(changed.article.text == expected)
        let text = Array(changed.article.text.utf8)
        for piece in changed.pieces {
            let marks = String(decoding: text[piece.range.prefix(2)], as: UTF8.self)
            #expect(marks == (piece.isInserted ? "{+" : "[-"))
        }
        for (one, next) in zip(changed.article.blocks, changed.article.blocks.dropFirst()) {
            #expect(one.range.upperBound + 2 == next.range.lowerBound)
        }
    }

    @Test func `the new text without its marks is the new text, the old one the old one, whatever changed`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            let (old, new) = (lines(&random), lines(&random))
            let changed = changed(old, new)
            let text = Array(changed.article.text.utf8)
            var (before, after): ([UInt8], [UInt8]) = ([], [])
            var at = 0
            for piece in changed.pieces {
                before += text[at..<piece.range.lowerBound]
                after += text[at..<piece.range.lowerBound]
                let words = text[piece.range].dropFirst(2).dropLast(2) + [0x20]
                if piece.isInserted { after += words } else { before += words }
                at = piece.range.upperBound
            }
            before += text[at...]
            after += text[at...]
            #expect(words(before) == words(Array(old.joined(separator: " ").utf8)), "\(old) \(new)")
            #expect(words(after) == words(Array(new.joined(separator: " ").utf8)), "\(old) \(new)")
        }
    }

    private func words(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private func lines(_ random: inout some RandomNumberGenerator) -> [String] {
        (0..<Int.random(in: 1...4, using: &random)).map { _ in
            (0..<Int.random(in: 1...5, using: &random))
                .map { _ in ["Enel", "sale", "oggi", "molto"].randomElement(using: &random) ?? "" }
                .joined(separator: " ")
        }
    }

    @Test func `an updated article is drawn with its sign, its date and what changed`() {
        var state = Screens.main(120, 20, focus: .reader)
        var article = Screens.deal
        article.row.updated = .testNow
        state.articles.rows[0].updated = .testNow
        var reader = ReaderState(
            article, isOpen: true, window: Size(width: 60, height: 18), now: .testNow, zone: .utc)
        let before = article.text.replacing("da ieri è", with: "da oggi sarà").replacing(" anche", with: "")
        let earlier = Article.drawn(lines: before.components("\n\n"))
        reader.showChanges(
            since: ArticleVersion(
                replaced: .testNow, title: article.row.title, text: earlier.text,
                blocks: earlier.blocks.filter { !earlier.text.slice($0.range).hasPrefix("Condividi") }))
        state.reader = reader
        expectScreen(draw(state), "changes")
        reader.hideChanges()
        #expect(reader.shown == article)
        state.reader = reader
        let canvas = draw(state)
        let rows = (0..<canvas.size.height).map { canvas.text(row: $0) }
        #expect(rows.contains { $0.contains("± updated 21") })
        #expect(rows.contains { $0.contains("20 Nov ±") })
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator).map(String.init)
    }

    fileprivate func slice(_ range: Range<Int>) -> String {
        String(decoding: Array(utf8)[range], as: UTF8.self)
    }
}
