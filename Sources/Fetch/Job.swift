import CFetch

/// A request with all that happens to it until it is answered.
struct Job {
    /// What it is for.
    enum Purpose {
        /// Somebody waits for the answer.
        case answer(@Sendable (Result<Response, FetchError>) -> Void)
        /// The rules of an origin.
        case robots(String)
    }

    let request: Request
    let purpose: Purpose
    /// Where it is now, after redirects.
    var address: Address
    /// How many redirects have been followed.
    var hops = 0
    /// Where redirects for good have led, as long as there were no others.
    var newAddress: Address?
    private var isForGood = true
    /// How much of its time is left.
    private var left: Duration
    private var began = ContinuousClock.now

    init(_ request: Request, limits: Limits, _ purpose: Purpose) {
        self.request = request
        self.purpose = purpose
        address = request.address
        left = limits.whole
    }

    /// Whether `robots.txt` and pauses are heeded for it.
    var isAutomatic: Bool {
        if case .answer = purpose { request.manner == .automatic } else { false }
    }

    /// The credentials, where they may be sent to where it is now.
    var credentials: Credentials? {
        request.address.sharesSecrets(with: address) ? request.credentials : nil
    }

    /// What it may still cost.
    func limits(_ limits: Limits) -> fetch_limits {
        let isRobots = if case .robots = purpose { true } else { false }
        let whole = max(1, left.milliseconds)
        return fetch_limits(
            bytes: isRobots ? limits.robots : limits.bytes, cuts: isRobots,
            connect: min(max(1, limits.connect.milliseconds), whole), whole: whole, slowest: limits.slowest,
            patience: limits.patience)
    }

    /// A transfer of it begins.
    mutating func begin() {
        began = .now
    }

    /// A transfer of it has ended.
    mutating func end() {
        left -= ContinuousClock.now - began
    }

    /// Goes where a redirect leads.
    mutating func follow(_ location: String, status: Int, limits: Limits) throws(FetchError) {
        guard hops < limits.redirects else { throw .tooManyRedirects(host: address.host, limit: limits.redirects) }
        guard let next = address.resolving(location) else {
            throw .badRedirect(host: address.host, to: TypedAddress.withoutUser(location))
        }
        guard left > .zero else { throw .timeout(host: address.host) }
        hops += 1
        isForGood = isForGood && (status == 301 || status == 308)
        if isForGood { newAddress = next }
        address = next
    }
}

extension Duration {
    /// Whole milliseconds.
    var milliseconds: Int {
        let parts = components
        return Int(parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000)
    }
}
