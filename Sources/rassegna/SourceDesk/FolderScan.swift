import Ingest
import Library
import Model

/// Reads folders that are sources, and remembers how that went.
struct FolderScan {
    private let importer: Importer
    /// How much older than the last scan a change may seem, in seconds: clocks of files and programs differ a little.
    private static let doubt: Int64 = 2

    init(_ importer: Importer) {
        self.importer = importer
    }

    /// Reads the files of a folder that have changed since it was last read, or all of them.
    func run(
        _ source: Source, all: Bool = false, isCancelled: () -> Bool = { false }
    ) throws -> Importer.Report {
        let begin = Environment.now()
        var walk = FileWalk([source.address])
        if !all { walk.since = source.visits.success?.advanced(by: -FolderScan.doubt) }
        let report = try importer.add(walk, from: source.id) { _ in !isCancelled() }
        guard !isCancelled() else { return report }
        var visits = source.visits
        visits.last = begin
        if let problem = report.problems.first(where: { $0.file == source.address }) {
            visits.problem = problem.reason
            visits.failures += 1
        } else {
            visits.success = begin
            visits.problem = nil
            visits.failures = 0
        }
        try importer.library.note(visits, of: source.id)
        return report
    }
}
