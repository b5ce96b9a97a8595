import Testing

@testable import Fetch

struct AddressTests {
    @Test(
        arguments: [
            ("http://A.Example", "http://a.example/"), ("HTTPS://a.example:443/x?y#z", "https://a.example/x?y"),
            ("http://a.example:8080/a/../b/./c", "http://a.example:8080/b/c"),
            ("  http://a.example/\n", "http://a.example/"),
            ("http://a.example/perché è?q=ü", "http://a.example/perch%C3%A9%20%C3%A8?q=%C3%BC"),
            ("http://bücher.example/", "http://xn--bcher-kva.example/"), ("http://[::1]:81/x", "http://[::1]:81/x"),
            ("http:\\\\a.example\\x", nil), ("http://a.example\\@b.example/", "http://a.example/@b.example/"),
            ("http://a.example/%2e%2e/x", "http://a.example/x"), ("https://a.example./", "https://a.example./"),
        ] as [(String, String?)])
    func `an address is read as a browser reads it`(text: String, written: String?) {
        let expected = text.hasPrefix("http:\\") ? "http://a.example/x" : written
        #expect(Address(text)?.description == expected)
    }

    @Test(arguments: [
        "file:///etc/passwd", "ftp://a.example/", "gopher://a.example", "javascript:alert(1)", "http://", "http:///x",
        "http://u:p@a.example/", "http://@a.example/", "http://a b/", "http://a.example:0/", "http://a.example:99999/",
        "http://a\u{1B}b.example/", "http://a..example/", "http://a%00b/", "//a.example/", "a.example", "",
        "http://[::1",
        "http://\u{202E}a.example/",
    ])
    func `what is not of the web, or has a user part, is no address`(text: String) {
        #expect(Address(text) == nil)
    }

    @Test(
        arguments: [
            ("/c", "http://a.example/c"), ("c", "http://a.example/x/c"), ("../c", "http://a.example/c"),
            ("?q", "http://a.example/x/y?q"), ("//b.example/c", "http://b.example/c"), ("#f", "http://a.example/x/y?z"),
            ("https://b.example", "https://b.example/"), ("../../../..", "http://a.example/"),
            ("c d", "http://a.example/x/c%20d"),
            ("file:///etc/passwd", nil), ("http://u@b.example/", nil), ("mailto:a@b.example", nil),
        ] as [(String, String?)])
    func `a reference is resolved where it stands`(reference: String, expected: String?) throws {
        let base = try #require(Address("http://a.example/x/y?z"))
        #expect(base.resolving(reference)?.description == expected)
    }

    @Test func `a user part is taken out of what was typed, and printed nowhere`() throws {
        let typed = try TypedAddress("https://anna%40x:s%3Acret@a.example:8443/feed")
        #expect(typed.address.description == "https://a.example:8443/feed")
        let credentials = try #require(typed.credentials)
        #expect(credentials == Credentials(user: "anna@x", password: "s:cret"))
        var dumped = ""
        dump(typed, to: &dumped)
        for text in ["\(typed)", "\(credentials)", String(reflecting: credentials), dumped] {
            #expect(!text.contains("cret") && !text.contains("anna"))
        }
    }

    @Test func `feed: stands for https:`() throws {
        #expect(try TypedAddress("feed://a.example/x").address.description == "https://a.example/x")
        #expect(try TypedAddress("feed:http://a.example/x").address.description == "http://a.example/x")
    }

    @Test func `a wrong address is quoted without its user part`() throws {
        let error = #expect(throws: FetchError.self) { try TypedAddress("https://anna:secret@a b/") }
        #expect(try #require(error).description.contains("a b"))
        #expect(try !#require(error).description.contains("secret"))
    }

    @Test func `secrets stay with their host and port, and never go from https to http`() throws {
        func shares(_ one: String, _ other: String) throws -> Bool {
            try #require(Address(one)).sharesSecrets(with: try #require(Address(other)))
        }
        #expect(try shares("https://a.example/x", "https://a.example/y"))
        #expect(try shares("http://a.example/x", "https://a.example/y"))
        #expect(try !shares("https://a.example/x", "http://a.example/y"))
        #expect(try !shares("https://a.example/x", "https://a.example:8443/y"))
        #expect(try !shares("https://a.example/x", "https://b.example/x"))
    }
}
