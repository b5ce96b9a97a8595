import Fetch
import Foundation
import Model
import Testing

/// Servers that are slow, broken, huge, or out to do harm.
struct HostileTests {
    private let host = "127.0.0.1"
    private let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n"

    @Test func `who never answers is left in time`() async throws {
        let server = try RawServer { $0.keepSilent() }
        let fetcher = fetcher { $0.whole = .milliseconds(150) }
        #expect(try await fetcher.ask(server.address()).failure == .timeout(host: host))
    }

    @Test func `who drips is left in time`() async throws {
        let server = try RawServer { [head] talk in
            talk.send(head + "\r\n")
            while talk.send("x") { talk.pause(milliseconds: 20) }
        }
        let whole = fetcher { $0.whole = .milliseconds(200) }
        #expect(try await whole.ask(server.address()).failure == .timeout(host: host))
        let slow = fetcher {
            $0.slowest = 1_000_000
            $0.patience = 1
        }
        #expect(try await slow.ask(server.address()).failure == .timeout(host: host))
    }

    @Test func `who is silent keeps nobody else waiting`() async throws {
        let dead = try RawServer { $0.keepSilent() }
        let outlet = try await Outlet(["/": { _ in .text("alive") }])
        let fetcher = fetcher()
        let silent = Task { [address = dead.address()] in try await fetcher.ask(address) }
        while dead.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        #expect(try await fetcher.get(outlet.address("/")).text == "alive")
        fetcher.cancel()
        #expect(try await silent.value.failure == .cancelled)
    }

