import ArgumentParser
import Entities
import Ingest
import Model

/// `rassegna explain FILE`: why each name of a file is what Rassegna takes it for.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Print why each name of a file is taken for what it is.",
        discussion: """
            For each mention: its words, the candidates of the catalogue, what the rules decided, what the recogniser \
            weighed, and what won. Offsets count Unicode scalars, as parse prints them.
            """)

    @Argument(help: "A file; - reads standard input.")
    var file: String

    @Option(help: "Only the name at this offset.")
    var at: Int?

    func run() throws {
        do {
            let annotator = Knowledge().annotator
            var found = false
            for article in try Reader().readFile(path: file) {
                let offset = try at.map { try byte(at: $0, in: article.text) }
                let explanations = annotator.explain(
                    text: article.text, blocks: article.blocks, language: article.language, at: offset)
                print(explanations, of: article.text)
                found = found || !explanations.isEmpty
            }
            if !found { throw Outcome.nothingFound }
        } catch let error as IngestError {
            Console.complain("\(file): \(error.description)")
            throw Outcome.failed
        }
    }

    /// The byte at which a scalar stands.
    private func byte(at offset: Int, in text: String) throws -> Int {
        let scalars = text.unicodeScalars
        guard let index = scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex), offset >= 0
        else {
            throw ValidationError("--at \(offset) is beyond the text, which has \(scalars.count) characters.")
        }
        return text.utf8.distance(from: text.startIndex, to: index)
    }

    /// Prints explanations in the order of the text.
    private func print(_ explanations: [Explanation], of text: String) {
        var last = (index: text.startIndex, place: 0)
        for explanation in explanations {
            let mention = explanation.mention
            let start = text.utf8.index(text.startIndex, offsetBy: mention.range.lowerBound)
            let end = text.utf8.index(text.startIndex, offsetBy: mention.range.upperBound)
            last = (start, last.place + text.unicodeScalars.distance(from: last.index, to: start))
            Console.print("\(text[start..<end])  at \(last.place), confidence \(mention.confidence)")
            for line in explanation.lines {
                let topic = line.topic + String(repeating: " ", count: max(1, 12 - line.topic.count))
                Console.print("  \(topic)\(line.text)")
            }
        }
    }
}
