import ArgumentParser
import Fetch
import Library
import Model
import Synchronization

/// Asks sources for what is new, and stores it: many at a time, beside everything else, and can be cancelled at any moment.
///
/// Fetching has a thread of its own, reading and recognising as many as there are processors; whoever calls `run` stores.
final class Refreshing: Sendable {
    private let library: Library
    private let knowledge: Knowledge
    private let fetcher: Fetcher
    private let keyring: Keyring
    private let reader: WebReader
    private let now: @Sendable () -> Timestamp
    private let isOver = Mutex(false)

    /// What refreshes a library's sources.
    init(
        library: Library, knowledge: Knowledge, fetcher: Fetcher = .ofProgram(), keyring: Keyring = .ofUser(),
        reader: WebReader = .standard, now: @escaping @Sendable () -> Timestamp = { Environment.now() }
    ) {
        self.library = library
        self.knowledge = knowledge
        self.fetcher = fetcher
        self.keyring = keyring
        self.reader = reader
        self.now = now
    }

    /// Ends a run: what is stored stays, all else hears that it was cancelled. May be called from any thread.
    func cancel() {
        isOver.withLock { $0 = true }
        fetcher.cancel()
    }

    private var isCancelled: Bool { isOver.withLock { $0 } }

    /// Visits the feeds among sources that may be visited; gives a report of each in the sources' order. `progress` hears
    /// after each request, on the thread of the caller.
    func run(
        _ sources: [Source], _ urgency: Urgency = .routine, progress: (RefreshProgress) -> Void = { _ in }
    ) throws -> [RefreshReport] {
        let feeds = sources.filter { $0.kind == .feed }
        let moment = now()
        var reports = feeds.map { Refreshing.waiting($0, at: moment) }
        let due = Refreshing.mixed(feeds.indices.filter { feeds[$0].visits.isDue(at: moment, urgency) }, of: feeds)
        let reading = VisitReading(
            reader: reader, library: library,
            reading: knowledge.recogniser(try library.correctionsInForce()).reading)
        var work = Work(fetcher: fetcher, reading: reading, now: now)
        var state = RefreshProgress(total: due.count, open: Set(due.map { feeds[$0].id }))
        let before = fetcher.received
        var waiting = due[...]
        // Where storing fails nobody waits for what is still under way.
        defer { if work.open > 0 { fetcher.cancel() } }
        // A stored answer makes room for the next request, so that answers never pile up.
        while !waiting.isEmpty || work.open > 0 {
            while work.hasRoom, let index = waiting.popFirst() {
                visit(index, feeds[index], &work, &reports)
            }
            guard work.open > 0 else { continue }
            switch work.next() {
            case .visit(let index, let visit):
                let new = try store(visit, of: feeds[index], in: &reports[index])
                for article in new { page(of: article, of: feeds[index].id, index, &work) }
                state.total += new.count
                state.added += reports[index].added
                state.open.remove(feeds[index].id)
            case .page(let index, let whole):
                guard let whole, !isCancelled else { break }
                try library.store(whole, from: feeds[index].id)
            }
            state.done += 1
            state.bytes = fetcher.received - before
            progress(state)
        }
        return reports
    }

    private func visit(_ index: Int, _ source: Source, _ work: inout Work, _ reports: inout [RefreshReport]) {
        guard !isCancelled else { return work.answer(index, .failed(.cancelled)) }
        guard let address = Address(source.address) else {
            return work.answer(index, .failed(.badAddress(source.address)))
        }
        work.visit(
            index, source.id,
            Request(
                address, credentials: keyring.credentials(for: address), entityTag: source.visits.entityTag,
                modified: source.visits.modified))
        // It may have been taken back in the meantime.
        if isCancelled { fetcher.cancel() }
    }

    /// Has the page of a summary fetched.
    private func page(of article: ParsedArticle, of source: SourceID, _ index: Int, _ work: inout Work) {
        guard let address = article.url.flatMap({ Address($0) }), !isCancelled else {
            return work.answerPage(index)
        }
        work.page(
            index, article, of: source,
            Request(address, manner: .automatic, credentials: keyring.credentials(for: address)))
        if isCancelled { fetcher.cancel() }
    }
}

extension Refreshing {
    /// Stores what a visit brought, and remembers how it ended; gives the new articles whose whole page is wanted.
    private func store(
        _ visit: Visit, of source: Source, in report: inout RefreshReport
    ) throws -> [ParsedArticle] {
        var visits = source.visits
        var id = source.id
        var pages: [ParsedArticle] = []
        report.problem = nil
        switch visit {
        case .failed(.cancelled):
            report.ending = .cancelled
            return []
        case .failed(let error):
            visits.fail(error, at: now())
            report.ending = visits.isGone ? .gone : .failed
            report.problem = error.description
        case .unreadable(let bytes, let reason):
            visits.fail(because: reason, at: now())
            report.ending = .failed
            report.problem = reason
            report.bytes = bytes
        case .notModified(let response):
            visits.succeed(response, at: now())
            report.ending = .unchanged
            id = try move(source, response, &report)
        case .feed(let response, let bytes, let feed, let articles):
            id = try move(source, response, &report)
            let outcomes = try library.store(articles, from: id)
            for (article, outcome) in zip(feed.articles, outcomes) {
                switch outcome {
                case .added:
                    report.added += 1
                    if source.fetchesPages, article.isSummary, article.url != nil { pages.append(article) }
                case .updated: report.updated += 1
                case .unchanged: break
                }
            }
            try library.describeSource(id, title: feed.title, site: feed.site)
            visits.succeed(response, minutes: feed.minutes, at: now())
            report.ending = .fetched
            report.bytes = bytes
            report.remarks = feed.problems
        }
        try library.note(visits, of: id)
        return pages
    }

    /// Stores the address to which a source has moved for good; gives the number under which it goes on.
    private func move(_ source: Source, _ response: Response, _ report: inout RefreshReport) throws -> SourceID {
        guard let address = response.newAddress else { return source.id }
        report.newAddress = address.description
        return try library.moveSource(source.id, to: address.description) ?? source.id
    }

    /// The report of a source that is not asked.
    private static func waiting(_ source: Source, at now: Timestamp) -> RefreshReport {
        var report = RefreshReport(source: source, ending: .waiting)
        let visits = source.visits
        if visits.isGone {
            report.problem = "it is gone for good; refresh it by its name to ask again"
        } else if let moment = visits.barredUntil, moment > now {
            report.problem = "its server asks to be left alone until \(moment.iso8601)"
        } else if let due = visits.due, due > now {
            report.problem = "it is not due before \(due.iso8601)"
        }
        return report
    }

    /// Sources in an order in which those of one host do not stand together, so that a host that is slow keeps few of
    /// the places that requests have.
    private static func mixed(_ indices: [Int], of sources: [Source]) -> [Int] {
        var count: [String: Int] = [:]
        let rounds = indices.map { index -> (round: Int, index: Int) in
            let host = Address(sources[index].address)?.host ?? ""
            defer { count[host, default: 0] += 1 }
            return (count[host, default: 0], index)
        }
        return rounds.sorted { ($0.round, $0.index) < ($1.round, $1.index) }.map(\.index)
    }
}

extension Fetcher {
    /// What fetches under the program's name and version.
    static func ofProgram(limits: Limits = Limits()) -> Fetcher {
        Fetcher(agent: "Rassegna/\(Rassegna.configuration.version) (+feed reader)", limits: limits)
    }
}
