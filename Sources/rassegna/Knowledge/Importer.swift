import Ingest
import Library
import Model

/// Files into the library: read, recognise, store, a batch at a time.
struct Importer: Sendable {
    /// What became of the files.
    struct Report: Equatable, Sendable {
        var added = 0
        var updated = 0
        var unchanged = 0
        /// Files that could not be read, with the reason.
        var problems: [Problem] = []

        /// A file and what is wrong with it.
        struct Problem: Equatable, Sendable {
            var file: String
            var reason: String
        }

        /// `3 articles added, 1 updated, 12 unchanged, 2 files not read`.
        var summary: String {
            var parts: [String] = []
            if added > 0 { parts.append(Report.count(added, "article") + " added") }
            if updated > 0 { parts.append("\(updated) updated") }
            if unchanged > 0 { parts.append("\(unchanged) already here") }
            if !problems.isEmpty { parts.append(Report.count(problems.count, "file") + " not read") }
            return parts.isEmpty ? "No articles found" : parts.joined(separator: ", ")
        }

        /// The summary, with what is wrong first where something is, as a sentence.
        var words: String {
            guard let problem = problems.first else { return summary + "." }
            return "\(summary): \(problem.file): \(problem.reason)"
        }

        private static func count(_ number: Int, _ noun: String) -> String {
            "\(number) \(noun)\(number == 1 ? "" : "s")"
        }
    }

    let library: Library
    let knowledge: Knowledge
    private let reader = Reader()
    /// How many articles go into one transaction.
    private static let batch = 200

    /// What reads files into a library.
    init(library: Library, knowledge: Knowledge) {
        self.library = library
        self.knowledge = knowledge
    }

    /// Reads files and folders into the library; `progress` hears of each article or file that is done with.
    func add(_ paths: [String], progress: (Report) -> Void = { _ in }) throws -> Report {
        let addresses = paths.filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
        let reason = "addresses are not fetched here; rassegna add takes them"
        let refused = addresses.map { Report.Problem(file: $0, reason: reason) }
        var report = try add(FileWalk(paths.filter { !addresses.contains($0) })) { report in
            progress(report)
            return true
        }
        report.problems = refused + report.problems
        return report
    }

    /// Reads what a walk comes upon into the library, as articles of a source where there is one. `proceeds` hears of each
    /// article or file that is done with, and says whether to go on; what has been read is stored in any case.
    func add(
        _ walk: FileWalk, from source: SourceID? = nil, _ proceeds: (Report) -> Bool = { _ in true }
    ) throws -> Report {
        var report = Report()
        var waiting: [(ParsedArticle, Annotation)] = []
        // Nothing is read of the catalogue where there is nothing to be read with it.
        var recogniser: Recogniser?
        for step in walk {
            switch step {
            case .problem(let path, let error):
                report.problems.append(.init(file: path, reason: error.description))
            case .file(let file):
                let current = try recogniser ?? recogniserNow()
                recogniser = current
                do throws(IngestError) {
                    let contents = try reader.readContents(path: file.path, folder: file.folder)
                    waiting += contents.articles.map { ($0, current.annotate($0)) }
                    report.problems += contents.problems.map { .init(file: file.path, reason: $0) }
                } catch {
                    report.problems.append(.init(file: file.path, reason: error.description))
                }
            }
            if waiting.count >= Importer.batch, let current = recogniser {
                try store(&waiting, current, &report, from: source)
                recogniser = nil
            }
            guard proceeds(report) else { break }
        }
        if let recogniser { try store(&waiting, recogniser, &report, from: source) }
        return report
    }

    /// Reads the sample articles built into the program into the library.
    func addSamples() throws -> Report {
        var report = Report()
        var waiting: [(ParsedArticle, Annotation)] = []
        let recogniser = try recogniserNow()
        for sample in Samples.files {
            let articles = try reader.articles(in: sample.bytes, named: "samples/" + sample.name)
            waiting += articles.map { ($0, recogniser.annotate($0)) }
        }
        try store(&waiting, recogniser, &report)
        return report
    }

    /// What articles are read with as things stand.
    private func recogniserNow() throws -> Recogniser {
        knowledge.recogniser(try library.correctionsInForce())
    }

    private func store(
        _ waiting: inout [(ParsedArticle, Annotation)], _ recogniser: Recogniser, _ report: inout Report,
        from source: SourceID? = nil
    ) throws {
        guard !waiting.isEmpty else { return }
        for outcome in try library.store(waiting, knowledge: recogniser.knowledge, from: source) {
            switch outcome {
            case .added: report.added += 1
            case .updated: report.updated += 1
            case .unchanged: report.unchanged += 1
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }
}
