import Model
import Testing

@Suite struct TermFinderTests {
    private func found(_ terms: [TextTerm], _ text: String) -> [String] {
        TermFinder(terms).matches(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
    }

    @Test func `other forms of a plain word are found, those of a name are not`() {
        let text = "La banca e le Banche; la BANCA, il banchiere"
        #expect(found([TextTerm("banche", .word)], text) == ["banca", "Banche", "BANCA"])
        #expect(found([TextTerm("Banche", .word)], text) == ["Banche"])
        #expect(found([TextTerm("banche", .phrase)], text) == ["Banche"])
        #expect(found([TextTerm("ban", .prefix)], text) == ["banca", "Banche", "BANCA", "banchiere"])
    }

    @Test func `words near each other are found where all of them are near`() {
        let far = Array(repeating: "x", count: 11).joined(separator: " ")
        let near = Array(repeating: "x", count: 10).joined(separator: " ")
        let term = TextTerm("eni trimestre", .near)
        #expect(found([term], "Eni \(far) trimestre") == [])
        #expect(found([term], "trimestre \(near) Eni") == ["trimestre", "Eni"])
        #expect(found([term], "eni eni") == [])
    }

    @Test func `whether a word is found and where it is found agree on any text`() {
        var random = Seeded(state: 9)
        let pieces = [
            "Enel", "l’", "perché", "banche", " ", " ", "-", "é", "«", "x1", "ſ", "ß", "👍", "ʼ", "e\u{301}", "\n", "株式",
        ]
        let terms = [
            TextTerm("enel", .word), TextTerm("perche", .word), TextTerm("per", .prefix), TextTerm("banca", .word),
            TextTerm("x", .prefix),
            TextTerm("l'enel", .phrase), TextTerm("e", .phrase), TextTerm("enel perche", .near), TextTerm("株", .prefix),
            TextTerm("👍", .word),
        ]
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...7, using: &random)).map { _ in pieces.randomElement(using: &random) ?? ""
            }.joined()
            let some = terms.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
            let finder = TermFinder(some)
            #expect(finder.finds(in: text) == !finder.matches(in: text).isEmpty, "\(text): \(some)")
        }
    }
}
