import Fetch
import FlyingFox
import Foundation
import Library
import Model
import Synchronization
import Testing

@testable import rassegna

struct RefreshingTests {
    private let feed =
        "feed\nEni sale | https://telaio.example/1 | Il titolo sale.\nEnel scende | https://telaio.example/2 | Scende."

    @Test func `what is new is stored under its source, and asked for only if it has changed`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await Outlet([
            "/feed": { [feed] request in
                request.headers[HTTPHeader("If-None-Match")] == "\"1\""
                    ? .text("", status: .notModified) : .text(feed, ["ETag": "\"1\"", "Cache-Control": "max-age=1800"])
            }
        ])
        try desk.source(outlet.address("/feed"))
        let first = try #require(try await desk.refresh().first)
        #expect(first.ending == .fetched && first.added == 2 && first.problem == nil)
        #expect(Set(try desk.titles) == ["Eni sale", "Enel scende"])
        let source = try #require(try desk.library.sources().first)
        #expect(source.title == "Il Telaio" && source.articles == 2 && source.unread == 2)
        #expect(source.visits.success == RefreshDesk.moment && source.visits.entityTag == "\"1\"")
        #expect(source.visits.due == RefreshDesk.moment.advanced(by: 1800))
        #expect(try await desk.refresh().first?.ending == .waiting)
        #expect(try await desk.refresh(.forced).first?.ending == .unchanged)
        #expect(outlet.asked.count == 2)
    }

    @Test func `a source that fails says why, and the others come`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await Outlet([
            "/feed": { [feed] _ in .text(feed) }, "/page": { _ in .text("<html><p>A page, no feed</p></html>") },
        ])
        let dying = try RawServer(saying: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nfeed")
        for address in [dying.address(), outlet.address("/feed"), outlet.address("/none"), outlet.address("/page")] {
            try desk.source(address)
        }
        let reports = try await desk.refresh()
        #expect(reports.reduce(0) { $0 + $1.added } == 2)
        let problems = try Dictionary(
            uniqueKeysWithValues: desk.library.sources().map { ($0.address, $0.visits.problem ?? "") })
        #expect(problems[outlet.address("/feed")] == "")
        #expect(problems[outlet.address("/none")] == "127.0.0.1 has nothing there (404): check the address")
        #expect(problems[outlet.address("/page")]?.contains("no feed") == true)
        #expect(problems[dying.address()] == "127.0.0.1 broke off in the middle of its answer")
        #expect(reports.summary == "4 sources: 2 articles added; 3 failed")
    }

    @Test func `where a source has moved for good is remembered, and 410 too`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await Outlet([
            "/old": { _ in .text("", status: .movedPermanently, ["Location": "/new"]) },
            "/new": { [feed] _ in .text(feed) }, "/gone": { _ in .text("", status: .gone) },
        ])
        try desk.source(outlet.address("/old"))
        try desk.source(outlet.address("/gone"))
        let reports = try await desk.refresh()
        #expect(reports.contains { $0.newAddress == outlet.address("/new") })
        #expect(reports.contains { $0.ending == .gone })
        #expect(Set(try desk.library.sources().map(\.address)) == [outlet.address("/new"), outlet.address("/gone")])
        #expect(try await desk.refresh(.forced).first { $0.ending == .waiting }?.problem?.contains("gone") == true)
    }

    @Test func `a page in place of a feed moves nothing`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await Outlet([
            "/old": { _ in .text("", status: .movedPermanently, ["Location": "/login"]) },
            "/login": { _ in .text("<html><p>Please log in to go on.</p></html>") },
        ])
        try desk.source(outlet.address("/old"))
        #expect(try await desk.refresh().first?.ending == .failed)
        #expect(try desk.library.sources().map(\.address) == [outlet.address("/old")])
    }

    @Test func `a server that wants to be left alone is, whatever the user wants`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await Outlet([
            "/feed": { _ in .text("", status: .tooManyRequests, ["Retry-After": "3600"]) }
        ])
        try desk.source(outlet.address("/feed"))
        #expect(try await desk.refresh().first?.ending == .failed)
        #expect(try await desk.refresh(.named).first?.ending == .waiting)
        #expect(outlet.asked.count == 1)
        try await desk.refresh(at: RefreshDesk.moment.advanced(by: 3601))
        #expect(outlet.asked.count == 2)
    }

    @Test func `the whole page comes in place of a summary where the source is set so`() async throws {
        let desk = try RefreshDesk()
        let text = String(repeating: "The whole story about Eni has many more words. ", count: 12)
        let page = "<html><body><article><h1>Eni sale</h1><p>\(text)</p></article></body></html>"
        let place = Holder()
        let outlet = try await Outlet([
            "/feed": { _ in
                .text("feed\nEni sale | \(place.value)/1 | Il titolo...\nEnel | \(place.value)/2 | Scende...")
            },
            "/1": { _ in .text(page, ["Content-Type": "text/html"]) },
        ])
        place.set("http://127.0.0.1:\(outlet.port)")
        try desk.source(outlet.address("/feed"), fetchesPages: true)
        let report = try #require(try await desk.refresh().first)
        #expect(report.added == 2)
        #expect(outlet.paths.contains("/robots.txt") && outlet.paths.contains("/1") && outlet.paths.contains("/2"))
        let rows = try desk.library.page(PageRequest(query: .everything, anchor: .newest, limit: 9)).rows
        let eni = try #require(rows.first { $0.title == "Eni sale" })
        #expect(try desk.library.article(eni.id)?.text.contains("many more words") == true)
        #expect(try #require(rows.first { $0.title == "Enel" }).title == "Enel")
        // The summary that comes again does not take the page's place.
        try await desk.refresh(.forced)
        #expect(try desk.library.article(eni.id)?.text.contains("many more words") == true)
        #expect(outlet.paths.count { $0 == "/1" } == 1)
    }

    @Test func `a refresh that is cancelled ends at once and leaves no mark`() async throws {
        let desk = try RefreshDesk()
        let silent = try RawServer { $0.keepSilent() }
        for number in 0..<100 { try desk.source(silent.address("/\(number)")) }
        let refreshing = desk.refreshing()
        let sources = try desk.library.sources()
        async let reports = aside { try refreshing.run(sources) }
        while silent.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        refreshing.cancel()
        #expect(try await reports.allSatisfy { $0.ending == .cancelled })
        #expect(try desk.library.sources().allSatisfy { $0.visits == Visits() })
    }

    @Test func `progress is told from nothing to all`() async throws {
        let desk = try RefreshDesk()
        let outlet = try await Outlet(["/feed": { [feed] _ in .text(feed) }])
        for number in 0..<5 { try desk.source(outlet.address("/feed") + "?\(number)") }
        let log = Log()
        let refreshing = desk.refreshing()
        let sources = try desk.library.sources()
        _ = try await aside { try refreshing.run(sources) { log.add($0) } }
        #expect(log.all.map(\.done) == [1, 2, 3, 4, 5])
        let last = try #require(log.all.last)
        #expect(last.total == 5 && last.added == 2 && last.bytes >= feed.utf8.count * 5)
        #expect(RefreshProgress(done: 12, total: 40, bytes: 1_250_000, added: 34).summary == "12/40  1.2 MB  34 new")
    }

    @Test func `sources are meant by name, address or a part of the name`() {
        let all = [
            Source(id: 1, kind: .feed, address: "https://a.example/feed", title: "Il Telaio"),
            Source(id: 2, kind: .feed, address: "https://b.example/", title: "Telaio d'Italia"),
        ]
        func ids(_ words: String...) -> [SourceID] { SourceChoice(words, among: all).sources.map(\.id) }
        #expect(ids("il telaio") == [1] && ids("telaio") == [1, 2] && ids("https://b.example") == [2])
        #expect(ids("ITALIA", "telaio") == [2, 1])
        let missing = SourceChoice(["nothing", "https://anna:secret@c.example/"], among: all).missing
        #expect(missing == ["nothing", "https://c.example/"])
    }
}

/// A text that is known only later.
private final class Holder: Sendable {
    private let text = Mutex("")
    var value: String { text.withLock { $0 } }
    func set(_ value: String) { text.withLock { $0 = value } }
}

/// What was told, in order.
private final class Log: Sendable {
    private let steps = Mutex<[RefreshProgress]>([])
    var all: [RefreshProgress] { steps.withLock { $0 } }
    func add(_ step: RefreshProgress) { steps.withLock { $0.append(step) } }
}
