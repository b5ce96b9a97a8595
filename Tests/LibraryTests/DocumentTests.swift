import Library
import Model
import Testing

/// docs/queries.md says what is so.
@Suite struct DocumentTests {
    @Test(arguments: DocumentLibrary.examples())
    func `an example finds what the document says`(example: DocumentLibrary.Example) throws {
        let library = try DocumentLibrary.library()
        let query = try Query.parse(example.query)
        #expect(try library.page(PageRequest(query: query, limit: 10)).rows.map(\.id) == example.numbers)
        #expect(try library.count(query).total == example.numbers.count)
        #expect(try Query.parse(query.description) == query)
    }

    @Test func `there are examples, and each field of the language has one`() throws {
        let examples = DocumentLibrary.examples()
        #expect(examples.count > 50)
        let fields = [
            "company", "about", "with", "product", "person", "place", "amount", "title", "body", "near", "source",
            "author",
            "lang", "tag", "is", "since", "before", "on", "search", "sort",
        ]
        for field in fields { #expect(examples.contains { $0.query.contains("\(field):") }, "\(field)") }
    }

    @Test(arguments: [
        (6, "company:amazon", ["alias AWS"]), (5, "about:eni", ["name Eni, 3 times, title"]),
        (5, "banche", ["word banca, 2 times, title", "word Banco"]), (6, "acquires", ["word acquired"]),
        (3, "title:utili", ["word utili, title"]),
        (3, "body:eni utili", ["word Eni", "word utili, title"]), (3, "/Plen\\w+/", ["pattern Plenitude"]),
        (6, "company:alphabet", ["product TPU"]),
        (4, "company:eni with:enel", ["name Eni", "product Plenitude Solare", "paragraph Eni and Enel"]),
        (3, "person:descalzi", ["person Claudio Descalzi"]), (3, "amount:>1bn", ["amount 2,4 miliardi di euro"]),
        (2, "author:verdi source:rete", ["author Ada Verdi", "source Rete Uno"]), (5, "tag:finance", ["tag finance"]),
        (6, "openai OR eni", ["word OpenAI, 2 times, title"]), (5, "is:unread", []), (5, "openai", []), (9, "eni", []),
        (4, "search:\"energy at home\"", ["word Eni", "word Enel"]),
        (3, "near:\"eni trimestre\"", ["word Eni, 2 times", "word trimestre"]),
    ])
    func `why an article is found can be said`(id: ArticleID, query: String, reasons: [String]) throws {
        let library = try DocumentLibrary.library()
        #expect(try library.why(id, Query.parse(query)).map(\.description) == reasons)
    }
}