    @Test func `cancelling ends everything at once`() async throws {
        let server = try RawServer { $0.keepSilent() }
        let fetcher = fetcher()
        let address = server.address()
        let tasks = (0..<20).map { _ in Task { try await fetcher.ask(address) } }
        while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(5)) }
        try await Task.sleep(for: .milliseconds(20))
        let clock = ContinuousClock()
        let began = clock.now
        fetcher.cancel()
        for task in tasks { #expect(try await task.value.failure == .cancelled) }
        #expect(clock.now - began < .seconds(20))
        let outlet = try await Outlet(["/": { _ in .text("afterwards") }])
        #expect(try await fetcher.get(outlet.address("/")).text == "afterwards")
    }

    @Test func `an answer larger than the limit is refused, whether it says so or not`() async throws {
        let limited = fetcher { $0.bytes = 1_000_000 }
        let stated = try RawServer(saying: head + "Content-Length: 1000001\r\n\r\nx")
        #expect(try await limited.ask(stated.address()).failure == .tooLarge(host: host, limit: 1_000_000))
        let endless = try RawServer { [head] talk in
            talk.send(head + "\r\n")
            while talk.send([UInt8](repeating: 65, count: 50_000)) {}
        }
        #expect(try await limited.ask(endless.address()).failure == .tooLarge(host: host, limit: 1_000_000))
        let endlessChunks = try RawServer { [head] talk in
            talk.send(head + "Transfer-Encoding: chunked\r\n\r\n")
            while talk.send("4000\r\n" + String(repeating: "A", count: 0x4000) + "\r\n") {}
        }
        #expect(try await limited.ask(endlessChunks.address()).failure == .tooLarge(host: host, limit: 1_000_000))
    }

    @Test func `a compressed answer is unpacked, as far as the limit`() async throws {
        let zip = try #require(Data(base64Encoded: "H4sIAAAAAAACA7MpKi62c85MzLfRB7EAmL5f/Q8AAAA="))
        let gzip = try RawServer { [head] talk in talk.send(Array((head + "Content-Encoding: gzip\r\n\r\n").utf8) + zip)
        }
        #expect(try await fetcher().get(gzip.address()).text == "<rss>Ciao</rss>")
        // Brotli (RFC 7932): one block of fifteen bytes as they are, and the empty last one.
        let packed = [0xE0, 0x00, 0x10] + Array("<rss>Ciao</rss>".utf8) + [0x03]
        let brotli = try RawServer { [head] talk in
            talk.send(Array((head + "Content-Encoding: br\r\n\r\n").utf8) + packed)
        }
        #expect(try await fetcher().get(brotli.address()).text == "<rss>Ciao</rss>")
        let broken = try RawServer(saying: head + "Content-Encoding: gzip\r\n\r\nno gzip at all")
        let failure = try #require(try await fetcher().ask(broken.address()).failure)
        guard case .broken = failure else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test func `a bomb does not go off`() async throws {
        // 100 MB of zeros, compressed twice.
        let bomb = try #require(Data(base64Encoded: Self.bomb))
        let server = try RawServer { [head] talk in
            talk.send(Array((head + "Content-Encoding: gzip, gzip\r\n\r\n").utf8) + bomb)
        }
        #expect(try await fetcher().ask(server.address()).failure == .tooLarge(host: host, limit: 20_000_000))
    }

    private static let bomb =
        "H4sIAAAkC2sC/+3cv0qCYRjG4fczAylIG5wcMjoJF6E/0BY06CzO0dicEE0tnURzUwfQ1hlUm+7RINQUveJ3EsL7XNchPOPNw+/g"
        + "oZXy0e5VI3+9VlVKafb4//zd2kkAAABA4Wafd1vrMSD18/v55RgAAAAo3bS916xHgb9J78Q5AAAAoHj3w0Gn/hBY3l43nQMAAACK"
        + "1/2dH9dbwFt+2R+5BwAAABTvQzAAAAAAQhEMAAAAgFgEAwAAACAWwQAAAAAIRjAAAAAAYhEMAAAAgFgEAwAAACAWwQAAAAAIRjAA"
        + "AAAAYhEMAAAAgFgEAwAAACAWwQAAAAAIRjAAAAAAYhEMAAAAgFgEAwAAACAWwQAAAAAIRjAAAAAAYhEMAAAAgFiehoP+egvoLPPN"
        + "WSMBAMAmtKuL8elhWvxsrwAG93ohxXsBAA=="

    @Test func `who dies in the middle is told so`() async throws {
        let server = try RawServer(saying: head + "Content-Length: 1000\r\n\r\n<rss>")
        #expect(try await fetcher().ask(server.address()).failure == .cutShort(host: host))
        let chunked = try RawServer(saying: head + "Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n")
        #expect(try await fetcher().ask(chunked.address()).failure == .cutShort(host: host))
        let nothing = try RawServer { _ in }
        #expect(try await fetcher().ask(nothing.address()).failure == .cutShort(host: host))
    }

    @Test func `more than was promised is cut`() async throws {
        let server = try RawServer(saying: head + "Content-Length: 5\r\n\r\n<rss/>HTTP/1.1 200 OK\r\n\r\n")
        #expect(try await fetcher().get(server.address()).text == "<rss/")
    }

    @Test(arguments: [
        "hello\r\n\r\n", "<rss>no head</rss>", "HTTP/9.9 200\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n",
        "220 smtp.example ESMTP\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\nx", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ])
    func `what is no HTTP is broken`(answer: String) async throws {
        let server = try RawServer(saying: answer)
        let failure = try #require(try await fetcher().ask(server.address()).failure)
        switch failure {
        case .broken, .cutShort: break
        default: Issue.record("\(failure)")
        }
    }

    @Test func `control characters of a head are never passed on`() async throws {
        let server = try RawServer(
            saying: head + "ETag: \"\u{1B}]0;x\u{7}\"\r\nLast-Modified: \u{9B}31m\r\nContent-Type: \u{1B}[2J\r\n\r\nx")
        let answer = try await fetcher().get(server.address())
        #expect(answer.entityTag == nil && answer.modified == nil)
        let moved = try RawServer(
            saying: "HTTP/1.1 301 \u{1B}[2J\r\nLocation: x:\u{1B}]0;y\u{7}\r\nConnection: close\r\n\r\n")
        let failure = try #require(try await fetcher().ask(moved.address()).failure)
        #expect(failure.description.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) })
    }

    @Test func `a head of ten thousand lines is read, one without end is not`() async throws {
        let lines = (0..<10_000).map { "X-\($0): y\r\n" }.joined()
        let many = try RawServer(saying: head + lines + "ETag: \"z\"\r\n\r\nx")
        #expect(try await fetcher().get(many.address()).entityTag == "\"z\"")
        let endless = try RawServer { [head] talk in
            talk.send(head)
            while talk.send("X-Y: " + String(repeating: "z", count: 1000) + "\r\n") {}
        }
        let failure = try #require(try await fetcher().ask(endless.address()).failure)
        guard case .broken = failure else {
            Issue.record("\(failure)")
            return
        }
    }

    @Test func `nobody there is said in plain words`() async throws {
        let port = try RawServer(saying: "").port
        let failure = try #require(try await fetcher().ask("http://127.0.0.1:\(port)/").failure)
        guard case .unreachable(host, _) = failure else {
            Issue.record("\(failure)")
            return
        }
        #expect(try await fetcher().ask("http://nowhere.invalid/").failure == .unknownHost("nowhere.invalid"))
    }

    @Test func `410, 429 and 503 are told apart`() async throws {
        let server = try RawServer { talk in
            switch talk.path {
            case "/gone": talk.answer("410 Gone")
            case "/busy": talk.answer("429 Too Many Requests", ["Retry-After: 77"])
            default: talk.answer("503 Service Unavailable", body: String(repeating: "x", count: 200_000))
            }
        }
        let fetcher = fetcher()
        func failure(_ path: String) async throws -> FetchError? {
            let answer = try await fetcher.get(server.address(path))
            return #expect(throws: FetchError.self) { try answer.checked(at: .init(seconds: 0)) }
        }
        #expect(try await failure("/gone") == .gone(host: host))
        #expect(try await failure("/busy") == .busy(host: host, seconds: 77))
        #expect(try await failure("/else") == .status(503, host: host))
    }
}
