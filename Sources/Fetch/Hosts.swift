/// What is known of the hosts that are asked: how busy they are with us, when the next page may be fetched, what their
/// `robots.txt` says.
struct Hosts {
    /// What a host's `robots.txt` says, as far as is known.
    enum Rules {
        case asked
        case known(Robots, until: ContinuousClock.Instant)
    }

    /// Whether a job may begin.
    enum Verdict: Equatable {
        case now
        case later(ContinuousClock.Instant?)
        case refused
        /// The rules of the origin must be read first.
        case needsRules
    }

    private var running: [String: Int] = [:]
    private var nextPage: [String: ContinuousClock.Instant] = [:]
    private var rules: [String: Rules] = [:]
    private let limits: Limits
    /// How long rules are believed (RFC 9309, section 2.4), and how long it is believed that they cannot be had.
    private static let (day, minutes) = (Duration.seconds(86_400), Duration.seconds(600))

    init(_ limits: Limits) {
        self.limits = limits
    }

    /// Whether a job may begin now.
    mutating func verdict(_ job: Job, at now: ContinuousClock.Instant) -> Verdict {
        if job.isAutomatic {
            switch rules[job.address.origin] {
            case .known(let robots, let until) where until > now:
                guard robots.allows(job.address.target) else { return .refused }
            case .asked: return .later(nil)
            default:
                rules[job.address.origin] = .asked
                return .needsRules
            }
            if let next = nextPage[job.address.host], next > now { return .later(next) }
        }
        return running[job.address.host, default: 0] < limits.byHost ? .now : .later(nil)
    }

    /// A job begins.
    mutating func begin(_ job: Job, at now: ContinuousClock.Instant) {
        running[job.address.host, default: 0] += 1
        if job.isAutomatic { nextPage[job.address.host] = now + limits.pause }
    }

    /// Nothing runs any more.
    mutating func clear() {
        running = [:]
    }

    /// A job has ended, at the address where it began.
    mutating func end(_ host: String) {
        let left = running[host, default: 1] - 1
        running[host] = left > 0 ? left : nil
    }

    /// What has come of asking for an origin's rules; `nil` where nothing has, so that they are asked for again.
    mutating func learn(_ result: Result<Response, FetchError>?, of origin: String, name: String) {
        let now = ContinuousClock.now
        switch result {
        case nil: rules[origin] = nil
        case .success(let answer) where 200...299 ~= answer.status:
            rules[origin] = .known(Robots(answer.body, for: name), until: now + Hosts.day)
        // No such file, or a loop of redirects: everything is allowed (sections 2.3.1.2 and 2.3.1.3).
        case .success(let answer) where 300...499 ~= answer.status && answer.status != 429:
            rules[origin] = .known(.open, until: now + Hosts.day)
        case .failure(.tooManyRedirects), .failure(.badRedirect): rules[origin] = .known(.open, until: now + Hosts.day)
        // The server is out of order or cannot be reached: nothing is (section 2.3.1.4).
        default: rules[origin] = .known(.closed, until: now + Hosts.minutes)
        }
    }
}
