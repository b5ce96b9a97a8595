import CFetch

/// The loop of the thread that fetches: takes requests, begins as many as may run, follows redirects, gives answers.
struct FetchLoop: ~Copyable {
    private let inbox: Inbox
    private let limits: Limits
    private let agent: String
    /// Jobs that have not begun, in order.
    private var waiting: [Job] = []
    private var running: [UInt64: Job] = [:]
    private var hosts: Hosts
    private var lastNumber: UInt64 = 0
    /// When the first of those may begin that wait for a pause to end.
    private var wakeUp: ContinuousClock.Instant?

    init(_ inbox: Inbox, limits: Limits, agent: String) {
        self.inbox = inbox
        self.limits = limits
        self.agent = agent
        hosts = Hosts(limits)
    }

    /// Runs until the inbox is closed.
    mutating func run() {
        do {
            var pool = try Pool()
            while take(inbox.take(), &pool) {
                begin(&pool)
                for ending in pool.advance() { end(ending) }
                inbox.note(received: pool.received)
                begin(&pool)
                pool.wait(inbox.bell, milliseconds: patience())
            }
        } catch {
            runWithout(error)
        }
    }

    /// Answers every request with what is missing.
    private func runWithout(_ error: FetchError) {
        while true {
            let mail = inbox.take()
            for job in mail.jobs { job.answer(.failure(error)) }
            guard !mail.isClosed else { return }
            inbox.bell.wait()
        }
    }

    /// Takes in what came; `false` at the end.
    private mutating func take(_ mail: Inbox.Mail, _ pool: inout Pool) -> Bool {
        if mail.isCancelled || mail.isClosed {
            pool.clear()
            let all = running.sorted { $0.key < $1.key }.map(\.value) + waiting
            (running, waiting) = ([:], [])
            for job in all {
                if case .robots(let origin) = job.purpose { hosts.learn(nil, of: origin, name: name) }
                job.answer(.failure(.cancelled))
            }
            hosts.clear()
        }
        for job in mail.isClosed ? mail.jobs : [] { job.answer(.failure(.cancelled)) }
        waiting += mail.isClosed ? [] : mail.jobs
        return !mail.isClosed
    }

    /// Begins the jobs that may run, the first ones first.
    private mutating func begin(_ pool: inout Pool) {
        wakeUp = nil
        guard !waiting.isEmpty, running.count < limits.inAll else { return }
        let now = ContinuousClock.now
        var later: [Job] = []
        var queue = waiting
        waiting = []
        queue.reverse()
        while running.count < limits.inAll, let job = queue.popLast() {
            switch hosts.verdict(job, at: now) {
            case .now: begin(job, at: now, &pool)
            case .refused: job.answer(.failure(.robots(host: job.address.host)))
            case .needsRules:
                queue.append(job)
                queue.append(rulesJob(for: job.address))
            case .later(let moment):
                if let moment { wakeUp = min(wakeUp ?? moment, moment) }
                later.append(job)
            }
        }
        waiting = later + queue.reversed()
    }

    private mutating func begin(_ job: Job, at now: ContinuousClock.Instant, _ pool: inout Pool) {
        var job = job
        job.begin()
        lastNumber += 1
        let hasBegun = pool.begin(
            lastNumber, job.address, agent: agent, headers: job.request.headers, credentials: job.credentials,
            limits: job.limits(limits))
        guard hasBegun else { return finish(job, .failure(.badAddress(job.address.description))) }
        hosts.begin(job, at: now)
        running[lastNumber] = job
    }

    /// The request for the rules of an address's origin.
    private func rulesJob(for address: Address) -> Job {
        Job(Request(address.at("/robots.txt")), limits: limits, .robots(address.origin))
    }

    /// A transfer has ended.
    private mutating func end(_ ending: Pool.Ending) {
        guard var job = running.removeValue(forKey: ending.number) else { return }
        hosts.end(job.address.host)
        job.end()
        if let error = FetchError(ending, job, limits) { return finish(job, .failure(error)) }
        let headers = Headers(ending.head)
        if [301, 302, 303, 307, 308].contains(ending.status), let location = headers["Location"] {
            do {
                try job.follow(location, status: ending.status, limits: limits)
                waiting.insert(job, at: 0)
            } catch {
                finish(job, .failure(error))
            }
            return
        }
        finish(
            job,
            .success(
                Response(
                    address: job.address, newAddress: job.newAddress, status: ending.status, headers: headers,
                    body: ending.body, hadCredentials: job.credentials != nil)))
    }

    private mutating func finish(_ job: Job, _ result: Result<Response, FetchError>) {
        if case .robots(let origin) = job.purpose {
            hosts.learn(result, of: origin, name: name)
        } else {
            job.answer(result)
        }
    }

    /// The robot's name: the user agent up to its version.
    private var name: String { String(agent.prefix { $0 != "/" && $0 != " " }) }

    /// How long to wait for news, in milliseconds.
    private func patience() -> Int {
        guard let wakeUp else { return 60_000 }
        return min(max((wakeUp - .now).milliseconds + 1, 0), 60_000)
    }
}

extension FetchError {
    /// What went wrong with a transfer; `nil` for nothing.
    fileprivate init?(_ ending: Pool.Ending, _ job: Job, _ limits: Limits) {
        let host = job.address.host
        switch ending.outcome {
        case .FETCH_DONE: return nil
        case .FETCH_NO_HOST: self = .unknownHost(host)
        case .FETCH_NO_CONNECTION: self = .unreachable(host: host, reason: ending.reason)
        case .FETCH_NO_PROXY: self = .proxy(ending.reason)
        case .FETCH_UNTRUSTED: self = .untrusted(host: host, reason: ending.reason)
        case .FETCH_TIMED_OUT: self = .timeout(host: host)
        case .FETCH_TOO_LARGE: self = .tooLarge(host: host, limit: Int(job.limits(limits).bytes))
        case .FETCH_HEAD_TOO_LARGE: self = .broken(host: host, reason: "its head is too large")
        case .FETCH_CUT_SHORT: self = .cutShort(host: host)
        case .FETCH_BAD_ADDRESS: self = .badAddress(job.address.description)
        case .FETCH_BROKEN, .FETCH_OTHER: self = .broken(host: host, reason: ending.reason)
        }
    }
}
