import Model

/// What a refresh has done so far.
struct RefreshProgress: Equatable, Sendable {
    /// Requests that are done with.
    var done = 0
    /// Requests in all; pages of summaries come to it while it runs.
    var total = 0
    /// Bytes that have come.
    var bytes = 0
    /// Articles that are new.
    var added = 0
    /// The sources that have not been done with.
    var open: Set<SourceID> = []

    /// `12/40  1.2 MB  34 new`.
    var summary: String {
        let size = bytes < 1_000_000 ? "\(bytes / 1000) kB" : "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
        return "\(done)/\(total)  \(size)  \(added) new"
    }
}

/// What became of one source in a refresh.
struct RefreshReport: Equatable, Sendable {
    /// How the visit ended.
    enum Ending: String, Equatable, Sendable {
        /// It answered; there may be something new.
        case fetched
        /// It said that nothing has changed.
        case unchanged = "not modified"
        /// It did not answer well.
        case failed
        /// It is gone for good.
        case gone
        /// It was not asked: it is not due, or wants to be left alone.
        case waiting
        /// The user took the visit back.
        case cancelled
    }

    /// The source as it was before.
    var source: Source
    var ending: Ending
    var added = 0
    var updated = 0
    /// Bytes of the answer.
    var bytes = 0
    /// Where the source has moved to for good.
    var newAddress: String?
    /// Why it failed, or why it was not asked.
    var problem: String?
    /// What was wrong in the feed, a line each.
    var remarks: [String] = []
}

extension [RefreshReport] {
    /// `12 sources: 34 articles added, 2 updated; 3 not changed; 1 failed`.
    var summary: String {
        let asked = filter { $0.ending != .waiting }
        let added = asked.reduce(0) { $0 + $1.added }
        let updated = asked.reduce(0) { $0 + $1.updated }
        var parts = ["\(added) article\(added == 1 ? "" : "s") added" + (updated > 0 ? ", \(updated) updated" : "")]
        let failed = asked.count { $0.ending == .failed || $0.ending == .gone }
        let taken = asked.count { $0.ending == .cancelled }
        if failed > 0 { parts.append("\(failed) failed") }
        if taken > 0 { parts.append("\(taken) cancelled") }
        return "\(asked.count) source\(asked.count == 1 ? "" : "s"): " + parts.joined(separator: "; ")
    }
}
