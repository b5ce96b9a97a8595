import Fetch
import FlyingFox
import Foundation
import Model
import Synchronization
import Testing

/// What an outlet that behaves well is asked, and what becomes of its answers.
struct FetchingTests {
    private let now = Timestamp(seconds: 1_800_000_000)

    @Test func `an answer comes with its type, and says who asked`() async throws {
        let outlet = try await Outlet([
            "/feed": { _ in .text("<rss/>", ["Content-Type": "application/rss+xml", "ETag": "\"1\""]) }
        ])
        let answer = try await fetcher().get(outlet.address("/feed"))
        #expect(answer.status == 200)
        #expect(answer.text == "<rss/>")
        #expect(answer.contentType == "application/rss+xml")
        #expect(answer.entityTag == "\"1\"")
        #expect(answer.newAddress == nil)
        let asked = try #require(outlet.asked.first)
        #expect(asked.headers["user-agent"] == "Rassegna/0 (+feed reader)")
        #expect(asked.headers["accept-encoding"]?.contains("gzip") == true)
        #expect(asked.headers["accept-encoding"]?.contains("br") == true)
        #expect(asked.headers["accept"]?.hasPrefix("application/atom+xml") == true)
        #expect(asked.headers["cookie"] == nil && asked.headers["referer"] == nil)
    }

    @Test func `what has not changed is not sent again, and what has is`() async throws {
        let outlet = try await ChangingOutlet(tag: "\"1\"")
        let fetcher = fetcher()
        var visits = Visits()
        func visit() async throws -> Response {
            let answer = try await fetcher.get(outlet.outlet.address("/feed")) {
                $0.entityTag = visits.entityTag
                $0.modified = visits.modified
            }
            visits.succeed(answer, at: now)
            return answer
        }
        #expect(try await visit().text == "text \"1\"")
        #expect(try await visit().isNotModified)
        #expect(try await visit().isNotModified)
        outlet.change(to: "\"2\"")
        #expect(try await visit().text == "text \"2\"")
        #expect(try await visit().isNotModified)
    }

    @Test func `many hosts and many feeds are asked, each few at a time`() async throws {
        let busy = Gauge()
        var answers: [String: Outlet.Answer] = [:]
        for number in 0..<12 {
            answers["/\(number)"] = { _ in
                await busy.during { try? await Task.sleep(for: .milliseconds(15)) }
                return .text("\(number)")
            }
        }
        let outlet = try await Outlet(answers)
        let fetcher = fetcher()
        let texts = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<12 {
                group.addTask { try await fetcher.get(outlet.address("/\(number)")).text }
            }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(texts.count == 12)
        #expect(busy.most == 2)
        #expect(fetcher.received > 0)
    }

    @Test func `what a server adds to a tag for compression is left out when it is sent back`() async throws {
        let outlet = try await Outlet(["/": { _ in .text("here") }])
        for (tag, sent) in [
            ("\"1a-gzip\"", "\"1a\""), ("W/\"1a-br\"", "W/\"1a\""), ("\"1a--gzip\"", "\"1a--gzip\""),
            ("\"1a\"", "\"1a\""),
            ("\"-gzip\"", "\"-gzip\""), ("\"gzip\"", "\"gzip\""),
        ] {
            _ = try await fetcher().get(outlet.address("/")) { $0.entityTag = tag }
            #expect(outlet.asked.last?.headers["if-none-match"] == sent)
        }
    }

    @Test func `a password is asked for and given, to this host alone`() async throws {
        let other = try await Outlet(["/there": { _ in .text("there") }])
        let elsewhere = other.address("/there")
        let outlet = try await Outlet([
            "/feed": { request in
                request.headers[.authorization] == "Basic YW5uYTpzZWNyZXQ="
                    ? .text("private") : .text("", status: .unauthorized, ["WWW-Authenticate": "Basic realm=\"x\""])
            },
            "/away": { _ in .text("", status: .found, ["Location": elsewhere]) },
        ])
        let credentials = Credentials(user: "anna", password: "secret")
        #expect(try await fetcher().get(outlet.address("/feed")).status == 401)
        #expect(try await fetcher().get(outlet.address("/feed")) { $0.credentials = credentials }.text == "private")
        #expect(try await fetcher().get(outlet.address("/away")) { $0.credentials = credentials }.text == "there")
        #expect(other.asked.allSatisfy { $0.headers["authorization"] == nil })
        let now = Timestamp(seconds: 0)
        let open = try await fetcher().get(outlet.address("/feed"))
        #expect(throws: FetchError.status(401, host: "127.0.0.1")) { try open.checked(at: now) }
        let wrong = Credentials(user: "anna", password: "no")
        let closed = try await fetcher().get(outlet.address("/feed")) { $0.credentials = wrong }
        #expect(throws: FetchError.refused(host: "127.0.0.1")) { try closed.checked(at: now) }
    }

    @Test func `a fetcher that is let go ends, and whoever waits hears so`() async throws {
        let silent = try RawServer { $0.keepSilent() }
        let address = try #require(Address(silent.address()))
        let result = await withCheckedContinuation { continuation in
            fetcher().fetch(Request(address)) { continuation.resume(returning: $0) }
        }
        #expect(result.failure == .cancelled)
    }

    @Test func `an answer can be waited for`() async throws {
        let outlet = try await Outlet(["/": { _ in .text("here") }])
        let request = Request(try #require(Address(outlet.address("/"))))
        let text = try await Task.detached { try fetcher().answer(to: request).get().text }.value
        #expect(text == "here")
    }
}

/// A feed whose text changes when a test says so.
private struct ChangingOutlet {
    let outlet: Outlet
    private let state: State

    private final class State: Sendable {
        let tag: Mutex<String>
        init(_ tag: String) { self.tag = Mutex(tag) }
    }

    init(tag: String) async throws {
        let state = State(tag)
        self.state = state
        outlet = try await Outlet([
            "/feed": { request in
                let tag = state.tag.withLock { $0 }
                let known = request.headers[HTTPHeader("If-None-Match")]
                return known == tag
                    ? .text("", status: .notModified, ["ETag": tag]) : .text("text " + tag, ["ETag": tag])
            }
        ])
    }

    func change(to tag: String) {
        state.tag.withLock { $0 = tag }
    }
}

/// Counts how many are in something at the same time.
private final class Gauge: Sendable {
    private let counts = Mutex((now: 0, most: 0))

    var most: Int { counts.withLock { $0.most } }

    func during(_ work: () async -> Void) async {
        counts.withLock { counts in
            counts.now += 1
            counts.most = max(counts.most, counts.now)
        }
        await work()
        counts.withLock { $0.now -= 1 }
    }
}
