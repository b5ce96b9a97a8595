import Entities
import Foundation
import Ingest
import Library
import Model
import Resources

/// The catalogue's text.
func catalogueText() -> UnsafeBufferPointer<UInt8> {
    let text = rassegna_catalogue()
    return UnsafeBufferPointer(start: text.bytes, count: text.size)
}

/// The recogniser's model that is built into the program.
func builtInModel() throws -> NameModel {
    let file = rassegna_model()
    return try NameModel(parsing: UnsafeRawBufferPointer(start: file.bytes, count: file.size))
}

/// Stores generated articles in a new library, two hundred a transaction, and reports how long each part took.
func measureStoring(_ count: Int, path: String) throws {
    let run = try store(count, path: path)
    let speed = { (seconds: Double) in "\((Double(count) / seconds).short) articles/s" }
    report(
        "storing \(count) articles", speed(run.parsing + run.recognising + run.storing), "\(run.size / 1000) kB of text"
    )
    report("- parsing", speed(run.parsing))
    report("- recognising", speed(run.recognising))
    report("- library", speed(run.storing))
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    report("- its size", "\((Double(size) / Double(run.size)).short) times", "the text")
}

/// How long storing took in each part, in seconds, and how many bytes the files have.
private struct StoringRun {
    var parsing = 0.0
    var recognising = 0.0
    var storing = 0.0
    var size = 0
}

private func store(_ count: Int, path: String) throws -> StoringRun {
    let corpus = try Corpus()
    let reader = Reader()
    let annotator = Annotator(try Catalogue(parsing: catalogueText), model: try builtInModel())
    let library = try Library(path: path, now: { Timestamp(seconds: 1_795_000_000) })
    var run = StoringRun()
    for start in stride(from: 0, to: count, by: 200) {
        let files = (start..<min(count, start + 200)).map { corpus.article($0) }
            .map { (name: $0.fileName(.markdown), bytes: $0.bytes(as: .markdown)) }
        run.size += files.reduce(0) { $0 + $1.bytes.count }
        var parsed: [ParsedArticle] = []
        run.parsing += try seconds {
            parsed = try files.flatMap { try reader.articles(in: $0.bytes, named: $0.name) }
        }
        var items: [(ParsedArticle, Annotation)] = []
        run.recognising += seconds {
            items = parsed.map {
                ($0, annotator.annotate(text: $0.text, blocks: $0.blocks, language: $0.language))
            }
        }
        run.storing += try seconds { _ = try library.store(items) }
    }
    return run
}
