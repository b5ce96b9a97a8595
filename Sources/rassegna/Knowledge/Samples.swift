import Controller
import Ingest
import Library
import Model
import Resources
import Views

/// The sample articles built into the program.
enum Samples {
    /// Every sample's file name and bytes.
    static var files: [(name: String, bytes: [UInt8])] {
        (0..<rassegna_sample_count()).map { index in
            let text = rassegna_sample(index)
            return (String(cString: text.name), Array(UnsafeBufferPointer(start: text.bytes, count: text.size)))
        }
    }
}

/// The importer's work as answers for the reader.
extension Importer {
    /// Reads files and folders; `progress` hears what to say meanwhile.
    func answer(adding paths: [String], progress: (String) -> Void = { _ in }) -> Answer {
        do {
            var next = 500
            let report = try add(paths) { report in
                let done = report.added + report.updated + report.unchanged
                guard done >= next else { return }
                progress("Reading files… \(report.summary)")
                next = done + 500
            }
            return .added(notice(of: report))
        } catch {
            return .failed("Not stored: \(error)")
        }
    }

    /// Reads the sample articles.
    func answerAddingSamples() -> Answer {
        do {
            return .added(notice(of: try addSamples()))
        } catch {
            return .failed("Not stored: \(error)")
        }
    }

    private func notice(of report: Report) -> Notice {
        Notice(report.words, report.problems.isEmpty ? .good : .bad)
    }
}
