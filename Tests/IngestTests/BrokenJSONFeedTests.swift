import Ingest
import Model
import Testing

@Suite struct BrokenJSONFeedTests {
    private let head = "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Il Telaio\", \"items\": ["
    private let first = "{\"id\": \"1\", \"title\": \"Uno\", \"content_text\": \"Ciao\"}"

    @Test func `a feed that breaks off gives what is there, wherever it is cut`() throws {
        let whole = head + first + ", {\"id\": \"2\", \"title\": \"Due\", \"content_text\": \"Addio\"}]}"
        for count in (head + first).utf8.count...whole.utf8.count {
            #expect(try feed(String(whole.prefix(count))).articles.first?.title == "Uno")
        }
        let cut = try feed(head + first + ", {\"id\": \"2\", \"content_text\": \"Addio a tu")
        #expect(cut.articles.map(\.text) == ["Uno\n\nCiao", "Addio a tu"])
    }

    @Test(arguments: [
        "{\"id\": \"x\", \"title\": rotto}", "{\"id\": \"x\" \"title\": \"a\"}", "{id: 1}", "{\"a\": \"\\u12\"}",
        "{\"a\": , \"b\": }", "{]}", "}",
        String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000),
        "{\"id\": \"x\", \"_a\": " + String(repeating: "{\"a\":", count: 100_000) + "1"
            + String(repeating: "}", count: 100_001),
    ])
    func `an item that cannot be read costs itself alone`(bad: String) throws {
        let last = "{\"id\": \"3\", \"title\": \"Tre\", \"content_text\": \"Fine\"}"
        let titles = try feed(head + first + "," + bad + "," + last + "]}").articles.map(\.title)
        #expect(titles.first == "Uno")
        #expect(titles.last == "Tre")
    }
}
