/// What fetching may cost.
public struct Limits: Equatable, Sendable {
    /// Requests that run at the same time.
    public var inAll = 16
    /// Requests that run at the same time on one host.
    public var byHost = 2
    /// The largest answer in bytes, after decompression.
    public var bytes = 20_000_000
    /// How long a connection may take to stand.
    public var connect = Duration.seconds(10)
    /// How long a request may take with all its redirects, from when it begins.
    public var whole = Duration.seconds(30)
    /// Fewer bytes a second than this…
    public var slowest = 50
    /// …for so many seconds end a request.
    public var patience = 15
    /// How many redirects are followed.
    public var redirects = 5
    /// The pause between the pages that are fetched from one host without being asked for by the user.
    public var pause = Duration.seconds(1)
    /// How much of a `robots.txt` is read, in bytes (RFC 9309 asks for 500 KiB at least).
    public var robots = 512 << 10

    /// The usual limits.
    public init() {}
}
