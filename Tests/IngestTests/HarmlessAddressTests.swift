import Ingest
import Model
import Testing

/// Addresses of the web, of whatever a file states.
@Suite struct HarmlessAddressTests {
    private func url(_ link: String) throws -> String? {
        try item("<title>a</title><guid isPermaLink=\"false\">1</guid><link>\(link)</link>").url
    }

    @Test(arguments: [
        ("http://ada:secret@a.example/x", "http://a.example/x"), ("http://a.example@b.example/", "http://b.example/"),
        ("http://b.example\\@a.example/", "http://b.example/@a.example/"),
        ("https://a.ex\u{200B}amp\u{AD}le/", "https://a.example/"),
        ("https://a.example/\u{202E}gpj", "https://a.example/%E2%80%AEgpj"),
        ("https://a.example/uno due", "https://a.example/uno%20due"),
        ("\n  https://a.example/\n    uno\t\n", "https://a.example/uno"),
        ("\u{2028}http://a.example/", "http://a.example/"),
        ("https://a.example/perché?è", "https://a.example/perché?è"), ("urn:uuid:1", "urn:uuid:1"),
        ("/2026/a", "/2026/a"),
    ])
    func `an address has no user part and nothing that hides, turns or breaks it`(stated: String, read: String) throws {
        #expect(try url(stated) == read)
    }

    @Test(arguments: [
        "javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,a", "vbscript:a", "file:///etc/passwd",
        "mailto:a@b.example",
        "blob:https://a.example/", "http:///x", "http://", "http://a b/", "--help", "#a",
        "http://a.example/" + String(repeating: "a", count: 70_000), "/" + String(repeating: "a", count: 70_000),
    ])
    func `what is no address of the web, nor a name, is none`(stated: String) throws {
        #expect(try url(stated) == nil)
    }

    @Test func `the links of pages, Markdown and texts are held to the same`() throws {
        let link = "http://ada:secret@a.example/x"
        let prose =
            "Una frase lunga abbastanza da stare in un articolo, che dice qualcosa di un'impresa e poi finisce. "
        #expect(links(of: try article("\(prose) [qui](\(link))", .markdown)) == ["qui -> http://a.example/x"])
        #expect(
            links(of: try article("<p>\(prose) <a href=\"\(link)\">qui</a></p>", .html)) == [
                "qui -> http://a.example/x"
            ])
        #expect(links(of: try article("\(prose) \(link)", .text)) == ["\(link) -> http://a.example/x"])
    }
}
