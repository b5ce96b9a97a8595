import Testing

@testable import Fetch

struct FeedLinkTests {
    private func links(_ page: String) throws -> [FeedLink] {
        FeedLink.all(in: Array(page.utf8), at: try #require(Address("https://a.example/news/today.html")))
    }

    @Test func `the feeds that a page names are found, each once, in order`() throws {
        let found = try links(
            """
            <!doctype html><html><head><title>A <link rel=alternate type="application/rss+xml" href="/title"></title>
            <!-- <link rel="alternate" type="application/rss+xml" href="/comment"> -->
            <script>"<link rel='alternate' type='application/rss+xml' href='/script'>"</script>
            <link rel="stylesheet" href="x.css"><link rel=icon href=/i.png>
            <LINK TYPE='Application/RSS+xml; charset=utf-8' REL='Alternate' HREF='feed.xml' title="Il Telaio &raquo; Feed"/>
            <link rel="alternate" type="application/atom+xml" href="https://b.example/atom?a=1&amp;b=2">
            <link rel="alternate home" type="application/feed+json" href=/feed.json>
            <link rel="alternate" type="application/rss+xml" href="feed.xml">
            <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link rel="alternate" hreflang="en" href="/en"><link rel="alternate" type="application/rss+xml">
            <link rel="alternate" type="application/rss+xml" href="file:///etc/passwd">
            """)
        #expect(
            found.map(\.address.description) == [
                "https://a.example/news/feed.xml", "https://b.example/atom?a=1&b=2", "https://a.example/feed.json",
                "https://a.example/comments/feed",
            ])
        #expect(found.map(\.title) == ["Il Telaio » Feed", nil, nil, "Comments"])
        #expect(found.map(\.isOfComments) == [false, false, false, true])
    }

    @Test func `a base is heeded, the first one`() throws {
        let found = try links(
            """
            <base href="https://c.example/x/"><base href="https://d.example/">
            <link rel="alternate" type="application/rss+xml" href="f">
            """)
        #expect(found.map(\.address.description) == ["https://c.example/x/f"])
    }

    @Test(arguments: [
        "", "<", "<link", "<link rel", "<link rel=", "<link rel='alternate", "<!--", "<link ====>", "<link a=b c",
        "<script><link rel=alternate type=application/rss+xml href=/x>", "<link / / />",
    ])
    func `a broken page gives nothing and ends`(page: String) throws {
        #expect(try links(page).isEmpty)
        #expect(try links(String(repeating: page, count: 20_000)).isEmpty)
    }

    @Test func `the usual places are on the same host`() throws {
        let places = FeedLink.usualPlaces(on: try #require(Address("https://a.example:8443/x?y")))
        #expect(places.first?.description == "https://a.example:8443/feed")
        #expect(Set(places).count == places.count)
    }
}
