import Library
import Model
import Testing

@Suite struct SearchTests {
    private func library() throws -> Library {
        let library = try makeLibrary(resolve: { $0 == "alphabet" ? ["Alphabet", "Google"] : [$0] })
        try library.store([
            item(
                "Perché i conti dell'Enel crescono", title: "Enel", age: 1, outlet: "Il Telaio", language: "it",
                companies: [named("Enel", .about)]),
            item(
                "La banca centrale frena l’OpenAI", title: "Frena", age: 2000, outlet: "Bit e Bilanci", language: "it",
                companies: [named("OpenAI"), named("Café Société", .passing)]),
            item("Google grows with TPU chips", title: "TPUs", age: 5000, language: "en", companies: [named("Google")]),
        ])
        return library
    }

    @Test(arguments: [
        ("enel", ["Enel"]), ("dell'Enel", ["Enel"]), ("dell’enel", ["Enel"]), ("PERCHE", ["Enel"]),
        ("openai", ["Frena"]), ("l'openai", ["Frena"]), ("lʼopenai", ["Frena"]), ("\"banca centrale\"", ["Frena"]),
        ("\"centrale banca\"", []), ("cen*", ["Frena"]), ("\"banca cen\"*", ["Frena"]), ("title:enel", ["Enel"]),
        ("title:conti", []), ("conti frena", []), ("conti OR frena", ["Enel", "Frena"]), ("-conti", ["Frena", "TPUs"]),
        ("conti OR company:google", ["Enel", "TPUs"]), ("-(conti OR company:google)", ["Frena"]),
        ("frena -centrale", []), ("frena -conti -chips", ["Frena"]), ("company:alphabet", ["TPUs"]),
        ("company:\"cafe societe\"", ["Frena"]), ("about:openai", []), ("about:enel", ["Enel"]),
        ("company:nobody", []), ("-company:nobody", ["Enel", "Frena", "TPUs"]), ("source:TELAIO", ["Enel"]),
        ("-source:telaio", ["Frena", "TPUs"]), ("source:bi OR source:te", ["Enel", "Frena"]), ("lang:en", ["TPUs"]),
        ("-lang:it", ["TPUs"]), ("since:today", ["Enel"]), ("before:today", ["Frena", "TPUs"]), ("ieri", ["Frena"]),
        ("-ieri", ["Enel", "TPUs"]), ("since:2026-11-19 before:2026-11-20", ["Frena"]), ("oggi", ["Enel"]),
        ("conti OR before:2026-11-18", ["Enel", "TPUs"]), ("*", ["Enel", "Frena", "TPUs"]), ("-*", []),
        ("lang:it -(enel lang:it)", ["Frena"]), ("PERC*", ["Enel"]), ("perch*", ["Enel"]), ("Perché*", ["Enel"]),
        ("\"dell’en\"*", ["Enel"]), ("\"l'op\"*", ["Frena"]), ("c*", ["Enel", "Frena", "TPUs"]),
        ("-co*", ["Frena", "TPUs"]),
        ("xyz*", []), ("-xyz*", ["Enel", "Frena", "TPUs"]), ("title:f*", ["Frena"]), ("body:gro* c*", ["TPUs"]),
    ])
    func `a query finds what it says, newest first`(query: String, titles: [String]) throws {
        let library = try library()
        #expect(try library.titles(query) == titles)
        #expect(try library.count(Query.parse(query)) == Count(total: titles.count, unread: titles.count))
    }

    @Test(arguments: [
        "\"", "\"\"", "*", "^", "NEAR", "NEAR(a b, 2)", "AND", "a AND", "title:x", "{title}: x", "-", "+", "(", ")",
        "'", ";",
        "\u{0}", "enelx\u{0}\"", "enel\" OR \"tpu", "a*b", "👍", "👨‍👩‍👧", "…", "%", "_", "\\", "\u{202E}", "\u{FFFF}", "ʼ",
    ])
    func `hostile words are words, or nothing at all`(text: String) throws {
        let library = try library()
        for form in [TextTerm.Form.word, .prefix, .phrase] {
            for inTitle in [false, true] {
                let term = Query.text(TextTerm(text, form, inTitle: inTitle))
                #expect(try library.titles(term) == [], "\(text)")
                #expect(try library.count(term) == Count(total: 0, unread: 0))
                #expect(try library.titles(.not(term)).count == 3)
                #expect(try library.titles(.all([term, .text(TextTerm("enel", .word))])) == [])
                #expect(try library.titles(.any([term, .text(TextTerm("enel", .word))])) == ["Enel"])
            }
        }
    }

    @Test func `hundreds of alternatives are one search`() throws {
        let library = try library()
        let words = (0..<190).map { "w\($0)" }.joined(separator: " OR ")
        #expect(try library.titles("\(words) OR enel") == ["Enel"])
        #expect(try library.titles("enel -(\(words))") == ["Enel"])
    }

    @Test func `the companies of a query are counted in its articles`() throws {
        let library = try library()
        try library.mark(.read, ids: [1])
        let rows = try library.companies(matching: Query.parse("lang:it"))
        #expect(rows.map(\.name) == ["Café Société", "OpenAI", "Enel"])
        #expect(rows.map(\.unread) == [1, 1, 0])
        #expect(try library.companies(matching: .text(TextTerm("👍", .word))) == [])
    }
}
