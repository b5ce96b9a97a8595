import Fetch
import FlyingFox
import Testing

struct RedirectTests {
    /// An outlet with a redirect from each path to another.
    private func outlet(_ ways: [(from: String, status: Int, to: String)]) async throws -> Outlet {
        var answers: [String: Outlet.Answer] = ["/end": { _ in .text("the end") }]
        for way in ways {
            answers[way.from] = { _ in
                .text("moved", status: HTTPStatusCode(way.status, phrase: "Moved"), ["Location": way.to])
            }
        }
        return try await Outlet(answers)
    }

    @Test func `redirects are followed, and where the lasting ones lead is told`() async throws {
        let outlet = try await outlet([
            ("/a", 301, "/b"), ("/b", 308, "end"), ("/c", 302, "/end"), ("/d", 307, "/a"), ("/e", 301, "/c"),
        ])
        let fetcher = fetcher()
        for (path, lasting) in [("/a", "/end"), ("/c", nil), ("/d", nil), ("/e", "/c")] as [(String, String?)] {
            let answer = try await fetcher.get(outlet.address(path))
            #expect(answer.text == "the end")
            #expect(answer.address.description == outlet.address("/end"))
            #expect(answer.newAddress?.description == lasting.map { outlet.address($0) })
        }
    }

    @Test func `to another port as well`() async throws {
        let there = try await outlet([])
        let here = try await outlet([("/", 302, there.address("/end"))])
        #expect(try await fetcher().get(here.address("/")).address.description == there.address("/end"))
    }

    @Test func `five and no more`() async throws {
        let chain = try await outlet([
            ("/1", 302, "/2"), ("/2", 302, "/3"), ("/3", 302, "/4"), ("/4", 302, "/5"), ("/5", 302, "/end"),
            ("/0", 302, "/1"), ("/loop", 301, "/loop"),
        ])
        #expect(try await fetcher().get(chain.address("/1")).text == "the end")
        let tooMany = FetchError.tooManyRedirects(host: "127.0.0.1", limit: 5)
        #expect(try await fetcher().ask(chain.address("/0")).failure == tooMany)
        #expect(try await fetcher().ask(chain.address("/loop")).failure == tooMany)
    }

    @Test(arguments: [
        "file:///etc/passwd", "FILE:/etc/passwd", "gopher://127.0.0.1:70/x", "ftp://127.0.0.1/", "javascript:1",
        "http://user:word@127.0.0.1/", "http://", "data:text/html,x", "dict://127.0.0.1:11211/stat",
    ])
    func `never to anything but the web, never with a user part`(target: String) async throws {
        let server = try RawServer(
            saying: "HTTP/1.1 302 Found\r\nLocation: \(target)\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        let failure = try #require(try await fetcher().ask(server.address()).failure)
        guard case .badRedirect("127.0.0.1", _) = failure else {
            Issue.record("\(failure)")
            return
        }
        #expect(!failure.description.contains("word@"))
        #expect(server.requests.count == 1)
    }

    @Test func `one without an end is told by its status`() async throws {
        let server = try RawServer(saying: "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        #expect(try await fetcher().get(server.address()).status == 302)
    }

    @Test func `the body of a redirect is of no interest, however long`() async throws {
        let server = try RawServer { talk in
            guard talk.path == "/" else { return talk.answer(body: "there") }
            talk.send("HTTP/1.1 302 Found\r\nLocation: /x\r\nConnection: close\r\n\r\n")
            while talk.send([UInt8](repeating: 65, count: 10_000)) {}
        }
        #expect(try await fetcher().get(server.address("/")).text == "there")
    }
}
