import Controller
import Fetch
import Ingest
import Library
import Model
import Synchronization
import Views

/// Does the reader's errands with sources: on the web through the fetcher, in folders through the importer.
///
/// Nothing of the web is loaded before the first errand that needs it.
final class SourceDesk: SourceErrands {
    private let importer: Importer
    private let keyring = Keyring.ofUser()
    private let reader = WebReader.standard
    /// What fetches single pages; a refresh has a fetcher of its own, which can be ended alone.
    private let fetcher = Mutex<Fetcher?>(nil)
    private let running = Mutex<Run?>(nil)

    /// A refresh that is under way.
    private struct Run {
        var feeds: Refreshing
        var isCancelled = false
    }

    /// What does errands for a library.
    init(importer: Importer) {
        self.importer = importer
    }

    private var library: Library { importer.library }

    private func sharedFetcher() -> Fetcher {
        fetcher.withLock { fetcher in
            let known = fetcher ?? .ofProgram()
            fetcher = known
            return known
        }
    }

    func cancel() {
        let feeds = running.withLock { run in
            run?.isCancelled = true
            return run?.feeds
        }
        feeds?.cancel()
    }

    private var isCancelled: Bool { running.withLock { $0?.isCancelled ?? false } }
}

extension SourceDesk {
    func add(_ place: String) -> Answer {
        let hidden = HiddenNews(library)
        let answer = addPlace(PlaceText(place))
        guard case .sources(let notice, let added) = answer else { return answer }
        return .sources(hidden.added(to: notice), added: added)
    }

    private func addPlace(_ place: PlaceText) -> Answer {
        do {
            switch place.kind {
            case .address(let address): return try add(address: address)
            case .folder(let path): return try add(folder: path)
            case .file(let path): return try add(file: path)
            case .nothing(let reason): return .notAdded(reason)
            }
        } catch {
            return .notAdded("\(place.shown): \(error)")
        }
    }

    private func add(address: String) throws -> Answer {
        let adding = AddressAdding(
            library: library, knowledge: importer.knowledge, fetcher: sharedFetcher(), keyring: keyring, reader: reader)
        var outcomes = try adding.add(address)
        // A page that names no feed: one in the usual places is better than none.
        if outcomes == [.choice([])] { outcomes = try adding.add(address, .init(guess: true)) }
        switch outcomes.first {
        case .source(let source, let isNew, let added):
            let articles = added == 1 ? "1 article" : "\(added) articles"
            let name = SourceText.name(of: source)
            let text = isNew ? "\(name) added: \(articles)." : "\(name) is here already; \(articles) new."
            return .sources(Notice(text, .good), added: source.id)
        case .article(let article, let outcome, let feeds):
            let isKnown = if case .unchanged = outcome { true } else { false }
            let feed = feeds.first.map { "; its site has a feed: \($0.address)" } ?? ""
            return .sources(
                Notice("“\(article.title)” \(isKnown ? "is here already" : "added")\(feed).", .good), added: nil)
        case .choice(let links) where !links.isEmpty:
            return .feeds(links.map { FeedChoice(address: $0.address.description, title: $0.title) })
        case .choice, nil: return .notAdded("No feed was found at \(TypedAddress.withoutUser(address)).")
        }
    }

    private func add(folder path: String) throws -> Answer {
        let (source, isNew) = try library.addSource(Source(kind: .folder, address: path))
        let report = try FolderScan(importer).run(source, all: true)
        let name = SourceText.name(of: source)
        return .sources(
            Notice(
                (isNew ? "\(name) is a source now: " : "\(name) is a source already: ") + report.words,
                report.problems.isEmpty ? .good : .bad), added: source.id)
    }

    private func add(file path: String) throws -> Answer {
        if let named = try NamedList(path: path) {
            let report = try SubscriptionImport(library: library).add(named.list)
            return .sources(
                Notice("A list of feeds: \(report.summary).", report.skipped.isEmpty ? .good : .bad), added: nil)
        }
        let report = try importer.add([path])
        return .sources(Notice(report.words, report.problems.isEmpty ? .good : .bad), added: nil)
    }
}

extension SourceDesk {
    func refresh(_ target: RefreshTarget, progress: @escaping (FetchProgress) -> Void) -> RefreshSummary {
        do {
            return try run(target, progress: progress)
        } catch {
            return RefreshSummary(sources: 1, failures: [.init(name: "Not refreshed", reason: "\(error)")])
        }
    }

    private func run(_ target: RefreshTarget, progress: (FetchProgress) -> Void) throws -> RefreshSummary {
        let (wanted, urgency) = try sources(of: target)
        guard !wanted.isEmpty else { return RefreshSummary(sources: 0) }
        let hidden = HiddenNews(library)
        var summary = try run(wanted, urgency, progress: progress)
        summary.hidden = hidden.counts
        return summary
    }

