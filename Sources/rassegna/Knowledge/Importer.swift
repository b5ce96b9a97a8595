import Fetch
import Glibc
import Ingest
import Library
import Model

/// Files into the library: read, recognise, store, some at a time.
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

    /// What reads files into a library.
    init(library: Library, knowledge: Knowledge) {
        self.library = library
        self.knowledge = knowledge
    }

    /// Reads files and folders into the library; `progress` hears of each article or file that is done with.
    func add(_ paths: [String], progress: (Report) -> Void = { _ in }) throws -> Report {
        let addresses = paths.filter(TypedAddress.isAddress)
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
    /// few files that are done with, and says whether to go on; what has been read is stored in any case.
    ///
    /// Files are read and names recognised on all processors while the library stores what came before.
    func add(
        _ walk: FileWalk, from source: SourceID? = nil, _ proceeds: (Report) -> Bool = { _ in true }
    ) throws -> Report {
        var storing = Storing(library: library, source: source)
        var work = OrderedWork<Result<Unit, any Error>>()
        var steps: [FileWalk.Step] = []
        var size = 0
        var isGoing = true
        for step in walk {
            steps.append(step)
            size += step.size
            guard steps.count == Importer.unit || size >= Importer.unitSize else { continue }
            size = 0
            work.put { [steps] in Result { try read(steps, of: source) } }
            steps = []
            while work.isFull, let unit = work.take() {
                try storing.take(unit.get())
                isGoing = isGoing && proceeds(storing.report)
            }
            guard isGoing else { break }
        }
        if isGoing, !steps.isEmpty { work.put { [steps] in Result { try read(steps, of: source) } } }
        while let unit = work.take() {
            try storing.take(unit.get())
            if isGoing { isGoing = proceeds(storing.report) }
        }
        try storing.finish()
        return storing.report
    }

    /// Reads the sample articles built into the program into the library.
    func addSamples() throws -> Report {
        let articles = try Samples.files.flatMap { try reader.articles(in: $0.bytes, named: "samples/" + $0.name) }
        var storing = Storing(library: library)
        try storing.take(Unit(articles: prepare(articles)))
        try storing.finish()
        return storing.report
    }

    /// Reads some files.
    private func read(_ steps: [FileWalk.Step], of source: SourceID?) throws -> Unit {
        var articles: [ParsedArticle] = []
        var unit = Unit()
        for step in steps {
            switch step {
            case .problem(let path, let error):
                unit.problems.append(.init(file: path, reason: error.description))
            case .file(let file):
                do throws(IngestError) {
                    let contents = try reader.readContents(path: file.path, folder: file.folder)
                    articles += contents.articles
                    unit.problems += contents.problems.map { .init(file: file.path, reason: $0) }
                } catch {
                    unit.problems.append(.init(file: file.path, reason: error.description))
                }
            }
        }
        // Nothing is read of the catalogue where there is nothing to be read with it.
        if !articles.isEmpty { unit.articles = try prepare(articles, of: source) }
        return unit
    }

    private func prepare(_ articles: [ParsedArticle], of source: SourceID? = nil) throws -> PreparedArticles {
        let recogniser = knowledge.recogniser(try library.correctionsInForce())
        return try library.prepare(articles, reading: recogniser.reading, from: source)
    }
}

extension Importer {
    /// What some files hold, ready to be stored.
    private struct Unit: Sendable {
        var articles: PreparedArticles?
        var problems: [Report.Problem] = []
    }

    /// How many files are read at a time.
    private static let unit = 4
    /// Fewer where they are so large together, in bytes: all that is in them is in memory at once.
    private static let unitSize = 1 << 20

    /// Stores what was read, a batch at a time.
    private struct Storing {
        let library: Library
        var source: SourceID?
        var report = Report()
        private var waiting: PreparedArticles?
        /// From how many articles on they go into one transaction.
        private static let batch = 200

        init(library: Library, source: SourceID? = nil) {
            self.library = library
            self.source = source
        }

        mutating func take(_ unit: Unit) throws {
            report.problems += unit.problems
            guard let articles = unit.articles else { return }
            if waiting?.append(articles) != true {
                try finish()
                waiting = articles
            }
            if waiting?.articles.count ?? 0 >= Storing.batch { try finish() }
        }

        /// Stores what waits.
        mutating func finish() throws {
            guard let articles = waiting else { return }
            waiting = nil
            for outcome in try library.store(articles, from: source) {
                switch outcome {
                case .added: report.added += 1
                case .updated: report.updated += 1
                case .unchanged: report.unchanged += 1
                }
            }
        }
    }
}

extension FileWalk.Step {
    /// The file's size in bytes; 0 where it is not known.
    fileprivate var size: Int {
        guard case .file(let file) = self else { return 0 }
        var facts = stat()
        return stat(file.path, &facts) == 0 ? Int(facts.st_size) : 0
    }
}
