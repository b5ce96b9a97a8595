public import Model

/// How much the user wants a source to be asked.
public enum Urgency: Equatable, Sendable {
    /// As it is due.
    case routine
    /// All sources, also those that are not due.
    case forced
    /// This source, by its name: also when it is not due, or was gone.
    case named
}

extension Visits {
    /// Whether the source may be asked now. What a server asked for (`Retry-After`) holds against every wish.
    public func isDue(at now: Timestamp, _ urgency: Urgency = .routine) -> Bool {
        if let barredUntil, now < barredUntil { return false }
        switch urgency {
        case .named: return true
        case .forced: return !isGone
        case .routine: return !isGone && (due.map { $0 <= now } ?? true)
        }
    }

    /// The answer was good: a feed that says to be good for so many minutes, or that nothing has changed (304).
    public mutating func succeed(_ response: Response, minutes: Int? = nil, at now: Timestamp) {
        var interval = Patience.shortest
        if response.isNotModified, failures == 0, let due, let last { interval = Int(due.seconds - last.seconds) }
        if let freshness = response.freshness(at: now) { interval = min(freshness, Patience.longestKept) }
        if let minutes, minutes > 0 {
            interval = max(interval, min(minutes, Patience.longest / 60) * 60)
        }
        if response.isNotModified {
            entityTag = response.entityTag ?? entityTag
            modified = response.modified ?? modified
        } else {
            entityTag = response.entityTag
            modified = response.modified
        }
        (last, success, problem, failures, isGone, barredUntil) = (now, now, nil, 0, false, nil)
        due = now.advanced(by: Int64(min(max(interval, Patience.shortest), Patience.longest)))
    }

    /// There was no good answer. One that was taken back (`.cancelled`) counts as no visit.
    public mutating func fail(_ error: FetchError, at now: Timestamp) {
        guard error != .cancelled else { return }
        fail(because: error.description, at: now)
        switch error {
        case .gone:
            isGone = true
            due = nil
        case .busy(_, let seconds):
            let moment = now.advanced(by: Int64(min(max(seconds, 1), Patience.longest)))
            barredUntil = moment
            due = moment
        case .unknownHost:
            // Mostly the network is down, which is no reason to wait until tomorrow.
            due = due.map { min($0, now.advanced(by: Int64(Patience.longestOffline))) }
        default: break
        }
    }

    /// What was answered is of no use, in words; the next visit waits longer with every failure.
    public mutating func fail(because reason: String, at now: Timestamp) {
        last = now
        problem = reason
        barredUntil = nil
        failures = min(failures, 1_000) + 1
        let doublings = min(failures - 1, 12)
        due = now.advanced(by: Int64(min(Patience.first << doublings, Patience.longest)))
    }
}

/// How long a source is left alone, in seconds.
private enum Patience {
    /// After a success, at least.
    static let shortest = 600
    /// After a success, at most, whatever `Cache-Control` or `Expires` say: they are often set for whole sites.
    static let longestKept = 6 * 3600
    /// After the first failure; twice as long after each further one.
    static let first = 600
    /// While a host's name cannot be found, at most.
    static let longestOffline = 3600
    /// At most, whatever happens.
    static let longest = 86_400
}
