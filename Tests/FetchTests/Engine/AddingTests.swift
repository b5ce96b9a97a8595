import Fetch
import FlyingFox
import Foundation
import Library
import Model
import Testing

@testable import rassegna

struct AddingTests {
    private let feed = "feed\nEni sale | https://telaio.example/1 | Il titolo sale."

    private func page(_ links: String, kind: String = "website") -> String {
        """
        <html><head><title>Il Telaio</title><meta property="og:type" content="\(kind)">\(links)</head>
        <body><article><h1>Il Telaio</h1><p>\(String(repeating: "Words of an article. ", count: 30))</p></article></body></html>
        """
    }

    private func link(_ path: String, _ title: String) -> String {
        "<link rel=\"alternate\" type=\"application/rss+xml\" href=\"\(path)\" title=\"\(title)\">"
    }

    private func outlet() async throws -> Outlet {
        let answers = [
            "/feed": feed, "/other": "feed\nEnel | https://telaio.example/2 | Scende.",
            "/one": page(link("/feed", "News") + link("/comments/feed", "Comments")),
            "/two": page(link("/feed", "News") + link("/other", "Other")), "/none": page(""),
            "/article": page(link("/feed", "News"), kind: "article"),
        ]
        return try await Outlet(
            answers.mapValues { text in { @Sendable _ in .text(text, ["Content-Type": "text/html"]) } })
    }

    @Test func `a feed becomes a source, once`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await outlet()
        let adding = desk.adding()
        let address = outlet.address("/feed")
        guard case .source(let source, true, 1) = try await aside({ try adding.add(address) }).first else {
            Issue.record("no new source")
            return
        }
        #expect(source.name == "Il Telaio" && source.address == address)
        guard case .source(source, false, 0) = try await aside({ try adding.add(address) }).first.map(plain) else {
            Issue.record("not the same source")
            return
        }
        #expect(try desk.library.sources().count == 1)
    }

    /// The outcome with the source as it was when it was new.
    private func plain(_ outcome: AddressAdding.Outcome) -> AddressAdding.Outcome {
        guard case .source(var source, let isNew, let added) = outcome else { return outcome }
        (source.articles, source.unread) = (0, 0)
        return .source(source, isNew: isNew, added: added)
    }

    @Test func `the one feed that a page names is added, comments aside`() async throws {
        let desk = try RefreshDesk()
        let (outlet, adding) = (try await outlet(), desk.adding())
        let outcomes = try await aside { try adding.add(outlet.address("/one")) }
        #expect(outcomes.count == 1)
        #expect(try desk.library.sources().map(\.address) == [outlet.address("/feed")])
    }

    @Test func `of several feeds none is added until one is named, or all are wanted`() async throws {
        let desk = try RefreshDesk()
        let (outlet, adding) = (try await outlet(), desk.adding())
        guard case .choice(let links) = try await aside({ try adding.add(outlet.address("/two")) }).first else {
            Issue.record("no choice")
            return
        }
        #expect(links.map(\.title) == ["News", "Other"])
        #expect(try desk.library.sources().isEmpty && desk.titles.isEmpty)
        _ = try await aside { try adding.add(outlet.address("/two"), .init(all: true)) }
        #expect(try desk.library.sources().count == 2)
    }

    @Test func `a page without feeds is an article, and one that says so with them`() async throws {
        let desk = try RefreshDesk()
        let (outlet, adding) = (try await outlet(), desk.adding())
        for (path, feeds) in [("/none", 0), ("/article", 1)] {
            guard case .article(_, _, let links) = try await aside({ try adding.add(outlet.address(path)) }).first
            else {
                Issue.record("no article")
                return
            }
            #expect(links.count == feeds)
        }
        #expect(try desk.library.sources().isEmpty && !desk.titles.isEmpty)
    }

    @Test func `the usual places are looked at on demand alone`() async throws {
        let desk = try RefreshDesk()
        let (outlet, adding) = (try await outlet(), desk.adding())
        _ = try await aside { try adding.add(outlet.address("/none"), .init(guess: true)) }
        #expect(try desk.library.sources().map(\.address) == [outlet.address("/feed")])
    }

    @Test func `what cannot be fetched is said, without the password`() async throws {
        let desk = try RefreshDesk()
        let (outlet, adding) = (try await outlet(), desk.adding())
        let typed = outlet.address("/missing").replacing("http://", with: "http://anna:secret@")
        let error = await #expect(throws: FetchError.self) { try await aside { try adding.add(typed) } }
        #expect(try !#require(error).description.contains("secret"))
    }

    @Test func `a password typed in the address is kept apart, and the feed is asked with it`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await Outlet([
            "/private/feed": { [feed] request in
                request.headers[.authorization] == "Basic YW5uYTpzZWNyZXQ="
                    ? .text(feed) : .text("", status: .unauthorized, ["WWW-Authenticate": "Basic realm=\"x\""])
            }
        ])
        let adding = desk.adding()
        let address = outlet.address("/private/feed")
        let typed = address.replacing("http://", with: "http://anna:secret@")
        _ = try await aside { try adding.add(typed) }
        #expect(try desk.library.sources().map(\.address) == [address])
        #expect(try await desk.refresh(.forced).first?.ending == .fetched)
        let file = desk.folder + "/data/credentials"
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }
}