    private func run(
        _ wanted: [Source], _ urgency: Urgency, progress: (FetchProgress) -> Void
    ) throws -> RefreshSummary {
        let feeds = wanted.filter { $0.kind == .feed }
        let folders = wanted.filter { $0.kind == .folder }
        let refreshing = Refreshing(
            library: library, knowledge: importer.knowledge, keyring: keyring, reader: reader)
        running.withLock { $0 = Run(feeds: refreshing) }
        defer { running.withLock { $0 = nil } }
        var state = FetchProgress(total: feeds.count + folders.count)
        progress(state)
        var summary = RefreshSummary(sources: 0)
        for folder in folders where !isCancelled {
            state.fetching = [folder.id]
            progress(state)
            let report = try FolderScan(importer).run(folder, all: urgency == .named) { isCancelled }
            summary.add(report, of: folder)
            state.done += 1
            state.added += report.added
        }
        let base = state
        state.fetching = Set(feeds.map(\.id))
        progress(state)
        guard !isCancelled else {
            summary.isCancelled = true
            return summary
        }
        let reports = try refreshing.run(feeds, urgency) { step in
            state.done = base.done + step.done
            state.total = base.total - feeds.count + step.total
            state.bytes = step.bytes
            state.added = base.added + step.added
            state.fetching = step.open
            progress(state)
        }
        for report in reports { summary.add(report, isNamed: urgency == .named) }
        return summary
    }

    private func sources(of target: RefreshTarget) throws -> ([Source], Urgency) {
        switch target {
        case .all: return (try library.sources(), .forced)
        case .sources(let ids): return (try ids.compactMap { try library.source($0) }, .named)
        case .article(let id): return (try library.sources(of: id), .named)
        }
    }
}

extension SourceDesk {
    func fetchPage(of id: ArticleID) -> Answer {
        do {
            guard let article = try library.article(id), let url = article.url, let address = Address(url) else {
                return .wholePage(id, nil, Notice("This article has no address that can be fetched.", .bad))
            }
            let request = Request(address, credentials: keyring.credentials(for: address))
            let response = try sharedFetcher().answer(to: request).get().checked(at: Environment.now())
            guard case .page(let page) = try reader.read(response) else {
                return .wholePage(id, nil, Notice("\(address.host) sent a feed and no page.", .bad))
            }
            guard page.text.utf8.count >= 1000 || !LoginPage.isOne(response.body) else {
                return .wholePage(id, nil, Notice("\(address.host) sent a page for logging in.", .bad))
            }
            return try store(page, as: article)
        } catch {
            return .wholePage(id, nil, Notice("Not fetched: \(error)", .bad))
        }
    }

    /// Stores the text of a page as an article's own; title, date and outlet stay what they are.
    private func store(_ page: ParsedArticle, as old: Article) throws -> Answer {
        let id = old.row.id
        var whole = page
        whole.identifier = nil
        whole.title = old.row.title
        whole.url = old.url
        whole.author = old.author ?? page.author
        whole.published = old.row.published
        whole.outlet = old.row.outlet
        let recogniser = importer.knowledge.recogniser(try library.correctionsInForce())
        let outcome = try library.store([whole], reading: recogniser.reading)
        guard case .updated(id)? = outcome.first, let article = try library.article(id) else {
            return .wholePage(id, nil, Notice("The page has no more text than what is here.", .plain))
        }
        return .wholePage(id, article, Notice("The whole page: \(article.row.words) words.", .good))
    }
}

extension RefreshSummary {
    /// Takes in what became of a feed.
    mutating func add(_ report: RefreshReport, isNamed: Bool) {
        switch report.ending {
        case .waiting:
            // Of many sources some are always to be left alone; of the one that was asked for it is an answer.
            guard isNamed, let problem = report.problem else { return }
            failures.append(.init(name: report.source.name, reason: problem))
        case .cancelled:
            isCancelled = true
            return
        case .failed, .gone:
            failures.append(.init(name: report.source.name, reason: report.problem ?? "it cannot be fetched"))
        case .fetched, .unchanged: break
        }
        sources += 1
        added += report.added
        updated += report.updated
    }

    /// Takes in what became of a folder.
    mutating func add(_ report: Importer.Report, of folder: Source) {
        sources += 1
        added += report.added
        updated += report.updated
        guard let problem = report.problems.first else { return }
        let isFolder = problem.file == folder.address
        failures.append(
            .init(
                name: SourceText.name(of: folder),
                reason: isFolder ? problem.reason : "\(problem.file): \(problem.reason)"))
    }
}
