import Ingest
import Testing

@Suite struct SubscriptionTests {
    private func list(_ text: String) throws -> SubscriptionList {
        try SubscriptionList(reading: Array(text.utf8))
    }

    @Test func `a line of newsboat's list that is longer than any address is skipped`() throws {
        let text = "https://a.example/" + String(repeating: "a", count: 70_000) + "\nhttps://b.example/f.xml\n"
        let list = try SubscriptionList(reading: Array(text.utf8))
        #expect(list.subscriptions.map(\.address) == ["https://b.example/f.xml"])
        #expect(list.skipped == ["line 1: longer than 64 KB"])
    }

    @Test func `folders of OPML are tags, categories too, and a feed named twice is one`() throws {
        let list = try list(
            """
            <?xml version="1.0"?><opml version="2.0"><head><title>Le mie fonti</title></head><body>
            <outline text="Economia"><outline text="Italia" title="Italia">
            <outline type="rss" text="Il Telaio" xmlUrl="https://t.example/f" htmlUrl="https://t.example/" category="/Stampa/Oggi,/Carta"/>
            </outline></outline>
            <outline text="https://s.example/f" xmlUrl="https://s.example/f"/>
            <outline text="Prime"><outline title="Telaio 2" XMLURL="HTTPS://T.example/f/"/></outline>
            <outline type="link" text="Pagina" url="https://p.example/"/>
            <outline text="Podcast" xmlUrl="feed://c.example/f"/><outline text="Male" xmlUrl="javascript:x"/></body></opml>
            """)
        #expect(list.title == "Le mie fonti")
        #expect(
            list.subscriptions == [
                Subscription(
                    address: "https://t.example/f", title: "Il Telaio", site: "https://t.example/",
                    tags: ["Economia/Italia", "Stampa/Oggi", "Carta", "Prime"]),
                Subscription(address: "https://s.example/f"),
                Subscription(address: "http://c.example/f", title: "Podcast"),
            ])
        #expect(list.merged == 1)
        #expect(list.skipped.count == 2)
    }

    @Test func `broken OPML is read as far as it goes`() throws {
        let list = try list(
            """
            <opml><body><outline text="A & B"><outline text=Uno xmlUrl="https://a.example/?x=1&y=2">
            <outline text="Due" xmlUrl="https://b.example/"
            """)
        #expect(list.subscriptions.map(\.address) == ["https://a.example/?x=1&y=2"])
        #expect(list.subscriptions.map(\.tags) == [["A & B"]])
        #expect(list.skipped.count == 1)
    }

    @Test func `what was written is read again with titles and tags`() throws {
        let subscriptions = [
            Subscription(
                address: "https://t.example/f?a=1&b=\"2\"", title: "Il <Telaio> & \"C\"", site: "https://t.example/",
                tags: ["Economia/Italia", "Stampa"]),
            Subscription(address: "https://s.example/f", tags: ["Economia", "Con, virgola"]),
            Subscription(address: "https://u.example/f", title: "Senza cartella"),
        ]
        let text = OPML.text(of: subscriptions, title: "Rassegna")
        let list = try list(text)
        #expect(Set(list.subscriptions.map(\.address)) == Set(subscriptions.map(\.address)))
        for subscription in subscriptions { #expect(list.subscriptions.contains(subscription)) }
        #expect(list.title == "Rassegna")
        #expect(list.skipped.isEmpty)
    }

    @Test func `newsboat's lines give tags and titles; its own feeds are skipped by line`() throws {
        let list = try list(
            """
            # commento
            https://t.example/f economia "prime pagine" "~Il Telaio" # coda
            "query:Tutti:unread = \\"yes\\""
            exec:~/bin/f

            filter:cat:https://x.example/
            https://s.example/f !
            https://t.example/f oggi
            niente
            """)
        #expect(
            list.subscriptions == [
                Subscription(
                    address: "https://t.example/f", title: "Il Telaio", tags: ["economia", "prime pagine", "oggi"]),
                Subscription(address: "https://s.example/f"),
            ])
        #expect(list.merged == 1)
        #expect(list.skipped.count == 4)
        #expect(list.skipped.first == "line 3: query: feeds are made by newsboat itself")
    }

    @Test func `what is no list of feeds is refused`() {
        #expect(throws: IngestError.self) { try list("<rss><channel/></rss>") }
        #expect(throws: IngestError.empty) { try list(" \n") }
    }

    @Test func `what hides or turns text is written as references, and comes back`() throws {
        let feed = Subscription(address: "https://a.example/f", title: "Uno \u{202E}due\u{200B}", tags: ["so\u{AD}ft"])
        let text = OPML.text(of: [feed], title: "Rassegna")
        #expect(text.contains("Uno &#x202e;due&#x200b;") && text.contains("so&#xad;ft"))
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .format })
        #expect(try list(text).subscriptions == [feed])
    }
}
