import Controller
import Dispatch
import Ingest
import Library
import Model
import Synchronization
import Views

/// Reads what is saved into folders while the reader runs: those that are sources, and those it was opened on.
final class FolderWatching: Sendable {
    private struct State {
        var watch: FolderWatch?
        var folders: Set<String> = []
        var isStopped = false
    }

    private let state = Mutex(State())
    private let importer: Importer
    /// Folders that the reader was opened on, absolute.
    private let named: [String]
    /// When the reader was started: what is saved into its folders until they are watched is looked for.
    private let started = Environment.now()
    private let reading = DispatchQueue(label: "rassegna.folders", qos: .utility)
    private let deliver: @Sendable (Answer) -> Void

    /// What watches folders for a library, once asked to; `named` are folders beside the library's sources.
    init(importer: Importer, named: [String], deliver: @escaping @Sendable (Answer) -> Void) {
        self.importer = importer
        self.named = named
        self.deliver = deliver
    }

    /// Watches the folders as they are now, and then reads what has changed in those that are sources since they were
    /// last read. Called when the first screen stands, which is given its time, and whenever sources have come or gone.
    func begin(after pause: DispatchTimeInterval = .nanoseconds(0)) {
        reading.asyncAfter(deadline: .now() + pause) { [self] in
            guard let sources = try? importer.library.sources().filter({ $0.kind == .folder }) else { return }
            let fresh = watch(Set(sources.map(\.address) + named))
            for source in sources where fresh.contains(source.address) { scan(source) }
            for folder in named where fresh.contains(folder) && !isStopped {
                var walk = FileWalk([folder])
                walk.since = started
                let hidden = HiddenNews(importer.library)
                if let report = try? importer.add(walk, from: nil, { _ in !self.isStopped }) { tell(report, hidden) }
            }
        }
    }

    /// Ends the watch. Files that are being read now are stored as far as they have been.
    func stop() {
        let watch = state.withLock { state in
            state.isStopped = true
            defer { state.watch = nil }
            return state.watch
        }
        watch?.stop()
    }

    private var isStopped: Bool { state.withLock { $0.isStopped } }

    /// Watches these folders in place of those before; gives the ones that are new.
    private func watch(_ folders: Set<String>) -> Set<String> {
        let known = state.withLock { $0.folders }
        guard folders != known, !isStopped else { return [] }
        let watch: FolderWatch?
        do {
            watch = try folders.isEmpty ? nil : FolderWatch(folders.sorted()) { [weak self] in self?.take($0) }
        } catch {
            deliver(.notice(Notice("Folders are not watched: \(error)", .bad)))
            return []
        }
        let old = state.withLock { state in
            let old = state.watch
            state.folders = folders
            state.watch = state.isStopped ? nil : watch
            return old
        }
        old?.stop()
        return folders.subtracting(known)
    }

    private func scan(_ source: Source) {
        let hidden = HiddenNews(importer.library)
        guard !isStopped, let report = try? FolderScan(importer).run(source, isCancelled: { self.isStopped }) else {
            return
        }
        tell(report, hidden)
    }

    /// Files have changed, or folders are to be walked again.
    private func take(_ paths: [String]) {
        reading.async { [self] in
            guard !isStopped, let sources = try? importer.library.sources() else { return }
            let folders = sources.filter { $0.kind == .folder }
            let bySource = Dictionary(grouping: paths) { path in
                folders.filter { path.hasPrefix($0.address + "/") || path == $0.address }
                    .max { $0.address.utf8.count < $1.address.utf8.count }?.id
            }
            for (source, paths) in bySource.sorted(by: { ($0.key ?? 0) < ($1.key ?? 0) }) {
                let hidden = HiddenNews(importer.library)
                guard let report = try? importer.add(FileWalk(changed: paths), from: source, { _ in !self.isStopped })
                else { continue }
                tell(report, hidden)
            }
        }
    }

    /// Says what came after an article, and what of it rules have hidden; files that cannot be read are those of a program that is still at work mostly.
    private func tell(_ report: Importer.Report, _ hidden: HiddenNews) {
        guard report.added + report.updated > 0 else { return }
        var shown = report
        shown.unchanged = 0
        shown.problems = []
        deliver(.arrived(hidden.added(to: Notice(shown.summary + ".", .good))))
    }
}
