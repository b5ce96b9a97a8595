import Controller
import Library
import Model
import Synchronization
import TestSupport
import Views

@testable import rassegna

/// Sources that answer as a test says, without a network.
final class FakeErrands: SourceErrands {
    /// What a feed gives at its next visits, the first one first; a text is why it fails.
    enum Visit {
        case articles([String])
        case problem(String)
    }

    let library: Library
    private let visits = Mutex<[Visit]>([])
    /// What was asked for, in words.
    let asked = Mutex<[String]>([])

    init(_ library: Library, _ visits: [Visit] = []) {
        self.library = library
        self.visits.withLock { $0 = visits }
    }

    func add(_ place: String) -> Answer {
        asked.withLock { $0.append("add \(place)") }
        guard place.hasPrefix("https://") else { return .notAdded("There is no file or folder \(place).") }
        if place.hasSuffix("/many") {
            return .feeds(["a", "b"].map { FeedChoice(address: "https://telaio.example/\($0)", title: "Feed \($0)") })
        }
        do {
            let source = try library.addSource(Source(kind: .feed, address: place, title: "Bottega")).source
            let (added, _) = try visit(source)
            return .sources(Notice("Bottega added: \(added) articles.", .good), added: source.id)
        } catch {
            return .notAdded("\(error)")
        }
    }

    func refresh(_ target: RefreshTarget, progress: @escaping (FetchProgress) -> Void) -> RefreshSummary {
        asked.withLock { $0.append("refresh \(target)") }
        var summary = RefreshSummary(sources: 0)
        for source in (try? library.sources()) ?? [] {
            progress(FetchProgress(total: 1, fetching: [source.id]))
            guard let (added, problem) = try? visit(source) else { continue }
            summary.sources += 1
            summary.added += added
            if let problem { summary.failures.append(.init(name: source.name, reason: problem)) }
        }
        return summary
    }

    func cancel() { asked.withLock { $0.append("cancel") } }

    func fetchPage(of id: ArticleID) -> Answer {
        asked.withLock { $0.append("page \(id)") }
        return .wholePage(id, nil, Notice("telaio.example has nothing there (404): check the address", .bad))
    }

    /// Visits a source: how many articles are new, and why it failed.
    private func visit(_ source: Source) throws -> (Int, String?) {
        let visit = visits.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        var visits = source.visits
        visits.last = .testNow
        switch visit {
        case .problem(let problem):
            visits.problem = problem
            visits.failures += 1
            try library.note(visits, of: source.id)
            return (0, problem)
        case .articles(let titles):
            let articles = titles.map { title -> (ParsedArticle, Annotation) in
                let text = "\(title)\n\nIl testo di \(title.lowercased()), per intero."
                let blocks = [
                    Block(0..<title.utf8.count, .title), Block((title.utf8.count + 2)..<text.utf8.count, .paragraph),
                ]
                let url = "https://telaio.example/\(title.replacing(" ", with: "-"))"
                return (
                    ParsedArticle(
                        file: source.address, identifier: url, title: title, url: url, published: .testNow,
                        outlet: source.name, text: text, blocks: blocks), Annotation()
                )
            }
            try library.store(articles, from: source.id)
            fallthrough
        case nil:
            visits.success = .testNow
            visits.problem = nil
            try library.note(visits, of: source.id)
            if case .articles(let titles) = visit { return (titles.count, nil) }
            return (0, nil)
        }
    }
}
