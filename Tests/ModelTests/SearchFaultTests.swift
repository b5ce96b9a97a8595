import Model
import Testing

struct SearchFaultTests {
    private func search(_ name: String) -> Query? {
        ["a": "eni search:b", "b": "enel", "c": "-search:d", "d": "(search:c)", "e": "search:f"][name]
            .flatMap { try? Query.parse($0) }
    }

    @Test(
        arguments: [
            ("search:a search:b", nil), ("eni", nil), ("search:c", SearchFault.circle("c")),
            ("eni OR -search:x", .missing("x", within: nil)), ("search:e", .missing("f", within: "e")),
        ] as [(String, SearchFault?)])
    func `a saved search that finds nothing is told with the reason`(text: String, fault: SearchFault?) throws {
        #expect(try Query.parse(text).searchFault(search) == fault)
    }

    @Test(arguments: [
        ("eni search:x", "Column 12: found “x”, expected the name of a saved search."),
        ("search:\"x y\" eni", "Column 8: found “x y”, expected the name of a saved search."),
        ("eni -search:d", "Column 13: found “d”, expected a saved search that does not ask for itself."),
        (
            "search:e",
            "Column 8: found “e”, expected a saved search that finds something; it asks for “f”, which there is not."
        ),
    ])
    func `the error stands at the name`(text: String, error: String) {
        #expect {
            try Query.parse(text, searches: search)
        } throws: {
            "\($0)" == error
        }
        #expect((try? Query.parse("search:a", searches: search)) == .saved("a"))
    }

    @Test func `a name is put in the place of another one, wherever it stands`() throws {
        let query = try Query.parse("search:A OR -(eni search:a search:b)")
        #expect(query.renamingSearch("a", to: "z").description == "search:z OR -(eni search:z search:b)")
    }
}
