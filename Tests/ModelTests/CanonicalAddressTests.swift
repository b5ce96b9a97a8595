import Model
import Testing

@Suite struct CanonicalAddressTests {
    @Test(arguments: [
        ("https://a.example/b", "https://a.example/b"),
        (" HTTPS://WWW.A.example:443/B/?x=1#frag\n", "https://www.a.example/B/?x=1"),
        ("http://a.example:80", "http://a.example/"),
        ("http://a.example:8080/", "http://a.example:8080/"),
        ("https://a.example:80/x", "https://a.example:80/x"),
        ("https://user:pw@a.example/x", "https://a.example/x"),
        ("https://a.example?x=1", "https://a.example/?x=1"),
        ("https://a.example/x?", "https://a.example/x"),
        ("https://a.example/x?utm_source=rss&UTM_Medium=a&id=7&fbclid=q&mc_cid=1", "https://a.example/x?id=7"),
        ("https://a.example/x?utm_source=rss#top", "https://a.example/x"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?b=2&a=1"),
        ("https://a.example/x?ref=main&source=rss&id", "https://a.example/x?ref=main&source=rss&id"),
        ("https://a.example/%7eada/%2f%e8?q=%41%2b", "https://a.example/~ada/%2F%E8?q=A%2B"),
        ("https://a.example/100%/x%zz", "https://a.example/100%/x%zz"),
        ("https://a.example/a/../b/./c/..", "https://a.example/b/"),
        ("https://a.example/../../x", "https://a.example/x"),
        ("https://a.example/.well-known/x", "https://a.example/.well-known/x"),
        ("https://PERÙ.example/Ù", "https://perù.example/Ù"),
        ("http://[2001:DB8::1]:80/x", "http://[2001:db8::1]/x"),
    ])
    func `an address has one form`(address: String, canonical: String) {
        #expect(CanonicalAddress(address)?.text == canonical)
        #expect(CanonicalAddress(canonical)?.text == canonical, "the form is its own form")
    }

    @Test(arguments: ["", "#", "mailto:a@b.example", "ftp://a.example/", "https://", "https:///x", "/x", "a.example/x"])
    func `what is no address of the web has none`(address: String) {
        #expect(CanonicalAddress(address) == nil)
    }

    @Test func `both schemes lead to one page, a slash or www may not`() {
        let key = { CanonicalAddress($0)?.key }
        #expect(key("http://a.example/x") == key("https://a.example/x"))
        #expect(key("https://a.example/x/") != key("https://a.example/x"))
        #expect(key("https://www.a.example/x") != key("https://a.example/x"))
        #expect(key("https://a.example/X") != key("https://a.example/x"))
    }

    @Test(arguments: [
        ("https://a.example", false), ("https://a.example/#/x", false), ("https://a.example/index.html", false),
        ("https://a.example/it/", false), ("https://a.example/en-GB/home", false),
        ("https://a.example/?utm_source=x", false),
        ("https://a.example/?p=1", true), ("https://a.example/x", true), ("https://a.example/it/x", true),
    ])
    func `a front page is no article's address`(address: String, isSpecific: Bool) {
        #expect(CanonicalAddress(address)?.isSpecific == isSpecific)
    }

    @Test func `tracking is taken away and nothing else`() {
        let strip = CanonicalAddress.withoutTracking
        #expect(strip("HTTPS://A.example/x?utm_source=r&id=%7e#top") == "HTTPS://A.example/x?id=%7e#top")
        #expect(strip("https://a.example/x?gclid=1") == "https://a.example/x")
        #expect(strip("https://a.example/x?b=&a") == "https://a.example/x?b=&a")
        #expect(strip("not an address?utm_source=x") == "not an address?utm_source=x")
    }

    @Test func `a feed keeps its parameters`() {
        #expect(
            CanonicalAddress.ofFeed("HTTPS://A.example/rss?utm_source=x&s=it#y")
                == "https://a.example/rss?utm_source=x&s=it")
        #expect(CanonicalAddress.ofFeed("/home/ada") == nil)
    }
}
