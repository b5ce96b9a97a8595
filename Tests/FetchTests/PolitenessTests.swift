import FlyingFox
import Testing

@testable import Fetch

/// Pages that nobody asked for by name.
struct PolitenessTests {
    private func outlet(robots: Outlet.Answer?) async throws -> Outlet {
        var answers: [String: Outlet.Answer] = [
            "/a": { _ in .text("a") }, "/b": { _ in .text("b") }, "/private/c": { _ in .text("c") },
            "/moved": { _ in .text("", status: .found, ["Location": "/private/c"]) },
        ]
        answers["/robots.txt"] = robots
        return try await Outlet(answers)
    }

    @Test func `robots.txt is read once and heeded, after redirects too`() async throws {
        let outlet = try await outlet { _ in .text("User-agent: rassegna\nDisallow: /private\n") }
        let fetcher = fetcher()
        func ask(_ path: String) async throws -> Result<Response, FetchError> {
            try await fetcher.ask(outlet.address(path)) { $0.manner = .automatic }
        }
        #expect(try await ask("/a").get().text == "a")
        #expect(try await ask("/private/c").failure == .robots(host: "127.0.0.1"))
        #expect(try await ask("/moved").failure == .robots(host: "127.0.0.1"))
        #expect(outlet.paths == ["/robots.txt", "/a", "/moved"])
        #expect(try await fetcher.get(outlet.address("/private/c")).text == "c")
    }

    @Test func `without a robots.txt everything is allowed`() async throws {
        let outlet = try await outlet(robots: nil)
        #expect(try await fetcher().get(outlet.address("/private/c")) { $0.manner = .automatic }.text == "c")
    }

    @Test func `while the server is out of order nothing is`() async throws {
        let outlet = try await outlet { _ in .text("", status: .internalServerError) }
        let result = try await fetcher().ask(outlet.address("/a")) { $0.manner = .automatic }
        #expect(result.failure == .robots(host: "127.0.0.1"))
    }

    @Test func `a robots.txt without end is read to its limit`() async throws {
        let server = try RawServer { talk in
            guard talk.path == "/robots.txt" else { return talk.answer(body: "page") }
            talk.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nUser-agent: *\nDisallow: /private\n")
            while talk.send(String(repeating: "# nothing\n", count: 1000)) {}
        }
        let fetcher = fetcher()
        #expect(try await fetcher.get(server.address("/x")) { $0.manner = .automatic }.text == "page")
        let refused = try await fetcher.ask(server.address("/private")) { $0.manner = .automatic }
        #expect(refused.failure == .robots(host: "127.0.0.1"))
    }

    @Test func `pages of one host come with a pause in between, feeds do not wait`() throws {
        var limits = Limits()
        limits.pause = .seconds(1)
        var hosts = Hosts(limits)
        let now = ContinuousClock.now
        let page = Job(
            Request(try #require(Address("http://a.example/1")), manner: .automatic), limits: limits, .answer { _ in })
        let feed = Job(Request(try #require(Address("http://a.example/2"))), limits: limits, .answer { _ in })
        #expect(hosts.verdict(page, at: now) == .needsRules)
        #expect(hosts.verdict(page, at: now) == .later(nil))
        hosts.learn(.failure(.tooManyRedirects(host: "a.example", limit: 5)), of: "http://a.example", name: "Rassegna")
        #expect(hosts.verdict(page, at: now) == .now)
        hosts.begin(page, at: now)
        #expect(hosts.verdict(page, at: now + .milliseconds(900)) == .later(now + .seconds(1)))
        #expect(hosts.verdict(feed, at: now) == .now)
        #expect(hosts.verdict(page, at: now + .seconds(1)) == .now)
    }

    @Test func `pages that wait for their turn come`() async throws {
        let outlet = try await outlet(robots: nil)
        let fetcher = fetcher { $0.pause = .milliseconds(20) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for path in ["/a", "/b", "/private/c"] {
                group.addTask { _ = try await fetcher.get(outlet.address(path)) { $0.manner = .automatic } }
            }
            try await group.waitForAll()
        }
        #expect(Set(outlet.paths) == ["/robots.txt", "/a", "/b", "/private/c"])
    }
}
