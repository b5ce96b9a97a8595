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
    /// How many lines go into one transaction.
    private static let batch = 200
    /// How many bytes of lines do, more or less.
    private static let most = 8 << 20

    /// Some lines, ready to be stored.
    private struct Unit: Sendable {
        var lines: [ArticleLine] = []
        var articles: PreparedArticles?
        var complaints: [String] = []
    }

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
        var work = OrderedWork<Result<Unit, any Error>>()
        var (read, starred): ([ArticleID], [ArticleID]) = ([], [])
        func store(_ unit: Unit) throws {
            for complaint in unit.complaints { complain(complaint) }
            report.faulty += unit.complaints.count
            guard let articles = unit.articles else { return }
            for (outcome, line) in zip(try library.store(articles), unit.lines) {
                switch outcome {
                case .added: report.added += 1
                case .updated: report.updated += 1
                case .unchanged: report.unchanged += 1
                }
                if line.isRead { read.append(outcome.id) }
                if line.isStarred { starred.append(outcome.id) }
            }
            progress(report)
        }
        var number = 0
        var isAtEnd = false
        while !isAtEnd {
            var lines: [(number: Int, bytes: [UInt8])] = []
            var size = 0
            while lines.count < ArticleImport.batch, size < ArticleImport.most, !isAtEnd {
                guard let line = try file.next() else {
                    isAtEnd = true
                    break
                }
                number += 1
                size += line.count
                if line.contains(where: { $0 > 0x20 }) { lines.append((number, line)) }
            }
            work.put { [lines] in Result { try prepare(lines, named: name) } }
            while work.isFull, let unit = work.take() { try store(unit.get()) }
        }
        while let unit = work.take() { try store(unit.get()) }
        // One change each, so that one u takes it back.
        if !read.isEmpty { try library.mark(.read, ids: read) }
        if !starred.isEmpty { try library.mark(.starred, ids: starred) }
        return report
    }

    private func prepare(_ lines: [(number: Int, bytes: [UInt8])], named name: String) throws -> Unit {
        var unit = Unit()
        for line in lines {
            do throws(ArticleLine.Problem) {
                unit.lines.append(try ArticleLine(line.bytes, file: name, index: line.number - 1))
            } catch {
                unit.complaints.append("line \(line.number) \(error.reason)")
            }
        }
        guard !unit.lines.isEmpty else { return unit }
        unit.articles = try library.prepare(unit.lines.map(\.article), reading: recogniser.reading)
        return unit
    }
}
