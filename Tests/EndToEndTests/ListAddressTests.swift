import Testing

/// What `import` and `add` make of addresses at which something else lies than a feed.
struct ListAddressTests {
    private static let opml = """
        <opml version="2.0"><body><outline text="Imprese"><outline text="La Bottega" type="rss"
         xmlUrl="https://bottega.example/feed"/></outline><outline text="Niente" type="rss" xmlUrl="ftp://x.example/"/></body></opml>
        """

    @Test func `a list of feeds is imported from its address, and what is left out is named`() async throws {
        let (home, server) = (try Home(), try LoopbackServer())
        server.serve("/feeds.opml", "text/xml", ListAddressTests.opml)
        let added = try await Program.run(["add", server.address("/feeds.opml")], at: home)
        #expect(added.status == 3 && added.complaint.contains("rassegna import takes it"))
        let imported = try await Program.run(["import", server.address("/feeds.opml")], at: home)
        #expect(imported.status == 3)
        #expect(imported.lines == ["\(server.address("/feeds.opml")): 1 source added, 1 skipped."])
        #expect(imported.complaint.contains("Niente"))
        let list = try await Program.run(["export", "opml"], at: home)
        #expect(list.text.contains("xmlUrl=\"https://bottega.example/feed\"") && list.text.contains("text=\"Imprese\""))
    }

    @Test func `an address that gives no list says so, without the password in it`() async throws {
        let (home, server) = (try Home(), try LoopbackServer())
        server.serve("/page", "text/html", "<html><body><p>Una pagina.</p></body></html>")
        let address = server.address("/page").replacing("http://", with: "http://anna:segreta@")
        for place in [address, address + "/missing"] {
            let outcome = try await Program.run(["import", place], at: home)
            #expect(outcome.status == 3 && outcome.lines.isEmpty && !outcome.complaint.isEmpty)
            #expect(!outcome.complaint.contains("segreta"))
        }
    }

    @Test func `whom to trust is said by SSL_CERT_FILE, and no other way round it`() async throws {
        let (home, server) = (try Home(), try LoopbackServer())
        let address = server.address("/").replacing("http://", with: "https://")
        let outcome = try await Program.run(
            ["add", address], at: home, environment: ["SSL_CERT_FILE": "/niente/authorities.pem"])
        #expect(outcome.status == 3)
        #expect(outcome.complaint.contains("not safe") && outcome.complaint.contains("/niente/authorities.pem"))
    }
}
