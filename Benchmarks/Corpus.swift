import Foundation
import Ingest
import Model
import Resources

/// Articles without end, made of the paragraphs of the samples: the same number always gives the same article.
///
/// Paragraphs of one language are mixed and words of no language added, so that texts, names and vocabulary vary as in
/// an archive. `Verdemare` stands in three of four articles, `Quarzifoglio` in one of four hundred.
struct Corpus {
    /// What is taken from a sample.
    fileprivate struct Sample {
        var title: String
        var outlet: String
        var paragraphs: [String]
    }

    /// Samples by language.
    private let samples: [(language: String, samples: [Sample])]

    /// A corpus of the samples built into the program.
    init() throws {
        let reader = Reader()
        let articles = try (0..<rassegna_sample_count()).flatMap { index -> [ParsedArticle] in
            let file = rassegna_sample(index)
            let bytes = Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
            return try reader.articles(in: bytes, named: String(cString: file.name))
        }
        let byLanguage = Dictionary(grouping: articles) { $0.language?.code ?? "it" }
        samples = byLanguage.keys.sorted().map { language in
            (language, byLanguage[language, default: []].map { Sample($0) })
        }
    }

    /// The article of a number, from 0; the higher the number, the older the article.
    func article(_ number: Int) -> GeneratedArticle {
        var dice = Dice(seed: UInt64(number))
        let (language, samples) = samples[dice.roll(samples.count)]
        let sample = samples[dice.roll(samples.count)]
        var paragraphs = (0..<16).map { _ in
            let other = samples[dice.roll(samples.count)]
            return other.paragraphs[dice.roll(other.paragraphs.count)] + " " + dice.sentence()
        }
        if number % 4 != 0 { paragraphs[3] += " Verdemare." }
        if number % 400 == 7 { paragraphs[5] += " Quarzifoglio." }
        return GeneratedArticle(
            number: number, language: language, title: sample.title + ", " + dice.word(), outlet: sample.outlet,
            published: Timestamp(seconds: 1_795_000_000 - Int64(number) * 540), paragraphs: paragraphs)
    }

    /// Writes the first articles into a folder, in turn as Markdown, HTML and plain text.
    func write(_ count: Int, to folder: String) throws {
        let folder = URL(fileURLWithPath: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for number in 0..<count {
            let format = Format.allCases.filter { $0 != .feed }[number % 3]
            let article = article(number)
            try Data(article.bytes(as: format)).write(to: folder.appendingPathComponent(article.fileName(format)))
        }
    }
}

extension Corpus.Sample {
    /// The paragraphs of a sample that are no furniture.
    fileprivate init(_ article: ParsedArticle) {
        title = article.title
        outlet = article.outlet ?? "Il Telaio"
        let bytes = Array(article.text.utf8)
        paragraphs = article.blocks.filter { $0.kind == .paragraph }
            .map { String(decoding: bytes[$0.range], as: UTF8.self) }
    }
}
