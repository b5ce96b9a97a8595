import Fetch
import Foundation
import Library
import Model

/// The requests of a refresh that are under way, and what has come of them.
struct Work {
    /// What has been done with.
    enum Done: Sendable {
        case visit(Int, Visit)
        /// The whole article that a page gave, if it did.
        case page(Int, PreparedArticles?)
    }

    /// How many have begun and have not been taken.
    private(set) var open = 0
    private let fetcher: Fetcher
    private let reading: VisitReading
    private let now: @Sendable () -> Timestamp
    private let done = Queue<Done>()
    private let readers = OperationQueue()
    /// How many may be under way: enough that none of the fetcher's places is ever empty.
    private static let most = 64

    init(fetcher: Fetcher, reading: VisitReading, now: @escaping @Sendable () -> Timestamp) {
        self.fetcher = fetcher
        self.reading = reading
        self.now = now
        readers.maxConcurrentOperationCount = max(1, ProcessInfo.processInfo.activeProcessorCount)
        readers.qualityOfService = .utility
    }

    /// Whether one more may begin.
    var hasRoom: Bool { open < Work.most }

    /// What is done with next; waits for it.
    mutating func next() -> Done {
        open -= 1
        return done.take()
    }

    /// Begins a visit.
    mutating func visit(_ index: Int, _ source: SourceID, _ request: Request) {
        open += 1
        fetcher.fetch(request) { [readers, reading, now, done] result in
            readers.addOperation { done.put(.visit(index, reading.visit(source, result, now: now()))) }
        }
    }

    /// Begins to fetch the page of a summary.
    mutating func page(_ index: Int, _ summary: ParsedArticle, of source: SourceID, _ request: Request) {
        open += 1
        fetcher.fetch(request) { [readers, reading, now, done] result in
            readers.addOperation {
                done.put(.page(index, reading.whole(summary, of: source, from: result, now: now())))
            }
        }
    }

    /// A visit that ends before it has begun.
    mutating func answer(_ index: Int, _ visit: Visit) {
        open += 1
        done.put(.visit(index, visit))
    }

    /// A page that is not fetched.
    mutating func answerPage(_ index: Int) {
        open += 1
        done.put(.page(index, nil))
    }
}
