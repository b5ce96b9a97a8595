import Model
import Testing

@testable import Fetch

/// An answer with a head.
func response(_ status: Int = 200, _ head: String = "", body: String = "") throws -> Response {
    Response(
        address: try #require(Address("https://a.example/feed")), status: status, headers: Headers(head.utf8),
        body: Array(body.utf8))
}

struct FreshnessTests {
    private let now = Timestamp(seconds: 784_111_777)

    @Test(arguments: ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"])
    func `dates are read in the three forms of HTTP`(text: String) {
        #expect(Timestamp(httpDate: text) == now)
    }

    @Test(arguments: ["", "0", "-1", "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 06 Nov 1994", "yesterday", "a b c d e f"])
    func `anything else is no date`(text: String) {
        #expect(Timestamp(httpDate: text) == nil)
    }

    @Test(
        arguments: [
            ("Cache-Control: max-age=600", 600), ("Cache-Control: public, MAX-AGE=\"60\"\nAge: 20", 40),
            ("Cache-Control: public\ncache-control: max-age=5", 5), ("Cache-Control: max-age=9, no-store", 0),
            ("Cache-Control: no-cache", 0), ("Expires: Sun, 06 Nov 1994 09:49:37 GMT", 3600), ("Expires: 0", 0),
            ("Expires: Sun, 06 Nov 1994 08:00:00 GMT", 0), ("Cache-Control: max-age=x", nil), ("", nil),
            ("Date: Sun, 06 Nov 1994 00:00:00 GMT\nExpires: Sun, 06 Nov 1994 00:01:00 GMT", 60),
            ("Cache-Control: max-age=99999999999999999999999", Int(Int32.max)),
            ("Cache-Control: max-age=7\nExpires: 0", 7),
        ] as [(String, Int?)])
    func `how long an answer stays good`(head: String, seconds: Int?) throws {
        #expect(try response(200, head).freshness(at: now) == seconds)
    }

    @Test(
        arguments: [
            ("Retry-After: 120", 120), ("Retry-After: Sun, 06 Nov 1994 08:50:37 GMT", 60), ("Retry-After: soon", nil),
            ("Retry-After: Sun, 06 Nov 1983 08:50:37 GMT", 0), ("", nil),
        ] as [(String, Int?)])
    func `how long a server wants to be left alone`(head: String, seconds: Int?) throws {
        #expect(try response(429, head).retryAfter(at: now) == seconds)
    }

    @Test func `a status that is no success is an error in plain words`() throws {
        func error(_ status: Int, _ head: String = "") throws -> FetchError? {
            let response = try response(status, head)
            return #expect(throws: FetchError.self) { try response.checked(at: now) }
        }
        #expect(try error(410) == .gone(host: "a.example"))
        #expect(try error(429, "Retry-After: 9") == .busy(host: "a.example", seconds: 9))
        #expect(try error(503) == .status(503, host: "a.example"))
        #expect(try error(404)?.description == "a.example has nothing there (404): check the address")
        #expect(try error(302) == .status(302, host: "a.example"))
        #expect(try response(304).checked(at: now).isNotModified)
    }

    @Test func `a head is read whatever is in it`() throws {
        let headers = Headers(
            Array("Content-Type:text/xml\r\nX: a\r\n b\r\n: no\r\nnothing\r\nETag: \"\u{1B}[2J\"\r\nN: ".utf8) + [
                0xE9, 0x0A,
            ])
        #expect(headers["content-type"] == "text/xml")
        #expect(headers["x"] == "a b")
        #expect(headers["n"] == "é")
        let answer = Response(
            address: try #require(Address("https://a.example/")), status: 200, headers: headers, body: [])
        #expect(answer.entityTag == nil)
    }

    @Test func `nothing is sent back that could be two lines`() throws {
        let address = try #require(Address("https://a.example/"))
        let request = Request(address, entityTag: "\"a\"\r\nX: y", modified: "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(request.headers.count == 2)
        #expect(request.headers.last == "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT")
    }
}
