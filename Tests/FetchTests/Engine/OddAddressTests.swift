import Fetch
import FlyingFox
import Ingest
import Library
import Model
import Testing

@testable import rassegna

/// Addresses at which something else lies than a feed or an article.
struct OddAddressTests {
    private static let login = """
        <!DOCTYPE html><html><head><title>Accedi</title></head><body><main><h1>Accedi</h1><form action="/i/" method="post">
        <label>Nome utente <input type="text" name="u"></label><label>Password <input type="PASSWORD" name="p"></label>
        <button>Entra</button></form><p>Questo luogo è per chi ha un nome e una password.</p></main></body></html>
        """
    private static let opml = """
        <?xml version="1.0"?><opml version="2.0"><body><outline text="Imprese">
        <outline text="Telaio" type="rss" xmlUrl="https://telaio.example/feed"/></outline></body></opml>
        """

    private func outlet() async throws -> Outlet {
        try await Outlet([
            "/": { _ in .text(OddAddressTests.login, ["Content-Type": "text/html"]) },
            "/opml": { _ in .text(OddAddressTests.opml, ["Content-Type": "application/xml"]) },
            "/json": { _ in .text("{\"answer\": 42}", ["Content-Type": "application/json"]) },
            "/names": { _ in
                .text(
                    "<html><head><link rel=alternate type=\"application/rss+xml\" href=\"/\"></head><body>Pagina</body></html>",
                    ["Content-Type": "text/html"])
            },
        ])
    }

    private func refusal(_ path: String) async throws -> String {
        let desk = try RefreshDesk()
        let (outlet, adding) = (try await outlet(), desk.adding())
        let error = await #expect(throws: (any Error).self) {
            try await aside { try adding.add(outlet.address(path)) }
        }
        #expect(try desk.library.sources().isEmpty && desk.titles.isEmpty)
        return try "\(#require(error))"
    }

    @Test func `a page for logging in is no article, unless the page is asked for`() async throws {
        #expect(try await refusal("/").hasPrefix("it is a page for logging in"))
        let desk = try RefreshDesk()
        let (outlet, adding) = (try await outlet(), desk.adding())
        _ = try await aside { try adding.add(outlet.address("/"), .init(page: true)) }
        #expect(try desk.titles == ["Accedi"])
    }

    @Test func `a list of feeds is no article, and can be imported from its address`() async throws {
        #expect(try await refusal("/opml").contains("rassegna import"))
        let desk = try RefreshDesk()
        let outlet = try await outlet()
        let fetching = ListFetching(fetcher: fetcher(), keyring: desk.keyring)
        let bytes = try await aside { try fetching.bytes(at: outlet.address("/opml")) }
        let list = try SubscriptionList(reading: bytes)
        #expect(list.subscriptions.map(\.address) == ["https://telaio.example/feed"])
        #expect(list.subscriptions.map(\.tags) == [["Imprese"]])
        await #expect(throws: FetchError.status(404, host: "127.0.0.1")) {
            try await aside { try fetching.bytes(at: outlet.address("/missing")) }
        }
    }

    @Test func `JSON that is no feed is no article`() async throws {
        #expect(try await refusal("/json").contains("JSON"))
    }

    @Test func `a page whose feed is none says so, and how the page itself is taken`() async throws {
        #expect(try await refusal("/names").contains("--page"))
    }

    @Test func `a source that sends a page for logging in says so`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await outlet()
        try desk.source(outlet.address("/"))
        let report = try #require(try await desk.refresh(.forced).first)
        #expect(report.ending == .failed && report.problem?.contains("a page for logging in") == true)
    }
}
