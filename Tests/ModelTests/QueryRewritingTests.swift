import Model
import Testing

@Suite struct QueryRewritingTests {
    @Test(arguments: [
        ("chips", "chips sort:rank"), ("chips sort:source", "chips sort:rank"), ("", "sort:rank"),
        ("eni OR enel", "eni OR enel sort:rank"), ("\"a  b\"", "\"a  b\" sort:rank"),
    ])
    func `another order leaves the words as they were written`(text: String, expected: String) throws {
        let new = Query.text(text, inOrder: .rank)
        #expect(try Query.parse(new) == Query.parse(text).inOrder(.rank))
        #expect(new == expected || text.contains("  "))
        #expect(try Query.parse(Query.text(new, inOrder: .date)) == Query.parse(text).unsorted)
    }
}
