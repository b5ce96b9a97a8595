import Ingest
import Library
import Model

/// Articles of JSON lines into the library, a batch at a time.
struct ArticleImport {
    /// What became of the lines.
    struct Report: Equatable {
        var added = 0
        var updated = 0
        var unchanged = 0
        var faulty = 0

        /// `3 articles added, 1 updated, 12 already here, 2 lines not read`.
        var summary: String {
            var parts = ["\(added) article\(added == 1 ? "" : "s") added"]
            if updated > 0 { parts.append("\(updated) updated") }
            if unchanged > 0 { parts.append("\(unchanged) already here") }
            if faulty > 0 { parts.append("\(faulty) line\(faulty == 1 ? "" : "s") not read") }
            return parts.joined(separator: ", ")
        }
    }

    let library: Library
    let recogniser: Recogniser
    /// How many articles go into one transaction.
    private static let batch = 200

    init(library: Library, knowledge: Knowledge) throws {
        self.library = library
        recogniser = knowledge.recogniser(try library.correctionsInForce())
    }

    /// Adds the articles of a file; what a line says of reading and stars is added to what the library knows.
    ///
    /// - Parameters:
    ///   - progress: Hears of each batch.
    ///   - complain: Hears of each line that is no article, with its number.
    func add(
        _ file: inout LineFile, named name: String, progress: (Report) -> Void, complain: (String) -> Void
    ) throws -> Report {
        var report = Report()
        var waiting: [ArticleLine] = []
        var (read, starred): ([ArticleID], [ArticleID]) = ([], [])
        func store() throws {
            guard !waiting.isEmpty else { return }
            let items = waiting.map { ($0.article, recogniser.annotate($0.article)) }
            for (outcome, line) in zip(try library.store(items, knowledge: recogniser.knowledge), waiting) {
                switch outcome {
                case .added: report.added += 1
                case .updated: report.updated += 1
                case .unchanged: report.unchanged += 1
                }
                if line.isRead { read.append(outcome.id) }
                if line.isStarred { starred.append(outcome.id) }
            }
            waiting.removeAll(keepingCapacity: true)
            progress(report)
        }
        var number = 0
        while let line = try file.next() {
            number += 1
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            do throws(ArticleLine.Problem) {
                waiting.append(try ArticleLine(line, file: name, index: number - 1))
            } catch {
                report.faulty += 1
                complain("line \(number) \(error.reason)")
            }
            if waiting.count == ArticleImport.batch { try store() }
        }
        try store()
        // One change each, so that one u takes it back.
        if !read.isEmpty { try library.mark(.read, ids: read) }
        if !starred.isEmpty { try library.mark(.starred, ids: starred) }
        return report
    }
}
