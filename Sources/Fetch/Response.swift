public import Model

/// An answer, whatever its status.
public struct Response: Equatable, Sendable {
    /// Where it came from, after redirects.
    public var address: Address
    /// The address to ask next time: where redirects that are for good (301, 308) led, up to the first that is not.
    /// `nil` where there were none.
    public var newAddress: Address?
    /// The status code.
    public var status: Int
    /// The head.
    public var headers: Headers
    /// The body, decompressed; of an answer that is no success its beginning.
    public var body: [UInt8]
    /// Whether the host could ask for a name and a password and get them.
    public var hadCredentials = false

    /// The type that the answer states: `text/html; charset=utf-8`.
    public var contentType: String? { headers["Content-Type"] }
    /// What to send the next time, where it can be sent.
    public var entityTag: String? { headers["ETag"].flatMap { Request.isSafe($0) ? $0 : nil } }
    /// What to send the next time, where it can be sent.
    public var modified: String? { headers["Last-Modified"].flatMap { Request.isSafe($0) ? $0 : nil } }
    /// Whether what was known has not changed.
    public var isNotModified: Bool { status == 304 }

    /// The answer itself where it is a success (2xx, 304); else why it is none.
    public func checked(at now: Timestamp) throws(FetchError) -> Response {
        switch status {
        case 200...299, 304: return self
        case 401 where hadCredentials: throw .refused(host: address.host)
        case 410: throw .gone(host: address.host)
        case 429, 503:
            if let seconds = retryAfter(at: now) { throw .busy(host: address.host, seconds: seconds) }
            throw .status(status, host: address.host)
        default: throw .status(status, host: address.host)
        }
    }

    /// How many seconds the host wants to be left alone (RFC 9110, section 10.2.3): a number, or a date.
    func retryAfter(at now: Timestamp) -> Int? {
        guard let value = headers["Retry-After"] else { return nil }
        if let seconds = Response.seconds(value) { return seconds }
        // By the server's own clock where it tells the time.
        let base = headers["Date"].flatMap { Timestamp(httpDate: $0) } ?? now
        return Timestamp(httpDate: value).map { Response.bounded($0.seconds - base.seconds) }
    }

    /// How many seconds the answer stays good (RFC 9111, section 4.2); `nil` where it does not say, 0 where it must not
    /// be kept.
    public func freshness(at now: Timestamp) -> Int? {
        var age: Int?
        for directive in (headers.all("Cache-Control") ?? "").split(separator: ",") {
            let words = directive.split(separator: "=", maxSplits: 1).map { $0.trimmed.lowercased() }
            switch words.first {
            case "no-store", "no-cache": return 0
            case "max-age" where words.count == 2:
                age = age ?? Response.seconds(words[1].filter { $0 != "\"" })
            default: break
            }
        }
        if let age { return max(0, age - (headers["Age"].flatMap(Response.seconds) ?? 0)) }
        guard let expires = headers["Expires"] else { return nil }
        let base = headers["Date"].flatMap { Timestamp(httpDate: $0) } ?? now
        // A value that is no date, such as 0, says that it has expired.
        return Timestamp(httpDate: expires).map { Response.bounded($0.seconds - base.seconds) } ?? 0
    }

    /// A number of seconds; one too large to be counted is a very long time.
    private static func seconds(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(text).map { bounded(Int64($0)) } ?? Int(Int32.max)
    }

    private static func bounded(_ seconds: Int64) -> Int {
        Int(min(max(seconds, 0), Int64(Int32.max)))
    }
}
